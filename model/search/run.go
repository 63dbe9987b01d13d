package search

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
)

// run is one answer being found.
type run struct {
	x     *Index
	edits int // typing errors that are forgiven in a word
	tiers map[*query.Term][]tier
}

func (r *run) size() int { return len(r.x.kb.Entities) }

// node returns the entities that a node selects, of those within a set; nil is
// everything.
func (r *run) node(n *query.Node, within Set) Set {
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
		exact := run{x: r.x}
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

func (r *run) all(within Set) Set {
	if within == nil {
		return fullSet(r.size())
	}
	return slices.Clone(within)
}

// cost says what to find first, so that there is less to look at for the rest.
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
	case query.Has:
		return 2
	}
	return 3
}

func (r *run) term(t *query.Term, within Set) Set {
	set := newSet(r.size())
	switch t.Condition {
	case query.Words:
		return r.words(t, within)
	case query.Compare:
		if isOfNames(t) {
			r.words(t, within)
		}
		for _, path := range t.Paths {
			for i := range t.Values {
				set.or(r.compare(path, &t.Values[i], within))
			}
		}
	case query.Kinds:
		for _, kind := range t.Kinds {
			set.or(r.x.ofKind(kind))
		}
	case query.Has:
		for _, path := range t.Paths {
			set.or(r.has(path))
		}
	}
	return set
}

// isOfNames tells whether a term compares names with a text, which names some of
// those that satisfy it better than others.
func isOfNames(t *query.Term) bool {
	return t.Condition == query.Compare && len(t.Values) == 1 && !t.Values[0].IsOrder() && len(t.Paths) == 1 && len(t.Paths[0]) == 1 && t.Paths[0][0] == "name"
}

// words finds the entities that say some words, and keeps how well these name
// them.
func (r *run) words(t *query.Term, within Set) Set {
	v := &t.Values[0]
	q := sequenceOf(v.Operand.Text, v.Operator, r.edits)
	best := make([]tier, r.size())
	set := newSet(r.size())
	if len(q.words) == 1 && v.Operator == query.Holds {
		r.x.each(func(s *shard, first, after int) {
			if s == nil {
				r.x.glance(&q, first, after, set, func(n int, _ zone) { best[n] = inItsName })
				return
			}
			s.word(&q.words[0], best[first:after], set)
		})
	} else {
		r.phrase(&q, v, within, best, set)
	}
	if e := r.x.kb.Lookup(kb.Address(v.Operand.Written)); e != nil && v.Operator != query.Begins {
		set.add(e.Number())
		best[e.Number()] = isIt
	}
	if r.tiers != nil {
		r.tiers[t] = best
	}
	return set
}

// phrase finds the entities that say words next to each other: in names alone,
// where these are to be or to begin so.
func (r *run) phrase(q *sequence, v *query.Value, within Set, best []tier, to Set) {
	tiers := [...]tier{inName: inItsName, inSummary: inItsSummary, inText: elsewhere}
	switch v.Operator {
	case query.Begins:
		q.zones, tiers[inName] = inNames, beginsIt
	case query.Is:
		q.zones, tiers[inName] = inNames, isIt
	}
	to.or(r.sequence(q, within, func(n int, z zone) { best[n] = tiers[z] }))
}

// sequence finds the entities that say a sequence, and tells where in each.
func (r *run) sequence(q *sequence, within Set, where func(n int, z zone)) Set {
	set := newSet(r.size())
	r.x.each(func(s *shard, first, after int) {
		if s == nil {
			r.x.glance(q, first, after, set, where)
			return
		}
		r.x.follow(s, q, s.candidates(within), set, where)
	})
	return set
}

// follow is find for a sequence of any length.
func (x *Index) follow(s *shard, q *sequence, candidates bitmap, to Set, where func(n int, z zone)) {
	if len(q.words) <= longest {
		s.find(q, candidates, to, where)
		return
	}
	beginning := *q
	beginning.words, beginning.atEnd = q.words[:longest], false
	found := newSet(len(x.kb.Entities))
	s.find(&beginning, candidates, found, nil)
	x.reread(s, q, found, to, where)
}

// called finds the entities that are called so: by key, name, alias or address.
func (r *run) called(v *query.Value, how query.Operator) Set {
	q := sequenceOf(v.Operand.Text, how, r.edits)
	q.zones = inNames
	set := r.sequence(&q, nil, nil)
	if kind, key, ok := strings.Cut(v.Operand.Written, "/"); ok && how == query.Is {
		if e := r.x.kb.Lookup(kb.NewAddress(kind, key)); e != nil {
			set.add(e.Number())
		}
	}
	return set
}
