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

// fewestDays is the minimum length of a window in days.
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

// scale maps a window to a number of cells: linearly but for its gaps, which take
// fewer.
type scale struct {
	Window
	cells int
	gaps  []gap // in order, within the window
}

// perCell returns how many days a cell is, outside the gaps.
func (s scale) perCell() float64 {
	days, cells := s.Days, float64(s.cells)
	for _, g := range s.gaps {
		days -= g.to - g.from
		cells -= float64(g.cells)
	}
	return days / cells
}

// x returns the position of a moment in cells from the left edge.
func (s scale) x(day float64) float64 { return s.xAt(day, s.perCell()) }

// xAt is x where the days of a cell are known.
func (s scale) xAt(day, per float64) float64 {
	from, x := s.From, 0.0
	for i := range s.gaps {
		g := &s.gaps[i]
		if day <= g.from {
			break
		}
		x += (g.from - from) / per
		if day < g.to {
			return x + (day-g.from)/(g.to-g.from)*float64(g.cells)
		}
		x += float64(g.cells)
		from = g.to
	}
	return x + (day-from)/per
}

// day returns the moment at a position in cells.
func (s scale) day(x float64) float64 {
	per, from := s.perCell(), s.From
	for _, g := range s.gaps {
		before, width := (g.from-from)/per, float64(g.cells)
		if x <= before {
			break
		}
		if x -= before; x < width {
			return g.from + x/width*(g.to-g.from)
		}
		x -= width
		from = g.to
	}
	return from + x*per
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
