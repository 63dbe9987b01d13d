package timeline

import (
	"slices"

	"rihla/model/timeline"
)

// Select selects an item, and moves the window to it where it does not show it.
func (c *Chart) Select(item int) {
	if len(c.Items) == 0 {
		return
	}
	c.selected = max(0, min(item, len(c.Items)-1))
	if s := c.Items[c.selected].Span(); !c.window.meets(s) {
		w := c.window
		// It comes in by as little as a quarter of the window.
		if float64(s.To)+1 <= w.From {
			w.From = float64(s.To) + 1 - w.Days/4
		} else {
			w.From = float64(s.From) - w.Days*3/4
		}
		c.SetWindow(w)
	}
	c.reveal()
}

// reveal scrolls as little as shows the selected row.
func (c *Chart) reveal() {
	at, ok := c.row(c.selected)
	if !ok {
		return
	}
	c.top = max(0, min(c.top, at, len(c.rows)-1))
	if n := c.shown(); at >= c.top+n {
		c.top = at - n + 1
	}
	c.top = max(0, min(c.top, len(c.rows)-c.shown()))
}

// Step selects so many rows further down, or up; beyond the rows of the window,
// what comes after it or before.
func (c *Chart) Step(by int) {
	at, ok := c.row(c.selected)
	if !ok && by > 0 {
		at--
	}
	switch to := at + by; {
	case len(c.Items) == 0:
	case to >= 0 && to < len(c.rows):
		c.Select(int(c.rows[to]))
	case by < 0:
		c.Select(c.lastBefore())
	default:
		c.Select(c.firstAfter())
	}
}

// lastBefore returns the last item that ends before the window; the first of the
// rows where there is none.
func (c *Chart) lastBefore() int {
	for i := c.firstFrom(c.window.From) - 1; i >= 0; i-- {
		if float64(c.Items[i].Span().To)+1 <= c.window.From {
			return i
		}
	}
	if len(c.rows) > 0 {
		return int(c.rows[0])
	}
	return c.selected
}

// firstAfter returns the first item that begins after the window; the last of the
// rows where there is none.
func (c *Chart) firstAfter() int {
	if i := c.firstFrom(c.window.to()); i < len(c.Items) {
		return i
	}
	if len(c.rows) > 0 {
		return int(c.rows[len(c.rows)-1])
	}
	return c.selected
}

// firstFrom returns the first item that begins at a moment or after it.
func (c *Chart) firstFrom(moment float64) int {
	at, _ := slices.BinarySearchFunc(c.Items, moment, func(i timeline.Item, moment float64) int {
		if float64(i.Start.From) < moment {
			return -1
		}
		return 1
	})
	return at
}

// Scroll moves the rows, and the selection no further than it must.
func (c *Chart) Scroll(by int) {
	c.top = max(0, min(c.top+by, len(c.rows)-c.shown()))
	if at, ok := c.row(c.selected); ok && c.shown() > 0 {
		c.selected = int(c.rows[max(c.top, min(at, c.top+c.shown()-1))])
	}
}

// Zoom shows so many times as much time: around a cell, which stays where it is, or
// where that is None around what is selected, which comes nearer to the middle.
func (c *Chart) Zoom(times float64, x int) {
	w := c.window
	days := max(fewestDays, w.Days*times)
	at, to := w.From+w.Days/2, 0.5 // a moment, and where in the window it comes to stand
	if i := c.Selected(); i != nil && w.meets(i.Span()) {
		at = max(w.From, min(anchor(i), w.to()))
		to = 0.5 + ((at-w.From)/w.Days-0.5)*min(times, 1)
	}
	if x != None && c.width > 0 {
		at = c.scale().day(float64(x) + 0.5)
		to = (at - w.From) / w.Days
	}
	c.SetWindow(Window{at - to*days, days})
	c.reveal()
}

// anchor is the moment of an item that is looked at.
func anchor(i *timeline.Item) float64 {
	if i.Has(timeline.Point) || i.Has(timeline.OpenStart) {
		s := i.Span()
		return float64(s.From) + float64(s.Days())/2
	}
	return float64(i.Start.From)
}

// Pan moves the window by so many ticks.
func (c *Chart) Pan(ticks int) {
	w := c.window
	w.From += float64(ticks) * stepFor(c.scale(), c.voice.Words).days()
	c.SetWindow(w)
	c.reveal()
}

// Fit shows everything, or if that is shown, what stands together.
func (c *Chart) Fit() {
	w := around(c.Span())
	if c.window.holds(c.Span()) {
		w = around(c.Densest())
	}
	c.SetWindow(w)
	c.reveal()
}

// ShowToday brings today into the middle of the window, as far as there is
// anything after it, and selects what of the rows began last.
func (c *Chart) ShowToday() {
	if c.Today == timeline.Unknown {
		return
	}
	w := c.window
	w.From = float64(c.Today) + 0.5 - w.Days/2
	c.SetWindow(w)
	for _, n := range c.rows {
		if c.Items[n].Start.From <= c.Today {
			c.selected = int(n)
		}
	}
	c.reveal()
}

// SelectFitted selects an item as Select does, but shows everything where it does
// not belong to what stands together.
func (c *Chart) SelectFitted(item int) {
	if !c.window.meets(c.Items[item].Span()) {
		c.SetWindow(around(c.Span()))
	}
	c.Select(item)
	if at, ok := c.row(item); ok {
		c.top = max(0, min(at-c.shown()/2, len(c.rows)-c.shown()))
	}
}

// ScrollTo has rows begin with one, if what is selected is still seen.
func (c *Chart) ScrollTo(row int) {
	c.top = row
	c.reveal()
}
