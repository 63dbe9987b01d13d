package words

import (
	"fmt"
	"strconv"
	"strings"

	"rihla/model/date"
)

// How dates and periods are written.
var (
	// From January on, separated by spaces.
	months = Message{"January February March April May June July August September October November December",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre"}
	monthsShort = Message{"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
		"janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."}

	// %s is a day.
	On       = Message{"on %s", "le %s"}
	SinceDay = Message{"since %s", "depuis le %s"}
	Until    = Message{"until %s", "jusqu’au %s"}

	// %s is a month or a year.
	OnYear    = Message{"in %s", "en %s"}
	SinceYear = Message{"since %s", "depuis %s"}
	UntilYear = Message{"until %s", "jusqu’en %s"}

	// Of what is ahead; %s is a day, then a month or a year, then one that begins with
	// a vowel.
	FromDay    = Message{"from %s", "à partir du %s"}
	FromYear   = Message{"from %s", "à partir de %s"}
	FromElided = Message{"from %s", "à partir d’%s"}

	// %s and %s are dates: days, or months and years as the name says. FromToElided
	// stands before a vowel.
	FromTo        = Message{"from %s to %s", "du %s au %s"}
	FromDayToYear = Message{"from %s to %s", "du %s à %s"}
	FromYearToDay = Message{"from %s to %s", "de %s au %s"}
	FromToYear    = Message{"from %s to %s", "de %s à %s"}

	FromYearToDayElided = Message{"from %s to %s", "d’%s au %s"}
	FromToElided        = Message{"from %s to %s", "d’%s à %s"}

	// %s and %s are dates of which one holds: on their own, after SinceDay, after
	// FromTo and FromDayToYear, at the end of FromTo and of Until.
	OrDates = Message{"%s or %s", "%s ou %s"}
	OrSince = Message{"%s or %s", "%s ou le %s"}
	OrFrom  = Message{"%s or %s", "%s ou du %s"}
	OrUntil = Message{"%s or %s", "%s ou au %s"}
)

// WriteDate writes out a date, in whatever notation, as the language does: "11
// February 2024", "1er février 2024, 10:30 (UTC)". A year alone and what is no date
// stay as they are. The second result reports whether the date names a day.
func (l *Language) WriteDate(text string) (written string, isDay bool) {
	d, ok := date.Dates.Text(text)
	if !ok || d.Precision == date.Year {
		return text, false
	}
	written = l.LongMonth(d.Month) + " " + year(d.Year)
	switch {
	case d.Precision == date.Month:
		return written, false
	case d.Day == 1:
		written = l.firstOfMonth + " " + written
	default:
		written = strconv.Itoa(d.Day) + " " + written
	}
	if d.Precision > date.Day {
		written += l.ListComma + fmt.Sprintf("%02d:%02d", d.Hour, d.Minute)
	}
	if d.Zone != "" {
		written += " (" + strings.Replace(d.Zone, "Z", "UTC", 1) + ")"
	}
	return written, true
}

// year writes an astronomical year, as in ISO 8601 before 0.
func year(y int) string {
	if y < 0 {
		return date.WriteYear(y)
	}
	return strconv.Itoa(y)
}

// ShortMonth returns the short name of a month, counted from 1.
func (l *Language) ShortMonth(month int) string { return strings.Fields(l.Say(monthsShort))[month-1] }

// LongMonth returns the name of a month, counted from 1.
func (l *Language) LongMonth(month int) string { return strings.Fields(l.Say(months))[month-1] }

// Either writes two dates of which one holds, what follows the day or the month
// once: "10 or 11 February 2024".
func (l *Language) Either(or Message, first, second string) string {
	short, rest, _ := strings.Cut(first, " ")
	if _, same, found := strings.Cut(second, " "); found && rest == same {
		first = short
	}
	return l.Say(or, first, second)
}

// Dated says when something was; isDay reports whether the date is a day, not a month
// or a year.
func (l *Language) Dated(date string, isDay bool) string {
	if isDay {
		return l.Say(On, date)
	}
	return l.Say(OnYear, date)
}

// From says from when on something will be; isDay reports whether the date is a day,
// not a month or a year.
func (l *Language) From(date string, isDay bool) string {
	switch {
	case isDay:
		return l.Say(FromDay, date)
	case date != "" && strings.ContainsAny(date[:1], l.elidesBefore):
		return l.Say(FromElided, date)
	}
	return l.Say(FromYear, date)
}

// Period says from when to when something was. Either date is empty where it is
// unknown; fromDay and toDay report whether it is a day, not a month or a year.
func (l *Language) Period(from, to string, fromDay, toDay bool) string {
	switch {
	case from == "" && toDay:
		return l.Say(Until, to)
	case from == "":
		return l.Say(UntilYear, to)
	case to == "" && fromDay:
		return l.Say(SinceDay, from)
	case to == "":
		return l.Say(SinceYear, from)
	case fromDay && toDay:
		return l.Say(FromTo, from, to)
	case fromDay:
		return l.Say(FromDayToYear, from, to)
	case toDay && strings.ContainsAny(from[:1], l.elidesBefore):
		return l.Say(FromYearToDayElided, from, to)
	case toDay:
		return l.Say(FromYearToDay, from, to)
	case strings.ContainsAny(from[:1], l.elidesBefore):
		return l.Say(FromToElided, from, to)
	}
	return l.Say(FromToYear, from, to)
}
