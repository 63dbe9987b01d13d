package query

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"
)

// Operand is one thing that values are compared with, read in every way that
// it can be.
type Operand struct {
	Written string
	Text    string // folded, with single spaces
	Number  float64
	Span    Span

	IsNumber bool
	IsSpan   bool
}

// NewOperand reads an operand.
func NewOperand(written string) Operand {
	o := Operand{Written: written, Text: Normal(written)}
	if n, err := strconv.ParseFloat(strings.ReplaceAll(o.Text, "_", ""), 64); err == nil && !math.IsNaN(n) {
		o.Number, o.IsNumber = n, true
	}
	o.Span, o.IsSpan = NewSpan(o.Text)
	return o
}

// IsOpen tells whether the operand is an open end of a range.
func (o *Operand) IsOpen() bool { return o.Text == "" }

// Normal folds a text and leaves one space between its words.
func Normal(s string) string {
	s = Fold(s)
	if isNormal(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < 0x80 && IsSpace(byte(r)) }), " ")
}

func isNormal(s string) bool {
	space := true
	for i := range len(s) {
		is := IsSpace(s[i])
		if is && (space || s[i] != ' ') {
			return false
		}
		space = is
	}
	return !space || s == ""
}

// IsSpace tells whether a byte of a folded text parts words.
func IsSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// Span is the days of a day, a month or a year, counted from 1970.
type Span struct{ From, To int32 }

// NewSpan reads a date as the format writes it: 2024, 2024-02, 2024-02-13, the
// last also with a time behind it.
func NewSpan(s string) (Span, bool) {
	const year, month, day = len("2024"), len("2024-02"), len("2024-02-13")
	if len(s) < year || !areDigits(s[:year]) {
		return Span{}, false
	}
	y, _ := strconv.Atoi(s[:year])
	if len(s) == year {
		return YearSpan(y), true
	}
	if len(s) < month || s[year] != '-' || !areDigits(s[year+1:month]) {
		return Span{}, false
	}
	m, _ := strconv.Atoi(s[year+1 : month])
	if m < 1 || m > 12 {
		return Span{}, false
	}
	if len(s) == month {
		return Span{days(y, m, 1), days(y, m+1, 1) - 1}, true
	}
	if len(s) < day || s[month] != '-' || !areDigits(s[month+1:day]) {
		return Span{}, false
	}
	if len(s) > day && !strings.ContainsRune("tT ", rune(s[day])) {
		return Span{}, false
	}
	d, _ := strconv.Atoi(s[month+1 : day])
	at := days(y, m, d)
	if d < 1 || at >= days(y, m+1, 1) {
		return Span{}, false
	}
	return Span{at, at}, true
}

// YearSpan returns the days of a year.
func YearSpan(y int) Span { return Span{days(y, 1, 1), days(y+1, 1, 1) - 1} }

// Year returns the year that the span begins in.
func (s Span) Year() int { return time.Unix(int64(s.From)*secondsOfDay, 0).UTC().Year() }

const secondsOfDay = 24 * 60 * 60

func days(y, m, d int) int32 {
	return int32(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / secondsOfDay)
}

func areDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// AsYear returns the days of the year that a whole number may be.
func AsYear(n float64) (Span, bool) {
	if n < 1 || n > 9999 || n != math.Trunc(n) {
		return Span{}, false
	}
	return YearSpan(int(n)), true
}

// takes tells whether the order of a value and its operand is the one that is
// asked for.
func (h How) takes(order int) bool {
	switch h {
	case Holds, Is:
		return order == 0
	case Less:
		return order < 0
	case AtMost:
		return order <= 0
	case More:
		return order > 0
	case AtLeast:
		return order >= 0
	}
	return false
}

// IsOrder tells whether values are compared by their order.
func (v *Value) IsOrder() bool { return v.How >= Less }

// TakesNumber tells whether a number satisfies the comparison: as a number, or
// as a year where it is compared with a month or a day.
func (v *Value) TakesNumber(n float64) bool {
	if v.How != Between && v.Than.IsNumber {
		return v.How.takes(cmp.Compare(n, v.Than.Number))
	}
	number := func(o *Operand) bool { return o.IsNumber || o.IsOpen() }
	if v.How == Between && number(&v.Than) && number(&v.Upto) {
		return (v.Than.IsOpen() || n >= v.Than.Number) && (v.Upto.IsOpen() || n <= v.Upto.Number)
	}
	span, ok := AsYear(n)
	return ok && v.TakesSpan(span)
}

// TakesSpan tells whether a date satisfies the comparison. A month or a year is
// within what holds all of its days, and before what begins after them.
func (v *Value) TakesSpan(s Span) bool {
	if v.How == Between {
		low, high := &v.Than, &v.Upto
		return (low.IsOpen() || low.IsSpan && s.From >= low.Span.From) && (high.IsOpen() || high.IsSpan && s.To <= high.Span.To)
	}
	if !v.Than.IsSpan {
		return false
	}
	switch than := v.Than.Span; v.How {
	case Holds, Is:
		return s.From >= than.From && s.To <= than.To
	case Less:
		return s.To < than.From
	case AtMost:
		return s.To <= than.To
	case More:
		return s.From > than.To
	case AtLeast:
		return s.From >= than.From
	}
	return false
}

// TakesNatural tells whether a text, as Natural writes it, satisfies a
// comparison of order.
func (v *Value) TakesNatural(text string) bool {
	if v.How == Between {
		return (v.Than.IsOpen() || text >= Natural(v.Than.Text)) && (v.Upto.IsOpen() || text <= Natural(v.Upto.Text))
	}
	return v.IsOrder() && v.How.takes(strings.Compare(text, Natural(v.Than.Text)))
}

// TakesText tells whether a text, as Normal writes it, satisfies the comparison.
// A text that is a date is compared as one with a date.
func (v *Value) TakesText(text string) bool {
	if span, ok := NewSpan(text); ok && v.IsOfDates() {
		return v.TakesSpan(span) || !v.IsOrder() && v.takesLetters(text)
	}
	if v.IsOrder() {
		return v.TakesNatural(Natural(text))
	}
	return v.takesLetters(text)
}

func (v *Value) takesLetters(text string) bool {
	switch v.How {
	case Is:
		return text == v.Than.Text
	case Begins:
		return strings.HasPrefix(text, v.Than.Text)
	}
	return strings.Contains(text, v.Than.Text)
}

// IsOfDates tells whether every end of the comparison is a date.
func (v *Value) IsOfDates() bool {
	return (v.Than.IsSpan || v.How == Between && v.Than.IsOpen()) && (v.How != Between || v.Upto.IsSpan || v.Upto.IsOpen())
}

// TakesWritten tells whether a value that is neither text nor link, by its
// written form as Normal writes it, is what it is compared with, or begins so.
func (v *Value) TakesWritten(text string) bool {
	switch v.How {
	case Holds, Is:
		return text == v.Than.Text || truth(text) != "" && truth(text) == truth(v.Than.Text)
	case Begins:
		return strings.HasPrefix(text, v.Than.Text)
	}
	return false
}

// truth returns the truth value that a word names, in TOML, French or English.
func truth(word string) string {
	switch word {
	case "true", "yes", "oui", "vrai":
		return "true"
	case "false", "no", "non", "faux":
		return "false"
	}
	return ""
}
