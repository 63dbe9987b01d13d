package quote

import (
	"sort"
	"strings"
)

// eachExact calls do for the exact places of a folded quote from an offset on,
// until it returns false.
func (t *Text) eachExact(q string, from int, do func(span) bool) {
	for budget := t.budget(); from <= len(t.text) && budget > 0; budget -= len(q) {
		n := strings.Index(t.text[from:], q)
		if n < 0 {
			return
		}
		at := span{from + n, from + n + len(q)}
		if t.isOnBoundaries(at) && !do(at) {
			return
		}
		from = at.from + 1
	}
}

// budget returns how many bytes one search may compare. Only texts made to be
// slow, where long quotes overlap themselves again and again, exceed it; the
// search is then given up.
func (t *Text) budget() int { return 1<<20 + 64*len(t.text) }

// mayBeHyphenated reports whether a match may contain a hyphen at a line end,
// in the text or in the quote.
func (t *Text) mayBeHyphenated(q string) bool {
	return (t.hasLineEnds || strings.IndexByte(q, lineEnd) >= 0) && strings.ContainsFunc(q, func(r rune) bool { return r != '-' && r != ' ' })
}

// eachHyphenated is eachExact for matches with hyphens at line ends. It
// searches both texts stripped of hyphens and spaces, which are the same
// whether hyphenated or not, and verifies each match.
func (t *Text) eachHyphenated(q string, from int, do func(span) bool) {
	b := t.stripped()
	key := newStripped(q).text
	lead := strings.IndexByte(q, key[0])
	budget := t.budget()
	for at := b.before(from); at <= len(b.text) && budget > 0; at++ {
		n := strings.Index(b.text[at:], key)
		if n < 0 {
			return
		}
		at += n
		budget -= len(q)
		start := b.offset(t.text, at)
		for begin := max(from, start-lead); begin <= start; begin++ {
			size := matchLength(q, t.text[begin:])
			if size < 0 || !t.isOnBoundaries(span{begin, begin + size}) {
				continue
			}
			if !do(span{begin, begin + size}) {
				return
			}
			break
		}
	}
}

// matchLength returns how many bytes at the beginning of a folded text match a
// folded quote, or -1. What follows a lineEnd is the rest of a word, so there
// is only one way to continue.
func matchLength(q, text string) int {
	i, at := 0, 0
	for i < len(q) {
		switch {
		case at < len(text) && q[i] == text[at]:
			i++
			at++
		case q[i] == lineEnd:
			i++
			at += hyphenLength(text[at:])
		case at < len(text) && text[at] == lineEnd:
			at++
			i += hyphenLength(q[i:])
		default:
			return -1
		}
	}
	return at
}

// hyphenLength returns the length of what a folded text begins with that a
// lineEnd may stand for: nothing, a hyphen, or a hyphen and a space.
func hyphenLength(text string) int {
	switch {
	case strings.HasPrefix(text, "- "):
		return 2
	case strings.HasPrefix(text, "-"):
		return 1
	}
	return 0
}

// stripped is a folded text without hyphens, spaces and line ends.
type stripped struct {
	text    string
	offsets []uint32 // in the folded text, of every stride-th byte
}

const stride = 64

func newStripped(folded string) *stripped {
	out := make([]byte, 0, len(folded))
	b := &stripped{}
	for i := range len(folded) {
		if !isKept(folded[i]) {
			continue
		}
		if len(out)%stride == 0 {
			b.offsets = append(b.offsets, uint32(i))
		}
		out = append(out, folded[i])
	}
	b.text = string(out)
	return b
}

func isKept(c byte) bool { return c != ' ' && c != '-' && c != lineEnd }

// offset returns the offset in the folded text of a byte.
func (b *stripped) offset(folded string, at int) int {
	place := int(b.offsets[at/stride])
	for n := at % stride; n > 0; n-- {
		for place++; !isKept(folded[place]); place++ {
		}
	}
	return place
}

// before returns a byte at most stride bytes before the one at an offset of the
// folded text.
func (b *stripped) before(place int) int {
	n := sort.Search(len(b.offsets), func(i int) bool { return int(b.offsets[i]) > place })
	return max(0, n-1) * stride
}
