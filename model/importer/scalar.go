package importer

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"rihla/model/kb"
)

// Type is the type of a column.
type Type uint8

// The column types.
const (
	Text         Type = iota
	Integer           // integers
	Number            // integers and decimal numbers
	DecimalComma      // numbers with a decimal comma
	Boolean           // true or false
	Day               // dates: 2024-02-11
	DayFirst          // dates: 11/02/2024, 11.02.2024
	MonthFirst        // dates: 02/11/2024
	Moment            // dates with a time of day
	Structure         // tables, or values of mixed types
)

// Patterns of scalars. Numbers have no leading zeros, so that they are written back
// unchanged; longer sequences of digits are identifiers rather than quantities.
var (
	integerForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})$`)
	decimalForm = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}$`)
	commaForm   = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14}),[0-9]{1,15}$`)
	dayForm     = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	slashForm   = regexp.MustCompile(`^([0-9]{1,2})([/.])([0-9]{1,2})[/.]([0-9]{4})$`)
	momentForm  = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})?$`)
)

// census counts the possible types of the texts of a column.
type census struct {
	total, integers, decimals, commas, booleans, days, moments, slashes int

	dayOver, monthOver bool         // whether the first or second number of a date exceeds 12
	tenths             bool         // whether a decimal comma is followed by a number of digits other than three
	length             map[int]bool // lengths of the integers, in digits

	all, texts, lists int // number of values, including values other than texts
	types             [kb.Packed + 1]int
}

func (c *census) add(text string) {
	c.total++
	first := text[0]
	if (first < '0' || first > '9') && first != '-' {
		if strings.EqualFold(text, "true") || strings.EqualFold(text, "false") {
			c.booleans++
		}
		return
	}
	switch {
	case text == "-0":
	case integerForm.MatchString(text):
		c.integers++
		if c.length == nil {
			c.length = make(map[int]bool)
		}
		c.length[len(strings.TrimPrefix(text, "-"))] = true
	case decimalForm.MatchString(text):
		c.decimals++
	case commaForm.MatchString(text):
		c.commas++
		c.tenths = c.tenths || len(text)-strings.IndexByte(text, ',') != len(",000")
	case dayForm.MatchString(text):
		if _, err := time.Parse(time.DateOnly, text); err == nil {
			c.days++
		}
	case momentForm.MatchString(text):
		if isMoment(text) {
			c.moments++
		}
	default:
		if first, second, ok := slashes(text); ok {
			c.slashes++
			c.dayOver, c.monthOver = c.dayOver || first > 12, c.monthOver || second > 12
		}
	}
}

// slashes returns the first two numbers of a date such as 31/12/2024, whatever their order.
func slashes(text string) (first, second int, ok bool) {
	m := slashForm.FindStringSubmatch(text)
	if m == nil || strings.Count(text, m[2]) != 2 {
		return 0, 0, false
	}
	first, _ = strconv.Atoi(m[1])
	second, _ = strconv.Atoi(m[3])
	return first, second, true
}

func isMoment(text string) bool {
	form := "2006-01-02T15:04:05"
	if strings.ContainsAny(text[len(form):], "Z+-") {
		form += "Z07:00"
	}
	_, err := time.Parse(form, strings.Replace(text, " ", "T", 1))
	return err == nil
}

// sameDigits is the minimum length of integers of equal length that are taken for
// identifiers, such as telephone or company numbers.
const sameDigits = 8

// is returns the type of the column. A comma is not a decimal comma if it is the separator
// of the table.
func (c *census) is(separator rune) Type {
	switch {
	case c.total == 0:
		return Text
	case c.integers == c.total && c.areIdentifiers():
		return Text
	case c.integers == c.total:
		return Integer
	case c.integers+c.decimals == c.total:
		return Number
	case c.integers+c.commas == c.total && c.tenths && separator != ',':
		return DecimalComma
	case c.booleans == c.total:
		return Boolean
	case c.days == c.total:
		return Day
	case c.moments == c.total:
		return Moment
	case c.slashes == c.total && c.dayOver && !c.monthOver:
		return DayFirst
	case c.slashes == c.total && c.monthOver && !c.dayOver:
		return MonthFirst
	}
	return Text
}

func (c *census) areIdentifiers() bool {
	if len(c.length) != 1 {
		return false
	}
	for n := range c.length {
		return n >= sameDigits
	}
	return false
}

// read parses a text as a value of the type. It reports false if the text does not match.
func (t Type) read(text string) (kb.Value, bool) {
	switch t {
	case Integer:
		return kb.Value{Type: kb.Int, Str: text}, true
	case Number:
		if strings.Contains(text, ".") {
			return kb.Value{Type: kb.Float, Str: text}, true
		}
		return kb.Value{Type: kb.Int, Str: text}, true
	case DecimalComma:
		return Number.read(strings.Replace(text, ",", ".", 1))
	case Boolean:
		return kb.Value{Type: kb.Bool, Str: strings.ToLower(text)}, true
	case Day, Moment:
		return kb.Value{Type: kb.Date, Str: text}, true
	case DayFirst, MonthFirst:
		day, month, _ := slashes(text)
		if t == MonthFirst {
			day, month = month, day
		}
		year, _ := strconv.Atoi(text[len(text)-len("2006"):])
		at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if at.Day() != day {
			return kb.Value{}, false
		}
		return kb.Value{Type: kb.Date, Str: at.Format(time.DateOnly)}, true
	}
	return kb.Value{}, false
}
