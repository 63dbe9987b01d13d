package suggest

import (
	"cmp"
	"context"
	"math"
	"slices"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// What two entities must share for a link between them to be likely: so many
// neighbours, of so much weight, and such a part of all that either has.
const (
	leastShared = 4
	leastWeight = 1.5
	leastPart   = 0.5
	// Two of a kind that share much are alike, and need more to be tied.
	leastAlike = 0.75
	// A neighbour of more entities tells nothing of any two of them.
	busiest = 24
)

// unlinked finds entities of kinds that links tie, which share much and are not
// linked: after Adamic and Adar, a neighbour weighs less the more it has.
func unlinked(ctx context.Context, b *base) []Suggestion {
	found := make([][]Suggestion, len(b.Entities))
	parallel.Each(len(b.Entities), func(i int) {
		if ctx.Err() == nil && len(b.near[i]) >= leastShared && !b.IsSource(b.Entities[i]) {
			found[i] = b.sharers(b.Entities[i])
		}
	})
	return slices.Concat(found...)
}

// sharers finds who shares much with an entity, each pair from the end whose
// address comes first.
func (b *base) sharers(e *kb.Entity) []Suggestion {
	shared := make(map[uint32][]uint32)
	for _, by := range b.near[e.Number()] {
		if len(b.near[by]) > busiest || b.IsSource(b.Entities[by]) {
			continue
		}
		for _, other := range b.near[by] {
			shared[other] = append(shared[other], by)
		}
	}
	var all []Suggestion
	for number, by := range shared {
		other := b.Entities[number]
		if len(by) < leastShared || e.Address() >= other.Address() || !b.kinds[[2]*kb.Kind{e.Kind, other.Kind}] || b.IsSource(other) || b.areTied(e, other) {
			continue
		}
		weight := 0.0
		for _, n := range by {
			weight += 1 / math.Log(1+float64(len(b.near[n])))
		}
		part := float64(len(by)) / float64(max(b.told(uint32(e.Number())), b.told(number)))
		if weight < leastWeight || part < leastPart || e.Kind == other.Kind && part < leastAlike {
			continue
		}
		all = append(all, b.unlinkedPair(e, other, by, part))
	}
	return all
}

// told counts the neighbours of an entity that are no sources.
func (b *base) told(number uint32) int {
	n := 0
	for _, by := range b.near[number] {
		if !b.IsSource(b.Entities[by]) {
			n++
		}
	}
	return n
}

func (b *base) unlinkedPair(e, other *kb.Entity, by []uint32, part float64) Suggestion {
	s := Suggestion{Code: Unlinked, Entity: e, Other: other, Pos: e.Pos, At: e.Pos, Score: part / 2}
	for _, n := range by {
		s.Shared = append(s.Shared, b.Entities[n])
	}
	slices.SortFunc(s.Shared, func(x, y *kb.Entity) int {
		return cmp.Or(cmp.Compare(len(b.near[x.Number()]), len(b.near[y.Number()])), cmp.Compare(x.Address(), y.Address()))
	})
	s.about = append(written(b.Record(e).Values("about")), string(other.Address()))
	return s
}
