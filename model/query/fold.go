// Package query is the language that entities are asked for in: it parses a
// query, says what is wrong with it, and folds texts so that case, accents and
// spelling do not matter. It looks at no entity: model/search does.
package query

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a text without what a person who searches does not type: case,
// accents, typographic apostrophes and dashes, joined letters (œ becomes oe),
// the width of letters; in Arabic, vowels, the hamza that a letter carries, the
// dots of ة and ي at the end, the stroke that draws words out; whatever is not
// seen. Digits are those of ASCII. Folding what is folded changes nothing.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || isHidden(rune(c)) {
			return string(AppendFold(make([]byte, 0, len(s)), s))
		}
	}
	return s
}

// AppendFold appends what Fold returns.
func AppendFold(to []byte, s string) []byte {
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
			return append(to[:from], foldAny(s)...)
		}
		to = append(to, folded...)
		i += n
	}
	return to
}

// commonFolds are the folds of what Latin writing is made of, and of what is
// spelled otherwise: each by itself, whatever stands beside it.
var commonFolds = sync.OnceValue(func() map[rune]string {
	const latin, afterLatin = 0x80, 0x250
	folds := make(map[rune]string, afterLatin-latin+len(spelled))
	for r := rune(latin); r < afterLatin; r++ {
		folds[r] = foldAny(string(r))
	}
	for r := range spelled {
		folds[r] = foldAny(string(r))
	}
	return folds
})

// foldAny is Fold for any text.
func foldAny(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	// Some have a decomposition that nobody means: ´ is a space with an accent.
	s = apart.Replace(s)
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.Mn, r) || isHidden(r) {
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
	return norm.NFKD.String(b.String())
}

// isHidden tells whether a character is one that is not seen and parts no words:
// a control, a soft hyphen, what turns the direction of a text.
func isHidden(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' && !IsSpace(byte(r)) || r == 0x7F
	}
	return unicode.In(r, unicode.Cc, unicode.Cf)
}

var apart = strings.NewReplacer("´", "'")

// spelled holds the characters that no decomposition turns into what is typed
// for them.
var spelled = map[rune]string{
	'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i",
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl",
	'’': "'", '‘': "'", 'ʼ': "'", '′': "'", '\u00a0': " ", '\u202f': " ",
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '―': "-", '−': "-",
	'ٱ': "ا", 'ة': "ه", 'ى': "ي", 'ی': "ي", 'ک': "ك", 'ـ': "",
	'٠': "0", '١': "1", '٢': "2", '٣': "3", '٤': "4", '٥': "5", '٦': "6", '٧': "7", '٨': "8", '٩': "9",
	'۰': "0", '۱': "1", '۲': "2", '۳': "3", '۴': "4", '۵': "5", '۶': "6", '۷': "7", '۸': "8", '۹': "9",
}
