package search

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/query"
)

// onEvidence returns the claim, or the number, for which an entity satisfies a
// condition on evidence.
func (r *explainer) onEvidence(path []string, times []query.Time, values []query.Value, e *kb.Entity) (m Match, ok bool) {
	if r.x.kb.Partial {
		return m, false
	}
	before, condition := strings.Join(path[:len(path)-1], "."), path[len(path)-1]
	var all weighing
	s, _ := r.x.whole(e, &all)
	if before == "" && condition == query.IsPath {
		for i := range values {
			if name := values[i].Operand.Text; name != query.Disputed && name != query.Unsourced && s.state&stateNamed(name) != 0 {
				return Match{Field: condition, Text: name}, true
			}
		}
	}
	if before == "" && condition == query.OriginsPath {
		return Match{Field: condition, Text: strconv.Itoa(int(s.origins))}, s.origins != noOrigins && slices.ContainsFunc(values, func(v query.Value) bool { return v.MatchesNumber(float64(s.origins)) })
	}
	inDispute := evidence.DisputedFields(r.x.kb.Record(e))
	at := r.x.moment(times, len(path)-1).forQualifiers()
	for c := range evidence.Claims(r.x.kb, e) {
		if (before == "" || r.x.isBelow(pathOf(c), before) && at.holds(c.Qualification())) && slices.ContainsFunc(values, func(v query.Value) bool { return r.satisfies(c, condition, &v, inDispute) }) {
			return Match{pathOf(c), r.said(c), c.Qualification()}, true
		}
	}
	for i := 1; i < len(path) && !ok; i++ {
		head := strings.Join(path[:i], ".")
		if i == len(path)-1 && head != query.Link && head != "source" {
			break
		}
		if isOfClaims(head, path[i:]) {
			return r.cited(e, head, r.x.moment(times, i), func(source *kb.Entity) bool {
				_, ok := r.onEvidence(path[i+1:], from(times, i+1), values, source)
				return ok
			})
		}
		r.eachLink(e, head, r.x.moment(times, i-1), func(l link) bool {
			if _, ok = r.onEvidence(path[i:], from(times, i), values, l.to); ok {
				m = r.match(l, nil)
			}
			return !ok
		})
	}
	return m, ok
}

// satisfies reports whether a claim satisfies a condition on evidence.
func (r *explainer) satisfies(c evidence.Claim, condition string, v *query.Value, inDispute []*kb.Field) bool {
	stands := c.Standing()
	switch condition {
	case query.FallsWithPath:
		var w weighing
		w.fall(c.Entity, c, stands)
		return slices.ContainsFunc(w.falls, func(f falling) bool {
			source := r.x.kb.Entities[f.source]
			return r.isNamed(source, []query.Value{*v}, true) || r.isNamed(source, []query.Value{*v}, false)
		})
	case query.OriginsPath:
		return !c.IsDeprecated() && v.MatchesNumber(float64(r.x.originsOf(stands)))
	}
	switch {
	case c.IsDeprecated():
		return false
	case v.Operand.Text == query.Unsourced:
		return len(stands) == 0
	}
	return v.Operand.Text == query.Disputed && isDisputed(c, inDispute)
}

// said returns what a claim says.
func (r *explainer) said(c evidence.Claim) string {
	switch {
	case c.Fact != nil:
		text, _ := r.x.kb.TextIn(c.Fact.Text, r.lang)
		return text
	case c.Statement.To != nil:
		return r.label(c.Statement.To)
	}
	if text, ok := r.x.kb.TextOf(c.Statement.Value); ok {
		text, _ := r.x.kb.TextIn(text, r.lang)
		return text
	}
	return written(c.Statement.Value)
}

// written writes a value on one line, of a list or a table what stands in it.
func written(v kb.Value) string {
	if v.IsScalar() {
		return v.Str
	}
	parts := make([]string, 0, len(v.Items))
	for i := range v.Items {
		parts = append(parts, written(v.Items[i].Value))
	}
	return strings.Join(parts, ", ")
}
