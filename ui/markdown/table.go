package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"rihla/ui/rich"
)

// Widths of tables, in cells.
const (
	columnGap      = 2
	minColumnWidth = 8 // of a column narrower than its text
)

// row is the cells of one row, and of each the lines that hard breaks make.
type row [][][]rich.Span

// table lays out a table in columns, with wrapped cells if it is too wide; or as
// records if the columns would be too narrow.
func (w *walker) table(n *extast.Table) {
	var rows []row
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		role := rich.Text
		if r.Kind() == extast.KindTableHeader {
			role = rich.Heading
		}
		rows = append(rows, w.row(r, role, len(n.Alignments)))
	}
	widths := columnWidths(rows, w.room())
	if widths == nil {
		w.records(rows)
		return
	}
	for i, r := range rows {
		w.add(setRow(r, widths, n.Alignments)...)
		if i == 0 {
			var rule []rich.Span
			for c, width := range widths {
				if c > 0 {
					rule = append(rule, rich.Blank(columnGap))
				}
				rule = append(rule, rich.NewSpan(rich.Faint, strings.Repeat("─", width)))
			}
			w.add(rule)
		}
	}
}

// row returns a row with as many cells as the table has columns.
func (w *walker) row(n ast.Node, role rich.Role, columns int) row {
	out := make(row, columns)
	at := 0
	for c := n.FirstChild(); c != nil && at < columns; c = c.NextSibling() {
		out[at] = w.inlines(c, role)
		at++
	}
	return out
}

// columnWidths divides the room among the columns. If it is too little, the widest
// columns get equal widths, unless these would be too narrow: then it returns nil.
func columnWidths(rows []row, room int) []int {
	widths := make([]int, len(rows[0]))
	total := columnGap * (len(widths) - 1)
	for c := range widths {
		widths[c] = 1
		for _, r := range rows {
			for _, line := range r[c] {
				widths[c] = max(widths[c], rich.Width(line))
			}
		}
		total += widths[c]
	}
	if total <= room {
		return widths
	}
	room -= columnGap * (len(widths) - 1)
	limit := maxFitting(widths, room)
	if limit < minColumnWidth {
		return nil
	}
	left := room
	for c := range widths {
		widths[c] = min(widths[c], limit)
		left -= widths[c]
	}
	for c := range widths { // the remainder
		if widths[c] == limit && left > 0 {
			widths[c]++
			left--
		}
	}
	return widths
}

// maxFitting returns the greatest limit of widths with which all of them fit.
func maxFitting(widths []int, room int) int {
	low, high := 0, room
	for low < high {
		middle := (low + high + 1) / 2
		sum := 0
		for _, width := range widths {
			sum += min(width, middle)
		}
		if sum <= room {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// setRow lays out a row in columns.
func setRow(r row, widths []int, align []extast.Alignment) [][]rich.Span {
	cells := make([][][]rich.Span, len(r))
	height := 1
	for c, lines := range r {
		for _, line := range lines {
			cells[c] = append(cells[c], rich.Flow(line, widths[c], 0)...)
		}
		height = max(height, len(cells[c]))
	}
	out := make([][]rich.Span, height)
	for y := range out {
		blank := 0 // pending spaces
		for c, width := range widths {
			var line []rich.Span
			if y < len(cells[c]) {
				line = cells[c][y]
			}
			before, after := 0, width-rich.Width(line)
			switch align[c] {
			case extast.AlignRight:
				before, after = after, 0
			case extast.AlignCenter:
				before = after / 2
				after -= before
			}
			if len(line) > 0 {
				out[y] = append(append(out[y], rich.Blank(blank+before)), line...)
				blank = after + columnGap
			} else {
				blank += width + columnGap
			}
		}
	}
	return out
}

// records lays out each row as one line for each of its cells.
func (w *walker) records(rows []row) {
	head := rows[0]
	if len(rows) == 1 {
		for _, cell := range head {
			w.cell(nil, cell)
		}
	}
	for _, r := range rows[1:] {
		w.separate()
		for c, cell := range r {
			w.cell(head[c], cell)
		}
		w.separate()
	}
}

// cell lays out a cell after the heading of its column.
func (w *walker) cell(head, cell [][]rich.Span) {
	var spans []rich.Span
	for _, line := range head {
		for _, s := range line {
			spans = append(spans, rich.NewSpan(rich.Label, s.Text))
		}
	}
	if len(spans) > 0 && len(cell) > 0 {
		spans = append(spans, rich.Blank(columnGap))
	}
	for i, line := range cell {
		if i > 0 {
			spans = append(spans, rich.Blank(1))
		}
		spans = append(spans, line...)
	}
	w.add(rich.Flow(spans, w.room(), columnGap)...)
}
