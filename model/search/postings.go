package search

import (
	"math/bits"
	"slices"
)

// postings are entities of a shard, by their numbers in it: an ascending list,
// or a bitmap if that is shorter.
type postings []uint16

func bitmapSize(entities int) int { return (entities + 15) / 16 }

// newPostings packs an ascending list of entities of a shard.
func newPostings(list []uint16, entities int) postings {
	if len(list) < bitmapSize(entities) {
		return slices.Clone(list)
	}
	out := make(postings, bitmapSize(entities))
	for _, e := range list {
		out[e/16] |= 1 << (e % 16)
	}
	return out
}

func (s *shard) isBitmap(of postings) bool { return len(of) == bitmapSize(s.count) }

// postingsOf returns the entities that hold a word.
func (s *shard) postingsOf(n int) postings { return s.postings[s.postingsAt[n]:s.postingsAt[n+1]] }

func (s *shard) eachPosting(of postings, do func(e int)) {
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

// addPostings adds entities to a bitmap.
func (s *shard) addPostings(of postings, to bitmap) {
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
