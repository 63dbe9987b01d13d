package tuitest_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// walked asks which one thing is selected.
func walked(s *tuitest.Screen, want string) *tuitest.Screen {
	if got := s.Reversed(); len(got) != 1 || got[0] != want {
		s.Fail("selected is %q, not %q", got, want)
	}
	return s
}

// TestWalkingTheGraph walks to a neighbour, makes it the centre, and comes back.
func TestWalkingTheGraph(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 99, Height: 30}, func(s *tuitest.Screen) {
		s.Type("1", "g", "down", "v", "g").See("▶ ■ Austin", "1 lien passé ou à venir non affiché").Miss("Redwood City").Type("@").Write("2020").Type("enter")
		s.See("siège", "▶ ■ Austin  depuis le 11 décembre 2020", "▶ ■ Redwood City  jusqu’au 11 décembre 2020", "● entreprise   ■ ville")
		walked(s, "● Oracle").Type("right")
		walked(s, "■ Austin").See("Oracle — siège → Austin · depuis le 11 décembre 2020 · 1 origine", "■ Austin · ville · Capitale du Texas.").Type("down")
		walked(s, "■ Redwood City").Type("down")
		walked(s, "■ Redwood City").Type("left")
		walked(s, "● Oracle").Type("l", "s").See("changed its Corporate Headquarters").Type("esc")
		before := s.Text()
		s.Type("enter").SeeBeside("‹ Oracle ●", "siège").See("École numérique ● ╌", "╌╌ sans source, ou douteux", "‹ centre précédent")
		walked(s, "■ Austin").Type("esc").Same(before)
		s.Type("enter", "left")
		walked(s, "‹ Oracle ●").See("centre précédent").Type("down")
		walked(s, "École numérique ●").See("sans source").Type("s").See("Sources", "sans source").Type("esc", "d").See("company/ecole").Type("esc")
		walked(s, "École numérique ●").Type("enter")
		walked(s, "● École numérique").Type("L").See("headquarters").Type("L", "esc", "esc").Same(before)
		s.Type("left", "left", "enter").See("company/oracle").Type("esc")
		walked(s, "● Oracle")
	})
}

// TestTheGraphGoesFurther draws more and fewer hops.
func TestTheGraphGoesFurther(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 160, Height: 24}, func(s *tuitest.Screen) {
		s.Type("1", "g", "down", "v", "g").SeeBeside("Austin", "École numérique").See("2 sauts")
		s.Type("right", "right")
		walked(s, "● École numérique").See("École numérique — siège → Austin").Type("-").See("1 saut").Miss("École numérique")
		s.Type("-").See("1 saut").Type("+").SeeBeside("Austin", "École numérique").Type("z").See("2 sauts")
	})
}

// TestACrowdIsFolded lists what is behind a number.
func TestACrowdIsFolded(t *testing.T) {
	var b strings.Builder
	b.WriteString("[port.riga]\nname = \"Riga\"\n")
	for i := range 200 {
		fmt.Fprintf(&b, "[ship.s%03d]\nname = \"Ship %d\"\ncalls_at = \"port/riga\"\n", i, i)
	}
	explore(t, file(t, b.String()), narrow, func(s *tuitest.Screen) {
		s.Type("2", "v", "g").See("calls_at", "200 entrants", "ship ×185 +").Type("left", "pgdown", "pgdown", "pgdown")
		walked(s, "ship ×185 +").See("ship ×185 · calls_at → Riga").Type("enter").See("calls_at → Riga 185", "Ship 15").Type("esc")
		walked(s, "ship ×185 +")
		s.Type("y").See("Rien n’est sélectionné").Type("space", "o", "d").See("calls_at → Riga 185").Type("esc")
		walked(s, "ship ×185 +").ClickOn("Ship 3")
		walked(s, "Ship 3 ●").DoubleClickOn("Ship 4").See("■ ‹ Riga").Type("esc").Type("G")
		s.Resize(40, 20).Type("g").See("■ Riga", "← calls_at").Resize(20, 6).Resize(200, 60).See("Ship 30").Resize(80, 24)
	})
}

func TestNothingSurroundsWhatIsAlone(t *testing.T) {
	explore(t, file(t, "[port.riga]\nname = \"Riga\"\n"), narrow, func(s *tuitest.Screen) {
		s.Type("1", "v", "g").See("Rien n’est lié à Riga", "headquarters = \"austin\"").Type("right", "left", "up", "tab", "s", "+", "z")
		walked(s, "● Riga").Type("enter").See("port/riga")
	})
	explore(t, file(t, "[kb]\nformat = 1\n"), narrow, func(s *tuitest.Screen) {
		s.Type("v", "g").See("Aucune entité n’est sélectionnée").Type("left", "+", "d", "s", "z").Type("enter").See("Autour de quelle entité").Type("esc", "esc")
	})
}
