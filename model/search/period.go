package search

import (
	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// isPeriod reports whether an entity has a start, and no date of its own: its date is
// then the time from start to end.
func isPeriod(r *kb.Record) bool {
	starts := false
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Field.Path == "date" {
			return false
		}
		starts = starts || s.Field.Path == "start" && s.To == nil
	}
	return starts
}

// isEnd reports whether a statement is a start or an end.
func isEnd(s *kb.Statement) bool {
	return (s.Field.Path == "start" || s.Field.Path == "end") && s.To == nil
}

// periodOf returns the time from the first of the starts that an entity states to the
// last of its ends; false if it states no end that is after a start.
func periodOf(r *kb.Record) (date.Span, bool) {
	if !isPeriod(r) {
		return date.Span{}, false
	}
	var first, last date.Span
	starts, ends := false, false
	for i := range r.Statements {
		s := &r.Statements[i]
		if !isEnd(s) {
			continue
		}
		eachSpan(s.Value, s.Field.ReadsDates(), func(span date.Span) {
			switch {
			case s.Field.Path == "start" && (!starts || span.UTC().From < first.UTC().From):
				starts, first = true, span
			case s.Field.Path == "end" && (!ends || span.UTC().To > last.UTC().To):
				ends, last = true, span
			}
		})
	}
	from, to := date.Align(first, last)
	return date.Join(first, last), starts && ends && from.From <= to.To
}

// eachSpan calls do for the dates in a value.
func eachSpan(v kb.Value, dates date.Reading, do func(date.Span)) {
	if v.Type == kb.List {
		for i := range v.Items {
			eachSpan(v.Items[i].Value, dates, do)
		}
		return
	}
	if span, ok := spanOf(v, dates); ok && !span.IsClock() {
		do(span)
	}
}

// compareEvents adds the entities whose time from start to end meets a comparison.
func (s *shard) compareEvents(v *query.Value, to Set) {
	for i, of := range s.events.of {
		if v.MeetsSpan(s.events.span[i]) {
			to.add(s.first + int(of))
		}
	}
}
