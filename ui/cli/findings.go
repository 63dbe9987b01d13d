package cli

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/words"
)

// findingWriter writes findings in one of the formats, one after the other as
// they are found. write tells whether the output takes more.
type findingWriter interface {
	write(f kb.Finding) bool
	end(errors, warnings, infos int) error
}

func (a *app) findingWriter(k *kb.KB) findingWriter {
	out := output{w: bufio.NewWriter(a.out)}
	switch a.format {
	case asJSON:
		return &jsonFindings{output: out}
	case asSARIF:
		return newSARIF(a, k, out)
	case asGitHub:
		return &annotations{output: out, root: rootOf(k)}
	}
	return &textFindings{output: out, app: a, root: rootOf(k), voice: a.voice(k), theme: a.theme()}
}

// output writes, and keeps the first error.
type output struct {
	w   *bufio.Writer
	err error
}

func (o *output) printf(format string, about ...any) bool {
	if o.err == nil {
		_, o.err = fmt.Fprintf(o.w, format, about...)
	}
	return o.err == nil
}

func (o *output) flush() error {
	if o.err != nil {
		return o.err
	}
	return o.w.Flush()
}

// rootOf returns what the paths of files are relative to, as whoever started the
// program would name it.
func rootOf(k *kb.KB) string {
	if k.Path == "" || k.Folder {
		return k.Path
	}
	return filepath.Dir(k.Path)
}

// named returns the path of a file from where the program was started, with
// forward slashes.
func named(root, file string) string {
	return filepath.ToSlash(filepath.Join(root, filepath.FromSlash(file)))
}

// textFindings are for people: each finding, the line that it means, what to do.
type textFindings struct {
	output
	app   *app
	root  string
	voice present.Voice
	theme *theme.Theme
}

func (t *textFindings) write(f kb.Finding) bool {
	a := t.app
	role := rich.Warning
	if f.Severity() == kb.Info {
		role = rich.Muted
	}
	place := f.Position
	place.File = named(t.root, place.File)
	t.line(rich.Line{Spans: []rich.Span{
		rich.NewSpan(rich.Title, safe.Line(place.String())), rich.NewSpan(rich.Plain, ": "), rich.NewSpan(role, a.severity(f.Severity())),
		rich.NewSpan(rich.Plain, ": "+safe.Line(f.Message)), rich.NewSpan(rich.Muted, " ["+string(f.Code)+"]"),
	}})
	for _, line := range t.voice.Excerpt(f, a.screen()) {
		t.line(line)
	}
	if f.Hint != "" {
		t.line(rich.NewLine(rich.NewSpan(rich.Muted, "    "+safe.Line(f.Hint))))
	}
	return t.err == nil
}

func (t *textFindings) line(line rich.Line) {
	text := line.Text()
	if t.theme != nil {
		text = t.theme.Line(line)
	}
	t.printf("%s\n", strings.TrimRight(text, " "))
}

func (t *textFindings) end(errors, warnings, infos int) error {
	say, k := t.app.words, t.voice.KB
	looked := say.Count(len(k.Files), words.FileCount) + say.ListComma + say.Count(len(k.Entities), words.EntityCount)
	if errors+warnings+infos == 0 {
		t.printf("%s (%s: %s)\n", say.Say(words.NothingWrong), t.voice.Title(), looked)
	} else {
		counts := []string{say.Count(errors, words.ErrorCount), say.Count(warnings, words.WarningCount), say.Count(infos, words.InfoCount)}
		t.printf("%s (%s)\n", strings.Join(counts, say.ListComma), looked)
	}
	return t.flush()
}

// finding is a finding in the shape that the command line promises.
type finding struct {
	Code     kb.Code    `json:"code"`
	Severity string     `json:"severity"`
	File     string     `json:"file"`
	Line     int        `json:"line"`
	Column   int        `json:"column"`
	Address  kb.Address `json:"address"`
	Message  string     `json:"message"`
	Hint     string     `json:"hint"`
}

// jsonFindings are one object: the findings, and then how many there are.
type jsonFindings struct {
	output
	some bool
}

func (j *jsonFindings) write(f kb.Finding) bool {
	text, err := export.Marshal(finding{f.Code, f.Severity().String(), f.Position.File, f.Position.Line, f.Position.Column, f.Address, f.Message, f.Hint})
	if err != nil {
		j.err = err
		return false
	}
	before := ",\n"
	if !j.some {
		before, j.some = "{\"findings\":[\n", true
	}
	return j.printf("%s  %s", before, text)
}

func (j *jsonFindings) end(errors, warnings, infos int) error {
	if !j.some {
		j.printf("{\"findings\":[")
	}
	j.printf("],\"errors\":%d,\"warnings\":%d,\"infos\":%d}\n", errors, warnings, infos)
	return j.flush()
}
