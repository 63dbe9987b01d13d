package suggest

import (
	"slices"

	"rihla/model/kb"
)

// index is a knowledge base with the neighbours of each entity.
type index struct {
	*kb.KB
	neighbours   [][]uint32 // by entity number, ascending: linked in either direction
	citedSources [][]uint32 // by entity number, ascending
	// linkedKinds are the pairs of kinds with links between them, in both orders.
	linkedKinds map[[2]*kb.Kind]bool
	// hierarchical are the relations from a kind to itself, as of a region in a
	// region: their targets are implied by a link to an entity below.
	hierarchical map[*kb.Relation]bool
}

func newIndex(k *kb.KB) *index {
	n := len(k.Entities)
	b := &index{k, make([][]uint32, n), make([][]uint32, n), make(map[[2]*kb.Kind]bool), make(map[*kb.Relation]bool)}
	for to, e := range k.Entities {
		k.EachLinkTo(to, func(from int, f *kb.Field) {
			if from == to {
				return
			}
			by := k.Entities[from]
			b.neighbours[to] = append(b.neighbours[to], uint32(from))
			b.neighbours[from] = append(b.neighbours[from], uint32(to))
			b.linkedKinds[[2]*kb.Kind{e.Kind, by.Kind}], b.linkedKinds[[2]*kb.Kind{by.Kind, e.Kind}] = true, true
			if r := f.Relation; r != nil && e.Kind == by.Kind && (len(r.To) > 0 || !r.Declared) {
				b.hierarchical[f.Relation] = true
			}
		})
		k.EachCitation(to, func(by int) { b.citedSources[by] = append(b.citedSources[by], uint32(to)) })
	}
	for i := range n {
		b.neighbours[i], b.citedSources[i] = set(b.neighbours[i]), set(b.citedSources[i])
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

// areLinked reports whether a link in either direction, or a citation, connects
// two entities.
func (b *index) areLinked(e, other *kb.Entity) bool {
	return has(b.neighbours[e.Number()], other) || has(b.citedSources[e.Number()], other) || has(b.citedSources[other.Number()], e)
}
