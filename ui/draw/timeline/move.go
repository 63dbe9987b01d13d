package timeline

import (
	"slices"

	"rihla/model/timeline"
)

// Select selects an item, clamped to the items of the chart, and moves the window
// if it does not intersect the item.
func (c *Chart) Select(item int) {
	if len(c.Items) == 0 {
		return
	}
	c.selected = max(0, min(item, len(c.Items)-1))
	if s := c.Items[c.selected].Span(); !c.window.meets(s) {
		// The item enters by a quarter of the window.
		if float64(s.To)+1 <= c.window.From {
			c.bring(float64(s.To)+1, 0.25)
		} else {
			c.bring(float64(s.From), 0.75)
		}
	}
	c.reveal()
}

// reveal scrolls by the fewest rows that make the selected row visible.
func (c *Chart) reveal() {
	at, ok := c.row(c.selected)
	if !ok {
		return
	}
	c.top = max(0, min(c.top, at, len(c.rows)-1))
	if n := c.RowCount(); at >= c.top+n {
		c.top = at - n + 1
	}
	c.top = max(0, min(c.top, len(c.rows)-c.RowCount()))
}

// Step moves the selection down by a number of rows, up if it is negative. Beyond
// the rows of the window it selects the first item after it or the last before it.
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

// lastBefore returns the last item that ends before the window, or else the first
// row.
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

// firstAfter returns the first item that begins after the window, or else the last
// row.
func (c *Chart) firstAfter() int {
	if i := c.firstFrom(c.window.to()); i < len(c.Items) {
		return i
	}
	if len(c.rows) > 0 {
		return int(c.rows[len(c.rows)-1])
	}
	return c.selected
}

// firstFrom returns the first item that begins at or after a moment.
func (c *Chart) firstFrom(moment float64) int {
	at, _ := slices.BinarySearchFunc(c.Items, moment, func(i timeline.Item, moment float64) int {
		if float64(i.Start.From) < moment {
			return -1
		}
		return 1
	})
	return at
}

// Scroll scrolls by a number of rows and keeps the selection visible.
func (c *Chart) Scroll(by int) {
	c.top = max(0, min(c.top+by, len(c.rows)-c.RowCount()))
	if at, ok := c.row(c.selected); ok && c.RowCount() > 0 {
		c.selected = int(c.rows[max(c.top, min(at, c.top+c.RowCount()-1))])
	}
}

// Zoom multiplies the length of the window by a factor. The moment at column x
// keeps its position; if x is None, the selected item moves towards the middle.
func (c *Chart) Zoom(times float64, x int) {
	w, s := c.window, c.scale
	cells := float64(s.cells)
	at, to := cells/2, 0.5 // a position in cells, and its new one as a fraction of the window
	if i := c.Selected(); i != nil && w.meets(i.Span()) {
		at = s.x(max(w.From, min(anchor(i), w.to())))
		to = 0.5 + (at/cells-0.5)*min(times, 1)
	}
	if x != None && c.width > 0 {
		at = float64(x) + 0.5
		to = at / cells
	}
	moment := s.day(at)
	c.scale = c.scaleOf(s.from, s.per*times)
	c.bring(moment, to)
	c.reveal()
}

// anchor returns the moment of an item that a zoom keeps in view.
func anchor(i *timeline.Item) float64 {
	if i.Has(timeline.Point) || i.Has(timeline.OpenStart) {
		s := i.Span()
		return float64(s.From) + float64(s.Days())/2
	}
	return float64(i.Start.From)
}

// Pan moves the window by a number of ticks, to earlier times if it is negative.
func (c *Chart) Pan(ticks int) {
	c.bring(c.scale.day(float64(ticks)*stepFor(c.scale, c.voice.Words).days()/c.scale.per), 0)
	c.reveal()
}

// Fit shows all items, or if the window does so already, the densest span.
func (c *Chart) Fit() {
	w := around(c.whole)
	if c.window.holds(c.whole) {
		w = around(c.densest)
	}
	c.SetWindow(w)
	c.reveal()
}

// ShowToday centres the window on today, within the bounds of SetWindow, and
// selects the last row that began by today.
func (c *Chart) ShowToday() {
	if c.Today == timeline.Unknown {
		return
	}
	c.bring(float64(c.Today)+0.5, 0.5)
	for _, n := range c.rows {
		if c.Items[n].Start.From <= c.Today {
			c.selected = int(n)
		}
	}
	c.reveal()
}

// SelectFitted selects an item and centres its row. It shows all items if the
// window does not intersect the item.
func (c *Chart) SelectFitted(item int) {
	if !c.window.meets(c.Items[item].Span()) {
		c.SetWindow(around(c.whole))
	}
	c.Select(item)
	if at, ok := c.row(item); ok {
		c.top = max(0, min(at-c.RowCount()/2, len(c.rows)-c.RowCount()))
	}
}

// ScrollTo makes a row the first visible one, as far as the selection stays
// visible.
func (c *Chart) ScrollTo(row int) {
	c.top = row
	c.reveal()
}
