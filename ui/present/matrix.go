package present

import (
	"fmt"
	"strconv"
	"strings"

	"rihla/model/gaps"
	"rihla/model/kb"
	"rihla/ui/safe"
)

// glyphs are how cells are drawn: they differ by more than colour.
var glyphs = [...]Span{
	gaps.None:      {"·", Muted, -1},
	gaps.Unsourced: {"?", Warning, -1},
	gaps.Weak:      {"░", Text, -1},
	gaps.Single:    {"▒", Text, -1},
	gaps.Firm:      {"█", Title, -1},
}

const (
	leastName    = 6  // cells that the name of a row keeps
	leastHeading = 8  // cells that the last heading of a block keeps
	mostBlock    = 24 // columns beneath each other's headings
)

// Matrix draws a table of at least one row and column, for a width in cells:
// blocks of columns beneath each other, with margins and a legend. At most so
// many rows and columns are drawn.
func (v Voice) Matrix(t *gaps.Table, width, most int) []Line {
	m := matrix{voice: v, table: t, width: max(minWidth, width)}
	m.rows, m.columns = min(most, len(t.Rows)), min(most, len(t.Columns))
	m.measure()
	var out []Line
	for from := 0; from < m.columns; {
		to := min(m.columns, from+m.block(), len(t.Columns))
		out = append(append(out, m.draw(from, to)...), Line{})
		from = to
	}
	return append(out, m.legend()...)
}

type matrix struct {
	voice         Voice
	table         *gaps.Table
	width         int
	rows, columns int // as many as are drawn
	name, margin  int // cells of a row's name and number of links
	step          int // from one column to the next
}

func (m *matrix) measure() {
	longest, linked := safe.Width(m.voice.Words.Linked), 0
	for _, a := range m.table.Rows[:m.rows] {
		longest, linked = max(longest, safe.Width(m.voice.Name(a.Entity))), max(linked, a.Linked)
	}
	m.margin = len(strconv.Itoa(linked))
	m.name = max(leastName, min(longest, m.width/3))
	most := 0
	for _, a := range m.table.Columns[:m.columns] {
		most = max(most, a.Linked)
	}
	m.step = 1 + len(strconv.Itoa(most))
}

// left is how many cells stand before the columns.
func (m *matrix) left() int { return m.name + 1 + m.margin }

// block is how many columns stand side by side.
func (m *matrix) block() int {
	room := m.width - m.left() - leastHeading
	return max(1, min(mostBlock, room/m.step))
}

func (m *matrix) draw(from, to int) []Line {
	var out []Line
	for c := from; c < to; c++ {
		out = append(out, m.heading(from, c))
	}
	for r := range m.rows {
		out = append(out, m.row(r, from, to))
	}
	return append(out, m.foot(from, to))
}

// heading names a column above it; strokes lead down from the ones before.
func (m *matrix) heading(from, c int) Line {
	strokes := safe.Spaces(m.left()) + strings.Repeat(safe.Spaces(m.step-1)+"│", c-from) + safe.Spaces(m.step-1)
	name := safe.Cut(m.voice.Name(m.table.Columns[c].Entity), m.width-safe.Width(strokes))
	return Line{Spans: []Span{span(Muted, strokes), span(Text, name)}}
}

func (m *matrix) row(r, from, to int) Line {
	a := m.table.Rows[r]
	spans := []Span{
		span(Text, safe.Pad(safe.Cut(m.voice.Name(a.Entity), m.name), m.name)),
		span(Muted, " "+safe.PadLeft(strconv.Itoa(a.Linked), m.margin)),
	}
	for c := from; c < to; c++ {
		glyph := glyphs[m.table.Cell(r, c).Grade]
		if a.Entity == m.table.Columns[c].Entity {
			glyph.Text = " "
		}
		spans = append(spans, space(m.step-1), glyph)
	}
	return Line{Spans: spans}
}

// foot says how many rows each column is linked to.
func (m *matrix) foot(from, to int) Line {
	text := safe.Pad(safe.Cut(m.voice.Words.Linked, m.name), m.name) + safe.Spaces(1+m.margin)
	for c := from; c < to; c++ {
		text += safe.PadLeft(strconv.Itoa(m.table.Columns[c].Linked), m.step)
	}
	return Line{Spans: []Span{span(Muted, text)}}
}

func (m *matrix) legend() []Line {
	w := m.voice.Words
	var items [][]Span
	for grade, text := range []string{w.NoLinkGrade, w.UnsourcedGrade, w.WeakGrade, w.SingleGrade, w.FirmGrade} {
		items = append(items, []Span{glyphs[grade], span(Muted, " "+text)})
	}
	lines := flow(join(items, span(Muted, m.voice.Words.ListComma)), m.width, 0)
	if n := len(m.table.Rows) - m.rows; n > 0 {
		lines = append(lines, flow([]Span{span(Muted, w.Count(n, w.MoreRows))}, m.width, 0)...)
	}
	if n := len(m.table.Columns) - m.columns; n > 0 {
		lines = append(lines, flow([]Span{span(Muted, w.Count(n, w.MoreColumns))}, m.width, 0)...)
	}
	out := make([]Line, len(lines))
	for i, spans := range lines {
		out[i] = Line{Spans: spans}
	}
	return out
}

