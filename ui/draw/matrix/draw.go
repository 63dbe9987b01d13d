package matrix

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"rihla/model/matrix"
	"rihla/ui/draw/canvas"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
)

// Viewport is the visible part of a table: the first row and column in the frame, and
// those that cross in the cell that is lit.
type Viewport struct {
	Top, Left   int
	Row, Column int
}

// Lit is the link of the cell that is lit.
const Lit = 0

// Draw draws what is seen of a table.
func Draw(v present.Voice, t *matrix.Table, s Shading, l Layout, view Viewport) []rich.Line {
	d := drawing{voice: v, table: t, shading: s, Layout: l, Viewport: view, canvas: canvas.New(l.Width, l.Height)}
	d.rowNames, d.columnNames = seenNames(v, t.Rows, view.Top, l.Rows), seenNames(v, t.Columns, view.Left, l.Columns)
	if l.flags {
		d.drawFlags()
	} else {
		d.drawLetters()
	}
	for y := range l.Rows {
		d.drawRow(y)
	}
	d.drawMore()
	return d.canvas.Lines()
}

type drawing struct {
	Layout
	Viewport
	voice   present.Voice
	table   *matrix.Table
	shading Shading
	canvas  *canvas.Canvas

	rowNames, columnNames []string // of those that are seen
}

// seenNames returns the names of n axes from one on.
func seenNames(v present.Voice, axes []matrix.Axis, from, n int) []string {
	var out []string
	for _, a := range axes[min(from, len(axes)):min(from+n, len(axes))] {
		out = append(out, v.Name(a.Entity))
	}
	return out
}

// cut shortens a name so that it stays unlike others, as far as that can be.
func cut(name string, n int, others []string) string {
	text, _ := safe.CutApart(name, n, others)
	return text
}

// names are the roles of names and of the numbers beside them.
func names(lit bool) (name, number rich.Role) {
	if lit {
		return rich.Strong, rich.Accent
	}
	return rich.Text, rich.Muted
}

// drawFlags names each column above it; strokes lead down from those before.
func (d *drawing) drawFlags() {
	for c := range d.Columns {
		axis, x := d.table.Columns[c], d.X(c)
		name, number := names(c == d.Column)
		count := strconv.Itoa(axis.Linked)
		text := cut(d.voice.Name(axis.Entity), d.Width-x-1-len(count), d.columnNames)
		d.canvas.Text(x, c, text, name, -1)
		d.canvas.Text(x+safe.Width(text)+1, c, count, number, -1)
		stroke := rich.Faint
		if c == d.Column {
			stroke = rich.Accent
		}
		for y := c + 1; y < d.head; y++ {
			d.canvas.Put(x, y, '│', stroke, -1)
		}
	}
}

// drawLetters writes the names of columns downwards, as much of each as there is
// room for, and that of the column that is lit across.
func (d *drawing) drawLetters() {
	if d.head == 0 {
		return
	}
	for i := range d.Columns {
		c := d.Left + i
		axis, x := d.table.Columns[c], d.X(i)
		name, number := names(c == d.Column)
		if c != d.Column {
			name = rich.Muted
		}
		letters := d.letters(d.voice.Name(axis.Entity))
		for y, letter := range letters {
			d.canvas.Text(x, 1+d.upper-len(letters)+y, letter, name, -1)
		}
		if d.digits > 0 {
			count := safe.PadLeft(strconv.Itoa(axis.Linked), d.digits)
			for y, digit := range []byte(count) {
				d.canvas.Text(x, 1+d.upper+y, string(digit), number, -1)
			}
		}
	}
	d.drawSelectedName()
}

// letters returns the cells of a name one by one, as many as there is room for. A
// wide one is shown as an ellipsis where it would touch the next column, and so is
// a sign that terminals draw otherwise alone than among others, as they do the
// halves of a flag.
func (d *drawing) letters(name string) []string {
	var out []string
	for letter, width := range safe.Cells(cut(name, d.upper, d.columnNames)) {
		if len(out) == d.upper {
			break
		}
		switch {
		case width == 0:
			continue
		case letter == "…":
			letter = "⋮"
		case width >= d.step || !standsAlone(letter):
			letter = "…"
		}
		out = append(out, letter)
	}
	return out
}

