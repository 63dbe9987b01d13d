package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"rihla/ui/rich"
	"rihla/ui/safe"
)

// gap is how many cells stand between the columns of a table, and narrowestColumn
// the least width of a column that had to be made narrower.
const (
	gap             = 2
	narrowestColumn = 8
)

// row is the cells of a row, each in the lines that hard breaks make.
type row [][][]rich.Span

// table lays out a table: in columns, with cells of several lines where it is
// too wide, or each row as a list of what its cells are called and say.
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
					rule = append(rule, rich.Blank(gap))
				}
				rule = append(rule, rich.NewSpan(rich.Faint, repeat("─", width)))
			}
			w.add(rule)
		}
	}
}

func repeat(s string, n int) string {
	out := make([]byte, 0, n*len(s))
	for range n {
		out = append(out, s...)
	}
	return string(out)
}

// row gathers the cells of a row, as many as the table has columns.
func (w *walker) row(n ast.Node, role rich.Role, columns int) row {
	out := make(row, columns)
	at := 0
	for c := n.FirstChild(); c != nil && at < columns; c = c.NextSibling() {
		out[at] = w.inlines(c, role)
		at++
	}
	return out
}

// columnWidths divides the room among the columns: what each needs, or less for
// the widest; nil where that leaves a column too narrow to read.
func columnWidths(rows []row, room int) []int {
	widths := make([]int, len(rows[0]))
	total := gap * (len(widths) - 1)
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
	room -= gap * (len(widths) - 1)
	most := widest(widths, room)
	if most < narrowestColumn {
		return nil
	}
	left := room
	for c := range widths {
		widths[c] = min(widths[c], most)
		left -= widths[c]
	}
	for c := range widths { // what is left of the division goes to the first of the widest
		if widths[c] == most && left > 0 {
			widths[c]++
			left--
		}
	}
	return widths
}

// widest returns the greatest width that columns may have to fit in a room.
func widest(widths []int, room int) int {
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
		blank := 0 // cells before the next text
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
				blank = after + gap
			} else {
				blank += width + gap
			}
		}
	}
	return out
}

// records lays out the rows of a table that is too wide as lists.
func (w *walker) records(rows []row) {
	head := rows[0]
	if len(rows) == 1 {
		for _, cell := range head {
			w.cell(nil, cell)
		}
	}
	for _, r := range rows[1:] {
		w.part()
		for c, cell := range r {
			w.cell(head[c], cell)
		}
		w.part()
	}
}

// cell lays out a cell after what its column is called.
func (w *walker) cell(head, cell [][]rich.Span) {
	var spans []rich.Span
	for _, line := range head {
		for _, s := range line {
			spans = append(spans, rich.NewSpan(rich.Label, s.Text))
		}
	}
	if len(spans) > 0 && len(cell) > 0 {
		spans = append(spans, rich.Blank(gap))
	}
	for i, line := range cell {
		if i > 0 {
			spans = append(spans, rich.Blank(1))
		}
		spans = append(spans, line...)
	}
	w.add(rich.Flow(spans, w.room(), safe.Width("  "))...)
}
