package quote

import (
	"strings"
	"unicode"
)

// kind is a class of characters that are alike.
type kind uint8

const (
	other   kind = iota // like itself alone
	space               // a run of them is one space
	ignored             // not there
	double              // "
	single              // '
	dash                // -
	letters             // several letters, or dots, in one
)

// signs are the characters beyond ASCII that are like others.
var signs = map[rune]kind{
	'\u00AD': ignored, '\u200C': ignored, '\u2060': ignored, // soft hyphen, non-joiner, word joiner
	'\u200E': ignored, '\u200F': ignored, '\u061C': ignored, // marks of direction
	'\u200B': space, '\uFEFF': space, // of no width
	'«': double, '»': double, '“': double, '”': double, '„': double, '‟': double, '″': double,
	'〝': double, '〞': double, '〟': double,
	'‘': single, '’': single, '‚': single, '‛': single, '‹': single, '›': single, '′': single, '´': single, 'ʼ': single,
	'‐': dash, '‑': dash, '‒': dash, '–': dash, '—': dash, '―': dash, '−': dash,
	'ﬀ': letters, 'ﬁ': letters, 'ﬂ': letters, 'ﬃ': letters, 'ﬄ': letters, 'ﬅ': letters, 'ﬆ': letters,
	'œ': letters, 'Œ': letters, 'æ': letters, 'Æ': letters, '…': letters,
}

var inLetters = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st",
	'œ': "oe", 'Œ': "OE", 'æ': "ae", 'Æ': "AE", '…': "...",
}

func kindOf(r rune) kind {
	switch {
	case r == ' ' || '\t' <= r && r <= '\r':
		return space
	case r == '`':
		return single
	case r < 0x80 || 0xC0 <= r && r < 0x2000 && !isSign(r):
		return other
	case unicode.IsSpace(r):
		return space
	}
	return signs[r]
}

// isSign spares most letters the look into the table of signs.
func isSign(r rune) bool {
	switch r {
	case 'œ', 'Œ', 'æ', 'Æ', 'ʼ', '\u061C', '\u1680':
		return true
	}
	return false
}

// lettersOf writes a character as those that are like it are written.
func lettersOf(r rune, k kind) string {
	switch k {
	case double:
		return `"`
	case single:
		return "'"
	case dash:
		return "-"
	case letters:
		return inLetters[r]
	}
	return string(r)
}

// hugs tells whether a sign takes no space before it.
func hugs(c byte) bool { return strings.IndexByte(`":;!?%`, c) >= 0 }

// isHyphen tells whether a character may cut a word at the end of a line.
func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '\u00AD' }

func isLineBreak(r rune) bool {
	return '\n' <= r && r <= '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}
