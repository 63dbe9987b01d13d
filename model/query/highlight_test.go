package query

import (
	"testing"
)

func TestHighlightedPartsMatchTheQuery(t *testing.T) {
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
		{words(Contains, "cyber"), 0, "Cybersécurité et cyber-défense", "[Cyber]sécurité et [cyber]-défense"},
		{words(Contains, "securite"), 0, "Cybersécurité", "Cyber[sécurité]"},
		{words(Contains, "e"), 0, "e\u0301té", "[e\u0301]t[é]"},
		{words(Contains, "oeuvre"), 0, "L’œuvre", "L’[œuvre]"},
		{words(Contains, "palo alto", "alto net"), 0, "Palo  Alto\u00a0Networks", "[Palo  Alto\u00a0Net]works"},
		{words(Contains, "امن"), 0, "الأمن السيبراني", "ال[أمن] السيبراني"},
		{words(Contains, "cluod"), 1, "Cloud, cloudy", "[Cloud], cloudy"},
		{words(Contains, "aujourdhui"), 2, "Dès aujourd’hui", "Dès [aujourd’hui]"},
		{words(StartsWith, "pal"), 0, "Palo Alto, Nepal, opal", "[Pal]o Alto, Nepal, opal"},
		{words(Equals, "palo"), 0, "Palo Alto, palor", "[Palo] Alto, palor"},
		{&Node{Op: Not, Parts: words(Contains, "x").Parts}, 0, "xyz", "xyz"},
		{words(Contains, "aa"), 0, "aaa", "[aa]a"},
		{words(Contains, ""), 0, "abc", "abc"},
	} {
		l := NewHighlighter(tt.asked, tt.edits, nil)
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
