package search

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// evaluator evaluates one query.
type evaluator struct {
	x     *Index
	edits int // typing errors allowed in a word
	// whenever makes every claim hold.
	whenever bool
	tiers    map[*query.Term][]tier
}

func (r *evaluator) size() int { return len(r.x.kb.Entities) }

// node returns the entities of a set that a node selects; a nil set is
// everything.
func (r *evaluator) node(n *query.Node, within Set) Set {
	switch n.Op {
	case query.Leaf:
		set := r.term(n.Term, within)
		if within != nil {
			set.and(within)
		}
		return set
	case query.Any:
		set := newSet(r.size())
		for i := range n.Parts {
			set.or(r.node(&n.Parts[i], within))
		}
		return set
	case query.Not:
		set := r.all(within)
		exact := evaluator{x: r.x, whenever: r.whenever}
		set.without(exact.node(&n.Parts[0], within))
		return set
	}
	parts := make([]*query.Node, len(n.Parts))
	for i := range n.Parts {
		parts[i] = &n.Parts[i]
	}
	slices.SortStableFunc(parts, func(a, b *query.Node) int { return cost(a) - cost(b) })
	if len(parts) == 0 {
		return r.all(within)
	}
	for _, part := range parts {
		if within != nil && within.isEmpty() {
			break
		}
		within = r.node(part, within)
	}
	return within
}

func (r *evaluator) all(within Set) Set {
	if within == nil {
		return fullSet(r.size())
	}
	return slices.Clone(within)
}

// cost orders the parts of a node: those evaluated first leave less to look at.
func cost(n *query.Node) int {
	if n.Op != query.Leaf {
		return 5
	}
	switch t := n.Term; t.Condition {
	case query.Kinds:
		return 0
	case query.Words:
		if !strings.Contains(t.Values[0].Operand.Text, " ") {
			return 1
		}
		return 4
	case query.HasField:
		return 2
	}
	return 3
}

func (r *evaluator) term(t *query.Term, within Set) Set {
	set := newSet(r.size())
	switch t.Condition {
	case query.Words:
		return r.words(t, within)
	case query.Compare:
		if isOfNames(t) {
			r.words(t, within)
		}
		for p, path := range t.Paths {
			for i := range t.Values {
				set.or(r.compare(path, t.TimesOf(p), &t.Values[i], within))
			}
		}
	case query.Kinds:
		for _, kind := range t.Kinds {
			set.or(r.x.ofKind(kind))
		}
	case query.HasField:
		for p, path := range t.Paths {
			set.or(r.has(path, t.TimesOf(p)))
		}
	}
	return set
}

// isOfNames reports whether a term compares names with a text, so that results
// can be ranked by it.
func isOfNames(t *query.Term) bool {
	return t.Condition == query.Compare && len(t.Values) == 1 && !t.Values[0].IsOrder() && len(t.Paths) == 1 && len(t.Paths[0]) == 1 && t.Paths[0][0] == "name"
}

// words returns the entities that contain words, and records their tiers.
func (r *evaluator) words(t *query.Term, within Set) Set {
	v := &t.Values[0]
	q := sequenceOf(v.Operand.Text, v.Operator, r.edits)
	best := make([]tier, r.size())
	set := newSet(r.size())
	if len(q.words) == 1 && v.Operator == query.Contains {
		r.x.each(func(s *shard, first, after int) {
			if s == nil {
				r.x.scanNames(&q, first, after, set, func(n int, _ zone) { best[n] = partOfName })
				return
			}
			s.rankWord(&q.words[0], best[first:after], set)
		})
	} else {
		r.phrase(&q, v, within, best, set)
	}
	if e := r.x.kb.Lookup(kb.Address(v.Operand.Written)); e != nil && v.Operator != query.StartsWith {
		set.add(e.Number())
		best[e.Number()] = exactName
	}
	if r.tiers != nil {
		r.tiers[t] = best
	}
	return set
}

// phrase finds adjacent words; only in names if these must equal them or start
// with them.
func (r *evaluator) phrase(q *sequence, v *query.Value, within Set, best []tier, to Set) {
	tiers := [...]tier{inName: partOfName, inSummary: summaryWord, inText: textWord}
	switch v.Operator {
	case query.StartsWith:
		q.zones, tiers[inName] = inNames, namePrefix
	case query.Equals:
		q.zones, tiers[inName] = inNames, exactName
	}
	to.or(r.sequence(q, within, func(n int, z zone) { best[n] = tiers[z] }))
}

// sequence returns the entities that contain a sequence, and calls where with
// the zone of each.
func (r *evaluator) sequence(q *sequence, within Set, where func(n int, z zone)) Set {
	set := newSet(r.size())
	r.x.each(func(s *shard, first, after int) {
		if s == nil {
			r.x.scanNames(q, first, after, set, where)
			return
		}
		r.x.follow(s, q, s.candidates(within), set, where)
	})
	return set
}

// follow is find for a sequence of any length.
func (x *Index) follow(s *shard, q *sequence, candidates bitmap, to Set, where func(n int, z zone)) {
	if len(q.words) <= maxSequence {
		s.find(q, candidates, to, where)
		return
	}
	beginning := *q
	beginning.words, beginning.atEnd = q.words[:maxSequence], false
	found := newSet(len(x.kb.Entities))
	s.find(&beginning, candidates, found, nil)
	x.rescan(s, q, found, to, where)
}

// named returns the entities with a matching key, name, alias or address.
func (r *evaluator) named(v *query.Value, how query.Operator) Set {
	q := sequenceOf(v.Operand.Text, how, r.edits)
	q.zones = inNames
	set := r.sequence(&q, nil, nil)
	if kind, key, ok := strings.Cut(v.Operand.Written, "/"); ok && how == query.Equals {
		if e := r.x.kb.Lookup(kb.NewAddress(kind, key)); e != nil {
			set.add(e.Number())
		}
	}
	return set
}
