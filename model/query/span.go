package query

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Span is the seconds of a year, month, day, minute or second, from 1 January
// 1970 UTC on, both ends included. A time of day is a span on a day of its own,
// far from any date.
type Span struct{ From, To int64 }

const (
	secondsOfMinute = 60
	secondsOfDay    = 24 * 60 * secondsOfMinute
	clockBase       = -1 << 40 // midnight of that day
)

// NewSpan reads a date as the format writes it: 2024, 2024-02 or 2024-02-13,
// the last with or without a time; or a time of day. Fractions of a second and
// time zones are ignored.
func NewSpan(s string) (Span, bool) {
	const year, month, day, hour = len("2024"), len("2024-02"), len("2024-02-13"), len("10")
	if len(s) > hour && s[hour] == ':' {
		return timeSpan(clockBase, s)
	}
	if len(s) < year || !areDigits(s[:year]) {
		return Span{}, false
	}
	y, _ := strconv.Atoi(s[:year])
	if len(s) == year {
		return yearSpan(y), true
	}
	if len(s) < month || s[year] != '-' || !areDigits(s[year+1:month]) {
		return Span{}, false
	}
	m, _ := strconv.Atoi(s[year+1 : month])
	if m < 1 || m > 12 {
		return Span{}, false
	}
	if len(s) == month {
		return Span{midnight(y, m, 1), midnight(y, m+1, 1) - 1}, true
	}
	if len(s) < day || s[month] != '-' || !areDigits(s[month+1:day]) {
		return Span{}, false
	}
	d, _ := strconv.Atoi(s[month+1 : day])
	at := midnight(y, m, d)
	if d < 1 || at >= midnight(y, m+1, 1) {
		return Span{}, false
	}
	switch {
	case len(s) == day:
		return Span{at, at + secondsOfDay - 1}, true
	case !strings.ContainsRune("tT ", rune(s[day])):
		return Span{}, false
	}
	return timeSpan(at, s[day+1:])
}

// timeSpan reads 10:30, a minute, or 10:30:00, a second, of the day that begins
// at a midnight.
func timeSpan(midnight int64, s string) (Span, bool) {
	const minute, second = len("10:30"), len("10:30:00")
	if len(s) < minute || !areDigits(s[:2]) || s[2] != ':' || !areDigits(s[3:minute]) {
		return Span{}, false
	}
	hours, _ := strconv.Atoi(s[:2])
	minutes, _ := strconv.Atoi(s[3:minute])
	if hours > 23 || minutes > 59 {
		return Span{}, false
	}
	at := midnight + int64(hours*60+minutes)*secondsOfMinute
	if len(s) == minute {
		return Span{at, at + secondsOfMinute - 1}, true
	}
	if len(s) < second || s[minute] != ':' || !areDigits(s[minute+1:second]) {
		return Span{}, false
	}
	seconds, _ := strconv.Atoi(s[minute+1 : second])
	return Span{at + int64(seconds), at + int64(seconds)}, true
}

func yearSpan(y int) Span { return Span{midnight(y, 1, 1), midnight(y+1, 1, 1) - 1} }

// Year returns the year in which the span begins.
func (s Span) Year() int { return time.Unix(s.From, 0).UTC().Year() }

// IsClock reports whether the span is a time of day.
func (s Span) IsClock() bool { return s.From < clockBase+secondsOfDay }

func midnight(y, m, d int) int64 {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix()
}

func areDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// yearOf returns the span of the year that a number may mean; false if it is
// not an integer from 1 to 9999.
func yearOf(n float64) (Span, bool) {
	if n < 1 || n > 9999 || n != math.Trunc(n) {
		return Span{}, false
	}
	return yearSpan(int(n)), true
}
