package timeline

import (
	"math"
	"strings"

	"rihla/model/timeline"
)

// density counts the events in each cell: beginnings, ends and points. An event
// known to the month or the year is spread evenly over it. The sums are taken from
// a difference array.
func density(t *timeline.Timeline, s scale) []float64 {
	change, here := make([]float64, s.cells+1), make([]float64, s.cells)
	edge := func(x, by float64) {
		// An edge within a cell counts for the part of the cell after it.
		cell := math.Floor(x)
		at := int(cell)
		change[at] += by * (1 - (x - cell))
		if at < s.cells {
			change[at+1] += by * (x - cell)
		}
	}
	per := s.perCell()
	t.EachEvent(func(span timeline.Span) {
		from, to := s.xAt(float64(span.From), per), s.xAt(float64(span.To)+1, per)
		if to <= 0 || from >= float64(s.cells) {
			return
		}
		const thin = 0.05
		if to-from < thin {
			here[max(0, min(s.cells-1, int((from+to)/2)))]++
			return
		}
		by := 1 / (to - from)
		edge(max(from, 0), by)
		edge(min(to, float64(s.cells)), -by)
	})
	sum := 0.0
	for i := range here {
		sum += change[i]
		here[i] += max(sum, 0)
	}
	return here
}

// bars are the characters for 0 to 8 eighths of a cell.
var bars = [...]rune{' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'}

// Strip draws a histogram of counts on one line of at most the given cells. It is
// empty if there are no counts or no cells.
func Strip(counts []int, cells int) string {
	cells = min(cells, len(counts))
	if cells < 1 {
		return ""
	}
	here := make([]float64, cells)
	for i, n := range counts {
		here[i*cells/len(counts)] += float64(n)
	}
	var b strings.Builder
	for _, high := range heights(here, 1) {
		b.WriteRune(bars[high])
	}
	return b.String()
}

// heights returns the height of each bar of a density in eighths of a line, at
// most lines high. The scale is the square root, so that rare events stay visible
// beside frequent ones; a cell with any event has a height of at least 1.
func heights(density []float64, lines int) []int {
	most := 0.0
	for _, n := range density {
		most = max(most, n)
	}
	out := make([]int, len(density))
	full := float64((len(bars) - 1) * lines)
	// A single event does not fill the height.
	most = max(most, 3)
	for i, n := range density {
		if n > 1e-6 {
			out[i] = max(1, int(math.Round(full*math.Sqrt(n/most))))
		}
	}
	return out
}
