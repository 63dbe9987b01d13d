package detail_test

import (
	"math/rand/v2"
	"rihla/model/kbtest"
	"strings"
	"testing"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// TestTheCaretStandsUnderWhatIsMeant puts a word among others of all widths and
// checks that it stands above the caret.
func TestTheCaretStandsUnderWhatIsMeant(t *testing.T) {
	words := []string{"a", "وكالة", "日本語", "é", "\t", "=", "e\u0301", "\u202e", "\x01", "[", "\"x y\""}
	for round := range uint64(500) {
		r := rand.New(rand.NewPCG(round, 1))
		var b strings.Builder
		for range r.IntN(80) {
			b.WriteString(words[r.IntN(len(words))] + " ")
		}
		column := utf8.RuneCountInString(b.String()) + 1
		b.WriteString("MEANT")
		for range r.IntN(80) {
			b.WriteString(" " + words[r.IntN(len(words))])
		}
		k := kbtest.Read(t, "[a.b]\nx = 1\n")
		k.Files[0] = kb.NewFile("x.toml", []byte("first\n"+b.String()+"\nlast\n"))
		width := 24 + r.IntN(100)
		lines := detail.Excerpt(present.NewVoice(k, "en"), kb.Finding{Position: kb.Position{File: "x.toml", Line: 2, Column: column}}, width)
		if len(lines) != 2 {
			t.Fatalf("round %d: %d lines", round, len(lines))
		}
		above, below := lines[0].Text(), lines[1].Text()
		before, _, found := strings.Cut(above, "MEANT")
		caret, _, _ := strings.Cut(below, "^")
		if !found || safe.Width(before) != safe.Width(caret) || !strings.HasSuffix(below, "^~~~~") || safe.Width(above) > width {
			t.Fatalf("round %d, width %d:\n%s\n%s", round, width, above, below)
		}
	}
}
