package frequency

import (
	"math"
	"strconv"

	"rihla/model/search"
)

// mostSteps is the most ranges of numbers.
const mostSteps = 15

// mostDecimals is the most decimals of numbers in ranges that do not overlap.
const mostDecimals = 6

// steps returns ranges of numbers with round bounds: of equal size, 1, 2 or 5 times a
// power of ten, or, where most numbers would be in one of those, from each such bound
// to the next.
func steps(t *search.Tally) []span {
	low, high, decimals := t.Numbers[0].Number, t.Numbers[0].Number, 0
	for _, n := range t.Numbers {
		low, high = min(low, n.Number), max(high, n.Number)
		if decimals <= mostDecimals {
			decimals = max(decimals, decimalsOf(n.Number))
		}
	}
	size := roundUp((high - low) / mostSteps)
	if decimals == 0 {
		size = max(size, 1)
	}
	bounds := []float64{tidy(math.Floor(low/size) * size)}
	for i := 1.0; bounds[len(bounds)-1] <= high; i++ {
		bounds = append(bounds, tidy(bounds[0]+i*size))
	}
	if isSkewed(t.Numbers, bounds) && low >= 0 {
		bounds = growing(t.Numbers, low, high, decimals)
	}
	out := make([]span, 0, len(bounds))
	for i, from := range bounds[:len(bounds)-1] {
		s := span{low: from, high: bounds[i+1], from: write(from)}
		if decimals <= mostDecimals {
			s.high = bounds[i+1] - math.Pow(10, -float64(decimals))
			s.to = strconv.FormatFloat(s.high, 'f', decimals, 64)
			s.high, _ = strconv.ParseFloat(s.to, 64)
		} else {
			s.to = write(s.high) // both ends are included
		}
		out = append(out, s)
	}
	return out
}

// isSkewed reports whether most numbers are in one of many ranges.
func isSkewed(numbers []search.NumberSample, bounds []float64) bool {
	counts := make([]int, len(bounds))
	most := 0
	for _, n := range numbers {
		i := min(int((n.Number-bounds[0])/(bounds[1]-bounds[0])), len(counts)-1)
		counts[i]++
		most = max(most, counts[i])
	}
	return most*3 > len(numbers)*2
}

// growing returns the bounds 0, 1, 2, 5, 10, 20, 50 and so on as far as numbers reach;
// powers of ten alone where those would be too many.
func growing(numbers []search.NumberSample, low, high float64, decimals int) []float64 {
	least := high
	for _, n := range numbers {
		if n.Number > 0 {
			least = min(least, n.Number)
		}
	}
	if decimals == 0 {
		least = max(1, least)
	}
	exponent := math.Floor(math.Log10(least))
	times := []float64{1, 2, 5}
	if math.Log10(high)-exponent > mostSteps/3 {
		times = times[:1]
	}
	var bounds []float64
	if low < math.Pow(10, exponent) {
		bounds = append(bounds, 0)
	}
	const mostBounds = 400 // no number is beyond the powers of ten
	for ; len(bounds) < mostBounds; exponent++ {
		for _, n := range times {
			bound := tidy(n * math.Pow(10, exponent))
			bounds = append(bounds, bound)
			if bound > high {
				return bounds
			}
		}
	}
	return bounds
}

// roundUp returns the least of 1, 2 and 5 times a power of ten that is at least n.
func roundUp(n float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(n)))
	for _, times := range []float64{1, 2, 5} {
		if times*power >= n {
			return times * power
		}
	}
	return 10 * power
}

// tidy takes the last digits off a number that it has from reckoning alone.
func tidy(n float64) float64 {
	const digits = 12
	n, _ = strconv.ParseFloat(strconv.FormatFloat(n, 'g', digits, 64), 64)
	return n
}

// decimalsOf returns how many decimals a number has.
func decimalsOf(n float64) int {
	text := write(n)
	for i := range len(text) {
		if text[i] == '.' {
			return len(text) - i - 1
		}
	}
	return 0
}

func write(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
