package present

import (
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Title returns what a knowledge base is called: its title, else the name of
// what was opened, on one line and safe to show.
func (v Voice) Title() string {
	if title := v.Say(v.KB.Title); title != "" {
		return title
	}
	if v.KB.Path != "" {
		return safe.Line(baseName(v.KB.Path))
	}
	return v.Words.Say(words.Untitled)
}

// Outline tells a whole knowledge base: title, summary, kinds with how many
// entities each has, totals. No line holds a link.
func (v Voice) Outline(width int) []rich.Line {
	width = max(MinWidth, width)
	lines := rich.Flow([]rich.Span{rich.NewSpan(rich.Title, v.Title())}, width, 0)
	if summary, other := v.KB.TextIn(v.KB.Summary, v.Lang); summary != "" {
		spans := append([]rich.Span{rich.NewSpan(rich.Text, safe.Line(Bound(summary)))}, v.LanguageNote(other)...)
		lines = append(lines, rich.Flow(spans, width, 0)...)
	}
	lines = append(lines, nil)
	lines = append(lines, v.kindLines(width)...)
	if len(v.KB.Entities) == 0 {
		lines = append(lines, v.empty(width)...)
		return asLines(lines)
	}
	lines = append(lines, nil)
	var totals []rich.Span
	for i, text := range v.Totals() {
		if i > 0 {
			totals = append(totals, rich.NewSpan(rich.Muted, rich.Separator))
		}
		totals = append(totals, rich.NewSpan(rich.Muted, text))
	}
	lines = append(lines, rich.Flow(totals, width, 0)...)
	if n := len(v.KB.Findings); n > 0 {
		lines = append(lines, rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, "! "+v.Words.Count(n, words.FindingCount))}, width, 0)...)
	}
	return asLines(lines)
}

// Totals counts what a knowledge base holds: "132 entities", "411 links",
// "74 sources"; sources only where there are any.
func (v Voice) Totals() []string { return v.totals }

func (v Voice) total() []string {
	w := v.Words
	out := []string{w.Count(len(v.KB.Entities), words.EntityCount)}
	if !v.KB.Partial {
		out = append(out, w.Count(v.KB.LinkCount(), words.LinkCount))
	}
	if kind := v.KB.SourceKind(); kind != nil && len(kind.Entities) > 0 {
		out = append(out, w.Count(len(kind.Entities), words.SourceCount))
	}
	return out
}

// kindLines sets the kinds under each other, their counts to the right.
func (v Voice) kindLines(width int) [][]rich.Span {
	var labels, counts int
	for _, kind := range v.KB.Kinds {
		labels = max(labels, safe.Width(v.KindLabel(kind)))
		counts = max(counts, safe.Width(v.Words.Number(len(kind.Entities))))
	}
	labels = min(labels, width-2*apart-counts)
	var out [][]rich.Span
	for _, kind := range v.KB.Kinds {
		label := safe.Cut(v.KindLabel(kind), labels)
		count := v.Words.Number(len(kind.Entities))
		gap := labels - safe.Width(label) + apart + counts - safe.Width(count)
		out = append(out, []rich.Span{rich.Blank(apart), rich.NewSpan(rich.Label, label), rich.Blank(gap), rich.NewSpan(rich.Muted, count)})
	}
	return out
}

// empty says that nothing is there, and shows the smallest file that would
// fill it.
func (v Voice) empty(width int) [][]rich.Span {
	out := rich.Flow([]rich.Span{rich.NewSpan(rich.Text, v.Words.Say(words.EmptyKB))}, width, 0)
	out = append(out, nil)
	for _, line := range []string{`[city.austin]`, `name = "Austin"`, ``, `[company.oracle]`, `name = "Oracle"`, `headquarters = "austin"`} {
		out = append(out, rich.Flow([]rich.Span{rich.NewSpan(rich.QuotedText, line)}, width, 0)...)
		if line == "" {
			out = append(out, nil)
		}
	}
	return out
}

// SortedEntities returns the entities of a kind as its list shows them at
// first: by the field that the manifest names, else in the order of the files.
func (v Voice) SortedEntities(kind *kb.Kind) []*kb.Entity {
	if v.FirstOrder(kind) == "" {
		return kind.Entities
	}
	return v.Sort(kind.Entities, SortBy{Field: kind.Sort})
}

// FirstOrder returns the field that a kind's list is sorted by at first, or
// nothing: the order of the files.
func (v Voice) FirstOrder(kind *kb.Kind) string {
	if v.KB.Partial {
		return ""
	}
	return kind.Sort
}

// baseName returns the last part of a path, with either slash.
func baseName(path string) string {
	end := len(path)
	for end > 1 && (path[end-1] == '/' || path[end-1] == '\\') {
		end--
	}
	at := end
	for at > 0 && path[at-1] != '/' && path[at-1] != '\\' {
		at--
	}
	return path[at:end]
}

func asLines(lines [][]rich.Span) []rich.Line {
	out := make([]rich.Line, len(lines))
	for i := range lines {
		out[i] = rich.Line{Spans: lines[i]}
	}
	return out
}
