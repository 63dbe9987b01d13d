package suggest

import (
	"cmp"
	"context"
	"math"
	"slices"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// What two entities must share for a link to be likely: the number of common
// neighbours, their weight, and their share of all neighbours.
const (
	minShared = 4
	minWeight = 1.5
	minShare  = 0.5
	// The share for entities of one kind, which are similar anyway.
	minSameKindShare = 0.75
	// A common neighbour with more neighbours means nothing.
	maxNeighbours = 24
)

// unlinked finds pairs of entities that share many neighbours and are not
// linked, among kinds that are. A common neighbour weighs less the more
// neighbours it has (L. A. Adamic, E. Adar, Friends and neighbors on the Web,
// Social Networks 25, 2003).
func unlinked(ctx context.Context, b *index) []Suggestion {
	found := make([][]Suggestion, len(b.Entities))
	parallel.Each(len(b.Entities), func(i int) {
		if ctx.Err() == nil && len(b.neighbours[i]) >= minShared && !b.IsSource(b.Entities[i]) {
			found[i] = b.pairsSharing(b.Entities[i])
		}
	})
	return slices.Concat(found...)
}

// pairsSharing returns the suggestions for pairs with an entity, of which its
// address is the lower.
func (b *index) pairsSharing(e *kb.Entity) []Suggestion {
	shared := make(map[uint32][]uint32)
	for _, by := range b.neighbours[e.Number()] {
		if len(b.neighbours[by]) > maxNeighbours || b.IsSource(b.Entities[by]) {
			continue
		}
		for _, other := range b.neighbours[by] {
			shared[other] = append(shared[other], by)
		}
	}
	var all []Suggestion
	for number, by := range shared {
		other := b.Entities[number]
		if len(by) < minShared || e.Address() >= other.Address() || !b.linkedKinds[[2]*kb.Kind{e.Kind, other.Kind}] || b.IsSource(other) || b.areLinked(e, other) {
			continue
		}
		weight := 0.0
		for _, n := range by {
			weight += 1 / math.Log(1+float64(len(b.neighbours[n])))
		}
		part := float64(len(by)) / float64(max(b.countNonSources(uint32(e.Number())), b.countNonSources(number)))
		if weight < minWeight || part < minShare || e.Kind == other.Kind && part < minSameKindShare {
			continue
		}
		all = append(all, b.unlinkedPair(e, other, by, part))
	}
	return all
}

// countNonSources counts the neighbours of an entity that are no sources.
func (b *index) countNonSources(number uint32) int {
	n := 0
	for _, by := range b.neighbours[number] {
		if !b.IsSource(b.Entities[by]) {
			n++
		}
	}
	return n
}

func (b *index) unlinkedPair(e, other *kb.Entity, by []uint32, part float64) Suggestion {
	s := Suggestion{Code: Unlinked, Entity: e, Other: other, Pos: e.Pos, TablePos: e.Pos, Key: "about", TableName: e.Key, Adds: []string{string(other.Address())}, Score: part / 2}
	for _, n := range by {
		s.Shared = append(s.Shared, b.Entities[n])
	}
	slices.SortFunc(s.Shared, func(x, y *kb.Entity) int {
		return cmp.Or(cmp.Compare(len(b.neighbours[x.Number()]), len(b.neighbours[y.Number()])), cmp.Compare(x.Address(), y.Address()))
	})
	s.about = append(written(b.Record(e).Values("about")), string(other.Address()))
	return s
}
