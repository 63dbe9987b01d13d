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
// size of the picture; so does moving the window, but for a look at the length of each
// item.
type Chart struct {
	*timeline.Timeline
	voice         present.Voice
	width, height int

	// What stays as it is when the window moves.
	tally     *timeline.Tally
	whole     timeline.Span // of all items
	densest   timeline.Span
	ends      []timeline.Day  // the last days of the items
	stretches []timeline.Span // long ones without events, the longest first
	frames    []Window        // everything, and what is seen at first
	gaps      []gap           // of the axis, even if it is drawn without
	isEven    bool

	window  Window
	scale   scale
	rows    []int32 // the items that intersect the window
	density []float64
	before  int // items that end before the window
	after   int // items that begin after it

	selected int // an item, or None
	top      int // the first visible row
	printed  bool
}

// New returns a chart of size zero. Its window shows the densest span. It takes time
// in proportion to n log n for n items.
func New(v present.Voice, t *timeline.Timeline) *Chart {
	c := &Chart{Timeline: t, voice: v, selected: None, tally: t.Tally(), whole: t.Span(), densest: t.Densest()}
	if len(t.Items) > 0 {
		c.selected = 0
	}
	c.ends = make([]timeline.Day, len(t.Items))
	for i := range t.Items {
		c.ends[i] = t.Items[i].Span().To
	}
	c.stretches = c.longStretches()
	c.frames = []Window{around(c.everything()), around(c.densest)}
	c.show(around(c.densest))
	return c
}

// Sayer returns a chart for What and When alone, which have no use for a window.
func Sayer(v present.Voice, t *timeline.Timeline) *Chart { return &Chart{Timeline: t, voice: v} }

// SetVoice sets the language and the names of the chart.
func (c *Chart) SetVoice(v present.Voice) {
	c.voice = v
	c.show(c.window)
}

// SetSize sets the size in cells; negative sizes count as 0.
func (c *Chart) SetSize(width, height int) {
	width, height = max(0, width), max(0, height)
	if width == c.width && height == c.height {
		return
	}
	c.width, c.height = width, height
	c.show(c.window)
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
	middle := w.From + w.Days/2
	w.Days = max(fewestDays, min(w.Days, whole.Days))
	w.From = max(whole.From, min(middle-w.Days/2, whole.to()-w.Days))
	c.scale = c.over(w)
	c.bring(w.From, 0)
}

// show lays the axis out for the size of the chart, with a window as it is.
func (c *Chart) show(w Window) {
	c.findGaps()
	c.scale = c.over(w)
	c.update()
}

// over returns the scale on which a window is seen. Where gaps make room, cells stand
// for fewer days, so that more gaps may save some.
func (c *Chart) over(w Window) scale {
	s := even(w, max(1, c.width))
	for {
		gaps := c.gapsAt(s.per)
		days, cells := w.Days, float64(s.cells)
		for _, g := range gaps {
			if part := min(g.to, w.to()) - max(g.from, w.From); part > 0 {
				days -= part
				cells -= part / (g.to - g.from) * float64(g.cells)
			}
		}
		s.per = max(days/cells, fewestDays/float64(s.cells))
		if len(gaps) == len(s.gaps) {
			return s
		}
		s.gaps = gaps
	}
}

// scaleOf returns the scale on which a cell is a number of days, within the bounds of
// SetWindow.
func (c *Chart) scaleOf(from, per float64) scale {
	per = max(fewestDays/float64(c.scale.cells), min(per, c.over(around(c.everything())).per))
	return scale{from: from, per: per, cells: c.scale.cells, gaps: c.gapsAt(per)}
}

// bring moves the window so that a moment stands at a fraction of its width, within
// the bounds of SetWindow.
func (c *Chart) bring(moment, at float64) {
	s, whole := &c.scale, around(c.everything())
	cells := float64(s.cells)
	from := s.day(s.x(moment) - at*cells)
	s.from = max(whole.From, min(from, s.day(s.x(whole.to())-cells)))
	c.update()
}

// everything returns the span of all items and today.
func (c *Chart) everything() timeline.Span {
	if c.Today == timeline.Unknown {
		return c.whole
	}
	return c.whole.Join(timeline.Span{From: c.Today, To: c.Today})
}

// update finds what is in the window. If the selected item is not, the nearest row
// becomes selected.
func (c *Chart) update() {
	c.window = c.scale.window()
	begun := c.firstFrom(c.window.to())
	c.rows, c.after = c.rows[:0], len(c.Items)-begun
	for i, end := range c.ends[:begun] {
		if float64(end)+1 > c.window.From {
			c.rows = append(c.rows, int32(i))
		}
	}
	c.before = begun - len(c.rows)
	c.density = density(c.tally, c.scale)
	if at, ok := c.row(c.selected); !ok && len(c.rows) > 0 {
		c.selected = int(c.rows[min(at, len(c.rows)-1)])
	}
	c.top = max(0, min(c.top, len(c.rows)-c.RowCount()))
}

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
