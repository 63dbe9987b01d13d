package search

import (
	"math/bits"
	"sort"
	"strings"

	"rihla/model/query"
)

// fit is how a word of a query fits one that is written.
type fit uint8

const (
	anywhere fit = iota
	atStart
	atEnd
	whole
	nearly // as typing errors go
)

// word is one word of a query.
type word struct {
	text string
	fit  fit
	// near finds what may have been meant, of nearly, with so many typing errors.
	near  *query.Near
	edits int
}

// tier is how well an entity is named by a word, from the least to the best; 0
// is not at all.
type tier = uint8

const (
	elsewhere tier = iota + 1
	inItsSummary
	inItsName
	beginsAWord // of its name
	beginsIt    // its name
	initials    // of its name
	isIt        // its name
)

// eachWord calls do for the words of some zones that a word fits, with the tier
// that they give to who holds them. It stops when do says so.
func (s *shard) eachWord(w *word, from, upto zone, do func(n int, t tier) bool) {
	first, after := int(s.zoneAt[from]), int(s.zoneAt[upto+1])
	switch {
	case w.fit == nearly:
		s.eachNear(w, first, after, do)
		return
	case w.fit == anywhere && len(w.text) == 1:
		s.eachWithLetter(w, first, after, do)
		return
	}
	asked := pairsOf(w.text, w.fit == atStart || w.fit == whole, w.fit == atEnd || w.fit == whole)
	for n, pairs := range s.pairs[first:after] {
		if pairs&asked != asked {
			continue
		}
		n += first
		if written := s.written(n); w.fits(written) && (s.roles[n].zone() != inInitials || written == w.text) {
			if !do(n, s.tier(n, w.text)) {
				return
			}
		}
	}
}

// eachWithLetter is eachWord for a single letter, of which there are no pairs.
func (s *shard) eachWithLetter(w *word, first, after int, do func(n int, t tier) bool) {
	for n := first; n < after; n++ {
		at := strings.IndexByte(s.words[s.start[n]:s.start[after]], w.text[0])
		if at < 0 {
			return
		}
		n = s.wordAt(n, after, s.start[n]+uint32(at))
		if s.roles[n].zone() == inInitials && s.written(n) != w.text {
			continue
		}
		if !do(n, s.tier(n, w.text)) {
			return
		}
	}
}

// wordAt returns the word, not before one, that holds a place or the newline
// before it.
func (s *shard) wordAt(n, after int, at uint32) int {
	step := 1
	for n+step < after && s.start[n+step]-1 <= at {
		n += step
		step *= 2
	}
	return n + sort.Search(min(step, after-n)-1, func(i int) bool { return s.start[n+i+1]-1 > at })
}

// pairSet are the neighbouring letters of a word, by a bit each: several pairs
// share one. Its beginning and its end count as letters. A word that lacks a
// pair of another has no such part.
type pairSet uint32

func pairsOf(text string, begins, ends bool) pairSet {
	var set pairSet
	before := byte('\n')
	for i := range len(text) {
		if i > 0 || begins {
			set |= pair(before, text[i])
		}
		before = text[i]
	}
	if ends {
		set |= pair(before, '\n')
	}
	return set
}

// pair returns the bit of two letters, by Fibonacci hashing.
func pair(a, b byte) pairSet {
	const golden, bits = 2654435769, 5
	return 1 << ((uint32(a)<<8 | uint32(b)) * golden >> (32 - bits))
}

func (s *shard) written(n int) string { return s.words[s.start[n] : s.start[n+1]-1] }

// tier returns how well a word names what holds it, of which the text is a part.
func (s *shard) tier(n int, text string) tier {
	r := s.roles[n]
	switch r.zone() {
	case inName:
	case inInitials:
		return initials
	case inSummary:
		return inItsSummary
	default:
		return elsewhere
	}
	written := s.written(n)
	switch {
	case r&(begins|ends) == begins|ends && written == text:
		return isIt
	case r&begins != 0 && strings.HasPrefix(written, text):
		return beginsIt
	case beginsWord(written, text):
		return beginsAWord
	}
	return inItsName
}

// beginsWord tells whether a part of what is written stands where a word
// begins: first, or after what is neither letter nor digit.
func beginsWord(written, part string) bool {
	for at := 0; ; at++ {
		next := strings.Index(written[at:], part)
		if next < 0 {
			return false
		}
		at += next
		if at == 0 || !isLetter(written[at-1]) {
			return true
		}
	}
}

// isLetter tells whether a byte is a letter or a digit, or a part of one.
func isLetter(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// mostPairsLost is how many of its pairs a word loses by one typing error: two
// letters that change places are part of three.
const mostPairsLost = 3

// eachNear is eachWord for a word that may have been mistyped.
func (s *shard) eachNear(w *word, first, after int, do func(n int, t tier) bool) {
	asked := pairsOf(w.text, false, false)
	for n := first; n < after; n++ {
		if bits.OnesCount32(uint32(asked&^s.pairs[n])) > mostPairsLost*w.edits {
			continue
		}
		if z := s.roles[n].zone(); z == inInitials || z != inName && w.near.IsShort() {
			continue
		}
		written := s.written(n)
		if !w.near.Takes(written) {
			continue
		}
		t := elsewhere
		switch r := s.roles[n]; r.zone() {
		case inName:
			t = inItsName
			switch {
			case r&(begins|ends) == begins|ends:
				t = beginsIt
			case r&begins != 0:
				t = beginsAWord
			}
		case inSummary:
			t = inItsSummary
		}
		if !do(n, t) {
			return
		}
	}
}

// hold returns the entities that hold a word, by their numbers in the shard.
func (s *shard) hold(n int) []uint16 { return s.holders[s.heldAt[n]:s.heldAt[n+1]] }
