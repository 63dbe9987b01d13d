package search

import (
	"bytes"
	"slices"
	"strings"

	"rihla/model/query"
)

// sequence is words of a query that must be adjacent in one text.
type sequence struct {
	words   []word
	atStart bool // whether it must begin a text
	atEnd   bool
	zones   zoneSet // the zones to search
	// takes reports whether to search a text; nil for all.
	takes func(column int, f form, z zone) bool
	when  *timing // the texts to search must hold; nil for all
}

// maxSequence is the maximum number of words that the index matches, a bit of
// wordMasks each. Of a longer sequence it matches the first maxSequence words;
// the texts of the entities found are then read again.
const maxSequence = 8

// sequenceOf returns the sequence of a normalized text. Its first and last word
// may match parts of words, as far as the operator allows.
func sequenceOf(text string, how query.Operator, edits int) sequence {
	fields := strings.Fields(text)
	q := sequence{words: make([]word, len(fields)), atStart: how != query.Contains, atEnd: how == query.Equals, zones: searchable}
	for i, field := range fields {
		w := word{text: field, fit: whole}
		isFirst, isLast := i == 0 && how == query.Contains, i == len(fields)-1 && how != query.Equals
		switch {
		case isFirst && isLast:
			w.fit = anywhere
		case isFirst:
			w.fit = atEnd
		case isLast:
			w.fit = atStart
		}
		if near := query.NewFuzzyWord(field, edits); edits > 0 && near != nil && how == query.Contains {
			w.fuzzy, w.edits = near, edits
		}
		q.words[i] = w
	}
	return q
}

// bitmap is a set of entities of a shard.
type bitmap []uint64

func newBitmap(n int) bitmap { return make(bitmap, (n+63)/64) }

func (b bitmap) isEmpty() bool { return Set(b).isEmpty() }

func (b bitmap) set(n int) { b[n/64] |= 1 << (n % 64) }

// wordMasks holds, for each word of a shard, a bit for each word of a sequence
// that it matches.
type wordMasks []uint8

// find adds to a set the candidates that contain a sequence, and calls where
// with the best zone of each. A text is in one zone, and so is a match.
func (s *shard) find(q *sequence, candidates bitmap, to Set, where func(n int, z zone)) {
	fitting := make(wordMasks, len(s.roles))
	for z := range zones {
		if !q.zones.has(z) {
			continue
		}
		in := *q
		in.zones = 1 << z
		for e := range Set(s.holding(&in, candidates, fitting)).Each() {
			if !s.contains(e, &in, fitting) {
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

// holding returns the candidates that hold every word of a sequence, and sets
// the masks of the words that match.
func (s *shard) holding(q *sequence, candidates bitmap, fitting wordMasks) bitmap {
	left := slices.Clone(candidates)
	for i := range q.words {
		if left.isEmpty() {
			return nil
		}
		holders := newBitmap(s.count)
		s.eachWord(&q.words[i], q.zones, func(n int) {
			fitting[n] |= 1 << i
			s.addPostings(s.postingsOf(n), holders)
		})
		for j := range left {
			left[j] &= holders[j]
		}
	}
	return left
}

// candidates returns the part of a set that belongs to the shard; nil is
// everything.
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

// contains reports whether an entity contains a sequence, by the shift-and
// algorithm: bit i of state is set if the first i+1 words match up to here (R.
// Baeza-Yates, G. H. Gonnet, A new approach to text searching, Communications
// of the ACM 35, 1992).
func (s *shard) contains(e int, q *sequence, fitting wordMasks) bool {
	values := s.values[s.valuesAt[e]:s.valuesAt[e+1]]
	last := uint8(1) << (len(q.words) - 1)
	for at := 0; at < len(values); {
		heading, size := uvarint(values[at+1:])
		at += 1 + size
		column, f, z := splitHeading(heading)
		if q.zones < 1<<inText && z >= inText {
			return false // names and summaries come first
		}
		var d dating
		if f == datedForm {
			n, size := uvarint(values[at:])
			at += size
			f, d = unpackDating(n)
		}
		if !q.zones.has(z) || q.takes != nil && !q.takes(column, f, z) || !q.when.holds(d) {
			at = skipValue(values, at)
			continue
		}
		fitting := fitting[s.zoneAt[z]:s.zoneAt[z+1]]
		var state uint8
		for begin := uint8(1); at < len(values) && values[at] != 0; {
			n := uint64(values[at])
			if at++; n >= 0x80 {
				n, size = uvarint(values[at-1:])
				at += size - 1
			}
			state = (state<<1 | begin) & fitting[n-1]
			if state&last != 0 && (!q.atEnd || at == len(values) || values[at] == 0) {
				return true
			}
			if q.atStart {
				if state == 0 {
					at = skipValue(values, at)
					break
				}
				begin = 0
			}
		}
	}
	return false
}

// skipValue returns the offset of the next text.
func skipValue(values []byte, at int) int {
	if next := bytes.IndexByte(values[at:], 0); next >= 0 {
		return at + next
	}
	return len(values)
}

// uvarint is binary.Uvarint without its checks.
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

// eachText calls do for the normalized texts of an entity in the columns taken.
func (s *shard) eachText(e int, takes func(column int, f form, z zone, d dating) bool, do func(text string)) {
	values := s.values[s.valuesAt[e]:s.valuesAt[e+1]]
	var text []byte
	for at := 0; at < len(values); {
		heading, size := uvarint(values[at+1:])
		at += 1 + size
		column, f, z := splitHeading(heading)
		var d dating
		if f == datedForm {
			n, size := uvarint(values[at:])
			at += size
			f, d = unpackDating(n)
		}
		end := skipValue(values, at)
		if !takes(column, f, z, d) {
			at = end
			continue
		}
		text = text[:0]
		for at < end {
			n, size := uvarint(values[at:])
			at += size
			text = append(append(text, s.written(int(s.zoneAt[z])+int(n-1))...), ' ')
		}
		do(string(bytes.TrimSuffix(text, []byte{' '})))
	}
}

// holdsIn reports whether an entity has a text in a column that holds.
func (s *shard) holdsIn(e, column int, when *timing) bool {
	values := s.values[s.valuesAt[e]:s.valuesAt[e+1]]
	for at := 0; at < len(values); at = skipValue(values, at) {
		heading, size := uvarint(values[at+1:])
		at += 1 + size
		in, f, _ := splitHeading(heading)
		if in != column {
			continue
		}
		var d dating
		if f == datedForm {
			n, _ := uvarint(values[at:])
			_, d = unpackDating(n)
		}
		if when.holds(d) {
			return true
		}
	}
	return false
}
