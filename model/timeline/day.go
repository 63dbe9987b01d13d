package timeline

import (
	"math"
	"time"

	"rihla/model/date"
	"rihla/model/kb"
)

// Day is a day of the proleptic Gregorian calendar, counted from 1 January
// 1970.
type Day int32

// Unknown is no day: the value of Timeline.Today without a clock.
const Unknown Day = math.MinInt32

// Span is the days from one to another, both included.
type Span struct{ From, To Day }

const secondsOfDay = 24 * 60 * 60

// NewDay returns the day of a date; month and day are normalised as in
// time.Date.
func NewDay(year int, month time.Month, day int) Day {
	return dayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix())
}

func dayOf(seconds int64) Day {
	return Day(math.Floor(float64(seconds) / secondsOfDay))
}

// LastDay returns the last day of a span, Unknown at the end of time.
func LastDay(s date.Span) Day {
	if s == kb.EndOfTime {
		return Unknown
	}
	return dayOf(s.To)
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

// Parse reads a date in whatever notation, without its time.
func Parse(s string) (Span, bool) {
	d, ok := date.Dates.Text(s)
	return daysOf(d), ok
}

// daysOf returns the days of a date.
func daysOf(d date.Date) Span {
	s := d.DayOf().Span()
	return Span{dayOf(s.From), dayOf(s.To)}
}
