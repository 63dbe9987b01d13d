package search

import (
	"rihla/model/kb"
	"rihla/model/query"
)

// linked returns the link of a relation to an entity named as one of the values
// says: by a whole name, else by a part.
func (r *explainer) linked(relation string, values []query.Value, e *kb.Entity, at moment) (m Match, ok bool) {
	for _, exactly := range []bool{true, false} {
		r.eachLink(e, relation, at, func(l link) bool {
			if r.isNamed(l.to, values, exactly) {
				r.x.better(&m, &ok, r.match(l, nil))
			}
			return !ok || r.x.holding(m.Claim) < kb.Holds
		})
		if ok {
			break
		}
	}
	return m, ok
}

func (r *explainer) isNamed(e *kb.Entity, values []query.Value, exactly bool) bool {
	for i := range values {
		how := values[i].Operator
		if how == query.Contains && exactly {
			how = query.Equals
		}
		if how > query.StartsWith {
			continue
		}
		if how == query.Equals && values[i].Operand.Written == string(e.Address()) {
			return true
		}
		q := sequenceOf(values[i].Operand.Text, how, r.edits)
		is := false
		textWalker{kb: r.x.kb, visit: func(d fieldText) { is = is || d.zone == inName && q.matches(query.Normalize(d.text)) }}.names(e)
		if is {
			return true
		}
	}
	return false
}

// maxBacklinks bounds the links to an entity that are searched.
const maxBacklinks = 1000

// link is a link of an entity, from its end.
type link struct {
	to    *kb.Entity
	field string
	claim *kb.Claim // that dates it, or nil
}

// eachLink calls do for the links of an entity by a relation that hold at a moment,
// until do returns false.
func (r *explainer) eachLink(e *kb.Entity, relation string, at moment, do func(link) bool) {
	k, names := r.x.kb, r.x.Names()
	if k.Partial || !names.IsRelation(relation) {
		return
	}
	record := k.Record(e)
	for _, l := range record.Links {
		if (relation == query.Link || l.Field.Path == relation) && at.holds(l.Dating()) && !do(link{l.To, l.Field.Path, l.Dating()}) {
			return
		}
	}
	if relation == "source" {
		for c := range record.Claims() {
			for i := range c.Evidence {
				if source := c.Evidence[i].Source; source != nil && at.forQualifiers().holds(c) && !do(link{source, relation, c}) {
					return
				}
			}
		}
	}
	if !names.IsSymmetric(relation) {
		return
	}
	left := maxBacklinks
	for b := range k.Backlinks(e) {
		if relation != query.Link && b.Field.Path != relation {
			continue
		}
		if left--; left < 0 {
			return
		}
		var claim *kb.Claim
		if k.IsDated(b.Field.Path) {
			claim = k.Link(b).Dating()
		}
		if at.holds(claim) && !do(link{b.From, b.Field.Path, claim}) {
			return
		}
	}
}

// cited returns the first source that is taken of those that the claims at a path cite,
// if they hold when the query says so.
func (r *explainer) cited(e *kb.Entity, path string, at moment, takes func(source *kb.Entity) bool) (m Match, ok bool) {
	look := func(c *kb.Claim) {
		for i := 0; c != nil && !ok && at.forQualifiers().holds(c) && i < len(c.Evidence); i++ {
			if source := c.Evidence[i].Source; source != nil && takes(source) {
				m, ok = Match{path + ".source", r.label(source), c}, true
			}
		}
	}
	record := r.x.kb.Record(e)
	for i := range record.Statements {
		if record.Statements[i].Field.Path == path {
			look(record.Statements[i].Claim)
		}
	}
	for i := range record.Facts {
		if f := &record.Facts[i]; isOfFact(f, path) {
			look(f.Claim)
		}
	}
	return m, ok
}
