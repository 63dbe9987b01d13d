package query

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// near is FuzzyWord.Matches by the distances of all parts of a word, and of
// these joined.
func near(typed, written string, most int) bool {
	parts := strings.FieldsFunc(written, func(r rune) bool { return r < utf8.RuneSelf && !isPart(byte(r)) })
	asked := []rune(typed)
	for _, part := range append(parts, strings.Join(parts, "")) {
		runes := []rune(part)
		begins := len(runes) > 0 && runes[0] == asked[0]
		swapped := len(runes) > 1 && runes[0] == asked[1] && runes[1] == asked[0]
		if !begins && !swapped {
			continue
		}
		if Distance(typed, part, most) <= most {
			return true
		}
		for i := range runes {
			if utf8.RuneCountInString(typed) >= minPrefixMatch && Distance(typed, string(runes[:i]), most) <= most {
				return true
			}
		}
	}
	return false
}

func TestFuzzyWordAgreesWithDistance(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func(most int) string {
		var b strings.Builder
		for range 4 + r.IntN(most) {
			b.WriteString([]string{"a", "b", "c", "é", "ب", "o", "r", "-"}[r.IntN(8)])
		}
		return b.String()
	}
	taken, left := 0, 0
	for range 20000 {
		typed := strings.ReplaceAll(word(6), "-", "x")
		written := word(10)
		if r.IntN(2) == 0 { // a slip of the hand
			runes := []rune(typed)
			i := r.IntN(len(runes) - 1)
			runes[i], runes[i+1] = runes[i+1], runes[i]
			written = string(runes[:len(runes)-r.IntN(2)]) + word(4)[:r.IntN(2)]
		}
		if !utf8.ValidString(written) {
			continue
		}
		for most := 1; most <= MaxEdits; most++ {
			n := NewFuzzyWord(typed, most)
			if n == nil {
				continue
			}
			got, want := n.Matches(written), near(typed, written, most)
			if got != want {
				t.Fatalf("%q and %q, %d changes: %v, want %v", typed, written, most, got, want)
			}
			if want {
				taken++
			} else {
				left++
			}
		}
	}
	if taken < 1000 || left < 1000 {
		t.Errorf("%d taken, %d left: that tells too little", taken, left)
	}
}

func TestShortWordsAllowNoEdits(t *testing.T) {
	for word, most := range map[string]int{"ia": 0, "ibm": 0, "2024": 0, "cyber2": 0, "texs": 1, "cluod": 1, "securty": 1, "cybersecurty": 2, strings.Repeat("a", 61): 0} {
		for edits := 1; edits <= 3; edits++ {
			if is := NewFuzzyWord(word, edits) != nil; is != (edits <= most) {
				t.Errorf("%d changes of %q are forgiven: %v", edits, word, is)
			}
		}
	}
}
