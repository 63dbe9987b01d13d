package sift_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/sift"
	"rihla/ui/tui/work"
)

// settle runs a command to its end, with what follows from it.
func settle(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			settle(c)
		}
	case work.Done:
		settle(msg.Settle())
	}
}

// TestRowsAreFoundByTheirWords has the same rows found at once and beside the screen.
func TestRowsAreFoundByTheirWords(t *testing.T) {
	for _, n := range []int{0, 1, work.Few, work.Few + 1, 3 * work.Few} {
		text := func(i int) string { return fmt.Sprintf("Événement %d, ville", i) }
		var s sift.Sifter
		for _, asked := range []string{"", "evenement", "7 VILLE", "ville 7 1", " ", "nothing", "12"} {
			var want, got []int
			for i := range n {
				plain := strings.ToLower(strings.ReplaceAll(text(i), "É", "e"))
				if !slices.ContainsFunc(strings.Fields(strings.ToLower(asked)), func(w string) bool {
					return !strings.Contains(strings.ReplaceAll(plain, "é", "e"), w)
				}) {
					want = append(want, i)
				}
			}
			cmd := s.Sift(n, text, asked, func(left []int) { got = left })
			if beside := n > work.Few && strings.TrimSpace(asked) != ""; (cmd != nil) != beside || s.IsBusy() != beside {
				t.Errorf("%d rows, %q: beside the screen is %v", n, asked, cmd != nil)
			}
			settle(cmd)
			if !slices.Equal(got, want) || s.IsBusy() {
				t.Errorf("%d rows, %q: %d found, not %d", n, asked, len(got), len(want))
			}
		}
	}
}

// TestTextsAreMadeOnce counts how often texts are asked for: not before something is
// typed, then once until they are forgotten or their number differs.
func TestTextsAreMadeOnce(t *testing.T) {
	made := 0
	text := func(int) string { made++; return "a" }
	var s sift.Sifter
	sifting := func(n int, asked string, want int) {
		t.Helper()
		settle(s.Sift(n, text, asked, func([]int) {}))
		if made != want {
			t.Errorf("%d texts of %d rows are made for %q, not %d", made, n, asked, want)
		}
		made = 0
	}
	sifting(5, "", 0)
	sifting(5, "a", 5)
	sifting(5, "b", 0)
	sifting(5, "", 0)
	sifting(6, "a", 6)
	s.Forget()
	sifting(6, "a", 6)
}

// TestWhatComesLateIsDropped asks again before the first answer.
func TestWhatComesLateIsDropped(t *testing.T) {
	const n = 2 * work.Few
	text := func(i int) string { return fmt.Sprint(i) }
	var s sift.Sifter
	late := s.Sift(n, text, "1", func([]int) { t.Error("a late answer is shown") })
	shown := -1
	now := s.Sift(n, text, "17", func(left []int) { shown = len(left) })
	settle(late)
	settle(now)
	all := s.Sift(n, text, "1", func([]int) { t.Error("an answer is shown after all rows were") })
	settle(s.Sift(n, text, "", func(left []int) { shown -= n - len(left) }))
	settle(all)
	if shown <= 0 || shown == n {
		t.Errorf("%d rows are left", shown)
	}
}
