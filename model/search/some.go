package search

import (
	"math/bits"
	"slices"
)

// some are entities of a shard, by their numbers there: a list, or where that
// would be longer, a bitmap.
type some []uint16

func bitmapSize(entities int) int { return (entities + 15) / 16 }

// newSome packs a list of some of so many entities.
func newSome(list []uint16, entities int) some {
	if len(list) < bitmapSize(entities) {
		return slices.Clone(list)
	}
	out := make(some, bitmapSize(entities))
	for _, e := range list {
		out[e/16] |= 1 << (e % 16)
	}
	return out
}

func (s *shard) isBitmap(of some) bool { return len(of) == bitmapSize(s.count) }

// held returns the entities that hold a word.
func (s *shard) held(n int) some { return s.holders[s.heldAt[n]:s.heldAt[n+1]] }

// each calls do for some entities.
func (s *shard) each(of some, do func(e int)) {
	if !s.isBitmap(of) {
		for _, e := range of {
			do(int(e))
		}
		return
	}
	for i, part := range of {
		for ; part != 0; part &= part - 1 {
			do(i*16 + bits.TrailingZeros16(part))
		}
	}
}

// unite adds some entities.
func (s *shard) unite(of some, to bitmap) {
	if !s.isBitmap(of) {
		for _, e := range of {
			to.set(int(e))
		}
		return
	}
	for i, part := range of {
		to[i/4] |= uint64(part) << (i % 4 * 16)
	}
}
