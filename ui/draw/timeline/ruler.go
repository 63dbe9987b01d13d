package timeline

import (
	"slices"

	"rihla/model/timeline"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// drawAxis draws the ticks, their enclosing periods, today, and the grid.
func (d *drawing) drawAxis() {
	if d.parts.axis.lines == 0 {
		return
	}
	by := stepFor(d.scale, d.voice.Words)
	ticks := ticksOf(d.scale, by, d.voice.Words)
	d.drawToday()
	d.drawGaps()
	d.drawGrid(by)
	// Backward, so that an enclosing period gives way to the following one.
	free := d.width
	for _, t := range slices.Backward(ticks) {
		x := d.scale.edge(t.at)
		if d.parts.above.lines > 0 && t.above != "" {
			at := max(0, x)
			if w := safe.Width(t.above); at+w <= free && d.isFree(at, d.parts.above.y, w) {
				d.on.Text(at, d.parts.above.y, t.above, rich.Strong, -1)
				free = at - apart
			}
		}
		if w := safe.Width(t.label); x >= 0 && d.isFree(x, d.parts.axis.y, w) {
			d.on.Text(x, d.parts.axis.y, t.label, rich.Muted, -1)
		}
	}
}

// drawGrid draws vertical lines through the rows at the ticks of a step, or of the
// first longer one whose lines are far enough apart.
func (d *drawing) drawGrid(by step) {
	const apart = 14 // cells
	for longer := range steps {
		if longer.days() >= by.days() && longer.days()/d.scale.per >= apart {
			by = longer
			break
		}
	}
	for _, t := range ticksOf(d.scale, by, d.voice.Words) {
		if x := d.scale.edge(t.at); x >= 0 && x < d.width {
			d.line(x, grid, rich.Faint)
		}
	}
}

// isFree reports whether the cells of a label and one cell on either side are free.
func (d *drawing) isFree(x, y, w int) bool {
	from, to := max(0, x-1), min(d.width, x+w+1)
	return x+w <= d.width && d.on.IsFree(from, y, to-from, 1)
}

// line draws a vertical line through the free cells of all rows.
func (d *drawing) line(x int, sign rune, role rich.Role) {
	for y := range d.parts.rows.lines {
		if d.on.IsFree(x, d.parts.rows.y+y, 1, 1) {
			d.on.Put(x, d.parts.rows.y+y, sign, role, -1)
		}
	}
}

// drawToday draws the line and the label of today, or an arrow at the edge beyond
// which today lies.
func (d *drawing) drawToday() {
	if d.Today == timeline.Unknown {
		return
	}
	label, y := d.voice.Words.Say(words.Today), d.parts.above.y
	if d.voice.AsOf() != "" {
		label = d.voice.Day.In(d.voice.Words)
	}
	if d.parts.above.lines == 0 {
		y = d.parts.axis.y
	}
	x := d.scale.cell(d.Today)
	seen := x >= 0 && x < d.width
	switch {
	case seen:
		d.line(x, now, rich.Accent)
		x -= safe.Width(label) / 2
	case d.parts.above.lines == 0:
		return
	case x < 0:
		label = "‹ " + label
	default:
		label += " ›"
	}
	w := safe.Width(label)
	if w <= d.width {
		d.on.Text(max(0, min(x, d.width-w)), y, label, rich.Accent, -1)
	}
}

// drawDensity draws the density as bars.
func (d *drawing) drawDensity() {
	if d.parts.density.lines == 0 {
		return
	}
	today := d.scale.cell(d.Today)
	for x, high := range heights(d.density, d.parts.density.lines) {
		for line := range d.parts.density.lines {
			y := d.parts.density.y + d.parts.density.lines - 1 - line
			switch n := high - line*(len(bars)-1); {
			case n > 0:
				d.on.Put(x, y, bars[min(n, len(bars)-1)], rich.Muted, -1)
			case x == today:
				d.on.Put(x, y, now, rich.Accent, -1)
			}
		}
	}
}
