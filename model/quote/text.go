// Package quote finds the words that a claim quotes in the text it quotes them
// from, whatever either side's typography: spaces, quotation marks, ligatures,
// hyphens at line ends, words left out. It reads no file and knows no knowledge
// base.
package quote

import (
	"sync"

	"golang.org/x/text/unicode/norm"
)

// Text is a text in which quotes are looked up; any number of readers may share
// one.
type Text struct {
	folded
	size  int
	bare  func() *bare
	words func() *words
}

// NewText returns a text of less than 4 GiB, folded once for all the quotes that
// are looked up in it.
func NewText(s string) *Text {
	t := &Text{folded: fold(s), size: len(s)}
	t.bare = sync.OnceValue(func() *bare { return newBare(t.text) })
	t.words = sync.OnceValue(func() *words { return newWords(t.text) })
	return t
}

// Find returns where a quote stands in the text, as byte offsets into the text
// as it was given, never inside a character. A quote that is nothing but white
// space stands nowhere.
//
// An ellipsis in the quote, also one in brackets, is looked for as it is; else
// it stands for words left out, at most 600 bytes of them.
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

// span is a part of a folded text.
type span struct{ from, to int }

// origin returns what part of the text as it was given a part of the folded text
// was made of.
func (t *Text) origin(s span) (from, to int) {
	from, _ = t.made(s.from)
	_, to = t.made(s.to - 1)
	return from, to
}

// first finds folded words, as they are before it looks among the line ends.
func (t *Text) first(q string) (found span, ok bool) {
	stop := func(at span) bool {
		found, ok = at, true
		return false
	}
	if t.eachPlain(q, 0, stop); !ok && t.mayBreak(q) {
		t.eachBroken(q, 0, stop)
	}
	return found, ok
}

// each calls do for the places of folded words from a place on, in order, until
// it returns false.
func (t *Text) each(q string, from int, do func(span) bool) {
	if t.mayBreak(q) {
		t.eachBroken(q, from, do)
		return
	}
	t.eachPlain(q, from, do)
}

// isBound tells whether a character begins at a place of the folded text, with
// all its marks.
func (t *Text) isBound(at int) bool {
	if at == 0 || at == len(t.text) || t.text[at] < 0x80 || t.text[at] == lineEnd {
		return true
	}
	return norm.NFC.PropertiesString(t.text[at:]).BoundaryBefore()
}

func (t *Text) isWhole(s span) bool { return t.isBound(s.from) && t.isBound(s.to) }
