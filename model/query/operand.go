package query

import (
	"math"
	"strconv"
	"strings"
)

// Operand is a value to compare with, read in every way that it can be.
type Operand struct {
	Written string
	Text    string // normalized
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

// IsOpen reports whether the operand is the open end of a range.
func (o *Operand) IsOpen() bool { return o.Text == "" }

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
