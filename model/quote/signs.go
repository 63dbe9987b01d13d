package quote

import (
	"strings"
	"unicode"
)

// signKind is a class of characters that fold to the same.
type signKind uint8

const (
	otherSign   signKind = iota // folds to itself
	spaceSign                   // a run folds to one space
	ignoredSign                 // dropped
	doubleQuote                 // "
	singleQuote                 // '
	dashSign                    // -
	ligature                    // several letters or dots in one character
)

// signKinds are the classes of characters beyond ASCII.
var signKinds = map[rune]signKind{
	'\u00AD': ignoredSign, '\u200C': ignoredSign, '\u2060': ignoredSign, // soft hyphen, non-joiner, word joiner
	'\u200E': ignoredSign, '\u200F': ignoredSign, '\u061C': ignoredSign, // marks of direction
	'\u200B': spaceSign, '\uFEFF': spaceSign, // of no width
	'«': doubleQuote, '»': doubleQuote, '“': doubleQuote, '”': doubleQuote, '„': doubleQuote, '‟': doubleQuote, '″': doubleQuote,
	'〝': doubleQuote, '〞': doubleQuote, '〟': doubleQuote,
	'‘': singleQuote, '’': singleQuote, '‚': singleQuote, '‛': singleQuote, '‹': singleQuote, '›': singleQuote, '′': singleQuote, '´': singleQuote, 'ʼ': singleQuote,
	'‐': dashSign, '‑': dashSign, '‒': dashSign, '–': dashSign, '—': dashSign, '―': dashSign, '−': dashSign,
	'ﬀ': ligature, 'ﬁ': ligature, 'ﬂ': ligature, 'ﬃ': ligature, 'ﬄ': ligature, 'ﬅ': ligature, 'ﬆ': ligature,
	'œ': ligature, 'Œ': ligature, 'æ': ligature, 'Æ': ligature, '…': ligature,
}

var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
	'œ': "oe", 'Œ': "OE", 'æ': "ae", 'Æ': "AE", '…': "...",
}

func kindOf(r rune) signKind {
	switch {
	case r == ' ' || '\t' <= r && r <= '\r':
		return spaceSign
	case r == '`':
		return singleQuote
	case r < 0x80 || 0xC0 <= r && r < 0x2000 && !isSign(r):
		return otherSign
	case unicode.IsSpace(r):
		return spaceSign
	}
	return signKinds[r]
}

// isSign saves most letters the lookup in signKinds.
func isSign(r rune) bool {
	switch r {
	case 'œ', 'Œ', 'æ', 'Æ', 'ʼ', '\u061C', '\u1680':
		return true
	}
	return false
}

// canonical returns what a character folds to.
func canonical(r rune, k signKind) string {
	switch k {
	case doubleQuote:
		return `"`
	case singleQuote:
		return "'"
	case dashSign:
		return "-"
	case ligature:
		return ligatures[r]
	}
	return string(r)
}

// takesNoSpaceBefore reports whether a space before a character is ignored.
func takesNoSpaceBefore(c byte) bool { return strings.IndexByte(`":;!?%`, c) >= 0 }

// isHyphen reports whether a character may hyphenate a word at a line end.
func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '\u00AD' }

func isLineBreak(r rune) bool {
	return '\n' <= r && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}
