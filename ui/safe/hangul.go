package safe

import "unicode/utf8"

// The blocks of conjoining Hangul and of the syllables that they make, by Unicode's
// own arithmetic.
const (
	firstLead, leads       = 0x1100, 19
	firstVowel, vowels     = 0x1161, 21
	beforeTails, tails     = 0x11A7, 28
	firstSyllable, ofALead = 0xAC00, vowels * tails
)

// isHangul reports whether a character may begin a syllable that is written with
// more than one.
func isHangul(r rune) bool {
	return r >= firstLead && r < firstLead+leads || r >= firstSyllable && r < firstSyllable+leads*ofALead
}

// composed returns the first character of a text, which isHangul, with those after it
// that make one syllable, and how many bytes they are. Some terminals draw the parts
// in one cell, some in several.
func composed(s string) (r rune, size int) {
	r, size = utf8.DecodeRuneInString(s)
	if r < firstLead+leads {
		v, n := utf8.DecodeRuneInString(s[size:])
		if v < firstVowel || v >= firstVowel+vowels {
			return r, size
		}
		r, size = firstSyllable+(r-firstLead)*ofALead+(v-firstVowel)*tails, size+n
	}
	if t, n := utf8.DecodeRuneInString(s[size:]); (r-firstSyllable)%tails == 0 && t > beforeTails && t < beforeTails+tails {
		return r + t - beforeTails, size + n
	}
	return r, size
}