func standsAlone(letter string) bool {
	r, _ := utf8.DecodeRuneInString(letter)
	return unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.Zs, controlPictures) || r < utf8.RuneSelf
}

// controlPictures stand for what a terminal would obey.
var controlPictures = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x2400, Hi: 0x2426, Stride: 1}}}

// drawSelectedName names the column that is lit above all columns, from it on to the
// right, or as far to the left of it as it takes.
func (d *drawing) drawSelectedName() {
	i := d.Column - d.Left
	if i < 0 || i >= d.Columns {
		return
	}
	axis := d.table.Columns[d.Column]
	count := strconv.Itoa(axis.Linked)
	text := safe.Cut(d.voice.Name(axis.Entity), d.Width-1-len(count))
	x := max(0, min(d.X(i), d.Width-safe.Width(text)-1-len(count)))
	d.canvas.Text(x, 0, text, rich.Strong, -1)
	d.canvas.Text(x+safe.Width(text)+1, 0, count, rich.Accent, -1)
}

// drawMore marks the sides on which there are more rows and columns.
func (d *drawing) drawMore() {
	if d.Rows > 0 {
		above, below := d.Top > 0, d.Top+d.Rows < len(d.table.Rows)
		if above {
			d.mark(d.Width-1, d.head, theme.MoreAbove)
		}
		if below && !(above && d.Rows == 1) {
			d.mark(d.Width-1, d.head+d.Rows-1, theme.MoreBelow)
		}
	}
	if d.head == 0 || d.flags || d.Columns == 0 {
		return
	}
	if d.Left > 0 {
		d.canvas.Text(d.left-1, d.head-1, theme.MoreLeft, rich.Muted, -1)
	}
	if x := d.X(d.Columns-1) + 1; d.Left+d.Columns < len(d.table.Columns) && x < d.Width {
		d.canvas.Text(x, d.head-1, theme.MoreRight, rich.Muted, -1)
	}
}

// mark sets a mark at a cell that is free.
func (d *drawing) mark(x, y int, sign string) {
	if d.canvas.IsFree(x, y, 1, 1) {
		d.canvas.Text(x, y, sign, rich.Muted, -1)
	}
}

func (d *drawing) drawRow(y int) {
	row := d.Top + y
	if row >= len(d.table.Rows) {
		return
	}
	axis, lit := d.table.Rows[row], row == d.Row
	name, number := names(lit)
	y += d.head
	if lit {
		d.canvas.Text(0, y, bar, rich.Accent, -1)
	}
	d.canvas.Text(1, y, cut(d.voice.Name(axis.Entity), d.name, d.rowNames), name, -1)
	if d.margin > 0 {
		d.canvas.Text(2+d.name, y, safe.PadLeft(strconv.Itoa(axis.Linked), d.margin), number, -1)
	}
	cells := d.table.Row(row)
	at, _ := slices.BinarySearchFunc(cells, d.Left, func(c matrix.Cell, column int) int { return c.Column - column })
	for i := range d.Columns {
		column := d.Left + i
		c := matrix.Cell{Column: column}
		if at < len(cells) && cells[at].Column == column {
			c = cells[at]
			at++
		}
		d.drawCell(i, y, row, c)
	}
}

// bar stands before the row that is lit.
const bar = "▌"

func (d *drawing) drawCell(i, y, row int, c matrix.Cell) {
	cell, x := d.shading.Cell(c), d.X(i)
	rowLit, columnLit := row == d.Row, c.Column == d.Column
	switch {
	case d.table.Rows[row].Entity == d.table.Columns[c.Column].Entity:
		cell.Text, cell.Role = diagonal, rich.Faint
	case c.IsFilled():
	case rowLit || columnLit:
		cell.Role = rich.Accent
	case !d.isDotted(row, c.Column):
		return
	default:
		cell.Role = rich.Faint
	}
	link := -1
	if rowLit && columnLit {
		link = Lit
		d.canvas.Text(x-d.step+1, y, "[", rich.Accent, -1)
		d.canvas.Text(x+1, y, "]", rich.Accent, -1)
	}
	d.canvas.Text(x+1-safe.Width(cell.Text), y, cell.Text, cell.Role, link)
}

// diagonal stands where an entity meets itself.
const diagonal = "╲"
