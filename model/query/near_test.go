package query

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// near says what Near is to say, by the distances of all parts of a word, and of
// these together.
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
			if utf8.RuneCountInString(typed) >= leastNearBegin && Distance(typed, string(runes[:i]), most) <= most {
				return true
			}
		}
	}
	return false
}

func TestWhatIsNearIsSoByItsDistance(t *testing.T) {
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

func TestOnlyWhatWasTypedAtLengthIsForgiven(t *testing.T) {
	for word, most := range map[string]int{"ia": 0, "ibm": 0, "2024": 0, "cyber2": 0, "texs": 1, "cluod": 1, "securty": 1, "cybersecurty": 2, strings.Repeat("a", 61): 0} {
		for edits := 1; edits <= 3; edits++ {
			if is := NewFuzzyWord(word, edits) != nil; is != (edits <= most) {
				t.Errorf("%d changes of %q are forgiven: %v", edits, word, is)
			}
		}
	}
}

func TestWhatIsLitIsWhatWasAskedFor(t *testing.T) {
	words := func(how Operator, texts ...string) *Node {
		n := &Node{Op: All}
		for _, text := range texts {
			n.Parts = append(n.Parts, Node{Op: Leaf, Term: &Term{Values: []Value{{Operator: how, Operand: NewOperand(text)}}}})
		}
		return n
	}
	for _, tt := range []struct {
		asked *Node
		edits int
		text  string
		want  string
	}{
		{words(Holds, "cyber"), 0, "Cybersécurité et cyber-défense", "[Cyber]sécurité et [cyber]-défense"},
		{words(Holds, "securite"), 0, "Cybersécurité", "Cyber[sécurité]"},
		{words(Holds, "e"), 0, "e\u0301té", "[e\u0301]t[é]"},
		{words(Holds, "oeuvre"), 0, "L’œuvre", "L’[œuvre]"},
		{words(Holds, "palo alto", "alto net"), 0, "Palo  Alto\u00a0Networks", "[Palo  Alto\u00a0Net]works"},
		{words(Holds, "امن"), 0, "الأمن السيبراني", "ال[أمن] السيبراني"},
		{words(Holds, "cluod"), 1, "Cloud, cloudy", "[Cloud], cloudy"},
		{words(Holds, "aujourdhui"), 2, "Dès aujourd’hui", "Dès [aujourd’hui]"},
		{words(Begins, "pal"), 0, "Palo Alto", "[Pal]o Alto"},
		{&Node{Op: Not, Parts: words(Holds, "x").Parts}, 0, "xyz", "xyz"},
		{words(Holds, "aa"), 0, "aaa", "[aa]a"},
		{words(Holds, ""), 0, "abc", "abc"},
	} {
		l := NewHighlighter(tt.asked, tt.edits)
		got, at := "", 0
		for _, s := range l.Ranges(tt.text) {
			got += tt.text[at:s.From] + "[" + tt.text[s.From:s.To] + "]"
			at = s.To
		}
		if got += tt.text[at:]; got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
