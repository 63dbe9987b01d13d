package search

import (
	"iter"
	"math/bits"
)

// Set is a set of entities, a bit for each entity number.
type Set []uint64

func newSet(entities int) Set { return make(Set, (entities+63)/64) }

func fullSet(entities int) Set {
	s := newSet(entities)
	for i := range s {
		s[i] = ^uint64(0)
	}
	if rest := entities % 64; rest > 0 {
		s[len(s)-1] = 1<<rest - 1
	}
	return s
}

// Has reports whether the entity of a number is in the set.
func (s Set) Has(n int) bool { return s[n/64]&(1<<(n%64)) != 0 }

func (s Set) add(n int) { s[n/64] |= 1 << (n % 64) }

// Len returns the number of entities.
func (s Set) Len() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

func (s Set) isEmpty() bool {
	for _, word := range s {
		if word != 0 {
			return false
		}
	}
	return true
}

// Each returns the numbers of the entities, ascending.
func (s Set) Each() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(i*64 + bits.TrailingZeros64(word)) {
					return
				}
			}
		}
	}
}

func (s Set) and(other Set) {
	for i := range s {
		s[i] &= other[i]
	}
}

func (s Set) or(other Set) {
	for i := range s {
		s[i] |= other[i]
	}
}

func (s Set) without(other Set) {
	for i := range s {
		s[i] &^= other[i]
	}
}
