package tuitest_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// two companies of the same city, founded in other years.
var two = strings.Replace(mission, `headquarters = "seattle"`, `headquarters = "austin"`, 1)

// compareTwo compares the first company and the last one.
func compareTwo(s *tuitest.Screen) *tuitest.Screen {
	return s.Type("1", "g", "space", "G", "space", "=").See("École numérique")
}

func TestComparing(t *testing.T) {
	colourless := wide
	colourless.Environ = []string{"NO_COLOR=1"}
	for name, o := range map[string]tuitest.Options{"with colours": wide, "without": colourless} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, two), o, func(s *tuitest.Screen) {
				s.Type("space", "=").See("Il faut deux entités").Type("m").Miss("= comparer").Type("=").See("Il faut deux entités").Type("ctrl+x")
				before := s.Type("1", "g", "space", "G", "space").See("= comparer").Text()
				s.Type("m").See("= comparer").Type("=").SeeBeside("Amazon Web Services", "École numérique").SeeBeside("Δ founded", "2006").SeeBeside("2006", "1999")
				s.See("Entreprises · 2 côte à côte · Δ 1 ligne sur 2 diffère").SeeBeside("= siège", "Austin")
				if !s.StandsOut("founded") || s.StandsOut("siège") {
					s.Fail("what differs does not stand out")
				}
				s.Type("d").See("Δ founded", "autres masquées").Miss("siège").Type("?").See("seulement les lignes qui diffèrent").Type("esc", "d").See("siège")
				s.Type("L").SeeBeside("= headquarters", "Austin").See("Δ 1 row of 2 differs").Type("L")
				compared := s.Text()
				s.Type("esc").Same(before).Type("+").Same(compared)
				s.Type("2").See(bar + " Austin").Type("esc").Same(compared)
				s.Type("y", "a")
				if got := clipboard(t, s); got != "company/amazon\ncompany/ecole" {
					t.Errorf("copied %q", got)
				}
			})
		})
	}
}

func TestComparingFromThePalette(t *testing.T) {
	explore(t, file(t, two), wide, func(s *tuitest.Screen) {
		s.Type("space", ":").Write("comparer").See("Sans effet ici\u00a0:", "comparer côte à côte").Type("esc")
		s.Type("j", "space", ":").Write("comparer").See("comparer côte à côte").Miss("Sans effet ici").Type("enter").See("côte à côte")
	})
}

// TestWalkingWhatIsCompared goes to a cell, follows its link and comes back to
// it; where a cell leads nowhere, the entity is opened. The screen is too low to show all
// of it in full.
func TestWalkingWhatIsCompared(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 120, Height: 14}, func(s *tuitest.Screen) {
		s.Type("1", "g", "space", "j", "space", "=").See(bar + "Amazon")
		walked := func(want string) {
			if got := s.Reversed(); len(got) != 1 || got[0] != want {
				s.Fail("selected is %q, not %q", got, want)
			}
		}
		s.Type("down")
		walked("Seattle")
		at := s.Text()
		s.Type("enter").See("city/seattle").Type("esc").Same(at)
		s.Type("right")
		walked("Austin")
		s.Type("s").See("changed its Corporate Headquarters").Type("esc", "enter").See("city/austin").Type("esc")
		s.Type("down").See(bar+"1977").Type("s").See("was founded in 1977").Type("esc", "enter").See("company/oracle").Type("esc").See(bar + "1977")
		s.Type("g").See(bar + "Oracle").Type("enter").See("company/oracle").Type("esc").See(bar + "Oracle")

		s.Type("tab")
		walked("Seattle")
		s.Type("tab", "tab").See(bar+"1977").Type("p", "z")
		walked("Austin")
		s.See("Redwood City", "sous un autre nom").Type("n")
		walked("Redwood City")
		s.Type("z").Miss("Redwood City", "sous un autre nom")
		walked("Austin")
	})
}

// TestComparingWithTheMouse clicks on what is compared.
func TestComparingWithTheMouse(t *testing.T) {
	explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
		s.Type("1", "g", "space", "j", "space", "=").ClickOn("1977").See(bar + "1977")
		s.ClickOn("Amazon").See(bar + "Amazon").DoubleClickOn("Austin").See("city/austin").Type("esc").See("côte à côte")
		s.Resize(40, 12).Wheel(10, 7, 40).See("texte").Miss(bar + "Austin")
		s.Wheel(10, 7, -40).See("siège")
	})
}

// TestWhatIsSelectedIsSeen walks all that is compared on screens of all sizes.
func TestWhatIsSelectedIsSeen(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {40, 12}, {20, 6}} {
		explore(t, file(t, mission), tuitest.Options{Width: size[0], Height: size[1]}, func(s *tuitest.Screen) {
			s.Type("1", "g", "space", "space", "=", "right")
			for _, key := range []string{"down", "z", "up", "pgdown", "d", "tab", "d", "pgup", "down", "n", "left", "G"} {
				for range 12 {
					if s.Type(key); !strings.Contains(s.Text(), bar) {
						s.Fail("after %q nothing is seen to be selected", key)
					}
				}
			}
		})
	}
}

func TestWhatIsComparedOutlivesReading(t *testing.T) {
	path := file(t, two)
	explore(t, path, wide, func(s *tuitest.Screen) {
		compareTwo(s)
		write := func(text string) {
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			s.Type("R").Wait(time.Second)
		}
		write(strings.Replace(two, "1999", "2006", 1))
		s.SeeBeside("= founded", "2006").See("0 ligne sur 2 diffère").Type("d").See("Aucune différence.").Type("d")
		write(strings.Replace(two, "[company.amazon]", "[company.aws]", 1))
		s.See("amazon s’appelle maintenant aws", "Δ")
		write(strings.Replace(two, "[company.amazon]", "[vendor.amazon]", 1))
		s.See(bar).Miss("Δ").Type("m").See("Marquées 1")
	})
}

func TestComparingOnASmallScreen(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {20, 6}} {
		explore(t, file(t, two), tuitest.Options{Width: size[0], Height: size[1]}, func(s *tuitest.Screen) {
			s.Type("space").See(marked).Type("j", "space", "j", "space", "j", "space", "m").See("Marquées 4").Type("=")
			s.See(bar+"Amazon").Type("right", "right", "right", "right").See(bar + "École")
			if size[0] == 40 {
				s.See("Échap retour")
			}
			s.Type("down").Miss(bar+"École").See(bar+"Austin").Type("left", "left", "left").See(bar+"Austin", "Amazon")
			s.Type("d", "pgdown", "G", "esc").See(bar)
			s.Type("+").Resize(120, 36).See("Δ founded").Resize(size[0], size[1]).See("Amazon")
		})
	}
}
