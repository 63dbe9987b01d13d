// Package canvas is a grid of terminal cells to draw a picture on: text, and below
// it braille dots, two by four in a cell. Drawing is clipped to the grid. It knows
// neither colours nor a terminal.
package canvas

import (
	"cmp"
	"strings"

	"rihla/ui/rich"
	"rihla/ui/safe"
)

// Canvas is a grid of cells, counted from 0 at the top left.
type Canvas struct {
	width, height int
	cells         []cell
	dots          []dots
}

// cell is the text layer of one cell: a grapheme cluster, or nothing where a wide
// cluster on its left covers it.
type cell struct {
	text string
	role rich.Role
	link int32 // the link of the caller plus 1, so that 0 is none
	kind kind
}

type kind uint8

const (
	blank kind = iota
	cluster
	covered // by the wide cluster on its left
)

// dots is the braille layer of one cell. All its dots have the role of the one that
// was set last.
type dots struct {
	bits uint8
	role rich.Role
}

// The dots of a cell.
const (
	DotsAcross = 2
	DotsDown   = 4
)

// New returns an empty canvas; a negative side counts as 0.
func New(width, height int) *Canvas {
	width, height = max(0, width), max(0, height)
	return &Canvas{width: width, height: height, cells: make([]cell, width*height), dots: make([]dots, width*height)}
}

// Size returns the width and the height in cells.
func (c *Canvas) Size() (width, height int) { return c.width, c.height }

func (c *Canvas) contains(x, y int) bool { return x >= 0 && x < c.width && y >= 0 && y < c.height }

// Text writes a text, which has passed ui/safe, from a cell to the right. What lies
// outside the canvas is left out, and so is a wide character that crosses its
// edge. The link is an index of the caller's, or -1 for none.
func (c *Canvas) Text(x, y int, text string, role rich.Role, link int) {
	if y < 0 || y >= c.height {
		return
	}
	for piece, width := range safe.Cells(text) {
		if x >= c.width {
			return
		}
		if width > 0 && x >= 0 && x+width <= c.width {
			c.clear(x, y, width)
			at := y*c.width + x
			c.cells[at] = cell{piece, role, int32(link + 1), cluster}
			for i := 1; i < width; i++ {
				c.cells[at+i] = cell{role: role, link: int32(link + 1), kind: covered}
			}
		}
		x += width
	}
}

// clear empties cells, and the other half of each wide character that they cut.
func (c *Canvas) clear(x, y, width int) {
	row := c.cells[y*c.width : (y+1)*c.width]
	from, to := x, x+width
	for from > 0 && row[from].kind == covered {
		from--
	}
	for to < c.width && row[to].kind == covered {
		to++
	}
	clear(row[from:to])
}

// Put writes one character, which is one cell wide.
func (c *Canvas) Put(x, y int, r rune, role rich.Role, link int) {
	if c.contains(x, y) {
		c.clear(x, y, 1)
		c.cells[y*c.width+x] = cell{string(r), role, int32(link + 1), cluster}
	}
}

// Clear empties a rectangle of cells, text and dots.
func (c *Canvas) Clear(x, y, width, height int) {
	for row := max(0, y); row < min(c.height, y+height); row++ {
		from, to := max(0, x), min(c.width, x+width)
		if from < to {
			c.clear(from, row, to-from)
			clear(c.dots[row*c.width+from : row*c.width+to])
		}
	}
}

// IsFree reports whether a rectangle of cells lies within the canvas and holds no
// text. Dots do not count.
func (c *Canvas) IsFree(x, y, width, height int) bool {
	if x < 0 || y < 0 || width < 0 || height < 0 || x+width > c.width || y+height > c.height {
		return false
	}
	for row := y; row < y+height; row++ {
		for _, cell := range c.cells[row*c.width+x : row*c.width+x+width] {
			if cell.kind != blank {
				return false
			}
		}
	}
	return true
}

// LinkAt returns the link of a cell, or -1.
func (c *Canvas) LinkAt(x, y int) int {
	if !c.contains(x, y) {
		return -1
	}
	return int(c.cells[y*c.width+x].link) - 1
}

// bits are the bits of a cell's dots by row and column, as added to U+2800.
var bits = [DotsDown][DotsAcross]uint8{{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}

// Dot sets a dot, counted in dots from the top left.
func (c *Canvas) Dot(x, y int, role rich.Role) {
	if x < 0 || y < 0 || !c.contains(x/DotsAcross, y/DotsDown) {
		return
	}
	d := &c.dots[y/DotsDown*c.width+x/DotsAcross]
	d.bits |= bits[y%DotsDown][x%DotsAcross]
	d.role = role
}

// Stroke sets the dots of a straight line, both ends included, by the algorithm of
// Bresenham. The part outside the canvas costs nothing.
func (c *Canvas) Stroke(x0, y0, x1, y1 int, role rich.Role) {
	x0, y0, x1, y1, visible := clip(x0, y0, x1, y1, c.width*DotsAcross, c.height*DotsDown)
	if !visible {
		return
	}
	dx, dy := max(x1-x0, x0-x1), min(y1-y0, y0-y1)
	stepX, stepY := cmp.Compare(x1, x0), cmp.Compare(y1, y0)
	for e := dx + dy; ; {
		c.Dot(x0, y0, role)
		if x0 == x1 && y0 == y1 {
			return
		}
		twice := 2 * e
		if twice >= dy {
			e += dy
			x0 += stepX
		}
		if twice <= dx {
			e += dx
			y0 += stepY
		}
	}
}

// Lines returns the rows as lines, without trailing blanks.
func (c *Canvas) Lines() []rich.Line {
	lines := make([]rich.Line, c.height)
	for y := range lines {
		lines[y] = c.line(y)
	}
	return lines
}

// brailleBase is the braille pattern without dots.
const brailleBase = 0x2800

func (c *Canvas) line(y int) rich.Line {
	end := c.width
	for end > 0 && c.cells[y*c.width+end-1].kind == blank && c.dots[y*c.width+end-1].bits == 0 {
		end--
	}
	var line rich.Line
	var run strings.Builder
	var of rich.Span
	flush := func() {
		if run.Len() > 0 {
			of.Text = run.String()
			line.Spans = append(line.Spans, of)
			run.Reset()
		}
	}
	for x := range end {
		cell, d := &c.cells[y*c.width+x], c.dots[y*c.width+x]
		now := rich.Span{Role: cell.role, Link: int(cell.link) - 1}
		switch {
		case cell.kind == covered:
			continue
		case cell.kind == blank && d.bits == 0:
			now.Role = rich.Plain
		case cell.kind == blank:
			now.Role = d.role
		}
		if now.Role != of.Role || now.Link != of.Link {
			flush()
			of = now
		}
		switch {
		case cell.kind == cluster:
			run.WriteString(cell.text)
		case d.bits == 0:
			run.WriteByte(' ')
		default:
			run.WriteRune(brailleBase + rune(d.bits))
		}
	}
	flush()
	return line
}
