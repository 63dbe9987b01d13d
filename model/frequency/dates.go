package frequency

import (
	"math"
	"time"

	"rihla/model/date"
	"rihla/model/search"
)

// isCalendar reports whether the numbers of a tally are years, and it has several dates.
func isCalendar(t *search.Tally) bool {
	if len(t.Dates) == 0 && !t.Years || len(t.Values) < 2 {
		return false
	}
	for _, n := range t.Numbers {
		if n.Number != math.Trunc(n.Number) || math.Abs(n.Number) > date.MaxYear {
			return false
		}
	}
	return len(t.Dates)+len(t.Numbers) > 0
}

// The most years from the first date to the last that are counted by days, by months and
// so on. Days are in years, too.
var longest = map[Unit]float64{Day: 45.0 / 365, Month: 2, Year: 25, Decade: 250, Century: 2500}

// mostSpans bounds the ranges of dates.
const mostSpans = 400

// calendar returns the days, months, years, decades, centuries or millennia that dates
// are in, as the time that they span demands.
func calendar(t *search.Tally) []span {
	low, high := math.Inf(1), math.Inf(-1)
	add := func(from, to float64) { low, high = min(low, from), max(high, to) }
	for _, d := range t.Dates {
		add(float64(d.Span.From), float64(d.Span.To))
	}
	coarsest := Day
	for _, n := range t.Numbers {
		add(yearStart(n.Number), yearStart(n.Number))
		coarsest = Year
	}
	const secondsOfYear = 365.25 * 24 * 60 * 60
	unit := coarsest
	for unit < Millennium && (high-low)/secondsOfYear > longest[unit] {
		unit++
	}
	var out []span
	first, last := time.Unix(int64(low), 0).UTC(), time.Unix(int64(high), 0).UTC()
	for at := unit.floor(first); !at.After(last) && len(out) < mostSpans; {
		next := unit.next(at)
		s := span{unit: unit, low: float64(at.Unix()), high: float64(next.Unix() - 1)}
		s.from, s.to = unit.write(at), unit.write(time.Unix(next.Unix()-1, 0).UTC())
		out = append(out, s)
		at = next
	}
	if len(out) == mostSpans {
		return nil
	}
	return out
}

// floor returns the beginning of the unit that a time is in.
func (u Unit) floor(at time.Time) time.Time {
	y, m, d := at.Date()
	switch u {
	case Day:
	case Month:
		d = 1
	default:
		n := u.years()
		y, m, d = y-(y%n+n)%n, time.January, 1
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

func (u Unit) next(at time.Time) time.Time {
	switch u {
	case Day:
		return at.AddDate(0, 0, 1)
	case Month:
		return at.AddDate(0, 1, 0)
	}
	return at.AddDate(u.years(), 0, 0)
}

// years returns how many years a unit has.
func (u Unit) years() int {
	n := 1
	for ; u > Year; u-- {
		n *= 10
	}
	return n
}

// write writes the day, the month or the year of a time as a query does.
func (u Unit) write(at time.Time) string {
	d := date.Date{Year: at.Year(), Month: int(at.Month()), Day: at.Day(), Precision: date.Year}
	switch u {
	case Day:
		d.Precision = date.Day
	case Month:
		d.Precision, d.Day = date.Month, 0
	default:
		return date.WriteYear(d.Year)
	}
	return d.String()
}

// yearStart returns the first second of a year.
func yearStart(year float64) float64 {
	return float64(time.Date(int(year), time.January, 1, 0, 0, 0, 0, time.UTC).Unix())
}
