package matrix

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// Related is a kind or a relation, and how many links there are by it.
type Related struct {
	Kind  *kb.Kind  // nil for a relation
	Field *kb.Field // nil for a kind; of the kind that has most links by the relation
	Links int
}

// Kinds returns the kinds that entities are linked to, that of most links first,
// that of the sources which they cite last, at no cost but a look at each link of
// the knowledge base. What sources are linked to is what cites them.
func Kinds(k *kb.KB, of []*kb.Entity) []Related {
	if len(of) == 0 {
		return nil
	}
	among := placesOf(k, of)
	links := make(map[*kb.Kind]int)
	eachLink(k, Options{}, func(from, to *kb.Entity, _ *kb.Field) {
		a, b := among[from.Number()] != 0, among[to.Number()] != 0
		if a {
			links[to.Kind]++
		}
		if b && !(a && from.Kind == to.Kind) {
			links[from.Kind]++
		}
	})
	sources := k.SourceKind()
	cited := 0
	for n, e := range k.Entities {
		if e.Kind != sources || sources == nil {
			continue
		}
		k.EachCitation(n, func(by int) {
			if among[n] != 0 {
				links[k.Entities[by].Kind]++
			}
			if among[by] != 0 {
				cited++
			}
		})
	}
	var out []Related
	for _, kind := range k.Kinds {
		if n := links[kind]; n > 0 && kind != sources {
			out = append(out, Related{Kind: kind, Links: n})
		}
	}
	if out = mostFirst(out); cited+links[sources] > 0 {
		out = append(out, Related{Kind: sources, Links: cited + links[sources]})
	}
	return out
}

// Relations returns the relations by which rows and columns are linked, or where
// columns are nil rows and whatever there is, that of most links first.
// Relations of one path are one.
func Relations(k *kb.KB, rows, columns []*kb.Entity) []Related {
	if len(rows) == 0 {
		return nil
	}
	a := placesOf(k, rows)
	b := func(*kb.Entity) bool { return true }
	if columns != nil {
		among := placesOf(k, columns)
		b = func(e *kb.Entity) bool { return among[e.Number()] != 0 }
	}
	links := make(map[*kb.Field]int)
	var met []*kb.Field
	eachLink(k, Options{}, func(from, to *kb.Entity, f *kb.Field) {
		if a[from.Number()] != 0 && b(to) || a[to.Number()] != 0 && b(from) {
			if links[f] == 0 {
				met = append(met, f)
			}
			links[f]++
		}
	})
	slices.SortStableFunc(met, func(p, q *kb.Field) int { return cmp.Or(cmp.Compare(links[q], links[p]), cmp.Compare(p.Path, q.Path)) })
	var out []Related
	for _, f := range met {
		at := slices.IndexFunc(out, func(r Related) bool { return r.Field.Path == f.Path })
		if at < 0 {
			out = append(out, Related{Field: f})
			at = len(out) - 1
		}
		out[at].Links += links[f]
	}
	return mostFirst(out)
}

func mostFirst(of []Related) []Related {
	slices.SortStableFunc(of, func(a, b Related) int { return cmp.Compare(b.Links, a.Links) })
	return of
}

// eachLink tells the links of all entities that options take, discarded ones
// too, in the order of what they lead to.
func eachLink(k *kb.KB, o Options, do func(from, to *kb.Entity, f *kb.Field)) {
	for n, to := range k.Entities {
		k.EachLinkTo(n, func(from int, f *kb.Field) {
			if from := k.Entities[from]; from != to && o.takes(k, from, f) {
				do(from, to, f)
			}
		})
	}
}
