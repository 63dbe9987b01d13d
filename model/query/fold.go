// Package query defines the query language: it parses queries, reports what is
// wrong with them, and folds texts so that case, accents and spelling do not
// matter. It looks at no entity: package search does.
package query

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a text without the distinctions that a person searching does not
// type: case, accents, typographic apostrophes and dashes, ligatures (œ becomes
// oe), letter width; in Arabic, vowel marks, the hamza on a letter, final ة and
// ي, the tatweel; invisible characters. Digits become ASCII, and those of a number
// that stand in groups of three are joined: 75,000, 75 000 and 75'000 become 75000.
// Fold is idempotent.
func Fold(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || isHidden(rune(c)) {
			return string(AppendFold(make([]byte, 0, len(s)), s))
		}
	}
	if first, _ := nextGrouped(s, 0, 0); first < len(s) {
		return string(AppendFold(make([]byte, 0, len(s)), s))
	}
	return s
}

// AppendFold appends Fold(s) to a slice.
func AppendFold(to []byte, s string) []byte {
	begin := len(to)
	return joinDigits(appendLetters(to, s), begin)
}

// appendLetters is AppendFold for each letter.
func appendLetters(to []byte, s string) []byte {
	from := len(to)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if !isHidden(rune(c)) {
				to = append(to, c)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		folded, common := commonFolds()[r]
		if !common {
			return append(to[:from], foldLetters(s)...)
		}
		to = append(to, folded...)
		i += n
	}
	return to
}

// commonFolds maps the characters of Latin scripts and those in replacements,
// each of which folds independently of its neighbours.
var commonFolds = sync.OnceValue(func() map[rune]string {
	const latin, afterLatin = 0x80, 0x250
	folds := make(map[rune]string, afterLatin-latin+len(replacements))
	for r := rune(latin); r < afterLatin; r++ {
		folds[r] = foldLetters(string(r))
	}
	for r := range replacements {
		folds[r] = foldLetters(string(r))
	}
	return folds
})

// foldLetters is Fold for any text, without what concerns several letters.
func foldLetters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	// The decomposition of ´ is a space with an accent, which nobody means.
	s = beforeDecomposition.Replace(s)
	if !utf8.ValidString(s) {
		// After invalid bytes, the decomposition may leave letters as they are.
		s = strings.Map(func(r rune) rune { return r }, s)
	}
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.Mn, r) || isHidden(r) {
			continue
		}
		r = unicode.ToLower(r)
		if plain, ok := replacements[r]; ok {
			b.WriteString(plain)
			continue
		}
		b.WriteRune(r)
	}
	// Dropping marks may leave adjacent letters that compose: decompose again,
	// so that Fold is idempotent.
	return norm.NFKD.String(b.String())
}

// isHidden reports whether a character is invisible and separates no words: a
// control, a soft hyphen, a direction mark.
func isHidden(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' && !IsSpace(byte(r)) || r == 0x7F
	}
	return unicode.In(r, unicode.Cc, unicode.Cf)
}

var beforeDecomposition = strings.NewReplacer("´", "'")

// replacements maps characters that no decomposition turns into what is typed
// for them.
var replacements = map[rune]string{
	'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i",
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl",
	'’': "'", '‘': "'", 'ʼ': "'", '′': "'", '\u00a0': " ", '\u202f': " ",
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-",
	'ٱ': "ا", 'ة': "ه", 'ى': "ي", 'ی': "ي", 'ک': "ك", 'ـ': "",
	'٬': ",", '٫': ".",
	'٠': "0", '١': "1", '٢': "2", '٣': "3", '٤': "4", '٥': "5", '٦': "6", '٧': "7", '٨': "8", '٩': "9",
	'۰': "0", '۱': "1", '۲': "2", '۳': "3", '۴': "4", '۵': "5", '۶': "6", '۷': "7", '۸': "8", '۹': "9",
}
