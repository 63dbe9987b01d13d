// Package quote finds quotations in the texts that they are quoted from,
// whatever the typography of either: spaces, quotation marks, ligatures,
// hyphens at line ends, omissions. It reads no file and knows no knowledge
// base.
package quote

import (
	"sync"

	"golang.org/x/text/unicode/norm"
)

// Text is a text in which quotes are searched. It is safe for concurrent use.
type Text struct {
	folded
	size     int
	stripped func() *stripped
	words    func() *words
}

// NewText returns a text, which must be shorter than 4 GiB, prepared for any
// number of searches.
func NewText(s string) *Text {
	t := &Text{folded: fold(s), size: len(s)}
	t.stripped = sync.OnceValue(func() *stripped { return newStripped(t.text) })
	t.words = sync.OnceValue(func() *words { return newWords(t.text) })
	return t
}

// Find returns the first place of a quote, as byte offsets into the original
// text that split no character; false for a quote that is only white space.
// Both texts are folded (see fold) and the quote is searched as an exact
// substring, or across hyphenated line ends.
//
// An ellipsis in the quote, with or without brackets, is searched literally;
// failing that, it stands for at most 600 omitted bytes.
func (t *Text) Find(quote string) (from, to int, ok bool) {
	q := fold(quote)
	if q.text == "" {
		return 0, 0, false
	}
	at, ok := t.first(q.text)
	if !ok {
		at, ok = t.findParts(parts(q.text))
	}
	if !ok {
		return 0, 0, false
	}
	from, to = t.origin(at)
	return from, to, true
}

// span is a part of a folded text, as byte offsets.
type span struct{ from, to int }

// origin returns the part of the original text that a part of the folded text
// was made of.
func (t *Text) origin(s span) (from, to int) {
	from, _ = t.source(s.from)
	_, to = t.source(s.to - 1)
	return from, to
}

// first returns the first place of a folded quote, exact ones before hyphenated
// ones.
func (t *Text) first(q string) (found span, ok bool) {
	stop := func(at span) bool {
		found, ok = at, true
		return false
	}
	if t.eachExact(q, 0, stop); !ok && t.mayBeHyphenated(q) {
		t.eachHyphenated(q, 0, stop)
	}
	return found, ok
}

// each calls do for the places of a folded quote from an offset on, ascending,
// until it returns false.
func (t *Text) each(q string, from int, do func(span) bool) {
	if t.mayBeHyphenated(q) {
		t.eachHyphenated(q, from, do)
		return
	}
	t.eachExact(q, from, do)
}

// isBoundary reports whether an offset of the folded text is not between a
// character and its combining marks.
func (t *Text) isBoundary(at int) bool {
	if at == 0 || at == len(t.text) || t.text[at] < 0x80 || t.text[at] == lineEnd {
		return true
	}
	return norm.NFC.PropertiesString(t.text[at:]).BoundaryBefore()
}

func (t *Text) isOnBoundaries(s span) bool { return t.isBoundary(s.from) && t.isBoundary(s.to) }
