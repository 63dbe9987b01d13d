package query

import (
	"strings"
	"unicode/utf8"
)

// Near finds words that were meant by one with typing errors: those that are at
// most so many changes away, with or without their apostrophes and hyphens, or of
// which a part between these is, or the beginning, where enough was typed to
// tell. The first letter is seldom wrong, so that it has to be right, or to have
// changed places with the second.
type FuzzyWord struct {
	most    int
	begins  bool
	first   [2]rune // letters
	letters int
	places  map[rune]uint64 // where in the word each letter stands
	plain   [utf8.RuneSelf]uint64
}

// MostNear is how many changes are forgiven at most.
const MaxEdits = 2

// longestNear bounds the letters of a word that typing errors are looked for in.
const longestNear = 60

// How many letters a word must have for one change to be forgiven, for two, and
// for the rest of a longer word to be missing.
const (
	leastNear      = 4
	leastNearTwice = 8
	leastNearBegin = 6
)

// forgiven is how many changes are forgiven in a word of so many letters: fewer
// than make other words of most.
func forgiven(letters int) int {
	switch {
	case letters < leastNear || letters > longestNear:
		return 0
	case letters < leastNearTwice:
		return 1
	}
	return MaxEdits
}

// NewNear returns what finds the words that are so many changes from a folded one
// at most; nil where the word is too short for that, too long, or no word.
func NewFuzzyWord(word string, most int) *FuzzyWord {
	letters := []rune(word)
	n := len(letters)
	if most > forgiven(n) || strings.ContainsAny(word, "0123456789") {
		return nil
	}
	near := &FuzzyWord{first: [2]rune(letters[:2]), most: most, begins: n >= leastNearBegin, letters: n, places: make(map[rune]uint64, n)}
	for i, r := range letters {
		near.places[r] |= 1 << i
		if r < utf8.RuneSelf {
			near.plain[r] |= 1 << i
		}
	}
	return near
}

// IsShort tells whether the word is so short that many others are near it.
func (n *FuzzyWord) IsShort() bool { return !n.begins }

// Takes tells whether a folded word may have been meant.
func (n *FuzzyWord) Matches(written string) bool {
	parts, first := 0, 0
	for at := 0; at < len(written); {
		end := at
		for end < len(written) && isPart(written[end]) {
			end++
		}
		if end > at {
			if n.takesPart(written[at:end]) {
				return true
			}
			if parts++; parts == 1 {
				first = at
			}
		}
		at = end + 1
	}
	return parts > 1 && n.beginsAs(written[first:]) && n.takesPart(strings.Map(onlyPart, written))
}

// beginsAs tells whether a part begins with the first letter, or with the second
// and then the first.
func (n *FuzzyWord) beginsAs(part string) bool {
	first, size := utf8.DecodeRuneInString(part)
	if first == n.first[0] {
		return true
	}
	second, _ := utf8.DecodeRuneInString(part[size:])
	return first == n.first[1] && (second == n.first[0] || second < utf8.RuneSelf && !isPart(byte(second)))
}

func onlyPart(r rune) rune {
	if r < utf8.RuneSelf && !isPart(byte(r)) {
		return -1
	}
	return r
}

func isPart(c byte) bool {
	return c >= utf8.RuneSelf || 'a' <= c && c <= 'z' || isDigit(c)
}

// takesPart compares a part of a word.
func (n *FuzzyWord) takesPart(part string) bool {
	m := n.letters
	if !n.beginsAs(part) {
		return false
	}
	if len(part) < m-n.most || !n.begins && utf8.RuneCountInString(part) > m+n.most {
		return false
	}
	c := column{more: 1<<m - 1, last: 1 << (m - 1), distance: m}
	// What comes after so many letters can only be farther away.
	for i, left := 0, m+n.most; i < len(part) && left > 0; left-- {
		places := uint64(0)
		if r := part[i]; r < utf8.RuneSelf {
			places = n.plain[r]
			i++
		} else {
			r, size := utf8.DecodeRuneInString(part[i:])
			places = n.places[r]
			i += size
		}
		c.step(places)
		if n.begins && c.distance <= n.most {
			return true
		}
	}
	return c.distance <= n.most
}

// column is the distances of the beginnings of a word to what has been read of
// another: bit i tells how that of the first i+1 letters differs from that of the
// first i (Myers 1999, with swaps after Hyyrö 2003).
type column struct {
	more, less, before, diagonal uint64
	last                         uint64
	distance                     int // of the whole word
}

// step reads a letter that stands at some places of the word.
func (c *column) step(places uint64) {
	swapped := ((^c.diagonal & places) << 1) & c.before
	c.diagonal = (((places & c.more) + c.more) ^ c.more) | places | c.less | swapped
	up := c.less | ^(c.diagonal | c.more)
	down := c.more & c.diagonal
	if up&c.last != 0 {
		c.distance++
	}
	if down&c.last != 0 {
		c.distance--
	}
	up = up<<1 | 1
	c.less = up & c.diagonal
	c.more = down<<1 | ^(c.diagonal | up)
	c.before = places
}
