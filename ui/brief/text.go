package brief

import (
	"strconv"

	"rihla/model/export"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// Text lays out a document in lines of at most width cells, for a terminal. Each
// citation is a link, and so is each source at the end: cited has the number of the
// source of each.
func Text(d *export.Document, width int) (lines []rich.Line, cited []int) {
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
	return t.lines, t.cited
}

// layout is a text under construction.
type layout struct {
	width int
	comma string
	lines []rich.Line
	cited []int
}

// cite returns a text as a link to a source.
func (t *layout) cite(text string, source int) rich.Span {
	t.cited = append(t.cited, source)
	return rich.Span{Text: text, Role: rich.Note, Link: len(t.cited) - 1}
}

// flow adds spans as a paragraph whose lines after the first hang.
func (t *layout) flow(hang int, spans ...rich.Span) {
	for i := range spans {
		spans[i].Text = safe.Line(spans[i].Text)
	}
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
			spans = append(spans, t.lineSpans(l)...)
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
		t.flow(len("- "), append([]rich.Span{rich.NewSpan(rich.Muted, bullet)}, t.lineSpans(l)...)...)
	}
}

func (t *layout) lineSpans(l export.Line) []rich.Span {
	var spans []rich.Span
	if l.Head != "" {
		spans = append(spans, rich.NewSpan(rich.Label, l.Head), rich.NewSpan(rich.Plain, l.Join))
	}
	for _, r := range l.Runs {
		switch {
		case r.Notes != nil:
			open := "["
			for _, n := range r.Notes {
				spans = append(spans, rich.NewSpan(rich.Note, open), t.cite(strconv.Itoa(n), n))
				open = ","
			}
			spans = append(spans, rich.NewSpan(rich.Note, "]"))
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
	spans := []rich.Span{t.cite(number, s.Number)}
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
