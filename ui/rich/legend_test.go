package rich

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestALegendHoldsWholeEntriesAndSaysThatThereAreMore lays random entries out: each line
// fits, no entry is divided, and an ellipsis stands exactly where entries are left out.
func TestALegendHoldsWholeEntriesAndSaysThatThereAreMore(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 7))
	cuts := 0
	for range 3000 {
		var entries [][]Span
		var texts []string
		for range 1 + r.IntN(9) {
			text := " " + strings.Repeat("x", 1+r.IntN(12))
			entries = append(entries, []Span{NewSpan(Plain, "●"), NewSpan(Muted, text)})
			texts = append(texts, "●"+text)
		}
		width, most := 16+r.IntN(60), 1+r.IntN(3)
		lines := Legend(entries, width, most)
		if len(lines) > most {
			t.Fatalf("%d lines of %d", len(lines), most)
		}
		var shown []string
		isCut := false
		for i, line := range lines {
			if line.Width() > width {
				t.Fatalf("%q is wider than %d", line.Text(), width)
			}
			text, has := strings.CutSuffix(line.Text(), moreMark)
			isCut = isCut || has
			if has && i < len(lines)-1 {
				t.Fatalf("an ellipsis before the last line: %q", line.Text())
			}
			for part := range strings.SplitSeq(text, "  ") {
				if part = strings.TrimSpace(part); part != "" {
					shown = append(shown, part)
				}
			}
		}
		if isCut != (len(shown) < len(texts)) {
			t.Fatalf("%q of %q in %d×%d", shown, texts, width, most)
		}
		for i, part := range shown {
			if part != texts[i] {
				t.Fatalf("%q is not %q", part, texts[i])
			}
		}
		if isCut {
			cuts++
		}
	}
	if cuts == 0 {
		t.Error("no legend is cut")
	}
}
