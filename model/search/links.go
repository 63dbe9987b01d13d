package search

import (
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// finder returns the entities that lead to one of a set.
type finder func(to Set) Set

// linked returns the entities with a link by a relation to one that is named
// so.
func (r *evaluator) linked(relation string, v *query.Value) Set {
	switch {
	case relation == "source":
		return r.linkedToNamed(v, r.citing)
	case r.x.Names().IsRelation(relation):
		return r.linkedToNamed(v, func(to Set) Set { return r.leadingTo(to, relation) })
	}
	return newSet(r.size())
}

// linkedToNamed returns what leads to entities with a matching key or address,
// else with a matching name, else with a matching part of a name.
func (r *evaluator) linkedToNamed(v *query.Value, find finder) Set {
	switch v.Operator {
	case query.Contains:
		if keyed := find(r.withKey(v.Operand.Written)); !keyed.isEmpty() {
			return keyed
		}
		if exact := find(r.named(v, query.Equals)); !exact.isEmpty() {
			return exact
		}
		return find(r.named(v, query.Contains))
	case query.Equals, query.StartsWith:
		return find(r.named(v, v.Operator))
	}
	return newSet(r.size())
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

// leadingTo returns the entities with a link by a relation to one of a set; by
// any relation or a symmetric one, in either direction.
func (r *evaluator) leadingTo(to Set, relation string) Set {
	k := r.x.kb
	if k.Partial {
		return newSet(r.size())
	}
	any, count := relation == query.Link, to.Len()
	bothWays := r.x.Names().IsSymmetric(relation)
	set := r.unite(to, func(n int, set Set) {
		k.EachLinkTo(n, func(from int, f *kb.Field) {
			if any || f.Path == relation {
				set.add(from)
			}
		})
	})
	switch {
	case !bothWays:
	case count <= maxSingly:
		for n := range to.Each() {
			for _, link := range k.Record(k.Entities[n]).Links {
				if any || link.Field.Path == relation {
					set.add(link.To.Number())
				}
			}
		}
	default:
		r.x.each(func(_ *shard, first, after int) {
			for n := first; n < after; n++ {
				k.EachLinkTo(n, func(from int, f *kb.Field) {
					if (any || f.Path == relation) && to.Has(from) {
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

// citing returns the entities that cite one of a set, for any claim or by a
// field called source.
func (r *evaluator) citing(sources Set) Set {
	set := r.leadingTo(sources, "source")
	set.or(r.unite(sources, func(n int, set Set) { r.x.kb.EachCitation(n, set.add) }))
	return set
}

// cited returns the entities whose value at a path cites a source that is named
// so.
func (r *evaluator) cited(path string, v *query.Value) Set {
	return r.linkedToNamed(v, func(sources Set) Set {
		set := newSet(r.size())
		for n := range sources.Each() {
			for c := range r.x.kb.Citations(r.x.kb.Entities[n]) {
				if s, f, _ := r.x.kb.ResolveCitation(c); s != nil && s.Field.Path == path || f != nil && path == "facts" {
					set.add(c.By.Number())
				}
			}
		}
		return set
	})
}
