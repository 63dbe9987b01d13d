package date

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// maxBytes bounds the texts that are read.
const maxBytes = 64

// Parse reads a date in a notation that is no other thing, whatever it is the
// value of:
//
//   - 2024, 2024-02, 2024-02-13 and 2024/02/13, with a minus sign before the year 0,
//     and with five digits of the year in a day;
//   - a day with a time, 2024-02-13T10:30, with or without seconds, their
//     fraction and a zone; a space may stand for the T;
//   - a month by its name: 18 Feb 2020, Feb 18, 2020, 18 février 2020, February
//     2020, also with the day of the week or a time;
//   - 2020年2月18日 and 2020년 2월 18일.
//
// A text that begins with a day or a month as a number, 03/04/2020, is no date:
// countries read it differently.
func Parse(s string) (Date, bool) { return parse(s, false) }

// parse reads a date. In a wide sense, of fields that hold dates, it is also a
// year of five digits or with an era, 2020/02, or 2020.02.18.
func parse(s string, wide bool) (Date, bool) {
	if len(s) < len("2024") || len(s) > maxBytes {
		return Date{}, false
	}
	if d, ok := parseNumbers(s, wide); ok {
		return d, true
	}
	return parseWords(s, wide)
}

// digits returns the number of digits that a text begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// parseNumbers reads a date that begins with the year, all in numbers.
func parseNumbers(s string, wide bool) (Date, bool) {
	rest := strings.TrimPrefix(s, "-")
	n := digits(rest)
	if n != 4 && n != 5 {
		if plus, found := strings.CutPrefix(s, "+"); found && digits(plus) >= 4 {
			return parseNumbers(plus, wide)
		}
		return Date{}, false
	}
	year, _ := strconv.Atoi(s[:len(s)-len(rest)+n])
	d := Date{Year: year}
	isShort := n == 4 || wide
	rest = rest[n:]
	if rest == "" {
		return d, isShort
	}
	sep := rest[0]
	if sep != '-' && sep != '/' && (sep != '.' || !wide) {
		return Date{}, false
	}
	months := digits(rest[1:])
	if months < 1 || months > 2 {
		return Date{}, false
	}
	d.Month, _ = strconv.Atoi(rest[1 : 1+months])
	d.Precision = Month
	if rest = rest[1+months:]; rest == "" {
		return d, d.isReal() && isShort && months == 2 && (sep == '-' || sep == '/' && wide)
	}
	days := digits(rest[1:])
	if rest[0] != sep || days < 1 || days > 2 {
		return Date{}, false
	}
	d.Day, _ = strconv.Atoi(rest[1 : 1+days])
	d.Precision = Day
	switch rest = rest[1+days:]; {
	case !d.isReal():
		return Date{}, false
	case rest == "":
		return d, true
	case strings.IndexByte("tT ", rest[0]) < 0:
		return Date{}, false
	}
	return d.at(rest[1:])
}

// YearLast returns the days that a text with the year after two other numbers may
// mean: 3 April and 4 March 2020 for 03/04/2020. Parse reads none of them.
func YearLast(s string) []Date {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 || len(parts[2]) != 4 || len(parts[0]) > 2 || len(parts[1]) > 2 {
		return nil
	}
	var numbers [3]int
	for i, part := range parts {
		if digits(part) != len(part) {
			return nil
		}
		numbers[i], _ = strconv.Atoi(part)
	}
	var out []Date
	for _, d := range []Date{
		{Year: numbers[2], Month: numbers[1], Day: numbers[0], Precision: Day},
		{Year: numbers[2], Month: numbers[0], Day: numbers[1], Precision: Day},
	} {
		if d.isReal() && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// isReal reports whether the month, and the day if it is known, exist.
func (d Date) isReal() bool {
	if d.Month < 1 || d.Month > 12 {
		return false
	}
	return d.Precision < Day || d.Day >= 1 && d.Day <= time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// at returns the day with a time of day.
func (d Date) at(clock string) (Date, bool) {
	c, ok := parseClock(clock)
	c.Year, c.Month, c.Day = d.Year, d.Month, d.Day
	return c, ok
}

// parseClock reads a time of day and its zone into a date of no day.
func parseClock(s string) (Date, bool) {
	d := Date{Precision: Minute}
	take := func(most int) (int, bool) {
		if digits(s) < 2 {
			return 0, false
		}
		n, _ := strconv.Atoi(s[:2])
		s = s[2:]
		return n, n <= most
	}
	var ok bool
	if d.Hour, ok = take(23); !ok || s == "" || s[0] != ':' {
		return Date{}, false
	}
	s = s[1:]
	if d.Minute, ok = take(59); !ok {
		return Date{}, false
	}
	if s != "" && s[0] == ':' {
		s = s[1:]
		if d.Second, ok = take(59); !ok {
			return Date{}, false
		}
		d.Precision = Second
		if n := digits(strings.TrimPrefix(s, ".")); n > 0 && s[0] == '.' {
			d.Fraction, s = s[1:1+n], s[1+n:]
		}
	}
	if d.Zone, ok = parseZone(strings.TrimPrefix(s, " ")); !ok {
		return Date{}, false
	}
	return d, true
}

// parseZone reads a time zone, as ISO 8601 and mails write it.
func parseZone(s string) (string, bool) {
	switch s {
	case "":
		return "", true
	case "Z", "z", "UTC", "utc", "GMT", "gmt":
		return "Z", true
	}
	if s[0] != '+' && s[0] != '-' || digits(s[1:]) < 2 {
		return "", false
	}
	hours, minutes := s[1:3], strings.TrimPrefix(s[3:], ":")
	if minutes == "" {
		minutes = "00"
	}
	if len(minutes) != 2 || digits(minutes) != 2 || hours > "23" || minutes > "59" {
		return "", false
	}
	return s[:1] + hours + ":" + minutes, true
}

// dayLike matches texts that are written as a day of ISO 8601, with or without a time.
var dayLike = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}.*)?$`)

// IsDayLike reports whether a text is written as a day of ISO 8601, with or without a time.
// There may be no such day.
func IsDayLike(text string) bool { return dayLike.MatchString(text) }

// IsNoDay reports whether a text is written as a day that does not exist: 2023-02-29.
func IsNoDay(text string) bool {
	if !IsDayLike(text) {
		return false
	}
	_, ok := Parse(text[:len(time.DateOnly)])
	return !ok
}
