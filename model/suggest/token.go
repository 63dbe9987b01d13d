package suggest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/query"
)

// token is a word of a text: a run of letters, marks and digits.
type token struct {
	from, to   int // byte offsets
	word       string
	fold       string
	afterBreak bool // whether a sentence or paragraph ends before it
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// tokens splits a text into words, at apostrophes too: l’Oracle is two words.
func tokens(text string) []token {
	var all []token
	end := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			i += n
			continue
		}
		from := i
		for i < len(text) {
			r, n = utf8.DecodeRuneInString(text[i:])
			if !isWordRune(r) {
				break
			}
			i += n
		}
		word := text[from:i]
		apart := len(all) > 0 && endsSentence(text[end:from], all[len(all)-1].word)
		all = append(all, token{from, i, word, query.Fold(word), apart})
		end = i
	}
	return all
}

// endsSentence reports whether the text between two words ends a sentence; a
// full stop after an initial does not.
func endsSentence(gap, word string) bool {
	const widest = 6
	if len(gap) > widest || strings.Count(gap, "\n") > 1 || strings.ContainsAny(gap, "!?;:|") {
		return true
	}
	return strings.Contains(gap, ". ") && utf8.RuneCountInString(word) > 1
}

// isCapital reports whether a word begins with a capital, or is of a script
// without case.
func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) || unicode.IsTitle(r) || unicode.IsLetter(r) && !unicode.IsLower(r)
}

// isAcronym reports whether a word consists of at least two capitals, and
// digits.
func isAcronym(word string) bool {
	capitals := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !unicode.IsDigit(r):
			return false
		}
	}
	return capitals > 1
}
