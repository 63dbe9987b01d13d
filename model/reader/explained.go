package reader

import (
	"cmp"
	"slices"

	"rihla/model/kb"
	"rihla/model/order"
)

// maxExamples is the number of examples, and of values that name nothing, that an
// inference keeps.
const maxExamples = 3

// explain notes what was decided about the values of a field, or about its keys.
func (i *inference) explain(u *usage, t *tally, v verdict, isKeyed bool) {
	r := kb.RelationInference{
		Kind: u.kind, Field: u.path, Keyed: isKeyed, To: v.kind, Hits: v.hits, Total: t.total, Distinct: min(v.distinct, t.total), Keys: v.keyed, Named: v.named,
		Accepted: v.accepted, Reason: v.reason,
	}
	isOwnKind := v.kind == nil || v.kind == u.kind
	if isOwnKind {
		r.Own = t.own
	}
	w := worker{facts: i.facts}
	all := slices.Clone(t.sample)
	order.Stable(all, func(a, b sampled) int { return cmp.Or(a.from.Number()-b.from.Number(), cmp.Compare(a.text, b.text)) })
	for _, s := range all {
		switch {
		case len(s.kinds) == 0 && (s.own == 0 || !isOwnKind) && len(r.Misses) < maxExamples:
			r.Misses = append(r.Misses, s.text)
		case len(s.kinds) > 0 && (v.kind == nil || slices.Contains(s.kinds, v.kind)) && len(r.Examples) < maxExamples:
			r.Examples = append(r.Examples, kb.Example{From: s.from, Ref: s.text, To: w.exampleOf(u, s, v.kind)})
		}
	}
	i.explained = append(i.explained, r)
}

// exampleOf returns what a sampled value names, nil if that takes more than the
// value.
func (w *worker) exampleOf(u *usage, s sampled, kind *kb.Kind) *kb.Entity {
	targets := []*kb.Kind{kind}
	if kind == nil {
		targets = nil
	}
	for _, numberOf := range [][]*kb.Kind{nil, u.numberOf()} {
		if to, outcome := w.resolve(reference{text: s.text, from: s.from, numberOf: numberOf, with: u.with}, targets); outcome == resolved && to != nil {
			return to
		}
	}
	return nil
}

// explainRejected notes why a field is no relation, if any of its values or keys
// names something.
func (i *inference) explainRejected(u *usage, values, keys verdict) {
	if values.accepted {
		values.accepted, values.reason = false, reasonParts
	}
	if values.kind != nil {
		i.explain(u, &u.values, values, false)
	}
	if keys.accepted {
		keys.accepted, keys.reason = false, reasonFields
	}
	if keys.kind != nil {
		i.explain(u, &u.keys, keys, true)
	}
}
