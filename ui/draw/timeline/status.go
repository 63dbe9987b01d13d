package timeline

import (
	"math"

	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// fewestStrip is the minimum width of the overview strip in cells.
const fewestStrip = 12

// drawStatus draws the number of items and their span if the window shows all of
// them, else the numbers before and after it with the overview strip between.
func (d *drawing) drawStatus() {
	if d.parts.status.lines == 0 {
		return
	}
	w, y := d.voice.Words, d.parts.status.y
	if d.before+d.after == 0 {
		whole := d.whole
		from, to := yearOf(float64(whole.From)), yearOf(float64(whole.To))
		text := from
		if to != from {
			text = w.Say(words.FromYearTo, from, to)
		}
		text = w.Count(len(d.Items), words.DatedCount) + w.ListComma + text
		if rows := d.rowsText(); rows != "" {
			text += rich.Separator + rows
		}
		d.text(d.margin(), y, d.width-2*d.margin(), text+d.axisText(), rich.Muted, -1)
		return
	}
	d.text(d.margin(), y, d.width/2-d.margin(), d.earlier(), rich.Muted, -1)
	later := safe.Cut(d.later(), d.width/2-1-d.margin())
	d.on.Text(d.width-d.margin()-safe.Width(later), y, later, rich.Muted, -1)
	if x, width, ok := d.strip(); ok {
		d.drawStrip(x, width, y)
	}
}

// earlier returns the number of items before the window in words.
func (c *Chart) earlier() string {
	if c.before == 0 {
		return ""
	}
	return "‹ " + c.voice.Words.Count(c.before, words.Earlier)
}

func (c *Chart) later() string {
	if c.after == 0 {
		return ""
	}
	return c.voice.Words.Count(c.after, words.Later) + " ›"
}

// strip returns the columns of the overview strip, between the counts of earlier
// and later items; false if it is not drawn.
func (c *Chart) strip() (x, width int, ok bool) {
	x, end := c.margin(), c.width-c.margin()
	if n := safe.Width(c.earlier()); n > 0 {
		x += n + apart
	}
	if n := safe.Width(c.later()); n > 0 {
		end -= n + apart
	}
	return x, end - x, c.before+c.after > 0 && end-x >= fewestStrip && c.frame().status.lines > 0
}

// stripScale returns the scale of the overview strip. What the axis shortens is a cell
// of it.
func (c *Chart) stripScale(width int) scale {
	w := around(c.everything())
	s := even(w, width)
	if c.isEven {
		return s
	}
	days := w.Days
	for _, g := range c.gaps {
		if g.cells, g.label = 1, ""; g.saves(s.per) {
			s.gaps = append(s.gaps, g)
			days -= g.to - g.from
		}
	}
	if cells := width - len(s.gaps); cells > len(s.gaps) {
		s.per = days / float64(cells)
	}
	return s
}

// drawStrip draws the density of the whole timeline with the window in brackets.
func (d *drawing) drawStrip(x, width, y int) {
	all := d.stripScale(width)
	first := all.bound(all.x(d.window.From) + sliver)
	last := max(first+2, all.bound(math.Ceil(all.x(d.window.to())-sliver)-1))
	if last >= width {
		first, last = max(0, min(first, width-3)), width-1
	}
	first = max(0, first)
	for _, g := range all.gaps {
		at, _ := all.breakAt(g)
		d.on.Put(x+at, y, breakSign, rich.Faint, -1)
	}
	for i, high := range heights(density(d.tally, all), 1) {
		switch {
		case i == first:
			d.on.Put(x+i, y, '[', rich.Accent, -1)
		case i == last:
			d.on.Put(x+i, y, ']', rich.Accent, -1)
		case high > 0 && i > first && i < last:
			d.on.Put(x+i, y, bars[high], rich.Accent, -1)
		case high > 0:
			d.on.Put(x+i, y, bars[high], rich.Faint, -1)
		}
	}
}

// ClickStrip centres the window on a cell of the overview strip. It reports whether
// the cell is on the strip.
func (c *Chart) ClickStrip(x, y int) bool {
	from, width, ok := c.strip()
	if !ok || y != c.frame().status.y || x < from || x >= from+width {
		return false
	}
	c.bring(c.stripScale(width).day(float64(x-from)+0.5), 0.5)
	c.reveal()
	return true
}
