package search

import (
	"cmp"
	"fmt"
	"math"
	"rihla/model/date"
	"slices"
	"strings"
)

// maxRanges is the most ranges of numbers.
const maxRanges = 10

// numberRanges counts numbers in ranges of equal size, 1, 2 or 5 times a power
// of ten.
func numberRanges(numbers []sample[float64]) []FacetValue {
	low, high := minMax(numbers)
	size := math.Pow(10, math.Floor(math.Log10(max(high-low, 1)/maxRanges)))
	whole := !slices.ContainsFunc(numbers, func(n sample[float64]) bool { return n.low != math.Trunc(n.low) })
	if whole {
		size = max(size, 1)
	}
	for _, times := range []float64{2, 2.5, 2} {
		if math.Floor(high/size)-math.Floor(low/size) < maxRanges {
			break
		}
		size *= times
	}
	var out []FacetValue
	for from := math.Floor(low/size) * size; from <= high; from += size {
		to := from + size
		if whole {
			to--
		}
		v := FacetValue{Range: true, Query: number(from) + ".." + number(to)}
		if v.Count = within(numbers, from, to); v.Count > 0 {
			out = append(out, v)
		}
	}
	return out
}

func minMax[T cmp.Ordered](all []sample[T]) (low, high T) {
	low, high = all[0].low, all[0].high
	for _, m := range all {
		low, high = min(low, m.low), max(high, m.high)
	}
	return low, high
}

// within returns the number of entities with a sample in a range; the samples
// of an entity are adjacent.
func within[T cmp.Ordered](all []sample[T], from, to T) int {
	count, last := 0, -1
	for _, m := range all {
		if m.high >= from && m.low <= to && m.of != last {
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

// maxDecades is the most decades before dates are counted by centuries.
const maxDecades = 100

// yearRanges counts dates by year, or by decade or more if there are many years.
func yearRanges(years []sample[int]) []FacetValue {
	low, high := minMax(years)
	size := 1
	if high-low >= 2*maxRanges {
		size = 10
	}
	for (high-low)/size >= maxDecades {
		size *= 10
	}
	var out []FacetValue
	for from := floor(low, size); from <= high; from += size {
		v := FacetValue{Range: true, Query: date.WriteYear(max(from, -date.MaxYear)), Count: within(years, from, from+size-1)}
		if size > 1 {
			v.Query += ".." + date.WriteYear(min(from+size-1, date.MaxYear))
		}
		if v.Count > 0 {
			out = append(out, v)
		}
	}
	return out
}

// floor returns the greatest multiple of size that is at most n.
func floor(n, size int) int { return n - (n%size+size)%size }
