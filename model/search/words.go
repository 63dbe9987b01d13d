package search

import (
	"math/bits"
	"strings"

	"rihla/model/query"
)

// fit is how a word of a query must match an indexed one.
type fit uint8

const (
	anywhere fit = iota
	atStart
	atEnd
	whole
)

// word is a word of a query.
type word struct {
	text string
	fit  fit
	// fuzzy matches words with at most this many typing errors; nil if none are
	// allowed.
	fuzzy *query.FuzzyWord
	edits int
}

// tier is how well a word matches the name of an entity; 0 is no match at all.
type tier = uint8

const (
	textWord tier = iota + 1
	summaryWord
	partOfName
	wordPrefix   // of its name
	namePrefix   // its name
	nameInitials // of its name
	exactName    // its name
)

// eachWord calls do for the words of some zones that match a word.
func (s *shard) eachWord(w *word, in zoneSet, do func(n int)) {
	for z := range zones {
		if !in.has(z) {
			continue
		}
		s.eachFitting(w, z, do)
		if w.fuzzy != nil {
			s.eachFuzzy(w, z, do)
		}
	}
}

func (s *shard) eachFitting(w *word, z zone, do func(n int)) {
	first, after := int(s.zoneAt[z]), int(s.zoneAt[z+1])
	asked := signatureOf(w.text, w.fit == atStart || w.fit == whole, w.fit == atEnd || w.fit == whole)
	isSure := w.fit == anywhere && isPlainLetter(w.text)
	if z == inInitials {
		w, isSure = &word{text: w.text, fit: whole}, false
	}
	for n, signs := range s.signatures[first:after] {
		if signs&asked != asked {
			continue
		}
		n += first
		if isSure || w.fit.matches(s.written(n), w.text) {
			do(n)
		}
	}
}

// signature is a set of features of a word, a bit each: its letters in the
// upper half, its pairs of adjacent letters in the lower, where beginning and
// end count as letters. Only a to z have bits of their own. A word can only
// contain another whose signature its own includes (superimposed coding; C.
// Faloutsos, S. Christodoulakis, Signature files, ACM Transactions on
// Information Systems 2, 1984).
type signature uint64

func signatureOf(text string, begins, ends bool) signature {
	var all signature
	before := byte('\n')
	for i := range len(text) {
		all |= letterBit(text[i])
		if i > 0 || begins {
			all |= pairBit(before, text[i])
		}
		before = text[i]
	}
	if ends {
		all |= pairBit(before, '\n')
	}
	return all
}

func letterBit(c byte) signature {
	const letters, digits, each = 32, 32 + 26, 3
	switch {
	case 'a' <= c && c <= 'z':
		return 1 << (letters + c - 'a')
	case '0' <= c && c <= '9':
		return 1 << (digits + c%each)
	}
	return 1 << (digits + each + c%each)
}

// pairBit hashes a pair of letters to a bit (Fibonacci hashing; D. E. Knuth,
// The art of computer programming 3, 1973, section 6.4).
func pairBit(a, b byte) signature {
	const golden, bits = 2654435769, 5
	return 1 << ((uint32(a)<<8 | uint32(b)) * golden >> (32 - bits))
}

// isPlainLetter reports whether a text is a letter with a bit of its own.
func isPlainLetter(text string) bool { return len(text) == 1 && 'a' <= text[0] && text[0] <= 'z' }

func (s *shard) written(n int) string { return s.words[s.start[n] : s.start[n+1]-1] }

// tier returns how well a query's word matches a word of a name.
func (s *shard) tier(n int, w *word) tier {
	r := s.roles[n]
	if r.zone() == inInitials {
		return nameInitials
	}
	written := s.written(n)
	if w.fuzzy != nil && !w.fit.matches(written, w.text) {
		switch {
		case r&(begins|ends) == begins|ends:
			return namePrefix
		case r&begins != 0:
			return wordPrefix
		}
		return partOfName
	}
	switch {
	case r&(begins|ends) == begins|ends && written == w.text:
		return exactName
	case r&begins != 0 && strings.HasPrefix(written, w.text):
		return namePrefix
	case strings.HasPrefix(written, w.text), r&hasParts != 0 && beginsWord(written, w.text):
		return wordPrefix
	}
	return partOfName
}

// beginsWord reports whether part occurs in a word at its beginning or after a
// character that is neither letter nor digit.
func beginsWord(written, part string) bool {
	for at := 0; at+len(part) <= len(written); at++ {
		if written[at] == part[0] && (at == 0 || !isLetter(written[at-1])) && strings.HasPrefix(written[at:], part) {
			return true
		}
	}
	return false
}

// isLetter reports whether a byte is an ASCII letter or digit, or part of a
// character beyond ASCII.
func isLetter(c byte) bool {
	return c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// eachFuzzy calls do for the words that match with typing errors. Each error
// loses at most one letter and three pairs (as many around two swapped
// letters), which the signatures tell without looking at the word. Short words
// are searched in names only.
func (s *shard) eachFuzzy(w *word, z zone, do func(n int)) {
	if z == inInitials || z != inName && w.fuzzy.IsShort() {
		return
	}
	asked := signatureOf(w.text, false, false)
	for n := int(s.zoneAt[z]); n < int(s.zoneAt[z+1]); n++ {
		lost := asked &^ s.signatures[n]
		if bits.OnesCount32(uint32(lost>>32)) > w.edits || bits.OnesCount32(uint32(lost)) > 3*w.edits {
			continue
		}
		if w.fuzzy.Matches(s.written(n)) {
			do(n)
		}
	}
}
