package timeline

import (
	"math"
	"strings"

	"rihla/model/timeline"
)

// density returns how many events are in each cell.
func density(t *timeline.Tally, s scale) []float64 {
	here := make([]float64, s.cells)
	before := t.Before(s.day(0))
	for i := range here {
		to := t.Before(s.day(float64(i + 1)))
		here[i], before = to-before, to
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
