package timeline

import (
	"math"
	"strconv"
	"strings"
	"time"

	"rihla/model/kb"
	"rihla/model/query"
)

// Day is a day of the proleptic Gregorian calendar, counted from 1 January
// 1970.
type Day int32

// Unknown is no day: the value of Timeline.Today without a clock.
const Unknown Day = math.MinInt32

// Span is the days from one to another, both included.
type Span struct{ From, To Day }

// maxYear bounds the years that are read, before and after year 0.
const maxYear = 99_999

const secondsOfDay = 24 * 60 * 60

// NewDay returns the day of a date; month and day are normalised as in
// time.Date.
func NewDay(year int, month time.Month, day int) Day {
	return dayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix())
}

func dayOf(seconds int64) Day {
	return Day(math.Floor(float64(seconds) / secondsOfDay))
}

// Date returns the year, month and day of the month, with astronomical years: 0
// is the year before 1.
func (d Day) Date() (year int, month time.Month, day int) {
	return time.Unix(int64(d)*secondsOfDay, 0).UTC().Date()
}

// Days returns the number of days.
func (s Span) Days() int { return int(s.To) - int(s.From) + 1 }

// Join returns the smallest span that holds both.
func (s Span) Join(other Span) Span { return Span{min(s.From, other.From), max(s.To, other.To)} }

// Precision is the precision to which a date is known.
type Precision uint8

// The precisions.
const (
	DayPrecision Precision = iota
	MonthPrecision
	YearPrecision
)

// PrecisionOf returns the precision of a date known to lie within a span.
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

// Parse reads a date as the format writes it: 2024, 2024-02 or 2024-02-13, the
// last with or without a time, which is ignored; or a year of four or five
// digits, with a minus sign if negative.
func Parse(s string) (Span, bool) {
	if span, ok := query.NewSpan(s); ok && !span.IsClock() {
		return Span{dayOf(span.From), dayOf(span.To)}, true
	}
	digits := strings.TrimPrefix(s, "-")
	if n, err := strconv.Atoi(s); err == nil && (len(digits) == 4 || len(digits) == 5) {
		return parseYear(n)
	}
	return Span{}, false
}

func parseYear(n int) (Span, bool) {
	if n < -maxYear || n > maxYear {
		return Span{}, false
	}
	return Span{NewDay(n, 1, 1), NewDay(n+1, 1, 1) - 1}, true
}

// valueType tells which values of a field are dates, by its name and type.
type valueType uint8

const (
	fullDate valueType = iota // full dates only
	anyDate                   // also a year or a month
	anyYear                   // any integer, as a year
)

// valueTypeOf returns the valueType of a field whose path ends in last. Without
// a manifest, a number in a reserved field may be no date.
func valueTypeOf(f *kb.Field, last string) valueType {
	switch {
	case f.Type == kb.FieldYear:
		return anyYear
	case f.Type == kb.FieldDate:
		return anyDate
	case f.Type == "" && isReserved(last):
		return anyDate
	}
	return fullDate
}

func isReserved(name string) bool { return name == "date" || name == "start" || name == "end" }

// parse reads a value as a date.
func (r valueType) parse(k *kb.KB, v kb.Value) (Span, bool) {
	switch v.Type {
	case kb.Date:
		return Parse(v.Str)
	case kb.String:
		const day = len("2024-02-13")
		switch {
		case r == anyYear:
			if n, err := strconv.Atoi(v.Str); err == nil {
				return parseYear(n)
			}
		case r == fullDate && len(v.Str) < day:
			return Span{}, false
		}
		return Parse(v.Str)
	case kb.Int:
		n, err := strconv.Atoi(v.Str)
		switch {
		case err != nil:
		case r == anyYear:
			return parseYear(n)
		case r == anyDate && k.HasManifest:
			return Parse(v.Str)
		}
	}
	return Span{}, false
}
