package brief

import (
	"strconv"
	"strings"

	"rihla/model/export"
	"rihla/ui/rich"
)

// Text lays out a document in lines of at most width cells, for a terminal.
func Text(d *export.Document, width int) []rich.Line {
	t := layout{width: width, comma: d.ListComma}
	t.flow(0, rich.NewSpan(rich.Title, d.Title))
	t.flow(0, rich.NewSpan(rich.Subtitle, d.Subtitle))
	if d.Dates != "" {
		t.flow(0, rich.NewSpan(rich.Muted, d.Dates))
	}
	if d.Names != "" {
		t.flow(0, rich.NewSpan(rich.Muted, d.Names))
	}
	for i := range d.Sections {
		t.section(&d.Sections[i])
	}
	if len(d.Sources) > 0 {
		t.heading(d.SourcesTitle)
		t.flow(0, rich.NewSpan(rich.Muted, d.Origins))
	}
	for i := range d.Sources {
		t.source(&d.Sources[i])
	}
	return t.lines
}

// layout is a text under construction.
type layout struct {
	width int
	comma string
	lines []rich.Line
}

// flow adds spans as a paragraph whose lines after the first hang.
func (t *layout) flow(hang int, spans ...rich.Span) {
	for _, line := range rich.Flow(spans, t.width, hang) {
		t.lines = append(t.lines, rich.NewLine(line...))
	}
}

func (t *layout) heading(title string) {
	t.lines = append(t.lines, rich.NewLine())
	t.flow(0, rich.NewSpan(rich.Heading, title))
}

func (t *layout) section(s *export.Section) {
	t.heading(s.Title)
	note := rich.NewSpan(rich.Muted, s.Note)
	if s.Kind == export.Prose {
		var spans []rich.Span
		for _, l := range s.Lines {
			spans = append(spans, lineSpans(l)...)
			spans = append(spans, rich.Blank(1))
		}
		t.flow(0, spans...)
		if s.Note != "" {
			t.flow(0, note)
		}
		return
	}
	if s.Note != "" {
		t.flow(0, note)
	}
	const bullet = "– "
	for _, l := range s.Lines {
		t.flow(len("- "), append([]rich.Span{rich.NewSpan(rich.Muted, bullet)}, lineSpans(l)...)...)
	}
}

func lineSpans(l export.Line) []rich.Span {
	var spans []rich.Span
	if l.Head != "" {
		spans = append(spans, rich.NewSpan(rich.Label, l.Head), rich.NewSpan(rich.Plain, l.Join))
	}
	for _, r := range l.Runs {
		switch {
		case r.Notes != nil:
			var numbers []string
			for _, n := range r.Notes {
				numbers = append(numbers, strconv.Itoa(n))
			}
			spans = append(spans, rich.NewSpan(rich.Note, "["+strings.Join(numbers, ",")+"]"))
		case r.Mark:
			spans = append(spans, rich.NewSpan(rich.Warning, r.Text))
		case r.URL != "":
			spans = append(spans, rich.NewSpan(rich.LinkText, r.Text))
		default:
			spans = append(spans, rich.NewSpan(rich.Text, r.Text))
		}
	}
	return spans
}

func (t *layout) source(s *export.Source) {
	number := "[" + strconv.Itoa(s.Number) + "] "
	spans := []rich.Span{rich.NewSpan(rich.Note, number)}
	for i, part := range s.Parts {
		role := rich.Text
		switch {
		case part.IsTitle:
			role = rich.Emphasis
		case part.IsAlert:
			role = rich.Warning
		}
		if i > 0 {
			spans = append(spans, rich.NewSpan(rich.Text, t.comma))
		}
		spans = append(spans, rich.NewSpan(role, part.Text))
	}
	t.flow(len(number), spans...)
	for _, text := range s.UseTexts {
		t.flow(len(number), rich.Blank(len(number)), rich.NewSpan(rich.QuotedText, text))
	}
}
