package query

import (
	"cmp"
	"math"
	"strings"

	"rihla/model/date"
)

// accepts reports whether the order of a value and its operand, as of
// cmp.Compare, satisfies the operator.
func (h Operator) accepts(order int) bool {
	switch h {
	case Contains, Equals:
		return order == 0
	case Less:
		return order < 0
	case AtMost:
		return order <= 0
	case Greater:
		return order > 0
	case AtLeast:
		return order >= 0
	}
	return false
}

// IsOrder reports whether the comparison is one of order.
func (v *Value) IsOrder() bool { return v.Operator >= Less }

// isBackward reports whether a range ends before it begins.
func (v *Value) isBackward() bool {
	low, high := &v.Operand, &v.Upper
	if low.IsNumber && high.IsNumber {
		return high.Number < low.Number
	}
	first, last := date.Align(low.Span, high.Span)
	return low.IsSpan && high.IsSpan && first.IsClock() == last.IsClock() && last.To < first.From
}

// MatchesNumber reports whether a number satisfies the comparison: as a number,
// or compared with a month or a day, as a year.
func (v *Value) MatchesNumber(n float64) bool {
	if math.IsNaN(n) {
		return false
	}
	if v.Operator != Between && v.Operand.IsNumber {
		return v.Operator.accepts(cmp.Compare(n, v.Operand.Number))
	}
	number := func(o *Operand) bool { return o.IsNumber || o.IsOpen() }
	if v.Operator == Between && number(&v.Operand) && number(&v.Upper) {
		return (v.Operand.IsOpen() || n >= v.Operand.Number) && (v.Upper.IsOpen() || n <= v.Upper.Number)
	}
	isYear := n >= 1 && n <= 9999 && n == math.Trunc(n)
	return isYear && v.MatchesSpan(date.Date{Year: int(n)}.Span())
}

// MatchesSpan reports whether a date or a time of day satisfies the comparison.
// A month or a year contains the days within it, equals only itself, and is
// before what begins after it. Times with offsets from UTC are compared as moments;
// where the value or the operand has none, by the clocks that are written. One with an
// offset equals none without.
func (v *Value) MatchesSpan(s date.Span) bool {
	if v.Operator == Between {
		low, isLow := v.Operand.spanLike(s)
		high, isHigh := v.Upper.spanLike(s)
		after, first := date.Align(s, low)
		before, last := date.Align(s, high)
		return (v.Operand.IsOpen() || isLow && after.From >= first.From) && (v.Upper.IsOpen() || isHigh && before.To <= last.To)
	}
	operand, ok := v.Operand.spanLike(s)
	if !ok {
		return false
	}
	s, operand = date.Align(s, operand)
	switch v.Operator {
	case Equals:
		return s == operand
	case Contains:
		return s.From >= operand.From && s.To <= operand.To
	case Less:
		return s.To < operand.From
	case AtMost:
		return s.To <= operand.To
	case Greater:
		return s.From > operand.To
	case AtLeast:
		return s.From >= operand.From
	}
	return false
}

// MeetsSpan reports whether the comparison holds for some day of a time that lasts: it
// overlaps the operand or the range. Comparisons of order are of its ends alone.
func (v *Value) MeetsSpan(s date.Span) bool {
	from, to := &v.Operand, &v.Operand
	switch v.Operator {
	case Contains:
	case Between:
		to = &v.Upper
	default:
		return false
	}
	low, isLow := from.spanLike(s)
	high, isHigh := to.spanLike(s)
	after, first := date.Align(s, low)
	before, last := date.Align(s, high)
	return (from.IsOpen() || isLow && after.To >= first.From) && (to.IsOpen() || isHigh && before.From <= last.To)
}

// matchesNatural reports whether a NaturalKey satisfies a comparison of order.
func (v *Value) matchesNatural(text string) bool {
	if v.Operator == Between {
		return (v.Operand.IsOpen() || text >= NaturalKey(v.Operand.Text)) && (v.Upper.IsOpen() || text <= NaturalKey(v.Upper.Text))
	}
	return v.IsOrder() && v.Operator.accepts(strings.Compare(text, NaturalKey(v.Operand.Text)))
}

// MatchesText reports whether a normalized text satisfies the comparison. A
// text that is a date is compared as one if the operand is a date. With a
// number or date, only texts that begin with a digit are ordered: 1.0.219 is
// greater than 1.0, n/a is not.
func (v *Value) MatchesText(text string) bool {
	if span, ok := date.SpanOf(text); ok && v.isOfDates() {
		return v.MatchesSpan(span) || !v.IsOrder() && v.matchesLetters(text)
	}
	if v.IsOrder() {
		begins := text != "" && isDigit(text[0])
		return (begins || !v.Operand.isQuantity() && !v.Upper.isQuantity()) && v.matchesNatural(NaturalKey(text))
	}
	return v.matchesLetters(text)
}

func (v *Value) matchesLetters(text string) bool {
	switch v.Operator {
	case Equals:
		return text == v.Operand.Text
	case StartsWith:
		return strings.HasPrefix(text, v.Operand.Text)
	}
	return strings.Contains(text, v.Operand.Text)
}

// isOfDates reports whether every end of the comparison is a date.
func (v *Value) isOfDates() bool {
	_, isLow := v.Operand.span()
	_, isHigh := v.Upper.span()
	isBetween := v.Operator == Between
	return (isLow || isBetween && v.Operand.IsOpen()) && (!isBetween || isHigh || v.Upper.IsOpen())
}

// MatchesWritten reports whether the normalized form of a value that is neither
// text nor link equals the operand, or begins with it for StartsWith.
func (v *Value) MatchesWritten(text string) bool {
	switch v.Operator {
	case Contains, Equals:
		return text == v.Operand.Text || truthValue(text) != "" && truthValue(text) == truthValue(v.Operand.Text)
	case StartsWith:
		return strings.HasPrefix(text, v.Operand.Text)
	}
	return false
}

// IsTruthValue reports whether a normalized text is a truth value in TOML, French or
// English.
func IsTruthValue(text string) bool { return truthValue(text) != "" }

// truthValue returns "true" or "false" for a truth value written in TOML,
// French or English, else "".
func truthValue(word string) string {
	switch word {
	case "true", "yes", "oui", "vrai":
		return "true"
	case "false", "no", "non", "faux":
		return "false"
	}
	return ""
}
