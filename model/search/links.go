package search

import (
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// finder returns the entities that lead to one of a set at a moment.
type finder func(to Set, at moment) Set

// linked returns the entities with a link by a relation to one that is named
// so.
func (r *evaluator) linked(relation string, v *query.Value, at moment) Set {
	switch {
	case relation == "source":
		return r.linkedToNamed(v, at.forQualifiers(), r.citing)
	case r.x.Names().IsRelation(relation):
		return r.linkedToNamed(v, at, func(to Set, at moment) Set { return r.leadingTo(to, relation, at) })
	}
	return newSet(r.size())
}

// linkedToNamed returns the entities that link, at a moment, to the entities that a name
// denotes. Which entities it denotes does not depend on the moment.
func (r *evaluator) linkedToNamed(v *query.Value, at moment, find finder) Set {
	to, found := r.denoted(v, find)
	if found != nil && at.isAlways {
		return found
	}
	return find(to, at)
}

// denoted returns the entities that a name denotes: those with a matching key or address,
// else with a matching name, else with a matching part of a name. For query.Contains, each
// of the first two counts only if some entity links to one of them at any time; found is
// the set of those that link, else nil.
func (r *evaluator) denoted(v *query.Value, find finder) (to, found Set) {
	switch v.Operator {
	case query.Contains:
		for _, called := range []func() Set{
			func() Set { return r.withKey(v.Operand.Written) }, func() Set { return r.named(v, query.Equals) },
		} {
			to = called()
			if found = find(to, always); !found.isEmpty() {
				return to, found
			}
		}
		return r.named(v, query.Contains), nil
	case query.Equals, query.StartsWith:
		return r.named(v, v.Operator), nil
	}
	return newSet(r.size()), nil
}

// LinkedTo returns the entity that every match of a query, restricted by the node among, must
// link to by a link: condition. edits is the number of typing errors allowed in a word. It
// returns nil if there is no such condition, if its value denotes several entities or none,
// or if the knowledge base is Partial.
func (x *Index) LinkedTo(q *query.Query, among query.Node, edits int) *kb.Entity {
	root := query.And(among, q.Root)
	value := root.LinkedTo()
	if value == nil || x.kb.Partial {
		return nil
	}
	r := evaluator{x: x, edits: edits}
	to, _ := r.denoted(value, func(to Set, at moment) Set { return r.leadingTo(to, query.Link, at) })
	if to.Len() != 1 {
		return nil
	}
	for n := range to.Each() {
		return x.kb.Entities[n]
	}
	return nil
}

// withKey returns the entities with a key or an address.
func (r *evaluator) withKey(written string) Set {
	set := newSet(r.size())
	k := r.x.kb
	if e := k.Lookup(kb.Address(written)); e != nil {
		set.add(e.Number())
	}
	for _, kind := range k.Kinds {
		if e := k.Lookup(kb.NewAddress(kind.Name, written)); e != nil {
			set.add(e.Number())
		}
	}
	return set
}

// maxSingly is the size of a set up to which its entities are looked at one by
// one instead of all links.
const maxSingly = 1000

// leadingTo returns the entities with a link by a relation to one of a set that holds
// at a moment; by any relation or a symmetric one, in either direction.
func (r *evaluator) leadingTo(to Set, relation string, at moment) Set {
	k := r.x.kb
	if k.Partial {
		return newSet(r.size())
	}
	any, count := relation == query.Link, to.Len()
	if !any && !k.IsDated(relation) || any && !k.HasDatedLinks() {
		at = always
	}
	bothWays := r.x.Names().IsSymmetric(relation)
	set := r.unite(to, func(n int, set Set) {
		k.EachLinkTo(n, func(from int, f *kb.Field) {
			if (any || f.Path == relation) && r.x.linkHolds(from, n, f.Path, at) {
				set.add(from)
			}
		})
	})
	switch {
	case !bothWays:
	case count <= maxSingly:
		for n := range to.Each() {
			for _, link := range k.Record(k.Entities[n]).Links {
				if (any || link.Field.Path == relation) && at.holds(link.Dating()) {
					set.add(link.To.Number())
				}
			}
		}
	default:
		r.x.each(func(_ *shard, first, after int) {
			for n := first; n < after; n++ {
				k.EachLinkTo(n, func(from int, f *kb.Field) {
					if (any || f.Path == relation) && to.Has(from) && r.x.linkHolds(from, n, f.Path, at) {
						set.add(n)
					}
				})
			}
		})
	}
	return set
}

// unite unites the results of find for each entity of a set, in parallel.
func (r *evaluator) unite(from Set, find func(n int, set Set)) Set {
	workers := parallel.Workers
	if from.Len() <= maxSingly {
		workers = 1
	}
	found := make([]Set, workers)
	step := (len(from) + workers - 1) / workers
	parallel.Each(workers, func(i int) {
		found[i] = newSet(r.size())
		part := min(i*step, len(from))
		for n := range from[part:min(part+step, len(from))].Each() {
			find(part*64+n, found[i])
		}
	})
	for _, set := range found[1:] {
		found[0].or(set)
	}
	return found[0]
}

// citing returns the entities that cite one of a set, for any claim that holds at a
// moment or by a field called source.
func (r *evaluator) citing(sources Set, at moment) Set {
	set := r.leadingTo(sources, "source", at)
	if at.isAlways {
		set.or(r.unite(sources, func(n int, set Set) { r.x.kb.EachCitation(n, set.add) }))
		return set
	}
	set.or(r.citingFor(sources, at, func(*kb.Statement, *kb.Fact) bool { return true }))
	return set
}

// cited returns the entities whose value at a path cites a source that is named
// so. The claim must hold at a moment, if the query says one.
func (r *evaluator) cited(path string, v *query.Value, at moment) Set {
	return r.linkedToNamed(v, at.forQualifiers(), func(sources Set, at moment) Set { return r.citingAt(path, sources, at) })
}

// citingAt returns the entities whose claims at a path cite one of a set and hold at a
// moment.
func (r *evaluator) citingAt(path string, sources Set, at moment) Set {
	return r.citingFor(sources, at, func(s *kb.Statement, f *kb.Fact) bool {
		return s != nil && s.Field.Path == path || f != nil && isOfFact(f, path)
	})
}

// isOfFact reports whether a fact makes claims at a path.
func isOfFact(f *kb.Fact, path string) bool {
	return path == factsPath || path == "about" && len(f.About) > 0
}

// citingFor returns the entities that cite one of a set for a claim that holds at a
// moment, of a statement or a fact that is taken; the other is nil.
func (r *evaluator) citingFor(sources Set, at moment, takes func(*kb.Statement, *kb.Fact) bool) Set {
	set := newSet(r.size())
	for n := range sources.Each() {
		for c := range r.x.kb.Citations(r.x.kb.Entities[n]) {
			s, f, _ := r.x.kb.ResolveCitation(c)
			var claim *kb.Claim
			if s != nil {
				claim = s.Claim
			} else {
				claim = f.Claim
			}
			if takes(s, f) && at.holds(claim) {
				set.add(c.By.Number())
			}
		}
	}
	return set
}
