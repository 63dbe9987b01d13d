package suggest

import (
	"slices"

	"rihla/model/kb"
)

// base is a knowledge base and who is linked to whom in it.
type base struct {
	*kb.KB
	near  [][]uint32 // by number, sorted: links of either direction
	cited [][]uint32 // by number, sorted: the sources an entity cites
	// kinds are the pairs of kinds that links tie, in both orders.
	kinds map[[2]*kb.Kind]bool
	// nested are the relations that lead from a kind to itself, as a region
	// that lies in a region: what they lead to is said by what leads to them.
	nested map[*kb.Relation]bool
}

func newBase(k *kb.KB) *base {
	n := len(k.Entities)
	b := &base{k, make([][]uint32, n), make([][]uint32, n), make(map[[2]*kb.Kind]bool), make(map[*kb.Relation]bool)}
	for to, e := range k.Entities {
		k.EachLinkTo(to, func(from int, f *kb.Field) {
			if from == to {
				return
			}
			by := k.Entities[from]
			b.near[to] = append(b.near[to], uint32(from))
			b.near[from] = append(b.near[from], uint32(to))
			b.kinds[[2]*kb.Kind{e.Kind, by.Kind}], b.kinds[[2]*kb.Kind{by.Kind, e.Kind}] = true, true
			if r := f.Relation; r != nil && e.Kind == by.Kind && (len(r.To) > 0 || !r.Declared) {
				b.nested[f.Relation] = true
			}
		})
		k.EachCitation(to, func(by int) { b.cited[by] = append(b.cited[by], uint32(to)) })
	}
	for i := range n {
		b.near[i], b.cited[i] = set(b.near[i]), set(b.cited[i])
	}
	return b
}

func set(numbers []uint32) []uint32 {
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

func has(sorted []uint32, e *kb.Entity) bool {
	_, found := slices.BinarySearch(sorted, uint32(e.Number()))
	return found
}

// areTied tells whether a link of either direction, or a citation, ties two
// entities.
func (b *base) areTied(e, other *kb.Entity) bool {
	return has(b.near[e.Number()], other) || has(b.cited[e.Number()], other) || has(b.cited[other.Number()], e)
}
