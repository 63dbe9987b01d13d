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

// TestALineThatFitsFlowsAsAnyOther compares the short way of one span with the long
// one.
func TestALineThatFitsFlowsAsAnyOther(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	pieces := []string{"Rabat", " ", "  ", "a.b-c", " · ", "東京", "e\u0301", "…"}
	for range 5000 {
		var text strings.Builder
		for range 1 + r.IntN(5) {
			text.WriteString(pieces[r.IntN(len(pieces))])
		}
		one := NewSpan(Role(r.IntN(9)), text.String())
		width, hang := 2+r.IntN(24), r.IntN(3)
		got, want := Flow([]Span{one}, width, hang), flow([]Span{one}, width, hang)
		if len(got) != len(want) {
			t.Fatalf("%q in %d cells takes %d lines, not %d", one.Text, width, len(got), len(want))
		}
		for i := range got {
			if (Line{got[i]}).Text() != (Line{want[i]}).Text() {
				t.Fatalf("%q in %d cells: line %d is %q, not %q", one.Text, width, i, (Line{got[i]}).Text(), (Line{want[i]}).Text())
			}
		}
	}
}
