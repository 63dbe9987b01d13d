package matrix

import (
	"cmp"
	"slices"

	"rihla/model/kb"
	"rihla/model/order"
)

// Related is a kind or a relation, and the number of links to or by it.
type Related struct {
	Kind  *kb.Kind  // nil for a relation
	Field *kb.Field // nil for a kind; of the kind with the most links by the relation
	Links int
}

// Kinds returns the kinds that entities are linked to, those of most links
// first, the kind of the sources that they cite last. For sources, it counts
// what cites them. It visits each link of the knowledge base once.
func Kinds(k *kb.KB, of []*kb.Entity) []Related {
	if len(of) == 0 {
		return nil
	}
	among := indexesOf(k, of)
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
	if out = sortByLinks(out); cited+links[sources] > 0 {
		out = append(out, Related{Kind: sources, Links: cited + links[sources]})
	}
	return out
}

// Relations returns the relations that link rows and columns, or, with nil
// columns, rows and any entity; those of most links first. Relations of the
// same path are one.
func Relations(k *kb.KB, rows, columns []*kb.Entity) []Related {
	if len(rows) == 0 {
		return nil
	}
	a := indexesOf(k, rows)
	b := func(*kb.Entity) bool { return true }
	if columns != nil {
		among := indexesOf(k, columns)
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
	order.Stable(met, func(p, q *kb.Field) int { return cmp.Or(cmp.Compare(links[q], links[p]), cmp.Compare(p.Path, q.Path)) })
	var out []Related
	for _, f := range met {
		at := slices.IndexFunc(out, func(r Related) bool { return r.Field.Path == f.Path })
		if at < 0 {
			out = append(out, Related{Field: f})
			at = len(out) - 1
		}
		out[at].Links += links[f]
	}
	return sortByLinks(out)
}

func sortByLinks(of []Related) []Related {
	order.Stable(of, func(a, b Related) int { return cmp.Compare(b.Links, a.Links) })
	return of
}

// eachLink calls do for the links of all entities that options count,
// deprecated ones too, ordered by their targets.
func eachLink(k *kb.KB, o Options, do func(from, to *kb.Entity, f *kb.Field)) {
	for n, to := range k.Entities {
		k.EachLinkTo(n, func(from int, f *kb.Field) {
			if from := k.Entities[from]; from != to && o.counts(k, from, f) {
				do(from, to, f)
			}
		})
	}
}
