// Package date reads dates as people write them: those of ISO 8601 and TOML,
// names of months in several languages, numbers in fields that are called after
// dates. A notation that may mean two days is none.
package date

import (
	"fmt"
	"strings"
	"time"
)

// MaxYear bounds the years that are read, before and after year 0.
const MaxYear = 99_999

// Precision is how exactly a date is known.
type Precision uint8

// The precisions.
const (
	Year Precision = iota
	Month
	Day
	Minute
	Second
)

// Date is a date of the proleptic Gregorian calendar, as exactly as it is
// written. Parts finer than Precision are 0.
type Date struct {
	Year                 int // astronomical: 0 is the year before 1
	Month, Day           int // counted from 1
	Hour, Minute, Second int
	Fraction             string // the digits of the fraction of the second
	Zone                 string // "Z" or "+02:00"; empty where none is written
	Precision            Precision
}

// String returns the date in ISO 8601, with years of four digits at least:
// "-0043", "2024-02", "2024-02-11", "2024-02-11T10:30+02:00".
func (d Date) String() string {
	var b strings.Builder
	b.WriteString(WriteYear(d.Year))
	if d.Precision >= Month {
		fmt.Fprintf(&b, "-%02d", d.Month)
	}
	if d.Precision >= Day {
		fmt.Fprintf(&b, "-%02d", d.Day)
	}
	if d.Precision >= Minute {
		fmt.Fprintf(&b, "T%02d:%02d", d.Hour, d.Minute)
	}
	if d.Precision >= Second {
		fmt.Fprintf(&b, ":%02d", d.Second)
	}
	if d.Fraction != "" {
		b.WriteString("." + d.Fraction)
	}
	b.WriteString(d.Zone)
	return b.String()
}

// WriteYear returns an astronomical year with four digits at least.
func WriteYear(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

// DayOf returns the date without the time of day.
func (d Date) DayOf() Date {
	if d.Precision <= Day {
		return d
	}
	return Date{Year: d.Year, Month: d.Month, Day: d.Day, Precision: Day}
}

const (
	secondsOfMinute = 60
	secondsOfHour   = 60 * secondsOfMinute
	secondsOfDay    = 24 * secondsOfHour
	clockBase       = -1 << 43 // midnight of the day of times: before year -MaxYear
)

// Span returns the seconds of the year, month, day, minute or second.
func (d Date) Span() Span {
	switch d.Precision {
	case Year:
		return Span{From: midnight(d.Year, 1, 1), To: midnight(d.Year+1, 1, 1) - 1}
	case Month:
		return Span{From: midnight(d.Year, d.Month, 1), To: midnight(d.Year, d.Month+1, 1) - 1}
	}
	at := midnight(d.Year, d.Month, d.Day)
	if d.Precision == Day {
		return Span{From: at, To: at + secondsOfDay - 1}
	}
	s := clockSpan(at, d)
	s.zone = zoneOf(d.Zone)
	return s
}

// clockSpan returns the minute or the second of a day that begins at a midnight.
func clockSpan(midnight int64, d Date) Span {
	at := midnight + int64(d.Hour*secondsOfHour+d.Minute*secondsOfMinute+d.Second)
	if d.Precision == Minute {
		return Span{From: at, To: at + secondsOfMinute - 1}
	}
	return Span{From: at, To: at}
}

func midnight(y, m, d int) int64 {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix()
}

// SpanOf reads a date as Parse does, or a time of day, as 10:30 or 10:30:00.
func SpanOf(s string) (Span, bool) {
	if len(s) > 2 && s[2] == ':' {
		d, ok := parseClock(s)
		return clockSpan(clockBase, d), ok
	}
	d, ok := Parse(s)
	if !ok {
		return Span{}, false
	}
	return d.Span(), true
}
