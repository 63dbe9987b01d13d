package search

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// targets returns the targets of the links at a path.
func (o naiveEvaluator) targets(e *kb.Entity, path string) []*kb.Entity {
	var out []*kb.Entity
	for _, link := range o.kb.Record(e).Links {
		if link.Field.Path == path || path == query.Link {
			out = append(out, link.To)
		}
	}
	if o.names.IsSymmetric(path) {
		for _, other := range o.kb.Entities {
			for _, link := range o.kb.Record(other).Links {
				if link.To == e && (path == query.Link || link.Field.Path == path) {
					out = append(out, other)
				}
			}
		}
	}
	if path == "source" {
		out = append(out, o.sources(e, "")...)
	}
	return out
}

// sources returns the sources cited by the claims at a path; by all claims if
// it is empty.
func (o naiveEvaluator) sources(e *kb.Entity, path string) []*kb.Entity {
	var out []*kb.Entity
	r := o.kb.Record(e)
	add := func(at string, c *kb.Claim) {
		if c == nil || path != "" && at != path {
			return
		}
		for _, ev := range c.Evidence {
			if ev.Source != nil {
				out = append(out, ev.Source)
			}
		}
	}
	for i := range r.Statements {
		add(r.Statements[i].Field.Path, r.Statements[i].Claim)
	}
	for i := range r.Facts {
		add("facts", r.Facts[i].Claim)
	}
	return out
}

func (o naiveEvaluator) compare(e *kb.Entity, path []string, v *query.Value) bool {
	full := strings.Join(path, ".")
	if o.compareOwn(e, full, v) || o.linked(e, v, func(e *kb.Entity) []*kb.Entity { return o.targets(e, full) }) {
		return true
	}
	for i := 1; i < len(path); i++ {
		head, rest := strings.Join(path[:i], "."), path[i:]
		if len(rest) == 1 && rest[0] == "source" && o.linked(e, v, func(e *kb.Entity) []*kb.Entity { return o.sources(e, head) }) {
			return true
		}
		for _, to := range o.targets(e, head) {
			if head != "source" && o.compare(to, rest, v) {
				return true
			}
		}
	}
	return false
}

// linked reports whether an entity links to one that is named so: by a whole
// name, if any entity links to such a one.
func (o naiveEvaluator) linked(e *kb.Entity, v *query.Value, targets func(*kb.Entity) []*kb.Entity) bool {
	to := func(e *kb.Entity, is func(name string) bool, address bool) bool {
		for _, t := range targets(e) {
			if anyText(o.called(t), is) || address && string(t.Address()) == v.Operand.Written {
				return true
			}
		}
		return false
	}
	exactly := func(s string) bool { return s == v.Operand.Text }
	switch v.Operator {
	case query.Equals:
		return to(e, exactly, true)
	case query.StartsWith:
		return to(e, func(s string) bool { return strings.HasPrefix(s, v.Operand.Text) }, false)
	case query.Contains:
		keyed := func(e *kb.Entity) bool {
			for _, t := range targets(e) {
				if t.Key == v.Operand.Written || string(t.Address()) == v.Operand.Written {
					return true
				}
			}
			return false
		}
		if slices.ContainsFunc(o.kb.Entities, keyed) {
			return keyed(e)
		}
		for _, other := range o.kb.Entities {
			if to(other, exactly, true) {
				return to(e, exactly, true)
			}
		}
		return to(e, func(s string) bool { return o.holds(s, v.Operand.Text, true) }, false)
	}
	return false
}

func (o naiveEvaluator) has(e *kb.Entity, path []string) bool {
	full := strings.Join(path, ".")
	things := o.things(e)
	there := func(at string) bool {
		return at == full || strings.HasPrefix(at, full+".") || (query.IsQualifier(full) || full == "source") && strings.HasSuffix(at, "."+full)
	}
	switch full {
	case "name", query.KeyPath:
		return true
	case "aliases":
		return len(e.Aliases()) > 0
	case "date":
		if o.hasOwn(things, "start") && !o.hasOwn(things, "date") {
			for _, th := range things {
				if th.path == "start" && th.to == nil && th.claim == nil {
					return true
				}
			}
		}
	case query.Link:
		return o.kb.Degree(e) > 0
	}
	if o.names.IsSymmetric(full) && len(o.targets(e, full)) > 0 {
		return true
	}
	for _, th := range things {
		if th.claim == nil {
			if len(th.texts) > 0 && there(th.path) {
				return true
			}
			continue
		}
		c := th.claim
		for name, has := range map[string]bool{
			"since": c.Since != "", "until": c.Until != "", "date": c.Date != "", "confidence": c.Confidence != "", "rank": c.Rank != "", "source": len(c.Evidence) > 0,
		} {
			if has && there(th.path+"."+name) {
				return true
			}
		}
		for _, ev := range c.Evidence {
			if ev.Locator != "" && there(th.path+".locator") {
				return true
			}
		}
	}
	for i := 1; i < len(path); i++ {
		for _, to := range o.targets(e, strings.Join(path[:i], ".")) {
			if strings.Join(path[:i], ".") != "source" && o.has(to, path[i:]) {
				return true
			}
		}
	}
	return false
}
