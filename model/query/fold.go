// Package query selects entities: it folds texts so that case and accents do
// not matter, and tells whether an entity holds the words asked for. It ranks
// nothing and shows nothing.
package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a text without what a person who searches does not type: case,
// accents, typographic apostrophes, joined letters (œ becomes oe). Folding
// what is folded changes nothing.
func Fold(s string) string {
	ascii, lower := true, true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		if 'A' <= c && c <= 'Z' {
			lower = false
		}
	}
	switch {
	case ascii && lower:
		return s
	case ascii:
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if plain, ok := spelled[r]; ok {
			b.WriteString(plain)
			continue
		}
		b.WriteRune(r)
	}
	// Dropping marks can leave letters side by side that only now compose
	// and decompose: none are known, and the fold must be stable all the same.
	return norm.NFD.String(b.String())
}

// spelled holds the characters that no decomposition turns into what is typed
// for them.
var spelled = map[rune]string{
	'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i",
	'’': "'", '‘': "'", '\u00a0': " ", '\u202f': " ", '‐': "-", '‑': "-",
}
