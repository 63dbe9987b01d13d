package date

import (
	"strconv"
	"time"
)

// Span is the seconds from one to another, both included, counted from 1 January 1970
// by the clock that is written. A time with an offset from UTC keeps it; every other
// span is of no zone. A time of day is a span on a day of its own, before any date.
type Span struct {
	From, To int64
	zone     zone
}

// zone is an offset from UTC in seconds, plus zoned; 0 where none is written.
type zone int32

const zoned zone = 1 << 20

// zoneOf returns the zone of Date.Zone.
func zoneOf(written string) zone {
	if written == "" || written == "Z" {
		return zone(len(written)) * zoned
	}
	hours, _ := strconv.Atoi(written[1:3])
	minutes, _ := strconv.Atoi(written[4:6])
	offset := zone(hours*secondsOfHour + minutes*secondsOfMinute)
	if written[0] == '-' {
		offset = -offset
	}
	return zoned + offset
}

// IsZoned reports whether the span has an offset from UTC.
func (s Span) IsZoned() bool { return s.zone != 0 }

// UTC returns a span with an offset by the clock of UTC, others as they are.
func (s Span) UTC() Span {
	if !s.IsZoned() {
		return s
	}
	offset := int64(s.zone - zoned)
	return Span{s.From - offset, s.To - offset, zoned}
}

// Align returns two spans by one clock, to be compared: that of UTC if both have an
// offset, else the one that is written in each.
func Align(a, b Span) (Span, Span) {
	if a.IsZoned() && b.IsZoned() {
		return a.UTC(), b.UTC()
	}
	return a, b
}

// Join returns the span from the beginning of one to the end of another, with their
// offset if both have the same.
func Join(first, last Span) Span {
	s := Span{From: first.From, To: last.To}
	if first.zone == last.zone {
		s.zone = first.zone
	}
	return s
}

// Year returns the year in which the span begins.
func (s Span) Year() int { return time.Unix(s.From, 0).UTC().Year() }

// String returns the days of the span: "2024-02-10", "2024-02-10 – 2024-02-20".
func (s Span) String() string {
	first, last := time.Unix(s.From, 0).UTC().Format(time.DateOnly), time.Unix(s.To, 0).UTC().Format(time.DateOnly)
	if first == last {
		return first
	}
	return first + " – " + last
}

// LastYear returns the year in which the span ends.
func (s Span) LastYear() int { return time.Unix(s.To, 0).UTC().Year() }

// IsClock reports whether the span is a time of day.
func (s Span) IsClock() bool { return s.From < clockBase+secondsOfDay }
