// Package timeline draws dated items on a time axis: ticks, the density of events,
// and a row for each item that intersects the window. A Chart serves the explorer,
// which moves the window, and the command line, which draws it once; it reads no
// keys and no files.
package timeline

import (
	"math"
	"slices"

	"rihla/model/timeline"
	"rihla/ui/present"
)

// None is no item.
const None = -1

// Chart draws a timeline through a window. Drawing takes time in proportion to the
// size of the picture; moving the window takes time linear in the number of items.
type Chart struct {
	*timeline.Timeline
	voice         present.Voice
	width, height int
	window        Window

	rows     []int32 // the items that intersect the window
	density  []float64
	gaps     []gap // of the axis
	hasGaps  bool  // the axis has gaps, or would have them if it were not even
	isEven   bool
	overview []float64 // density of the whole timeline at the last width of the strip
	before   int       // items that end before the window
	after    int       // items that begin after it

	selected int // an item, or None
	top      int // the first visible row
	printed  bool
}

// New returns a chart of size zero. Its window shows the densest span.
func New(v present.Voice, t *timeline.Timeline) *Chart {
	c := &Chart{Timeline: t, voice: v, selected: None}
	if len(t.Items) > 0 {
		c.selected = 0
	}
	c.window = around(t.Densest())
	return c
}

// SetVoice sets the language and the names of the chart.
func (c *Chart) SetVoice(v present.Voice) {
	c.voice = v
	c.findGaps()
}

// SetSize sets the size in cells; negative sizes count as 0.
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

// Window returns the visible stretch of time.
func (c *Chart) Window() Window { return c.window }

// SetWindow moves the window, clamped to the span of all items and to at least
// fewestDays. It ignores windows that are not finite or not longer than 0 days.
func (c *Chart) SetWindow(w Window) {
	if !(w.Days > 0) || math.IsInf(w.Days, 0) || math.IsNaN(w.From) || math.IsInf(w.From, 0) {
		return
	}
	whole := around(c.everything())
	widest := max(whole.Days, fewestDays)
	middle := w.From + w.Days/2
	w.Days = max(fewestDays, min(w.Days, widest))
	w.From = middle - w.Days/2
	w.From = max(whole.From, min(w.From, whole.to()-w.Days))
	c.window = w
	c.updateRows()
}

// everything returns the span of all items and today.
func (c *Chart) everything() timeline.Span {
	if c.Today == timeline.Unknown {
		return c.Span()
	}
	return c.Span().Join(timeline.Span{From: c.Today, To: c.Today})
}

// updateRows finds the items that intersect the window. If the selected item is
// not among them, the nearest row becomes selected.
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
	c.findGaps()
	if at, ok := c.row(c.selected); !ok && len(c.rows) > 0 {
		c.selected = int(c.rows[min(at, len(c.rows)-1)])
	}
	c.top = max(0, min(c.top, len(c.rows)-c.RowCount()))
}

func (c *Chart) scale() scale { return scale{c.window, c.width, c.gaps} }

// row returns the index of an item in the rows, or the index at which it would be
// inserted and false.
func (c *Chart) row(item int) (at int, ok bool) {
	return slices.BinarySearch(c.rows, int32(item))
}

// Selected returns the selected item, or nil.
func (c *Chart) Selected() *timeline.Item {
	if c.selected < 0 || c.selected >= len(c.Items) {
		return nil
	}
	return &c.Items[c.selected]
}

// Top returns the index of the first visible row.
func (c *Chart) Top() int { return c.top }

// RowCount returns the number of visible rows.
func (c *Chart) RowCount() int { return c.frame().rowCount() }

// SelectedLink returns the link of the selected item, or None.
func (c *Chart) SelectedLink() int { return c.selected }

// Position returns the ordinal of the selected item and the number of items:
// "3/11". It is empty if nothing is selected.
func (c *Chart) Position() string {
	if c.Selected() == nil {
		return ""
	}
	w := c.voice.Words
	return w.Number(c.selected+1) + "/" + w.Number(len(c.Items))
}

// IsAxis reports whether a line of the picture is above the rows.
func (c *Chart) IsAxis(y int) bool { return y >= 0 && y < c.frame().rows.y }
