package timeline

import (
	"math"

	"rihla/model/timeline"
)

// Window is the visible stretch of time: its beginning in days since the beginning
// of 1970, and its length in days. Both may be fractional.
type Window struct{ From, Days float64 }

// to returns the moment at which the window ends.
func (w Window) to() float64 { return w.From + w.Days }

// fewestDays is the minimum length of a window in days, outside its gaps.
const fewestDays = 4

// around returns a window on a span with a margin on both sides.
func around(s timeline.Span) Window {
	const room = 0.02
	days := float64(s.Days())
	margin := max(days*room, (fewestDays-days)/2, 0.5)
	return Window{float64(s.From) - margin, days + 2*margin}
}

// holds reports whether the window contains a span.
func (w Window) holds(s timeline.Span) bool {
	return float64(s.From) >= w.From && float64(s.To)+1 <= w.to()
}

// meets reports whether the window intersects a span.
func (w Window) meets(s timeline.Span) bool {
	return float64(s.To)+1 > w.From && float64(s.From) < w.to()
}

// scale maps time to cells: linearly but for its gaps, which take fewer. Its gaps are
// those of the whole axis, so that they stay when the window moves.
type scale struct {
	from  float64 // the moment at the left edge
	per   float64 // days of a cell outside the gaps
	cells int
	gaps  []gap // in order
}

// even returns the scale of a window without gaps.
func even(w Window, cells int) scale {
	return scale{from: w.From, per: w.Days / float64(cells), cells: cells}
}

// window returns what the scale shows. Its edges are rounded, so that a day that ends
// at one does.
func (s scale) window() Window {
	const parts = 1 << 20 // of a day
	from := math.Round(s.from*parts) / parts
	return Window{from, math.Round(s.day(float64(s.cells))*parts)/parts - from}
}

// x returns the position of a moment in cells from the left edge.
func (s scale) x(moment float64) float64 {
	return (moment-s.from)/s.per - (s.saved(moment) - s.saved(s.from))
}

// saved returns how many cells the gaps before a moment save.
func (s scale) saved(moment float64) float64 {
	cells := 0.0
	for i := range s.gaps {
		if g := &s.gaps[i]; moment > g.from {
			cells += (min(moment, g.to) - g.from) * (1/s.per - float64(g.cells)/(g.to-g.from))
		}
	}
	return cells
}

// day returns the moment at a position in cells.
func (s scale) day(x float64) float64 {
	day, at := s.from, 0.0
	for i := range s.gaps {
		g := &s.gaps[i]
		from, to := s.x(g.from), s.x(g.to)
		if x <= from {
			return g.from - (from-x)*s.per
		}
		if x < to {
			return g.from + (x-from)/(to-from)*(g.to-g.from)
		}
		day, at = g.to, to
	}
	return day + (x-at)*s.per
}

// cell returns the cell of the middle of a day, clamped to one cell beyond the
// edges.
func (s scale) cell(d timeline.Day) int { return s.bound(s.x(float64(d) + 0.5)) }

// sliver is the tolerance for rounding errors, in cells.
const sliver = 1e-6

// edge returns the cell in which a day begins, clamped as in cell.
func (s scale) edge(d timeline.Day) int { return s.bound(s.x(float64(d)) + sliver) }

// reach returns the first and the last cell of a span, clamped as in cell.
func (s scale) reach(span timeline.Span) (first, last int) {
	first = s.edge(span.From)
	last = s.bound(math.Ceil(s.x(float64(span.To)+1)-sliver) - 1)
	return first, max(first, last)
}

func (s scale) bound(x float64) int {
	return int(math.Floor(max(-1, min(x, float64(s.cells)))))
}
