package quote

import (
	"sort"
	"strings"
)

// eachPlain calls do for the places where folded words stand byte for byte, from
// a place on, until it returns false.
func (t *Text) eachPlain(q string, from int, do func(span) bool) {
	for patience := t.patience(); from <= len(t.text) && patience > 0; patience -= len(q) {
		n := strings.Index(t.text[from:], q)
		if n < 0 {
			return
		}
		at := span{from + n, from + n + len(q)}
		if t.isWhole(at) && !do(at) {
			return
		}
		from = at.from + 1
	}
}

// patience returns how many bytes are compared where long words come again and
// again, each place overlapping the last, before a search is given up: only what
// is made to take hours does so.
func (t *Text) patience() int { return 1<<20 + 64*len(t.text) }

// mayBreak tells whether folded words may be cut at the end of a line, in the
// text or in the words themselves.
func (t *Text) mayBreak(q string) bool {
	return (t.breaks || strings.IndexByte(q, lineEnd) >= 0) && strings.ContainsFunc(q, func(r rune) bool { return r != '-' && r != ' ' })
}

// eachBroken is eachPlain for words that may be cut at the end of a line. What
// is left without hyphens and spaces is the same, cut or not: that is looked
// for, and compared with care where it is found.
func (t *Text) eachBroken(q string, from int, do func(span) bool) {
	b := t.bare()
	key := newBare(q).text
	lead := strings.IndexByte(q, key[0])
	patience := t.patience()
	for at := b.after(from); at <= len(b.text) && patience > 0; at++ {
		n := strings.Index(b.text[at:], key)
		if n < 0 {
			return
		}
		at += n
		patience -= len(q)
		start := b.place(t.text, at)
		for begin := max(from, start-lead); begin <= start; begin++ {
			size := match(q, t.text[begin:])
			if size < 0 || !t.isWhole(span{begin, begin + size}) {
				continue
			}
			if !do(span{begin, begin + size}) {
				return
			}
			break
		}
	}
}

// match returns how many bytes of a folded text are like folded words at its
// beginning, -1 where it begins with others. What comes after a lineEnd is the
// rest of a word, so there is only one way to go on.
func match(q, text string) int {
	i, at := 0, 0
	for i < len(q) {
		switch {
		case at < len(text) && q[i] == text[at]:
			i++
			at++
		case q[i] == lineEnd:
			i++
			at += joint(text[at:])
		case at < len(text) && text[at] == lineEnd:
			at++
			i += joint(q[i:])
		default:
			return -1
		}
	}
	return at
}

// joint returns the length of what a folded text begins with that a lineEnd may
// stand for: nothing, a hyphen, a hyphen and a space.
func joint(text string) int {
	switch {
	case strings.HasPrefix(text, "- "):
		return 2
	case strings.HasPrefix(text, "-"):
		return 1
	}
	return 0
}

// bare is a folded text without hyphens, spaces and line ends.
type bare struct {
	text   string
	places []uint32 // of every stride-th byte in the folded text
}

const stride = 64

func newBare(folded string) *bare {
	out := make([]byte, 0, len(folded))
	b := &bare{}
	for i := range len(folded) {
		if !isBare(folded[i]) {
			continue
		}
		if len(out)%stride == 0 {
			b.places = append(b.places, uint32(i))
		}
		out = append(out, folded[i])
	}
	b.text = string(out)
	return b
}

func isBare(c byte) bool { return c != ' ' && c != '-' && c != lineEnd }

// place returns where a byte stands in the folded text.
func (b *bare) place(folded string, at int) int {
	place := int(b.places[at/stride])
	for n := at % stride; n > 0; n-- {
		for place++; !isBare(folded[place]); place++ {
		}
	}
	return place
}

// after returns a byte that stands before a place of the folded text or at it,
// and not far.
func (b *bare) after(place int) int {
	n := sort.Search(len(b.places), func(i int) bool { return int(b.places[i]) > place })
	return max(0, n-1) * stride
}
