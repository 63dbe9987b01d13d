package widget_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
)

// entries returns n random entries whose lines are numbered in reading order, and the number of
// lines.
func entries(random *rand.Rand, n int) (all []widget.Entry, lines int) {
	some := func(n int) (out []rich.Line) {
		for range n {
			out = append(out, rich.NewLine(rich.NewSpan(rich.Text, strconv.Itoa(lines))))
			lines++
		}
		return out
	}
	for range n {
		all = append(all, widget.Entry{Above: some(max(0, random.IntN(6)-3)), Lines: some(1 + random.IntN(1+random.IntN(14)))})
	}
	return all, lines
}

// TestNoLineOfEntriesIsPassedUnseen checks that moving through a report to its end and back
// shows each of its lines.
func TestNoLineOfEntriesIsPassedUnseen(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for round := range 400 {
		all, lines := entries(random, 1+random.IntN(30))
		var l widget.Entries
		l.SetSize(20, 3+random.IntN(20)) // higher than any heading
		l.Set(len(all), func(i, _ int) widget.Entry { return all[i] })
		for _, a := range []keys.Action{keys.PageDown, keys.PageUp, keys.HalfDown, keys.HalfUp, keys.Down, keys.Up} {
			seen := make(map[string]bool)
			before := ""
			for range 2*lines + 2 {
				now := ansi.Strip(strings.Join(l.View(colours), "\n"))
				if now == before {
					break
				}
				before = now
				for _, text := range strings.FieldsFunc(now, func(r rune) bool { return !unicode.IsDigit(r) }) {
					seen[text] = true
				}
				l.Move(a)
			}
			for i := range lines {
				if !seen[strconv.Itoa(i)] {
					t.Fatalf("round %d: line %d of %d is not seen by %s", round, i, lines, fmt.Sprint(a))
				}
			}
		}
	}
}
