// Package problems draws the findings of a knowledge base, their numbers by severity,
// and what was checked.
package problems

import (
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Counts are the numbers of findings by severity.
type Counts [kb.Info + 1]int

// Of counts findings.
func Of(findings []kb.Finding) Counts {
	var c Counts
	for i := range findings {
		c[findings[i].Severity()]++
	}
	return c
}

// All returns the number of findings.
func (c Counts) All() int { return c[kb.Error] + c[kb.Warning] + c[kb.Info] }

// Severity returns the word for a severity.
func Severity(w *words.Language, s kb.Severity) string {
	switch s {
	case kb.Error:
		return w.Say(words.SeverityError)
	case kb.Warning:
		return w.Say(words.SeverityWarning)
	}
	return w.Say(words.SeverityInfo)
}

// Role returns the role in which a severity is drawn.
func Role(s kb.Severity) rich.Role {
	if s == kb.Info {
		return rich.Muted
	}
	return rich.Warning
}

// mark is the sign of a severity, one cell.
func mark(s kb.Severity) string {
	switch s {
	case kb.Error:
		return "!"
	case kb.Warning:
		return "·"
	}
	return "–"
}

// counted returns the numbers of findings in words, by severity.
func (c Counts) counted(w *words.Language) [kb.Info + 1]string {
	return [...]string{w.Count(c[kb.Error], words.ErrorCount), w.Count(c[kb.Warning], words.WarningCount), w.Count(c[kb.Info], words.InfoCount)}
}

// Say returns the numbers of findings in words.
func (c Counts) Say(w *words.Language) string {
	counted := c.counted(w)
	return strings.Join(counted[:], w.ListComma)
}

// SayFound is Say without the severities that have no findings.
func (c Counts) SayFound(w *words.Language) string {
	var some []string
	for i, text := range c.counted(w) {
		if c[i] > 0 {
			some = append(some, text)
		}
	}
	return strings.Join(some, w.ListComma)
}

// Spans returns the numbers of findings, each behind the sign of its severity;
// severities without findings are left out.
func (c Counts) Spans(w *words.Language) []rich.Span {
	var groups [][]rich.Span
	for i, text := range c.counted(w) {
		if s := kb.Severity(i); c[s] > 0 {
			groups = append(groups, []rich.Span{rich.NewSpan(Role(s), mark(s)+" "+text)})
		}
	}
	return rich.Join(groups, rich.NewSpan(rich.Plain, "  "))
}

// Looked says what was checked: how many files and entities.
func Looked(v present.Voice) string {
	w := v.Words
	return w.Count(len(v.KB.ListedFiles()), words.FileCount) + w.ListComma + w.Count(len(v.KB.Entities), words.EntityCount)
}

// Lines lays out a finding below the name of its file, for a width in cells: where it
// is, what is wrong, its code, and what to do about it.
func Lines(v present.Voice, f kb.Finding, width int) []rich.Line {
	const leastRoom = 30
	place := ""
	if f.Position.Line > 0 {
		place = strconv.Itoa(f.Position.Line) + ":" + strconv.Itoa(f.Position.Column)
	}
	s := f.Severity()
	hang := len("! ") + max(len("123:45")+1, safe.Width(place)+1)
	head := []rich.Span{rich.NewSpan(Role(s), mark(s)+" "), rich.NewSpan(rich.Label, place)}
	head = append(head, rich.Blank(hang-rich.Width(head)))
	if width-hang < leastRoom {
		hang = len("! ")
		head = append(head[:2:2], rich.Blank(1))
	}
	spans := append(head, rich.NewSpan(rich.Text, v.Sentence(f.Problem)), rich.NewSpan(rich.Muted, " ["+string(f.Code)+"]"))
	lines := rich.Flow(spans, width, hang)
	if !f.Remedy.IsEmpty() {
		lines = append(lines, rich.Indent(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, v.Sentence(f.Remedy))}, width-hang, 0), hang)...)
	}
	if f.IsNotShown {
		lines = append(lines, rich.Indent(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Say(words.VersionBeforeShown))}, width-hang, 0), hang)...)
	}
	out := make([]rich.Line, len(lines))
	for i, spans := range lines {
		out[i] = rich.NewLine(spans...)
	}
	return out
}

// Plain says a finding in words alone: its severity, where in its file it is, what is
// wrong, its code, and what to do about it.
func Plain(v present.Voice, f kb.Finding) []rich.Line {
	place := Severity(v.Words, f.Severity())
	if f.Position.Line > 0 {
		place += " " + strconv.Itoa(f.Position.Line) + ":" + strconv.Itoa(f.Position.Column)
	}
	out := []rich.Line{rich.NewLine(rich.NewSpan(Role(f.Severity()), place+v.Words.ListComma), rich.NewSpan(rich.Text, v.Sentence(f.Problem)), rich.NewSpan(rich.Muted, " ["+string(f.Code)+"]"))}
	if !f.Remedy.IsEmpty() {
		out = append(out, rich.NewLine(rich.Blank(2), rich.NewSpan(rich.Muted, v.Sentence(f.Remedy))))
	}
	if f.IsNotShown {
		out = append(out, rich.NewLine(rich.Blank(2), rich.NewSpan(rich.Muted, v.Words.Say(words.VersionBeforeShown))))
	}
	return out
}
