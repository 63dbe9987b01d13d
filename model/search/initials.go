package search

import (
	"unicode"
	"unicode/utf8"
)

// The fewest and the most letters of initials.
const (
	minInitials = 2
	maxInitials = 8
)

// initialsOf returns the initials of a name, and those without its short
// lower-case words: of "Trade and Development Agency", TADA and TDA.
func initialsOf(name string) []string {
	var all, telling []byte
	words, first := 0, true
	inWord, small := false, 0
	flush := func() {
		// A word of up to three lower-case letters does not count, unless it
		// is the first.
		if inWord && small > 0 && small <= 3 && !first {
			telling = telling[:len(telling)-lastSize(telling)]
		}
		if inWord {
			first = false
		}
		inWord = false
	}
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			flush()
			continue
		}
		if !inWord {
			words++
			inWord, small = true, 0
			all, telling = utf8.AppendRune(all, r), utf8.AppendRune(telling, r)
		}
		switch {
		case small >= 0 && unicode.IsLower(r):
			small++
		case !unicode.IsMark(r):
			small = -1
		}
	}
	flush()
	if words > 2*maxInitials {
		return nil
	}
	out := make([]string, 0, 2)
	if utf8.RuneCount(all) >= minInitials && words <= maxInitials {
		out = append(out, string(all))
	}
	if string(telling) != string(all) && utf8.RuneCount(telling) >= minInitials && utf8.RuneCount(telling) <= maxInitials {
		out = append(out, string(telling))
	}
	return out
}

func lastSize(s []byte) int {
	_, size := utf8.DecodeLastRune(s)
	return size
}