// Question says what is worth asking of two kinds, and why it is asked.
func (v Voice) Question(t *gaps.Table, rows, columns *kb.Kind, q gaps.Question) (text, why string) {
	w := v.Words
	switch q.For {
	case gaps.NoSource:
		return fmt.Sprintf(w.WhoSays, v.claimed(t, q)), w.NoSourceNamed
	case gaps.FewOrigins:
		return fmt.Sprintf(w.WhoElseSays, v.claimed(t, q)), v.standing(t, q)
	case gaps.LonelyRow:
		return v.lonely(t.Rows[q.Row], columns), v.othersHave(t.Rows, rows)
	case gaps.LonelyColumn:
		return v.lonely(t.Columns[q.Column], rows), v.othersHave(t.Columns, columns)
	}
	r, c := t.Rows[q.Row], t.Columns[q.Column]
	why = v.linkedTo(r, len(t.Columns), columns) + w.Semicolon + v.linkedTo(c, len(t.Rows), rows)
	return fmt.Sprintf(w.IsThereALink, v.Name(r.Entity), v.Name(c.Entity)), why
}

// mostClaims is how many claims of a pair are said again.
const mostClaims = 2

// claimed says again what is asked about.
func (v Voice) claimed(t *gaps.Table, q gaps.Question) string {
	var said []string
	seen := make(map[string]bool)
	for _, l := range t.Links(q.Row, q.Column) {
		text := v.Words.Quote(v.Name(l.From) + " — " + v.FieldLabel(l.Field) + v.Words.Colon + v.Name(l.To))
		if !seen[text] {
			said = append(said, text)
		}
		seen[text] = true
	}
	if n := len(said) - mostClaims; n > 0 {
		said = append(said[:mostClaims], v.Words.Count(n, v.Words.More))
	}
	return strings.Join(said, v.Words.ListComma)
}

// standing says on what little a pair stands.
func (v Voice) standing(t *gaps.Table, q gaps.Question) string {
	cell := t.Cell(q.Row, q.Column)
	parts := []string{v.Words.Count(cell.Origins, v.Words.OriginCount)}
	seen := make(map[string]bool)
	add := func(text string) {
		if text != "" && !seen[text] {
			parts = append(parts, text)
		}
		seen[text] = true
	}
	var behind []kb.Evidence
	for _, l := range t.Links(q.Row, q.Column) {
		word, _ := v.confidence(l.Claim.Confidence())
		add(word)
		behind = append(behind, l.Claim.Behind()...)
	}
	sources := make(map[string]bool)
	for i := range behind {
		sources[behind[i].Ref] = true
	}
	if len(sources) == 1 {
		only := plain(v.sourceSpans(behind[0].Source, behind[0].Ref, -1))
		if at := safe.Line(behind[0].Locator); at != "" {
			only += v.Words.ListComma + at
		}
		add(fmt.Sprintf(v.Words.OnlySource, only))
	}
	return strings.Join(parts, v.Words.Semicolon)
}

func (v Voice) lonely(a gaps.Axis, kind *kb.Kind) string {
	return fmt.Sprintf(v.Words.WhichLink, v.Name(a.Entity), v.Words.Quote(v.KindLabel(kind)))
}

// othersHave says how many of a kind have a link.
func (v Voice) othersHave(axes []gaps.Axis, kind *kb.Kind) string {
	linked := 0
	for _, a := range axes {
		if a.Linked > 0 {
			linked++
		}
	}
	return v.Words.Quote(v.KindLabel(kind)) + v.Words.Colon + v.Words.CountOf(linked, len(axes), v.Words.HaveOne)
}

func (v Voice) linkedTo(a gaps.Axis, of int, kind *kb.Kind) string {
	w := v.Words
	return fmt.Sprintf(w.LinkedTo, v.Name(a.Entity), w.Number(a.Linked), w.Number(of), w.Quote(v.KindLabel(kind)))
}

// Questions says what is worth asking, each with why, for a width in cells.
func (v Voice) Questions(t *gaps.Table, rows, columns *kb.Kind, questions []gaps.Question, width int) []Line {
	var out []Line
	for i, q := range questions {
		text, why := v.Question(t, rows, columns, q)
		number := strconv.Itoa(i+1) + ". "
		lines := flow([]Span{span(Muted, number), span(Text, text)}, max(minWidth, width), len(number))
		lines = append(lines, indent(flow([]Span{span(Muted, why)}, max(minWidth, width)-len(number), 0), len(number))...)
		for _, spans := range lines {
			out = append(out, Line{Spans: spans})
		}
	}
	return out
}
