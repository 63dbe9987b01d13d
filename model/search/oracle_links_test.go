package search

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// targets returns the targets of the links at a path.
func (o naiveEvaluator) targets(e *kb.Entity, path string, at asked) []*kb.Entity {
	var out []*kb.Entity
	holds := func(link *kb.Statement) bool {
		when := link.Claim
		if link.Fact != nil {
			when = link.Fact.Claim
		}
		return at.during(when)
	}
	for _, link := range o.kb.Record(e).Links {
		if (link.Field.Path == path || path == query.Link) && holds(link) {
			out = append(out, link.To)
		}
	}
	if o.names.IsSymmetric(path) {
		for _, other := range o.kb.Entities {
			for _, link := range o.kb.Record(other).Links {
				if link.To == e && (path == query.Link || link.Field.Path == path) && holds(link) {
					out = append(out, other)
				}
			}
		}
	}
	if path == "source" {
		out = append(out, o.sources(e, "", at)...)
	}
	return out
}

// sources returns the sources cited by the claims at a path; by all claims if
// it is empty.
func (o naiveEvaluator) sources(e *kb.Entity, path string, when asked) []*kb.Entity {
	var out []*kb.Entity
	r := o.kb.Record(e)
	add := func(at string, c *kb.Claim) {
		if c == nil || path != "" && at != path || when.written && !when.during(c) {
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
		if path != "about" || len(r.Facts[i].About) > 0 {
			at := "facts"
			if path == "about" {
				at = "about"
			}
			add(at, r.Facts[i].Claim)
		}
	}
	return out
}

// of returns when a link by a relation is asked for: a source, which qualifies a claim,
// whenever, unless the query says a time.
func (a asked) of(relation string) asked {
	if relation == "source" && !a.written {
		return asked{}
	}
	return a
}

func (o naiveEvaluator) compare(e *kb.Entity, path []string, times []asked, v *query.Value) bool {
	if query.IsOnEvidence(path) {
		return o.onEvidence(e, path, times, v)
	}
	full, last := strings.Join(path, "."), times[len(path)-1]
	if o.compareOwn(e, full, last, v) || o.linked(e, v, last, func(e *kb.Entity, at asked) []*kb.Entity { return o.targets(e, full, at) }) {
		return true
	}
	for i := 1; i < len(path); i++ {
		head, rest := strings.Join(path[:i], "."), path[i:]
		if rest[0] == "source" && head != "source" && head != query.Link { // of the claim
			if len(rest) == 1 && o.linked(e, v, last, func(e *kb.Entity, at asked) []*kb.Entity { return o.sources(e, head, at) }) {
				return true
			}
			for _, to := range o.sources(e, head, times[i]) {
				if len(rest) > 1 && o.compare(to, rest[1:], times[i+1:], v) {
					return true
				}
			}
			continue
		}
		for _, to := range o.targets(e, head, times[i-1].of(head)) {
			if o.compare(to, rest, times[i:], v) {
				return true
			}
		}
	}
	return false
}

// linked reports whether an entity links to one that is named so: by a whole
// name, if any entity links to such a one, whenever.
func (o naiveEvaluator) linked(e *kb.Entity, v *query.Value, at asked, linkedTo func(*kb.Entity, asked) []*kb.Entity) bool {
	at0 := at
	targets := func(e *kb.Entity) []*kb.Entity { return linkedTo(e, at0) }
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
		at0 = asked{}
		isKeyed := slices.ContainsFunc(o.kb.Entities, keyed)
		isExact := slices.ContainsFunc(o.kb.Entities, func(other *kb.Entity) bool { return to(other, exactly, true) })
		at0 = at
		switch {
		case isKeyed:
			return keyed(e)
		case isExact:
			return to(e, exactly, true)
		}
		return to(e, func(s string) bool { return o.holds(s, v.Operand.Text, true) }, false)
	}
	return false
}

func (o naiveEvaluator) has(e *kb.Entity, path []string, times []asked) bool {
	full, at := strings.Join(path, "."), times[len(path)-1]
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
				if th.path == "start" && th.to == nil && th.claim == nil && at.meets(th, "date") {
					return true
				}
			}
		}
	case query.Link:
		return len(o.targets(e, query.Link, at)) > 0
	}
	if o.names.IsSymmetric(full) && len(o.targets(e, full, at)) > 0 {
		return true
	}
	for _, th := range things {
		if !at.meets(th, full) {
			continue
		}
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
		if head := strings.Join(path[:i], "."); path[i] == "source" && head != "source" && head != query.Link {
			for _, to := range o.sources(e, head, times[i]) {
				if i+1 < len(path) && o.has(to, path[i+1:], times[i+1:]) {
					return true
				}
			}
			continue
		}
		head := strings.Join(path[:i], ".")
		for _, to := range o.targets(e, head, times[i-1].of(head)) {
			if o.has(to, path[i:], times[i:]) {
				return true
			}
		}
	}
	return false
}

func takes(v *query.Value, is kb.Value) bool {
	text := query.Normalize(is.Str)
	if is.Type == kb.String {
		return v.MatchesText(text)
	}
	if n, err := strconv.ParseInt(is.Str, 10, 64); err == nil && n > 1e9 { // seconds or milliseconds since 1970, in the field added
		if n > 1e12 {
			n /= 1000
		}
		span, ok := date.SpanOf(time.Unix(n, 0).UTC().Format(time.RFC3339))
		return ok && v.MatchesSpan(span) || v.MatchesWritten(text)
	}
	if n, ok := is.Number(); ok && v.MatchesNumber(n) {
		return true
	}
	if span, ok := date.SpanOf(is.Str); ok && is.Type == kb.Date && v.MatchesSpan(span) {
		return true
	}
	return v.MatchesWritten(text)
}

// reshard makes the shards of an index anew, of its size.
func reshard(x *Index) *Index {
	y := &Index{indexed: &indexed{kb: x.kb, shift: x.shift}, day: x.day}
	y.shards = append(y.shards, make([]shardPointer, (len(x.kb.Entities)+1<<x.shift-1)>>x.shift)...)
	return y
}
