package search

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// mostRanges is how many ranges numbers are told in, at most.
const mostRanges = 10

// numberRanges counts numbers in ranges of the same size, which is 1, 2 or 5
// times a power of ten.
func numberRanges(numbers []measured[float64]) []FacetValue {
	low, high := extent(numbers)
	size := math.Pow(10, math.Floor(math.Log10(max(high-low, 1)/mostRanges)))
	whole := !slices.ContainsFunc(numbers, func(n measured[float64]) bool { return n.value != math.Trunc(n.value) })
	if whole {
		size = max(size, 1)
	}
	for _, times := range []float64{2, 2.5, 2} {
		if math.Floor(high/size)-math.Floor(low/size) < mostRanges {
			break
		}
		size *= times
	}
	var out []FacetValue
	for from := math.Floor(low/size) * size; from <= high; from += size {
		upto := from + size
		if whole {
			upto--
		}
		v := FacetValue{Range: true, Query: number(from) + ".." + number(upto)}
		if v.Count = within(numbers, from, upto); v.Count > 0 {
			out = append(out, v)
		}
	}
	return out
}

// extent returns the least and the greatest.
func extent[T cmp.Ordered](all []measured[T]) (low, high T) {
	low, high = all[0].value, all[0].value
	for _, m := range all {
		low, high = min(low, m.value), max(high, m.value)
	}
	return low, high
}

// within counts the entities that have something in a range. What one has stands
// together.
func within[T cmp.Ordered](all []measured[T], from, upto T) int {
	count, last := 0, -1
	for _, m := range all {
		if m.value >= from && m.value <= upto && m.of != last {
			count++
			last = m.of
		}
	}
	return count
}

func number(n float64) string {
	text := fmt.Sprintf("%.6f", n)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

// yearRanges counts dates by years, or by decades where the years are many.
func yearRanges(years []measured[int]) []FacetValue {
	low, high := extent(years)
	size := 1
	if high-low >= 2*mostRanges {
		size = 10
	}
	var out []FacetValue
	for from := low / size * size; from <= high; from += size {
		v := FacetValue{Range: true, Query: fmt.Sprintf("%04d", from), Count: within(years, from, from+size-1)}
		if size > 1 {
			v.Query += fmt.Sprintf("..%04d", from+size-1)
		}
		if v.Count > 0 {
			out = append(out, v)
		}
	}
	return out
}
