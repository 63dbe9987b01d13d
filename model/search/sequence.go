package search

import (
	"bytes"
	"slices"
	"strings"

	"rihla/model/query"
)

// sequence is words of a query that stand next to each other in one value.
type sequence struct {
	words   []word
	atStart bool // of the value
	atEnd   bool
	zones   zoneSet // those that are looked at
	// takes tells whether a value may hold it, nil meaning any.
	takes func(column int, f form, z zone) bool
}

// longest is how many words of a sequence the index follows; for the rest of a
// longer one, the entities are read again.
const longest = 8

// sequenceOf returns the sequence of a folded text. Its first and last words may
// be parts of those that are written, unless they are compared as a whole.
func sequenceOf(text string, how query.Operator, edits int) sequence {
	fields := strings.Fields(text)
	q := sequence{words: make([]word, len(fields)), atStart: how != query.Holds, atEnd: how == query.Is, zones: readable}
	for i, field := range fields {
		w := word{text: field, fit: whole}
		isFirst, isLast := i == 0 && how == query.Holds, i == len(fields)-1 && how != query.Is
		switch {
		case isFirst && isLast:
			w.fit = anywhere
		case isFirst:
			w.fit = atEnd
		case isLast:
			w.fit = atStart
		}
		if near := query.NewFuzzyWord(field, edits); edits > 0 && near != nil && how == query.Holds {
			w.near, w.edits = near, edits
		}
		q.words[i] = w
	}
	return q
}

// bitmap is numbers of entities in a shard.
type bitmap []uint64

func newBitmap(n int) bitmap { return make(bitmap, (n+63)/64) }

func (b bitmap) isEmpty() bool { return Set(b).isEmpty() }

func (b bitmap) set(n int) { b[n/64] |= 1 << (n % 64) }

// places are, for each word of a shard, the words of a sequence that it may be,
// by their bits.
type places []uint8

// find adds to a set the entities, of some candidates, that say a sequence, and
// tells where each does first: names come before summaries, these before the
// rest. A value is all of one zone, and so is a sequence.
func (s *shard) find(q *sequence, candidates bitmap, to Set, where func(n int, z zone)) {
	fitting := make(places, len(s.roles))
	for z := range zones {
		if !q.zones.has(z) {
			continue
		}
		in := *q
		in.zones = 1 << z
		for e := range Set(s.holding(&in, candidates, fitting)).Each() {
			if !s.says(e, &in, fitting) {
				continue
			}
			candidates[e/64] &^= 1 << (e % 64)
			to.add(s.first + e)
			if where != nil {
				where(s.first+e, z)
			}
		}
	}
}

// holding returns the candidates that hold every word of a sequence, and notes
// which words these may be.
func (s *shard) holding(q *sequence, candidates bitmap, fitting places) bitmap {
	left := slices.Clone(candidates)
	for i := range q.words {
		if left.isEmpty() {
			return nil
		}
		holders := newBitmap(s.count)
		s.eachWord(&q.words[i], q.zones, func(n int) {
			fitting[n] |= 1 << i
			s.unite(s.held(n), holders)
		})
		for j := range left {
			left[j] &= holders[j]
		}
	}
	return left
}

// candidates copies the part of a set that is of the shard; nil is everything.
func (s *shard) candidates(within Set) bitmap {
	out := newBitmap(s.count)
	if within == nil {
		for i := range out {
			out[i] = ^uint64(0)
		}
		return out
	}
	copy(out, within[s.first/64:])
	return out
}

// says tells whether an entity says a sequence of words, each of which is known
// by those that fit it. Bit i of a state is set where the
// first i+1 words have been read (Baeza-Yates and Gonnet, shift-and).
func (s *shard) says(e int, q *sequence, fitting places) bool {
	said := s.said[s.saidAt[e]:s.saidAt[e+1]]
	last := uint8(1) << (len(q.words) - 1)
	for at := 0; at < len(said); {
		heading, size := uvarint(said[at+1:])
		at += 1 + size
		column, f, z := parts(heading)
		if q.zones < 1<<inText && z >= inText {
			return false // names and summaries come first
		}
		if !q.zones.has(z) || q.takes != nil && !q.takes(column, f, z) {
			at = skipValue(said, at)
			continue
		}
		fitting := fitting[s.zoneAt[z]:s.zoneAt[z+1]]
		var state uint8
		for begin := uint8(1); at < len(said) && said[at] != 0; {
			n := uint64(said[at])
			if at++; n >= 0x80 {
				n, size = uvarint(said[at-1:])
				at += size - 1
			}
			state = (state<<1 | begin) & fitting[n-1]
			if state&last != 0 && (!q.atEnd || at == len(said) || said[at] == 0) {
				return true
			}
			if q.atStart {
				if state == 0 {
					at = skipValue(said, at)
					break
				}
				begin = 0
			}
		}
	}
	return false
}

// skipValue returns where the next value begins.
func skipValue(said []byte, at int) int {
	if next := bytes.IndexByte(said[at:], 0); next >= 0 {
		return at + next
	}
	return len(said)
}

// uvarint is binary.Uvarint of what is known to be a number.
func uvarint(b []byte) (n uint64, size int) {
	if b[0] < 0x80 {
		return uint64(b[0]), 1
	}
	for shift := 0; ; shift += 7 {
		c := b[size]
		size++
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n, size
		}
	}
}

// eachText calls do for the values that an entity says in a column, as Normal
// writes them.
func (s *shard) eachText(e int, takes func(column int, f form, z zone) bool, do func(text string)) {
	said := s.said[s.saidAt[e]:s.saidAt[e+1]]
	var text []byte
	for at := 0; at < len(said); {
		heading, size := uvarint(said[at+1:])
		at += 1 + size
		end := skipValue(said, at)
		column, f, z := parts(heading)
		if !takes(column, f, z) {
			at = end
			continue
		}
		text = text[:0]
		for at < end {
			n, size := uvarint(said[at:])
			at += size
			text = append(append(text, s.written(int(s.zoneAt[z])+int(n-1))...), ' ')
		}
		do(string(bytes.TrimSuffix(text, []byte{' '})))
	}
}
