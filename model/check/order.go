package check

import (
	"strconv"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/say"
)

// spans finds an end that comes before its start, of entities and of claims.
func spans(c *checker, e *kb.Entity, r *kb.Record) {
	var start, end *kb.Statement
	var last *kb.Claim
	for i := range r.Statements {
		s := &r.Statements[i]
		switch s.Field.Path {
		case "start":
			start = s
		case "end":
			end = s
		}
		if q := s.Claim; q != nil && q != last {
			last = q
			c.expectOrder(e, q, s.Pos)
		}
	}
	if start == nil || end == nil || !c.HasManifest && (mayBeOther(start) || mayBeOther(end)) {
		return
	}
	from, ok := start.Value.Date(date.Dates)
	to, also := end.Value.Date(date.Dates)
	if ok && also && isAfter(from, to) {
		c.find(kb.BadDate, end.Value.Pos, e, say.EndsBefore.With(say.Field("end"), written(end.Value), say.Field("start"), written(start.Value)), say.ExpectOrder.With(say.Field("start"), say.Field("end")))
	}
}

// expectOrder finds a claim that ceased to hold before it began to.
func (c *checker) expectOrder(e *kb.Entity, claim *kb.Claim, pos kb.Pos) {
	if !c.HasManifest && len(claim.Evidence) == 0 {
		return
	}
	from, ok := date.Dates.Text(claim.Since)
	to, also := date.Dates.Text(claim.Until)
	if ok && also && isAfter(from, to) {
		since, until := say.Value(strconv.Quote(claim.Since)), say.Value(strconv.Quote(claim.Until))
		c.find(kb.BadDate, QualifierPos(c.KB, "until", pos), e, say.EndsBefore.With(say.Field("until"), until, say.Field("since"), since), say.ExpectOrder.With(say.Field("since"), say.Field("until")))
	}
}

// isAfter reports whether all of a date comes after all of another.
func isAfter(a, b date.Date) bool { return a.Span().From > b.Span().To }
