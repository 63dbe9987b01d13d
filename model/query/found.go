package query

import (
	"math/bits"
	"strings"

	"rihla/model/parallel"
)

// Found are the texts that hold every word of a query.
type Found struct {
	index  *Index
	shards []foundIn
	count  int
}

// foundIn are the texts of a shard that were found; and those of which a name
// may begin with the words, or be them: of one word, it does.
type foundIn struct{ all, begin, full []uint64 }

func newFoundIn(texts int) foundIn {
	n := (texts + 63) / 64
	return foundIn{make([]uint64, n), make([]uint64, n), make([]uint64, n)}
}

// Find finds the texts that hold every one of some folded words, of which there
// must be one at least.
func (x *Index) Find(words []string) *Found {
	f := &Found{index: x, shards: make([]foundIn, len(x.shards))}
	parallel.Each(len(x.shards), func(i int) {
		first, after := x.span(i)
		f.shards[i] = x.shards[i].find(words, after-first)
	})
	for i := range f.shards {
		f.count += ones(f.shards[i].all)
	}
	return f
}

// find finds texts among so many.
func (s *shard) find(words []string, texts int) foundIn {
	if number := letterNumbers[words[0][0]]; number > 0 && len(words) == 1 && len(words[0]) == 1 {
		return s.letters[number-1]
	}
	var f foundIn
	for i, word := range words {
		with := newFoundIn(texts)
		s.with(word, i == 0, i == len(words)-1, len(words) > 1, texts, &with)
		if i == 0 {
			f = with
			continue
		}
		for j := range f.all {
			f.all[j] &= with.all[j]
			f.full[j] &= with.full[j]
		}
	}
	for j := range f.all {
		f.begin[j] &= f.all[j]
		f.full[j] &= f.all[j]
	}
	return f
}

// with marks the texts that have a word in one of theirs. A name that begins
// with the words, or is them, has the first at its beginning and the last at
// its end; where there are several, each of these two as a whole.
func (s *shard) with(word string, isFirst, isLast, several bool, texts int, f *foundIn) {
	mark := func(n, at int) {
		starts := at == int(s.start[n])
		whole := starts && at+len(word)+1 == int(s.start[n+1])
		r, with := s.roles[n], s.texts[s.first[n]:s.first[n+1]]
		set(f.all, with)
		if isFirst && r&begins != 0 && starts && (whole || !several) {
			set(f.begin, with)
		}
		isMiddle := several && !isFirst && !isLast
		if isMiddle || whole && (!isFirst || r&begins != 0) && (!isLast || r&ends != 0) {
			set(f.full, with)
		}
	}
	n := 0
	for met := 1; met%often != 0 || ones(f.all) < texts; met++ {
		at := strings.Index(s.words[s.start[n]:], word)
		if at < 0 {
			return
		}
		at += int(s.start[n])
		for int(s.start[n+1]) <= at {
			n++
		}
		mark(n, at)
		n++
	}
	// All were found: what is left to be found is how well they are named.
	for ; n < len(s.roles); n++ {
		if at := int(s.start[n]); s.roles[n] != 0 && strings.HasPrefix(s.words[at:], word) {
			mark(n, at)
		}
	}
}

// often is after how many words with the same part it is looked whether all
// texts have been found already, as they are soon by a vowel.
const often = 64

func ones(b []uint64) int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

func set(b []uint64, texts []uint16) {
	for _, i := range texts {
		b[i/64] |= 1 << (i % 64)
	}
}

// Len returns how many texts were found.
func (f *Found) Len() int { return f.count }

// Texts returns the numbers of the texts that were found, the lowest first.
func (f *Found) Texts() []int32 {
	out, n := make([]int32, f.count), 0
	f.each(func(in *foundIn) []uint64 { return in.all }, func(text int32) bool {
		out[n] = text
		n++
		return true
	})
	return out
}

// First returns the first text, for which right says yes, of those of which a
// name may be the words, or else may begin with them; or -1.
func (f *Found) First(full bool, right func(text int32) bool) int32 {
	of := func(in *foundIn) []uint64 { return in.begin }
	if full {
		of = func(in *foundIn) []uint64 { return in.full }
	}
	found := int32(-1)
	f.each(of, func(text int32) bool {
		if right(text) {
			found = text
		}
		return found < 0
	})
	return found
}

// each calls do for texts, the lowest first, until it says no.
func (f *Found) each(of func(*foundIn) []uint64, do func(text int32) bool) {
	for i := range f.shards {
		base := int32(i << f.index.shift)
		for j, word := range of(&f.shards[i]) {
			for ; word != 0; word &= word - 1 {
				if !do(base + int32(j*64+bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

func (f *Found) in(text int32) (in *foundIn, word int, bit uint64) {
	at := int(text) & (1<<f.index.shift - 1)
	return &f.shards[text>>f.index.shift], at / 64, 1 << (at % 64)
}

// Has tells whether a text was found.
func (f *Found) Has(text int32) bool {
	in, word, bit := f.in(text)
	return in.all[word]&bit != 0
}

// MayBegin tells whether a name of a text that was found may begin with the
// words as they were asked for: if it was one word, it does.
func (f *Found) MayBegin(text int32) bool {
	in, word, bit := f.in(text)
	return in.begin[word]&bit != 0
}

// MayBe tells whether a name of a text that was found may be the words as they
// were asked for: if it was one word, it is.
func (f *Found) MayBe(text int32) bool {
	in, word, bit := f.in(text)
	return in.full[word]&bit != 0
}
