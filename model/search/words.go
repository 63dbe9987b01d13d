package search

import (
	"math/bits"
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
)

// word is one word of a query.
type word struct {
	text string
	fit  fit
	// near finds what else may have been meant, with so many typing errors; nil
	// where none are forgiven.
	near  *query.FuzzyWord
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

// eachWord calls do for the words of some zones that a word fits.
func (s *shard) eachWord(w *word, in zoneSet, do func(n int)) {
	for z := range zones {
		if !in.has(z) {
			continue
		}
		s.eachFitting(w, z, do)
		if w.near != nil {
			s.eachNear(w, z, do)
		}
	}
}

func (s *shard) eachFitting(w *word, z zone, do func(n int)) {
	first, after := int(s.zoneAt[z]), int(s.zoneAt[z+1])
	asked := signsOf(w.text, w.fit == atStart || w.fit == whole, w.fit == atEnd || w.fit == whole)
	isSure := w.fit == anywhere && isPlainLetter(w.text)
	if z == inInitials {
		w, isSure = &word{text: w.text, fit: whole}, false
	}
	for n, signs := range s.signs[first:after] {
		if signs&asked != asked {
			continue
		}
		n += first
		if isSure || w.fit.takes(s.written(n), w.text) {
			do(n)
		}
	}
}

// signs tell what a word is written with, by a bit each: the upper half its
// letters, the lower the pairs of letters side by side, where its beginning and
// its end count as letters. Only those from a to z have a bit of their own. A
// word that lacks a sign of another does not hold it.
type signs uint64

func signsOf(text string, begins, ends bool) signs {
	var all signs
	before := byte('\n')
	for i := range len(text) {
		all |= letterSign(text[i])
		if i > 0 || begins {
			all |= pairSign(before, text[i])
		}
		before = text[i]
	}
	if ends {
		all |= pairSign(before, '\n')
	}
	return all
}

func letterSign(c byte) signs {
	const letters, digits, each = 32, 32 + 26, 3
	switch {
	case 'a' <= c && c <= 'z':
		return 1 << (letters + c - 'a')
	case '0' <= c && c <= '9':
		return 1 << (digits + c%each)
	}
	return 1 << (digits + each + c%each)
}

// pairSign spreads pairs by Fibonacci hashing.
func pairSign(a, b byte) signs {
	const golden, bits = 2654435769, 5
	return 1 << ((uint32(a)<<8 | uint32(b)) * golden >> (32 - bits))
}

// isPlainLetter tells whether a text is a letter that has a sign of its own.
func isPlainLetter(text string) bool { return len(text) == 1 && 'a' <= text[0] && text[0] <= 'z' }

func (s *shard) written(n int) string { return s.words[s.start[n] : s.start[n+1]-1] }

// tier returns how well a word of a name names what holds it.
func (s *shard) tier(n int, w *word) tier {
	r := s.roles[n]
	if r.zone() == inInitials {
		return initials
	}
	written := s.written(n)
	if w.near != nil && !w.fit.takes(written, w.text) {
		switch {
		case r&(begins|ends) == begins|ends:
			return beginsIt
		case r&begins != 0:
			return beginsAWord
		}
		return inItsName
	}
	switch {
	case r&(begins|ends) == begins|ends && written == w.text:
		return isIt
	case r&begins != 0 && strings.HasPrefix(written, w.text):
		return beginsIt
	case strings.HasPrefix(written, w.text), r&hasParts != 0 && beginsWord(written, w.text):
		return beginsAWord
	}
	return inItsName
}

// beginsWord tells whether a part of what is written stands where a word
// begins: first, or after what is neither letter nor digit.
func beginsWord(written, part string) bool {
	for at := 0; at+len(part) <= len(written); at++ {
		if written[at] == part[0] && (at == 0 || !isLetter(written[at-1])) && strings.HasPrefix(written[at:], part) {
			return true
		}
	}
	return false
}

// isLetter tells whether a byte is a letter or a digit, or a part of one.
func isLetter(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// eachNear calls do for the words that may have been mistyped: with each error,
// no more than one of its letters is lost, and three of its pairs: those around
// two letters that change places. Short ones are looked for in names alone.
func (s *shard) eachNear(w *word, z zone, do func(n int)) {
	if z == inInitials || z != inName && w.near.IsShort() {
		return
	}
	asked := signsOf(w.text, false, false)
	for n := int(s.zoneAt[z]); n < int(s.zoneAt[z+1]); n++ {
		lost := asked &^ s.signs[n]
		if bits.OnesCount32(uint32(lost>>32)) > w.edits || bits.OnesCount32(uint32(lost)) > 3*w.edits {
			continue
		}
		if w.near.Matches(s.written(n)) {
			do(n)
		}
	}
}
