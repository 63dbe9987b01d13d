package date

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Reading says which values of a field are dates.
type Reading uint8

// The readings.
const (
	Days  Reading = iota // texts that Parse reads as a day
	Texts                // texts in all notations, of a year or a month too
	Dates                // those, and numbers: years of four digits or five, 20240213, times since 1970
	Years                // those texts, and numbers that are years
)

// Text reads a text.
func (r Reading) Text(s string) (Date, bool) {
	d, ok := parse(s, r > Days)
	switch {
	case ok:
		return d, r > Days || d.Precision >= Day
	case r >= Dates && isNumber(s):
		return r.Number(s)
	}
	return Date{}, false
}

// isNumber reports whether a text is a whole number of at most 19 digits.
func isNumber(s string) bool {
	n := digits(strings.TrimPrefix(s, "-"))
	return n > 0 && n <= 19 && n == len(strings.TrimPrefix(s, "-"))
}

// Number reads an integer or a float in the notation of TOML.
func (r Reading) Number(s string) (Date, bool) {
	if r < Dates {
		return Date{}, false
	}
	whole, fraction, isFloat := strings.Cut(s, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	size := n
	if n < 0 {
		size = -n
	}
	switch {
	case err != nil || isFloat && (size < leastSeconds || digits(fraction) != len(fraction)):
		return Date{}, false
	case size <= MaxYear:
		return Date{Year: int(n)}, r == Years || size >= 1000
	case r == Years:
		return Date{}, false
	case n < leastSeconds:
		return compact(n)
	}
	return sinceEpoch(n), true
}

// compact reads 20240213.
func compact(n int64) (Date, bool) {
	d := Date{Year: int(n / 1_00_00), Month: int(n / 1_00 % 1_00), Day: int(n % 1_00), Precision: Day}
	return d, d.Year >= 1000 && d.Year <= 9999 && d.isReal()
}

// leastSeconds is the least number that is a time since 1970: a day in 1973.
const leastSeconds = 100_000_000

// sinceEpoch returns the time that is a number of seconds, milliseconds,
// microseconds or nanoseconds, by its size, after 1970 began (UTC).
func sinceEpoch(n int64) Date {
	unit := int64(1)
	for n/unit >= 1000*leastSeconds {
		unit *= 1000
	}
	t := time.Unix(n/unit, 0).UTC()
	d := Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Hour: t.Hour(), Minute: t.Minute(), Second: t.Second(), Zone: "Z", Precision: Second}
	if rest := n % unit; rest != 0 {
		width := int(math.Round(math.Log10(float64(unit))))
		text := strconv.FormatInt(rest, 10)
		d.Fraction = strings.TrimRight(strings.Repeat("0", width-len(text))+text, "0")
	}
	return d
}
