// Package timeline draws what is dated on an axis of time: ticks, how crowded it
// is, and a row for each dated thing that the window meets. A Chart serves the
// explorer, which moves its window, and the command line, which draws it once.
package timeline

import (
	"math"
	"slices"

	"rihla/model/timeline"
	"rihla/ui/present"
)

// None is no item.
const None = -1

// Chart is a picture of a timeline through a window. A frame costs what is seen of
// it; moving the window goes through all items once.
type Chart struct {
	*timeline.Timeline
	voice         present.Voice
	width, height int
	window        Window

	rows     []int32 // the items that the window meets
	density  []float64
	overview []float64 // of everything, as wide as it was last drawn
	before   int       // items that end before the window
	after    int       // items that begin after it

	selected int // an item, or None
	top      int // the first row that is seen
	printed  bool
}

// New returns a chart without a size, on what stands together.
func New(v present.Voice, t *timeline.Timeline) *Chart {
	c := &Chart{Timeline: t, voice: v, selected: None}
	if len(t.Items) > 0 {
		c.selected = 0
	}
	c.window = around(t.Densest())
	return c
}

// SetVoice has the chart say everything in another voice.
func (c *Chart) SetVoice(v present.Voice) { c.voice = v }

// SetSize gives the chart its cells.
func (c *Chart) SetSize(width, height int) {
	width, height = max(0, width), max(0, height)
	if width == c.width && height == c.height {
		return
	}
	c.width, c.height = width, height
	c.overview = nil
	c.updateRows()
	c.reveal()
}

// Window returns what is shown.
func (c *Chart) Window() Window { return c.window }

// SetWindow shows a stretch of time, or what of it is within bounds.
func (c *Chart) SetWindow(w Window) {
	if !(w.Days > 0) || math.IsInf(w.Days, 0) || math.IsNaN(w.From) || math.IsInf(w.From, 0) {
		return
	}
	whole := around(c.everything())
	widest := max(whole.Days, fewestDays)
	middle := w.From + w.Days/2
	w.Days = max(fewestDays, min(w.Days, widest))
	w.From = middle - w.Days/2
	// There is nothing to be seen beyond the first thing and the last.
	w.From = max(whole.From, min(w.From, whole.to()-w.Days))
	c.window = w
	c.updateRows()
}

// everything is the span of all items, and today.
func (c *Chart) everything() timeline.Span {
	if c.Today == timeline.Unknown {
		return c.Span()
	}
	return c.Span().Join(timeline.Span{From: c.Today, To: c.Today})
}

// updateRows finds what the window meets. Where it does not show what was selected,
// the nearest row is.
func (c *Chart) updateRows() {
	c.rows, c.before, c.after = c.rows[:0], 0, 0
	for i := range c.Items {
		switch s := c.Items[i].Span(); {
		case c.window.meets(s):
			c.rows = append(c.rows, int32(i))
		case float64(s.From) >= c.window.to():
			c.after++
		default:
			c.before++
		}
	}
	c.density = nil
	if c.width > 0 {
		c.density = density(c.Timeline, c.scale())
	}
	if at, ok := c.row(c.selected); !ok && len(c.rows) > 0 {
		c.selected = int(c.rows[min(at, len(c.rows)-1)])
	}
	c.top = max(0, min(c.top, len(c.rows)-c.shown()))
}

func (c *Chart) scale() scale { return scale{c.window, c.width} }

// row returns the place of an item among the rows, or where it would be.
func (c *Chart) row(item int) (at int, ok bool) {
	return slices.BinarySearch(c.rows, int32(item))
}

// Selected returns the item that is selected, or nil.
func (c *Chart) Selected() *timeline.Item {
	if c.selected < 0 || c.selected >= len(c.Items) {
		return nil
	}
	return &c.Items[c.selected]
}

// Top returns the first row that is seen.
func (c *Chart) Top() int { return c.top }

// RowCount is how many rows are seen at a time.
func (c *Chart) RowCount() int { return c.shown() }

// SelectedLink is the link of what is selected, or None.
func (c *Chart) SelectedLink() int { return c.selected }

// Position says which of all items is selected: "3/11".
func (c *Chart) Position() string {
	if c.Selected() == nil {
		return ""
	}
	w := c.voice.Words
	return w.Number(c.selected+1) + "/" + w.Number(len(c.Items))
}

// IsAxis reports whether a line of the picture is above the rows.
func (c *Chart) IsAxis(y int) bool { return y >= 0 && y < c.frame().rows.y }
