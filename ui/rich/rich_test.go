package rich

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestALineThatIsCutSaysSo cuts lines of several spans anywhere, between spans
// too.
func TestALineThatIsCutSaysSo(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"Rabat", " · ", "東京", "e\u0301", "a…", ""}
	for range 3000 {
		var line Line
		for range r.IntN(6) {
			line.Spans = append(line.Spans, NewSpan(Plain, pieces[r.IntN(len(pieces))]))
		}
		width := r.IntN(20)
		cut := line.Cut(width)
		whole, got := line.Text(), cut.Text()
		switch {
		case cut.Width() > width:
			t.Fatalf("%q is %d cells of %d", got, cut.Width(), width)
		case line.Width() <= width && got != whole:
			t.Fatalf("%q became %q in %d cells", whole, got, width)
		case line.Width() > width && width > 0 && !strings.HasSuffix(got, "…"):
			t.Fatalf("%q was cut to %q", whole, got)
		case line.Width() > width && !strings.HasPrefix(whole, strings.TrimRight(got, "…")):
			t.Fatalf("%q does not begin %q", got, whole)
		}
	}
}
