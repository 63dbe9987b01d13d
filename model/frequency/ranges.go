package frequency

import (
	"cmp"
	"math"
	"slices"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
)

// ranges returns the rows of numbers or dates in ranges, and of the values that are in
// none; false where single values say more, or where a query for a range would find
// other values, too.
func ranges(t *search.Tally) ([]Row, bool) {
	var spans []span
	switch {
	case isCalendar(t):
		spans = calendar(t)
	case len(t.Dates) == 0 && len(t.Numbers) > 0 && distinctNumbers(t) > minRanged:
		spans = steps(t)
	}
	if len(spans) == 0 {
		return nil, false
	}
	for i := range spans {
		spans[i].value = query.Value{Operator: query.Between, Operand: query.NewOperand(spans[i].from), Upper: query.NewOperand(spans[i].to)}
	}
	if takesTexts(t, spans) {
		return nil, false
	}
	countNumbers(t.Numbers, spans)
	countDates(t.Dates, spans)
	var rows []Row
	for i := range spans {
		s := &spans[i]
		if s.count > 0 {
			row := Row{What: Range, From: s.from, To: s.to, Unit: s.unit, Count: s.count, Query: s.from + ".." + s.to, order: s.low}
			if s.from == s.to && !hasTexts(t) {
				row.Query = s.from
			}
			rows = append(rows, row)
		}
	}
	return append(rows, singles(outside(t, spans))...), true
}

// span is a range that is counted: its ends as a query writes them and as numbers, of a
// date its seconds.
type span struct {
	from, to  string
	low, high float64
	unit      Unit
	value     query.Value
	count     int
	last      int // the number of the entity that was counted last, plus 1
}

func (s *span) add(entity int) {
	if s.last != entity+1 {
		s.count++
		s.last = entity + 1
	}
}

// takesTexts reports whether a comparison with a range takes a text that begins with a
// digit.
func takesTexts(t *search.Tally, spans []span) bool {
	const mostTexts = 1000
	if len(t.Texts) > mostTexts {
		return true
	}
	for text := range t.Texts {
		if slices.ContainsFunc(spans, func(s span) bool { return s.value.MatchesText(text) }) {
			return true
		}
	}
	return false
}

// hasTexts reports whether any value is a text, of which a date alone may be a part.
func hasTexts(t *search.Tally) bool {
	return slices.ContainsFunc(t.Values, func(v search.FacetValue) bool { return v.To == nil && v.Value.Type == kb.String })
}

// countNumbers counts the numbers in ranges. The samples of an entity are adjacent.
func countNumbers(numbers []search.NumberSample, spans []span) {
	for _, n := range numbers {
		at := n.Number
		if spans[0].unit != Number {
			at = yearStart(at)
		}
		for i := first(spans, at); i < len(spans) && spans[i].low <= at; i++ {
			if spans[i].value.MatchesNumber(n.Number) {
				spans[i].add(n.Of)
			}
		}
	}
}

// countDates counts the dates and the times that last in ranges.
func countDates(dates []search.DateSample, spans []span) {
	for _, d := range dates {
		from, to := float64(d.Span.From), float64(d.Span.To)
		for i := first(spans, from); i < len(spans) && spans[i].low <= to; i++ {
			if s := &spans[i]; d.IsPeriod && s.value.MeetsSpan(d.Span) || !d.IsPeriod && s.value.MatchesSpan(d.Span) {
				s.add(d.Of)
			}
		}
	}
}

// first returns the first range that may hold a number or a date.
func first(spans []span, at float64) int {
	i, _ := slices.BinarySearchFunc(spans, at, func(s span, at float64) int { return cmp.Compare(s.high, at) })
	return i
}

// outside returns the values that are in no range.
func outside(t *search.Tally, spans []span) []search.FacetValue {
	var out []search.FacetValue
	for i := range t.Values {
		if v := &t.Values[i]; !isWithin(v, spans) {
			out = append(out, *v)
		}
	}
	return out
}

func isWithin(v *search.FacetValue, spans []span) bool {
	if v.To != nil || v.Kind != nil {
		return false
	}
	if n, ok := v.Value.Number(); ok {
		at := n
		if spans[0].unit != Number {
			at = yearStart(n)
		}
		i := first(spans, at)
		return i < len(spans) && spans[i].value.MatchesNumber(n)
	}
	o := query.NewOperand(v.Value.Str)
	if !o.IsSpan || o.Span.IsClock() {
		return false
	}
	i := first(spans, float64(o.Span.From))
	return i < len(spans) && spans[i].value.MatchesSpan(o.Span)
}

// distinctNumbers counts the numbers of a tally, up to one more than makes ranges; none
// where they are too large or too many-digited for round bounds.
func distinctNumbers(t *search.Tally) int {
	seen := make(map[float64]bool)
	for _, n := range t.Numbers {
		if math.IsInf(n.Number, 0) || math.Abs(n.Number) > 1e15 {
			return 0
		}
		if len(seen) <= minRanged {
			seen[n.Number] = true
		}
	}
	return len(seen)
}
