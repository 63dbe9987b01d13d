package query

import (
	"math"
	"strconv"
	"strings"

	"rihla/model/date"
)

// Operand is a value to compare with, read in every way that it can be.
type Operand struct {
	Written string
	Text    string // normalized
	Number  float64
	Span    date.Span

	IsNumber bool
	IsSpan   bool
}

// NewOperand reads an operand.
func NewOperand(written string) Operand {
	o := Operand{Written: written, Text: Normalize(written)}
	if n, err := strconv.ParseFloat(strings.ReplaceAll(o.Text, "_", ""), 64); err == nil && !math.IsNaN(n) {
		o.Number, o.IsNumber = n, true
	}
	if o.Span, o.IsSpan = date.SpanOf(o.Text); !o.IsSpan {
		var d date.Date
		if d, o.IsSpan = date.Texts.Text(o.Text); o.IsSpan {
			o.Span = d.Span()
		}
	}
	return o
}

// IsOpen reports whether the operand is the open end of a range.
func (o *Operand) IsOpen() bool { return o.Text == "" }

// span returns the operand as a date; a number of less than four digits is a year: 0,
// -43.
func (o *Operand) span() (date.Span, bool) {
	const leastYear = 1000 // that is read as a date on its own
	if !o.IsSpan && o.IsNumber && math.Abs(o.Number) < leastYear && o.Number == math.Trunc(o.Number) {
		return date.Date{Year: int(o.Number)}.Span(), true
	}
	return o.Span, o.IsSpan
}

// spanLike is span for a comparison with a date, or with a time of day.
func (o *Operand) spanLike(s date.Span) (date.Span, bool) {
	span, ok := o.span()
	return span, ok && span.IsClock() == s.IsClock()
}

func (o *Operand) isQuantity() bool { return o.IsNumber || o.IsSpan }

// Normalize folds a text and leaves single spaces between its words.
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

// IsSpace reports whether a byte of a folded text separates words.
func IsSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

// NaturalKey returns a key by which folded texts sort in natural order: each
// run of digits is preceded by its length, so that 9 comes before 10.
func NaturalKey(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	out := make([]byte, 0, len(s)+8)
	for i := 0; i < len(s); {
		if !isDigit(s[i]) {
			out = append(out, s[i])
			i++
			continue
		}
		for i+1 < len(s) && s[i] == '0' && isDigit(s[i+1]) {
			i++
		}
		from := i
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		out = append(out, '0', byte(min(i-from, 255)))
		out = append(out, s[from:i]...)
	}
	return string(out)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
