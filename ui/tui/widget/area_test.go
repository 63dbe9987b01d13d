package widget

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
)

// TestNoKeyBreaksALongField asks after each random key that all rows together are the text,
// that each fits, and that the caret is in one of those that are drawn.
func TestNoKeyBreaksALongField(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		f := NewField()
		f.CharLimit = 1000
		f.SetLong()
		f.SetValue("One two three\n\n  four\tfive\nsixseveneightnine ten\n")
		width, most := 1+r.IntN(12), 1+r.IntN(6)
		f.SetWidth(width)
		for range 60 {
			switch n := r.IntN(len(fieldKeys) + 4); {
			case n < len(fieldKeys):
				f, _ = f.Update(fieldKeys[n])
			case n == len(fieldKeys):
				f.BreakLine()
			case n == len(fieldKeys)+1:
				f.MoveRows(1 - 2*r.IntN(2))
			case n == len(fieldKeys)+2:
				f.MoveRows(r.IntN(9) - 4)
			default:
				f, _ = f.Update(tea.PasteMsg{Content: "a\r\nb\tc\x1b[31m"})
			}
			if !utf8.ValidString(f.text) || f.caret < 0 || f.caret > len(f.text) {
				t.Fatalf("%q, caret at %d", f.text, f.caret)
			}
			var whole strings.Builder
			for i, row := range f.rows() {
				if i > 0 {
					whole.WriteString(f.text[f.rows()[i-1].to:row.from])
				}
				whole.WriteString(f.text[row.from:row.to])
			}
			if whole.String() != f.text {
				t.Fatalf("the rows %v are not %q", f.rows(), f.text)
			}
			drawn, first, all := f.Rows(most)
			if len(drawn) != min(most, all) || first+len(drawn) > all {
				t.Fatalf("%d rows from %d of %d are drawn, at most %d", len(drawn), first, all, most)
			}
			cursor := TakeCursor(drawn)
			if cursor == nil {
				t.Fatalf("no caret in %q, at %d of %q", drawn, f.caret, f.text)
			}
			for _, line := range drawn {
				if safe.Width(line) != width+1 && width > 8 {
					t.Fatalf("%q has %d cells, not %d", line, safe.Width(line), width+1)
				}
			}
		}
	}
}

func TestTheCaretOfALongFieldMovesByRows(t *testing.T) {
	f := NewField()
	f.CharLimit = 1000
	f.SetLong()
	f.SetWidth(8)
	f.SetValue("one two three four\nfive")
	f.MoveRows(-9)
	f, _ = f.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	at := func() string { return f.text[f.caret:] }
	for _, c := range []struct {
		by    int
		moves bool
		rest  string
	}{{-1, false, "one two three four\nfive"}, {1, true, "three four\nfive"}, {1, true, "four\nfive"}, {1, true, "five"}, {1, false, "five"}, {-9, true, "one two three four\nfive"}} {
		if moves := f.MoveRows(c.by); moves != c.moves || at() != c.rest {
			t.Fatalf("by %d: %v, before %q", c.by, moves, at())
		}
	}
	f, _ = f.Update(tea.KeyPressMsg{Code: tea.KeyEnd})
	if at() != "\nfive" {
		t.Errorf("the end of the line is before %q", at())
	}
	f.MoveRows(1)
	f, _ = f.Update(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
	if f.text != "one two three four\n" {
		t.Errorf("the line is not removed: %q", f.text)
	}
	f, _ = f.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	if f.text != "one two three four" {
		t.Errorf("the line break is not removed: %q", f.text)
	}
}
