package timeline

import (
	"rihla/ui/draw/canvas"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// The signs of the chart; each is one cell wide.
const (
	sure     = '━'
	rough    = '╌'
	onwards  = '▸' // continues after the cell
	backward = '◂'
	now      = '│' // today
	grid     = '┊'
)

// drawing is the state of one call of Draw.
type drawing struct {
	*Chart
	parts frame
	on    *canvas.Canvas
}

// Draw returns the lines of the chart, no more and no wider than its size. The link
// of a span is the index of the item that it names.
func (c *Chart) Draw() []rich.Line {
	d := &drawing{Chart: c, parts: c.frame(), on: canvas.New(c.width, c.height)}
	if c.width == 0 || c.height == 0 {
		return d.on.Lines()
	}
	d.drawStatus()
	d.drawAxis()
	d.drawDensity()
	for n := range min(d.parts.rowCount(), len(c.rows)-c.top) {
		d.drawRow(d.parts.rows.y+n*d.parts.perRow, int(c.rows[c.top+n]))
	}
	d.drawMore()
	d.drawCaption()
	return d.on.Lines()
}

// ItemAt returns the item whose row is at line y of the chart, or None.
func (c *Chart) ItemAt(y int) int {
	f := c.frame()
	if at := c.top + (y-f.rows.y)/f.perRow; f.rows.holds(y) && (y-f.rows.y)%f.perRow == 0 && at < len(c.rows) {
		return int(c.rows[at])
	}
	return None
}

// text writes a text cut to room cells and returns the column after it.
func (d *drawing) text(x, y, room int, text string, role rich.Role, link int) int {
	text = safe.Cut(text, room)
	d.on.Text(x, y, text, role, link)
	return x + safe.Width(text)
}

// drawCaption describes the selected item.
func (d *drawing) drawCaption() {
	i := d.Selected()
	if i == nil || d.parts.caption.lines == 0 {
		return
	}
	what, when := d.describe(i)
	lines := []rich.Line{{Spans: what}, {Spans: when}}
	if d.parts.caption.lines == 1 {
		lines = []rich.Line{{Spans: append(append(what, rich.Blank(2)), when...)}}
	}
	x, y := d.margin(), d.parts.caption.y
	x = d.text(x, y, d.width-x, d.voice.KindSign(i.Entity.Kind)+" ", d.voice.KindRole(i.Entity.Kind), -1)
	for n, line := range rich.Fit(lines, d.width-d.margin()-x, 0, d.parts.caption.lines) {
		d.spans(x, y+n, line.Spans)
	}
}

// spans writes spans from a cell to the right edge.
func (d *drawing) spans(x, y int, spans []rich.Span) {
	for _, s := range spans {
		x = d.text(x, y, d.width-x, s.Text, s.Role, -1)
	}
}
