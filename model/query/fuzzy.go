package query

import (
	"strings"
	"unicode/utf8"
)

// FuzzyWord matches words within a bounded edit distance of a typed one, with
// or without their apostrophes and hyphens, and words of which a part between
// these, or the beginning if enough was typed, matches. As the first letter is
// seldom wrong, it has to match or be swapped with the second.
type FuzzyWord struct {
	maxEdits     int
	allowsPrefix bool
	first        [2]rune // the first two letters
	letters      int
	places       map[rune]uint64 // by letter, a bit for each position at which it occurs
	plain        [utf8.RuneSelf]uint64
}

// MaxEdits is the most edits that a FuzzyWord allows.
const MaxEdits = 2

// maxFuzzyLetters bounds the letters of a FuzzyWord: one bit each.
const maxFuzzyLetters = 60

// The fewest letters of a word for one edit, for two, and for matching the
// beginning of a longer word.
const (
	minOneEdit     = 4
	minTwoEdits    = 8
	minPrefixMatch = 6
)

// editsAllowed returns the most edits in a word of some letters, few enough not
// to turn most words into others.
func editsAllowed(letters int) int {
	switch {
	case letters < minOneEdit || letters > maxFuzzyLetters:
		return 0
	case letters < minTwoEdits:
		return 1
	}
	return MaxEdits
}

// NewFuzzyWord returns a matcher of the words at most maxEdits from a folded
// one; nil if the word is too short for that, too long, or holds a digit.
func NewFuzzyWord(word string, maxEdits int) *FuzzyWord {
	letters := []rune(word)
	n := len(letters)
	if maxEdits > editsAllowed(n) || strings.ContainsAny(word, "0123456789") {
		return nil
	}
	near := &FuzzyWord{first: [2]rune(letters[:2]), maxEdits: maxEdits, allowsPrefix: n >= minPrefixMatch, letters: n, places: make(map[rune]uint64, n)}
	for i, r := range letters {
		near.places[r] |= 1 << i
		if r < utf8.RuneSelf {
			near.plain[r] |= 1 << i
		}
	}
	return near
}

// IsShort reports whether the word is so short that many others match it.
func (n *FuzzyWord) IsShort() bool { return !n.allowsPrefix }

// Matches reports whether a folded word may have been meant.
func (n *FuzzyWord) Matches(written string) bool {
	parts, first := 0, 0
	for at := 0; at < len(written); {
		end := at
		for end < len(written) && isPart(written[end]) {
			end++
		}
		if end > at {
			if n.matchesPart(written[at:end]) {
				return true
			}
			if parts++; parts == 1 {
				first = at
			}
		}
		at = end + 1
	}
	return parts > 1 && n.matchesFirst(written[first:]) && n.matchesPart(strings.Map(keepPart, written))
}

// matchesFirst reports whether a part begins with the first letter, or with the
// second and then the first.
func (n *FuzzyWord) matchesFirst(part string) bool {
	first, size := utf8.DecodeRuneInString(part)
	if first == n.first[0] {
		return true
	}
	second, _ := utf8.DecodeRuneInString(part[size:])
	return first == n.first[1] && (second == n.first[0] || second < utf8.RuneSelf && !isPart(byte(second)))
}

func keepPart(r rune) rune {
	if r < utf8.RuneSelf && !isPart(byte(r)) {
		return -1
	}
	return r
}

func isPart(c byte) bool {
	return c >= utf8.RuneSelf || 'a' <= c && c <= 'z' || isDigit(c)
}

// matchesPart reports whether a part of a word is within the distance.
func (n *FuzzyWord) matchesPart(part string) bool {
	m := n.letters
	if !n.matchesFirst(part) {
		return false
	}
	if len(part) < m-n.maxEdits || !n.allowsPrefix && utf8.RuneCountInString(part) > m+n.maxEdits {
		return false
	}
	c := bitColumn{plus: 1<<m - 1, last: 1 << (m - 1), distance: m}
	// Later letters can only increase the distance.
	for i, left := 0, m+n.maxEdits; i < len(part) && left > 0; left-- {
		places := uint64(0)
		if r := part[i]; r < utf8.RuneSelf {
			places = n.plain[r]
			i++
		} else {
			r, size := utf8.DecodeRuneInString(part[i:])
			places = n.places[r]
			i += size
		}
		c.advance(places)
		if n.allowsPrefix && c.distance <= n.maxEdits {
			return true
		}
	}
	return c.distance <= n.maxEdits
}

// bitColumn is a column of the matrix of edit distances as bit vectors of its
// vertical differences: bit i of plus and minus reports whether the distance of
// the first i+1 letters is one more or one less than that of the first i (G.
// Myers, A fast bit-vector algorithm for approximate string matching based on
// dynamic programming, Journal of the ACM 46, 1999; with transpositions after
// H. Hyyrö, A bit-vector algorithm for computing Levenshtein and Damerau edit
// distances, Nordic Journal of Computing 10, 2003).
type bitColumn struct {
	plus, minus, previous, diagonal uint64
	last                            uint64
	distance                        int // of the whole word
}

// advance computes the next column, for a letter that occurs at some positions
// of the word.
func (c *bitColumn) advance(places uint64) {
	swapped := ((^c.diagonal & places) << 1) & c.previous
	c.diagonal = (((places & c.plus) + c.plus) ^ c.plus) | places | c.minus | swapped
	up := c.minus | ^(c.diagonal | c.plus)
	down := c.plus & c.diagonal
	if up&c.last != 0 {
		c.distance++
	}
	if down&c.last != 0 {
		c.distance--
	}
	up = up<<1 | 1
	c.minus = up & c.diagonal
	c.plus = down<<1 | ^(c.diagonal | up)
	c.previous = places
}
