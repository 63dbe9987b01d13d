package search

import (
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
)

// finder finds the entities that lead to one of a set.
type finder func(to Set) Set

// linked finds the entities that are linked by a relation to what is called so.
func (r *run) linked(relation string, v *query.Value) Set {
	switch {
	case relation == "source":
		return r.toNamed(v, r.citing)
	case r.x.Names().IsRelation(relation):
		return r.toNamed(v, func(to Set) Set { return r.leading(to, relation) })
	}
	return newSet(r.size())
}

// toNamed finds what leads to an entity that is called so: by its key or address,
// if there is any, else by a whole name, or else by a part of one.
func (r *run) toNamed(v *query.Value, find finder) Set {
	switch v.Operator {
	case query.Holds:
		if keyed := find(r.keyed(v.Operand.Written)); !keyed.isEmpty() {
			return keyed
		}
		if exact := find(r.called(v, query.Is)); !exact.isEmpty() {
			return exact
		}
		return find(r.called(v, query.Holds))
	case query.Is, query.Begins:
		return find(r.called(v, v.Operator))
	}
	return newSet(r.size())
}

// keyed finds the entities of a key or an address.
func (r *run) keyed(written string) Set {
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

// few is how many entities are looked at one by one, instead of all links.
const few = 1000

// leading finds the entities that a relation leads from to one of a set; by
// any relation, or by a symmetric one, either way.
func (r *run) leading(to Set, relation string) Set {
	k := r.x.kb
	if k.Partial {
		return newSet(r.size())
	}
	any, count := relation == query.Link, to.Len()
	bothWays := r.x.Names().IsSymmetric(relation)
	set := r.gather(to, func(n int, set Set) {
		k.EachLinkTo(n, func(from int, f *kb.Field) {
			if any || f.Path == relation {
				set.add(from)
			}
		})
	})
	switch {
	case !bothWays:
	case count <= few:
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

// gather unites what is found from each of a set, by several workers.
func (r *run) gather(from Set, find func(n int, set Set)) Set {
	workers := parallel.Workers
	if from.Len() <= few {
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

// citing finds the entities that cite one of a set, for anything that they say,
// or by a field called source.
func (r *run) citing(sources Set) Set {
	set := r.leading(sources, "source")
	set.or(r.gather(sources, func(n int, set Set) { r.x.kb.EachCitation(n, set.add) }))
	return set
}

// cited finds the entities of which what stands at a path relies on a source
// that is called so.
func (r *run) cited(path string, v *query.Value) Set {
	return r.toNamed(v, func(sources Set) Set {
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
