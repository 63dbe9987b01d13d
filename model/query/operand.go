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
	o := Operand{Written: written, Text: Normalize(written)}
	if n, err := strconv.ParseFloat(strings.ReplaceAll(o.Text, "_", ""), 64); err == nil && !math.IsNaN(n) {
		o.Number, o.IsNumber = n, true
	}
	o.Span, o.IsSpan = NewSpan(o.Text)
	return o
}

// IsOpen tells whether the operand is an open end of a range.
func (o *Operand) IsOpen() bool { return o.Text == "" }

func (o *Operand) isQuantity() bool { return o.IsNumber || o.IsSpan }

// Normal folds a text and leaves one space between its words.
func Normalize(s string) string {
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

// Span is the seconds of a year, a month, a day, a minute or a moment, counted
// from the beginning of 1970, both ends included. A time of day is a span too,
// far from any date.
type Span struct{ From, To int64 }

const (
	secondsOfMinute = 60
	secondsOfDay    = 24 * 60 * secondsOfMinute
	clock           = -1 << 40 // midnight of a time of day
)

// NewSpan reads a date as the format writes it: 2024, 2024-02, 2024-02-13, the
// last also with a time behind it; or a time of day. Of a time, fractions of a
// second and what it is offset by are left aside.
func NewSpan(s string) (Span, bool) {
	const year, month, day, hour = len("2024"), len("2024-02"), len("2024-02-13"), len("10")
	if len(s) > hour && s[hour] == ':' {
		return timeSpan(clock, s)
	}
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

// timeSpan reads 10:30, a minute, or 10:30:00, a moment, of the day that begins
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

// YearSpan returns the span of a year.
func YearSpan(y int) Span { return Span{midnight(y, 1, 1), midnight(y+1, 1, 1) - 1} }

// Year returns the year that the span begins in.
func (s Span) Year() int { return time.Unix(s.From, 0).UTC().Year() }

// IsClock tells whether the span is a time of day.
func (s Span) IsClock() bool { return s.From < clock+secondsOfDay }

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

// AsYear returns the span of the year that a whole number may be.
func AsYear(n float64) (Span, bool) {
	if n < 1 || n > 9999 || n != math.Trunc(n) {
		return Span{}, false
	}
	return YearSpan(int(n)), true
}

// takes tells whether the order of a value and its operand is the one that is
// asked for.
func (h Operator) takes(order int) bool {
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
func (v *Value) IsOrder() bool { return v.Operator >= Less }

// isBackward tells whether a range ends before it begins.
func (v *Value) isBackward() bool {
	low, high := &v.Operand, &v.Upper
	if low.IsNumber && high.IsNumber {
		return high.Number < low.Number
	}
	return low.IsSpan && high.IsSpan && low.Span.IsClock() == high.Span.IsClock() && high.Span.To < low.Span.From
}

// TakesNumber tells whether a number satisfies the comparison: as a number, or
// as a year where it is compared with a month or a day.
func (v *Value) MatchesNumber(n float64) bool {
	if math.IsNaN(n) {
		return false
	}
	if v.Operator != Between && v.Operand.IsNumber {
		return v.Operator.takes(cmp.Compare(n, v.Operand.Number))
	}
	number := func(o *Operand) bool { return o.IsNumber || o.IsOpen() }
	if v.Operator == Between && number(&v.Operand) && number(&v.Upper) {
		return (v.Operand.IsOpen() || n >= v.Operand.Number) && (v.Upper.IsOpen() || n <= v.Upper.Number)
	}
	span, ok := AsYear(n)
	return ok && v.MatchesSpan(span)
}

// TakesSpan tells whether a date, or a time of day, satisfies the comparison. A
// month or a year holds the days within it, and is exactly itself; it is before
// what begins after it.
func (v *Value) MatchesSpan(s Span) bool {
	like := func(o *Operand) bool { return o.IsSpan && o.Span.IsClock() == s.IsClock() }
	if v.Operator == Between {
		low, high := &v.Operand, &v.Upper
		return (low.IsOpen() || like(low) && s.From >= low.Span.From) && (high.IsOpen() || like(high) && s.To <= high.Span.To)
	}
	if !like(&v.Operand) {
		return false
	}
	switch than := v.Operand.Span; v.Operator {
	case Is:
		return s == than
	case Holds:
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

// takesNatural tells whether a text, as Natural writes it, satisfies a
// comparison of order.
func (v *Value) takesNatural(text string) bool {
	if v.Operator == Between {
		return (v.Operand.IsOpen() || text >= NaturalKey(v.Operand.Text)) && (v.Upper.IsOpen() || text <= NaturalKey(v.Upper.Text))
	}
	return v.IsOrder() && v.Operator.takes(strings.Compare(text, NaturalKey(v.Operand.Text)))
}

// TakesText tells whether a text, as Normal writes it, satisfies the comparison.
// A text that is a date is compared as one with a date; with a number or a date,
// only a text that begins with a digit has an order: 1.0.219 is over 1.0, « n/a »
// is not.
func (v *Value) MatchesText(text string) bool {
	if span, ok := NewSpan(text); ok && v.isOfDates() {
		return v.MatchesSpan(span) || !v.IsOrder() && v.takesLetters(text)
	}
	if v.IsOrder() {
		begins := text != "" && isDigit(text[0])
		return (begins || !v.Operand.isQuantity() && !v.Upper.isQuantity()) && v.takesNatural(NaturalKey(text))
	}
	return v.takesLetters(text)
}

func (v *Value) takesLetters(text string) bool {
	switch v.Operator {
	case Is:
		return text == v.Operand.Text
	case Begins:
		return strings.HasPrefix(text, v.Operand.Text)
	}
	return strings.Contains(text, v.Operand.Text)
}

// isOfDates tells whether every end of the comparison is a date.
func (v *Value) isOfDates() bool {
	return (v.Operand.IsSpan || v.Operator == Between && v.Operand.IsOpen()) && (v.Operator != Between || v.Upper.IsSpan || v.Upper.IsOpen())
}

// TakesWritten tells whether a value that is neither text nor link, by its
// written form as Normal writes it, is what it is compared with, or begins so.
func (v *Value) MatchesWritten(text string) bool {
	switch v.Operator {
	case Holds, Is:
		return text == v.Operand.Text || truth(text) != "" && truth(text) == truth(v.Operand.Text)
	case Begins:
		return strings.HasPrefix(text, v.Operand.Text)
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
