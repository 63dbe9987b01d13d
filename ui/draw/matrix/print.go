package matrix

import (
	"strconv"
	"strings"

	"rihla/model/matrix"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

const (
	minPrintName = 6  // cells that the name of a row keeps
	leastHeading = 8  // cells that the last heading of a block keeps
	mostBlock    = 24 // columns beneath each other's headings
)

// Print draws a table of at least one row and column, for a width in cells:
// blocks of columns beneath each other, with margins and a legend. At most so
// many rows and columns are drawn.
func Print(v present.Voice, t *matrix.Table, s Shading, width, most int) []rich.Line {
	m := printer{voice: v, table: t, shading: s, width: max(detail.MinWidth, width)}
	m.rows, m.columns = min(most, len(t.Rows)), min(most, len(t.Columns))
	m.measure()
	m.rowNames, m.columnNames = seenNames(v, t.Rows, 0, m.rows), seenNames(v, t.Columns, 0, m.columns)
	var out []rich.Line
	for from := 0; from < m.columns; {
		to := min(m.columns, from+m.block(), len(t.Columns))
		out = append(append(out, m.draw(from, to)...), rich.Line{})
		from = to
	}
	return append(out, m.legend()...)
}

type printer struct {
	voice         present.Voice
	table         *matrix.Table
	shading       Shading
	width         int
	rows, columns int // as many as are drawn
	name, margin  int // cells of a row's name and number of links
	step          int // from one column to the next

	rowNames, columnNames []string
}

func (m *printer) measure() {
	longest, linked := safe.Width(m.voice.Words.Say(words.Linked)), 0
	for _, a := range m.table.Rows[:m.rows] {
		longest, linked = max(longest, safe.Width(m.voice.Name(a.Entity))), max(linked, a.Linked)
	}
	m.margin = len(strconv.Itoa(linked))
	most := 0
	for _, a := range m.table.Columns[:m.columns] {
		most = max(most, a.Linked)
	}
	m.step = 1 + max(len(strconv.Itoa(most)), m.shading.Width())
	headings := 0
	for i, a := range m.table.Columns[:m.columns] {
		headings = max(headings, m.step*(i%mostBlock+1)+safe.Width(m.voice.Name(a.Entity)))
	}
	m.name = max(minPrintName, min(longest, max(m.width/3, m.width-1-m.margin-headings)))
}

// left returns the number of cells before the columns.
func (m *printer) left() int { return m.name + 1 + m.margin }

// block returns the number of columns side by side.
func (m *printer) block() int {
	room := m.width - m.left() - leastHeading
	return max(1, min(mostBlock, room/m.step))
}

func (m *printer) draw(from, to int) []rich.Line {
	var out []rich.Line
	for c := from; c < to; c++ {
		out = append(out, m.heading(from, c))
	}
	for r := range m.rows {
		out = append(out, m.row(r, from, to))
	}
	return append(out, m.foot(from, to))
}

// heading names a column above it; strokes lead down from the ones before.
func (m *printer) heading(from, c int) rich.Line {
	strokes := safe.Spaces(m.left()) + strings.Repeat(safe.Spaces(m.step-1)+"│", c-from) + safe.Spaces(m.step-1)
	name := cut(m.voice.Name(m.table.Columns[c].Entity), m.width-safe.Width(strokes), m.columnNames)
	return rich.NewLine(rich.NewSpan(rich.Muted, strokes), rich.NewSpan(rich.Text, name))
}

func (m *printer) row(r, from, to int) rich.Line {
	a := m.table.Rows[r]
	spans := []rich.Span{
		rich.NewSpan(rich.Text, safe.Pad(cut(m.voice.Name(a.Entity), m.name, m.rowNames), m.name)),
		rich.NewSpan(rich.Muted, " "+safe.PadLeft(strconv.Itoa(a.Linked), m.margin)),
	}
	for c := from; c < to; c++ {
		cell := m.shading.Cell(m.table.Cell(r, c))
		if a.Entity == m.table.Columns[c].Entity {
			cell.Text = " "
		}
		spans = append(spans, rich.Blank(m.step-safe.Width(cell.Text)), cell)
	}
	return rich.Line{Spans: spans}
}

// foot returns the number of linked rows of each column.
func (m *printer) foot(from, to int) rich.Line {
	text := safe.Pad(safe.Cut(m.voice.Words.Say(words.Linked), m.name), m.name) + safe.Spaces(1+m.margin)
	for c := from; c < to; c++ {
		text += safe.PadLeft(strconv.Itoa(m.table.Columns[c].Linked), m.step)
	}
	return rich.NewLine(rich.NewSpan(rich.Muted, text))
}

func (m *printer) legend() []rich.Line {
	w := m.voice.Words
	lines := rich.Flow(m.shading.Legend(), m.width, 0)
	if n := len(m.table.Rows) - m.rows; n > 0 {
		lines = append(lines, rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, w.Count(n, words.MoreRows))}, m.width, 0)...)
	}
	if n := len(m.table.Columns) - m.columns; n > 0 {
		lines = append(lines, rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, w.Count(n, words.MoreColumns))}, m.width, 0)...)
	}
	out := make([]rich.Line, len(lines))
	for i, spans := range lines {
		out[i] = rich.Line{Spans: spans}
	}
	return out
}
