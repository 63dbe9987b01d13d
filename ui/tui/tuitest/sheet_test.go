package tuitest_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// dividerAt returns the cell of the line between list and detail, or -1.
func dividerAt(s *tuitest.Screen) int {
	before, _, ok := strings.Cut(s.Line(5), "│")
	if !ok {
		return -1
	}
	return len([]rune(before))
}

func TestTheDividerIsMovedByKeysAndByTheMouse(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		at := func(want int) {
			t.Helper()
			if got := dividerAt(s); got != want {
				s.Fail("the divider is at %d, not at %d", got, want)
			}
		}
		first := dividerAt(s)
		s.Type(">")
		at(first + 4)
		s.Type("<", "<")
		at(first - 4)
		s.Drag(first-4, 10, 80, 12)
		at(80)
		s.Type("2", "L", "R").Wait(time.Second)
		at(80)
		s.Resize(150, 36)
		at(100)
		s.Resize(120, 36).Drag(80, 10, 3, 10)
		at(20)
		s.Drag(20, 10, 119, 10)
		at(97)
		s.Type(strings.Split(strings.Repeat("<", 40), "")...)
		at(20)
		s.Type("enter", ">").See("city/")
		at(24)
	})
}

func TestTheListHasTheWholeWidth(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.See("company/").Type("z").Miss("│", "company/").See("Amazon", "Siège", "Web", "détail")
		s.Type("2").Miss("│").See(bar+" Austin").Type("1", "R").Wait(time.Second).Miss("│")
		s.Type("j", "enter").See("company/oracle").Type("esc").Miss("│").See(bar + " Oracle")
		s.Type("z").See("│", "company/oracle").Miss("  Web")
	})
	explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
		s.Type("<").See("occupe toute la largeur").Type("z").See("Web").Type("z").Miss("  Web")
	})
}

func TestTheCursorOfASheetMovesAcross(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		selected := func(want string) {
			t.Helper()
			if got := strings.Join(s.Reversed(), " "); got != want {
				s.Fail("%q is under the cursor, not %q", got, want)
			}
		}
		s.Type("z", "j")
		selected("Oracle")
		s.Type("right")
		selected("Austin")
		s.Type("l", "h", "left", "left")
		selected("Oracle")
		s.See(bar+" Oracle").Type("right", "right", "S").See("Trier").Type("enter").See("Founded ▲")
		s.Type("S", "enter").See("Founded ▲")
		s.ClickOn("Seattle")
		selected("Seattle")
		s.Type("tab").See(bar + " Austin")
	})
}

// TestASheetScrollsSideways walks through 20 columns and sees each with its value.
func TestASheetScrollsSideways(t *testing.T) {
	var text strings.Builder
	text.WriteString("[thing.one]\nname = 'The one'\n")
	for i := range 20 {
		fmt.Fprintf(&text, "column%02d = 'value of %02d, which is long'\n", i, i)
	}
	explore(t, file(t, text.String()), narrow, func(s *tuitest.Screen) {
		s.Type("z").See(" ›").Miss("‹")
		for i := range 20 {
			s.Type("l").See("The one", fmt.Sprintf("Column%02d", i), fmt.Sprintf("value of %02d, which is long", i))
			if got := strings.Join(s.Reversed(), " "); !strings.Contains(got, fmt.Sprintf("value of %02d", i)) {
				s.Fail("%q is under the cursor", got)
			}
		}
		s.See("‹").Miss(" ›")
		s.Type("<", "<", "<").See("…").Type(">", ">", ">").See("value of 19, which is long")
		s.Type(strings.Split(strings.Repeat("h", 20), "")...).See(" ›", "Column00").Miss("‹")
	})
}

func TestColumnsOfASheetAreResized(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("z").SeeBeside("Seattle", "2006").Type("l", "<", "<", "<", "<", "<").See("Se…").Type("z", "z").See("Se…")
		s.Type("L", "R").Wait(time.Second).See("Se…").Type(">", ">", ">", ">", ">").See("Santa Clara")
		x, y, _ := s.Find("Headq")
		s.Drag(x-1, y, x-8, y).See("…").See("Headq").Miss("▲")
	})
}
