package search

import (
	"strings"
	"time"

	"rihla/model/kb"
	"rihla/model/query"
)

// asked is a time that a step of a path is asked at: the days from one to another,
// written as in 2024-02-13, or whenever if they are empty.
type asked struct {
	first, last string
	written     bool // in the query
}

// daysOf returns the first and the last day of a date; of a text that is none, the
// first and the last of all.
func daysOf(date string) (first, last string) {
	for layout, end := range map[string]string{"2006": "-12-31", "2006-01": "-31", "2006-01-02": ""} {
		if _, err := time.Parse(layout, date); err == nil {
			return (date + "-01-01")[:len("2006-01-02")], date + end
		}
	}
	return "", "~"
}

// asked returns when each step of a path is asked for.
func (o naiveEvaluator) asked(times []query.Time, steps int) []asked {
	out := make([]asked, steps)
	for i := range out {
		if o.day != "" {
			out[i].first, out[i].last = daysOf(o.day)
		}
		if i < len(times) && times[i].Written != "" {
			out[i] = asked{written: true}
			if !times[i].IsAny {
				out[i].first, out[i].last = daysOf(times[i].Written)
			}
		}
	}
	return out
}

// during reports whether a claim holds, or may, on one of the days: it is tried from
// the first day that it may begin on to the last that it may end on.
func (a asked) during(c *kb.Claim) bool {
	if a.last == "" || c == nil {
		return true
	}
	first, last := "", "~"
	if c.Since != "" {
		first, _ = daysOf(c.Since)
	}
	if c.Until != "" {
		_, last = daysOf(c.Until)
	}
	if c.Since == "" && c.Until == "" && c.Date != "" {
		first, _ = daysOf(c.Date)
	}
	return first <= last && first <= a.last && last >= a.first
}

// meets reports whether a text holds when a path is asked for. A qualifier that the
// path names is asked for as it is written, unless the query says when.
func (a asked) meets(th naiveText, path string) bool {
	names := query.IsQualifier(path) || path == "source" || len(path) > len(th.field)
	if th.field != "" && names && !a.written {
		return true
	}
	return a.during(th.when)
}

// lasts reports whether an entity lasts from a start to an end that is not before it,
// over a day of the operand.
func (o naiveEvaluator) lasts(things []naiveText, v *query.Value) bool {
	for _, start := range things {
		for _, end := range things {
			if start.path != "start" || end.path != "end" || start.claim != nil || end.claim != nil {
				continue
			}
			first, last := start.value.Str, end.value.Str
			if _, err := time.Parse("2006-01-02", first); err != nil || last < first {
				continue
			}
			if _, err := time.Parse("2006-01-02", last); err != nil {
				continue
			}
			for day := first; day <= last; day = after(day) {
				if o.isOn(day, v) {
					return true
				}
			}
		}
	}
	return false
}

func after(day string) string {
	t, _ := time.Parse("2006-01-02", day)
	return t.AddDate(0, 0, 1).Format("2006-01-02")
}

// isOn reports whether a day is in an operand or in a range, or holds a time that is.
func (o naiveEvaluator) isOn(day string, v *query.Value) bool {
	from, _ := time.Parse("2006-01-02", day)
	begin, end := from.Unix(), from.AddDate(0, 0, 1).Unix()-1
	in := func(low, high *query.Operand) bool {
		isLow, isHigh := low.IsOpen(), high.IsOpen()
		if low.IsSpan && !low.Span.IsClock() {
			isLow = end >= low.Span.From
		}
		if high.IsSpan && !high.Span.IsClock() {
			isHigh = begin <= high.Span.To
		}
		return isLow && isHigh
	}
	switch v.Operator {
	case query.Contains:
		return !strings.Contains(v.Operand.Text, "..") && in(&v.Operand, &v.Operand) && !v.Operand.IsOpen()
	case query.Between:
		return in(&v.Operand, &v.Upper)
	}
	return false
}
