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
		got, want := Flow([]Span{one}, width, hang), flow([]Span{one}, width, hang, false)
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

// TestWhatIsFittedIsAsItWas has the last line of a text, which is cut, go on with its
// words one blank apart.
func TestWhatIsFittedIsAsItWas(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("word ", 30))
	for width := 6; width < 60; width++ {
		for most := 1; most < 8; most++ {
			var got []string
			for i, line := range Fit([]Line{NewLine(NewSpan(Plain, text))}, width, 2, most) {
				got = append(got, strings.TrimPrefix(line.Text(), map[bool]string{true: "  "}[i > 0]))
			}
			whole := strings.Join(got, " ")
			if begin := strings.TrimSuffix(whole, "…"); !strings.HasPrefix(text, begin) || begin == whole && whole != text {
				t.Fatalf("%d lines of %d cells: %q", most, width, whole)
			}
		}
	}
}

// TestAQualifierStaysWithItsName flows a link and its qualifiers in any width that has
// room for the longest of them.
func TestAQualifierStaysWithItsName(t *testing.T) {
	spans := []Span{NewSpan(LinkText, "eng_nololo"), Blank(2)}
	for _, text := range []string{"path: crates/eng_nololo", "version\u00a0: 0.1.0", "as: the first of many words"} {
		spans = append(spans, NewSpan(Qualifier, text), NewSpan(Muted, Separator))
	}
	for width := 30; width < 120; width++ {
		for _, line := range Flow(spans, width, 2) {
			if text := strings.TrimRight((Line{line}).Text(), " "); strings.HasSuffix(text, ":") {
				t.Errorf("in %d cells, a line ends with %q", width, text)
			}
		}
	}
}
