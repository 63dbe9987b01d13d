package matrix

import (
	"strings"

	"rihla/model/kb"
	"rihla/model/matrix"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Sides describes the two sides of a table and how it was made.
type Sides struct {
	Rows, Columns string
	By            *kb.Field // the only relation, or nil
	Hops          int
	Cited         bool // whether sources are set against what cites them
	Order         Order
	Query         string // that selects what is set against, fit to be shown
}

// Title names both sides.
func (s Sides) Title(v present.Voice) string { return v.Words.Say(words.Against, s.Rows, s.Columns) }

// Options describes which links count and the order of rows and columns.
func (s Sides) Options(v present.Voice) []string {
	w := v.Words
	parts := []string{w.Say(words.Direct)}
	switch {
	case s.Cited:
		parts[0] = w.Say(words.Citations)
	case s.Hops > 1:
		parts[0] = w.Count(s.Hops, words.WithinReach)
	}
	if s.By != nil {
		parts = append(parts, w.Say(words.ByOne, v.FieldLabel(s.By)))
	}
	if parts = append(parts, s.Order.Label(w)); s.Query != "" {
		parts = append(parts, "/ "+s.Query)
	}
	return parts
}

// Heading is Title and Options on one line.
func (s Sides) Heading(v present.Voice) rich.Line {
	return rich.Line{Spans: []rich.Span{
		rich.NewSpan(rich.Heading, s.Title(v)), rich.NewSpan(rich.Muted, rich.Separator+strings.Join(s.Options(v), rich.Separator)),
	}}
}

// Left describes which entities of both sides the table omits.
func (s Sides) Left(v present.Voice, t *matrix.Table) []string {
	w := v.Words
	var out []string
	if n := t.CutRows; n > 0 {
		kept := len(t.Rows) + t.EmptyRows
		out = append(out, w.CountOf(kept, kept+n, words.CutRows))
	}
	var parts []string
	for i, side := range []struct {
		n     int
		label string
	}{{t.EmptyRows, s.Rows}, {t.EmptyColumns, s.Columns}} {
		if side.n > 0 && !(i > 0 && t.IsSquare()) {
			parts = append(parts, side.label+" "+w.Number(side.n))
		}
	}
	if t.NotHolding > 0 {
		out = append(out, w.Count(t.NotHolding, words.NotHolding))
	}
	if len(parts) > 0 {
		out = append(out, w.Say(words.WithoutAny, strings.Join(parts, w.ListComma)))
	}
	return out
}

// HeadingWithin is Heading in as many lines as it takes.
func (s Sides) HeadingWithin(v present.Voice, width int) []rich.Line {
	if line := s.Heading(v); line.Width() <= width {
		return []rich.Line{line}
	}
	var out []rich.Line
	for _, text := range safe.Wrap(s.Title(v), width) {
		out = append(out, rich.NewLine(rich.NewSpan(rich.Heading, text)))
	}
	for _, text := range safe.Wrap(strings.Join(s.Options(v), rich.Separator), width) {
		out = append(out, rich.NewLine(rich.NewSpan(rich.Muted, text)))
	}
	return out
}

// Lines returns the whole table as text, row by row. The link of a span is an index in
// entities.
func (s Sides) Lines(v present.Voice, t *matrix.Table) (out []rich.Line, entities []*kb.Entity) {
	w := v.Words
	named := func(e *kb.Entity, role rich.Role, indent, after string) {
		entities = append(entities, e)
		spans := []rich.Span{{Text: v.Name(e), Role: role, Link: len(entities) - 1}, rich.NewSpan(rich.Text, after)}
		if indent != "" {
			spans = append([]rich.Span{rich.NewSpan(rich.Plain, indent)}, spans...)
		}
		out = append(out, rich.Line{Spans: spans})
	}
	add := func(role rich.Role, text string) {
		out = append(out, rich.NewLine(rich.NewSpan(role, text)))
	}
	add(rich.Heading, w.Say(words.TwoKinds, s.Rows, s.Columns)+w.ListComma+strings.Join(s.Options(v), w.ListComma))
	add(rich.Text, strings.Join([]string{w.Count(len(t.Rows), words.RowCount), w.Count(len(t.Columns), words.ColumnCount), w.Count(t.Linked(), words.FilledCells)}, w.ListComma))
	for _, text := range s.Left(v, t) {
		add(rich.Text, text)
	}
	for row, a := range t.Rows {
		add(rich.Plain, "")
		named(a.Entity, rich.Strong, "", w.ListComma+w.Count(a.Linked, words.FilledCells))
		for _, c := range t.Row(row) {
			if c.IsFilled() {
				said := strings.ReplaceAll(strings.Join(InCell(v, t, row, c.Column), w.Semicolon), "← ", "")
				named(t.Columns[c.Column].Entity, rich.Text, "  ", w.Colon+said)
			}
		}
	}
	return out, entities
}
