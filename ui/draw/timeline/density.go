package timeline

import (
	"math"
	"strings"

	"rihla/model/timeline"
)

// density counts in each cell what begins, ends or takes place there. What is
// known to the month or the year is spread over all of it.
func density(t *timeline.Timeline, s scale) []float64 {
	// Each happening adds to a cell and takes away again behind the last.
	change, here := make([]float64, s.cells+1), make([]float64, s.cells)
	edge := func(x, by float64) {
		// What begins within a cell fills the rest of it alone.
		cell := math.Floor(x)
		at := int(cell)
		change[at] += by * (1 - (x - cell))
		if at < s.cells {
			change[at+1] += by * (x - cell)
		}
	}
	t.EachEvent(func(span timeline.Span) {
		from, to := s.x(float64(span.From)), s.x(float64(span.To)+1)
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

// bars are the heights of a density, from nothing to a full cell.
var bars = [...]rune{' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'}

// Strip draws how much there is in equal parts of time, in so many cells at
// most.
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

// heights returns how high each cell of a density stands, in eighths of a line,
// for so many lines. Anything at all is seen; what is many times more is not as
// many times higher, so that what is rare beside a crowd stays in sight.
func heights(density []float64, lines int) []int {
	most := 0.0
	for _, n := range density {
		most = max(most, n)
	}
	out := make([]int, len(density))
	full := float64((len(bars) - 1) * lines)
	// One thing in a cell is not yet a crowd.
	most = max(most, 3)
	for i, n := range density {
		if n > 1e-6 {
			out[i] = max(1, int(math.Round(full*math.Sqrt(n/most))))
		}
	}
	return out
}
