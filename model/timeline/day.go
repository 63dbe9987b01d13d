package timeline

import (
	"math"
	"strconv"
	"strings"
	"time"

	"rihla/model/kb"
	"rihla/model/query"
)

// Day is a day of the proleptic Gregorian calendar, counted from 1 January 1970.
type Day int32

// Unknown is a day of which nobody says which it is: a today without a clock.
const Unknown Day = math.MinInt32

// Span is days from one to another, both included.
type Span struct{ From, To Day }

// mostYear bounds the years that are read, before and after the beginning of
// the calendar.
const mostYear = 99_999

const secondsOfDay = 24 * 60 * 60

// NewDay returns the day of a date; month and day may be beyond their bounds, as
// in time.Date.
func NewDay(year int, month time.Month, day int) Day {
	return dayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix())
}

func dayOf(seconds int64) Day {
	return Day(math.Floor(float64(seconds) / secondsOfDay))
}

// Date returns the year, the month and the day of the month. The year before 1
// is 0.
func (d Day) Date() (year int, month time.Month, day int) {
	return time.Unix(int64(d)*secondsOfDay, 0).UTC().Date()
}

// Days returns how many days the span has.
func (s Span) Days() int { return int(s.To) - int(s.From) + 1 }

// Join returns the least span that holds both.
func (s Span) Join(other Span) Span { return Span{min(s.From, other.From), max(s.To, other.To)} }

// Precision is how exactly a date is known.
type Precision uint8

// The precisions of a date.
const (
	DayPrecision Precision = iota
	MonthPrecision
	YearPrecision
)

// PrecisionOf returns how exactly a date is known that is somewhere in a span.
func PrecisionOf(s Span) Precision {
	switch n := s.Days(); {
	case n == 1:
		return DayPrecision
	case n <= 31:
		return MonthPrecision
	}
	return YearPrecision
}

// String returns "day", "month" or "year".
func (p Precision) String() string { return [...]string{"day", "month", "year"}[p] }

// Parse reads a date as the format writes it: 2024, 2024-02, 2024-02-13, the last
// also with a time behind it, which is left aside; or a year of up to five
// digits, or before the beginning of the calendar.
func Parse(s string) (Span, bool) {
	if span, ok := query.NewSpan(s); ok && !span.IsClock() {
		return Span{dayOf(span.From), dayOf(span.To)}, true
	}
	digits := strings.TrimPrefix(s, "-")
	if n, err := strconv.Atoi(s); err == nil && (len(digits) == 4 || len(digits) == 5) {
		return year(n)
	}
	return Span{}, false
}

func year(n int) (Span, bool) {
	if n < -mostYear || n > mostYear {
		return Span{}, false
	}
	return Span{NewDay(n, 1, 1), NewDay(n+1, 1, 1) - 1}, true
}

// reading is what the name and the type of a field say of its values.
type reading uint8

const (
	asWritten reading = iota // only what is written as a day is a date
	asDate                   // a year or a month too
	asYear                   // any whole number is a year
)

// readingOf tells how the values of a field are to be read. Where no manifest
// speaks, a number in a reserved field may well be no date.
func readingOf(k *kb.KB, f *kb.Field, last string) reading {
	switch {
	case f.Type == "year":
		return asYear
	case f.Type == "date":
		return asDate
	case f.Type == "" && isReserved(last):
		return asDate
	}
	return asWritten
}

func isReserved(name string) bool { return name == "date" || name == "start" || name == "end" }

// read reads a value as a date.
func (r reading) read(k *kb.KB, v kb.Value) (Span, bool) {
	switch v.Type {
	case kb.Date:
		return Parse(v.Str)
	case kb.String:
		const day = len("2024-02-13")
		switch {
		case r == asYear:
			if n, err := strconv.Atoi(v.Str); err == nil {
				return year(n)
			}
		case r == asWritten && len(v.Str) < day:
			return Span{}, false
		}
		return Parse(v.Str)
	case kb.Int:
		n, err := strconv.Atoi(v.Str)
		switch {
		case err != nil:
		case r == asYear:
			return year(n)
		case r == asDate && k.HasManifest:
			return Parse(v.Str)
		}
	}
	return Span{}, false
}
