package tuitest_test

import (
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// openOracle opens the detail of the entity that has the most to say.
func openOracle(s *tuitest.Screen) { s.Type("j", "enter").See("company/oracle") }

func TestTheSourceBehindAFact(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		openOracle(s)
		walkTo(s, "1977")
		before := s.Text()
		s.Type("s").See("Encyclopædia Britannica", "§1", "was founded in 1977", "confiance élevée", "sous un autre nom")
		s.Type("esc").Same(before)
		s.Type("enter").See("Encyclopædia Britannica", "confiance élevée").Type("enter").See("source/britannica", "Cité par")
		s.Type("esc").Same(before)
	})
}

func TestWalkingLinksScrollsToThem(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 40, Height: 9}, func(s *tuitest.Screen) {
		openOracle(s)
		walkTo(s, "Redwood City")
		s.See("Redwood City")
		s.Type("shift+tab")
		walkTo(s, "Austin")
	})
}

func TestAMarkdownBody(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		openOracle(s)
		s.See("Beginnings", "It began in Santa Clara", "• one").Miss("**", "# Beginnings")
		if !s.StandsOut("Beginnings") {
			t.Error("the heading looks like any text")
		}
	})
}

func TestTheOverview(t *testing.T) {
	explore(t, file(t, mission+"\n[event.lost]\nname = \"Lost\"\ncity = \"nowhere\"\n"), wide, func(s *tuitest.Screen) {
		before := s.Text()
		s.Type("0").See("Une petite base pour les essais.", "Entreprises", "Austin", "trial.toml")
		overview := s.Text()
		s.Type("j", "0", "esc").Same(before)
		s.Type("+")
		if got := s.Text(); !strings.Contains(got, "Une petite base") {
			t.Fatalf("forward does not lead to the overview again:\n%s\nwas\n%s", got, overview)
		}
	})
}

func TestTheOverviewOpensWhatIsSelected(t *testing.T) {
	explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
		s.Type("0")
		for range 30 {
			if len(s.Reversed()) > 0 && s.Reversed()[0] == "Austin" {
				break
			}
			s.Type("j")
		}
		before := s.Text()
		s.Type("enter").See("city/austin")
		s.Type("esc").Same(before)
	})
}

func TestFindingsAreSeen(t *testing.T) {
	broken := mission + "\n[company.broken]\nname = \"Broken\"\nheadquarters = \"ostin\"\n"
	explore(t, file(t, broken), wide, func(s *tuitest.Screen) {
		s.See("! 1").Type("0").See("trial.toml:", "ostin")
	})
}

func TestWhatIsWrongWithAFileIsReadInFull(t *testing.T) {
	broken := "[thing.one]\nname = \"One\"\nname = = \"a value that stands where none can, and a good deal of it, so that no line holds it\"\n"
	explore(t, file(t, broken), narrow, func(s *tuitest.Screen) {
		s.Type("0")
		for range 10 {
			if at := s.Reversed(); len(at) > 0 && strings.HasPrefix(at[0], "trial.toml:3") {
				break
			}
			s.Type("j")
		}
		s.Type("enter").See("╭─ Problèmes", "[syntax]").Type("esc").Miss("[syntax]")
	})
}

func TestFieldsOutsideAnyEntityAreSeen(t *testing.T) {
	explore(t, file(t, "answer = 42\n"+mission), wide, func(s *tuitest.Screen) {
		s.Type("0").SeeBeside("answer", "42")
	})
}

func TestAnEmptyKnowledgeBaseTeaches(t *testing.T) {
	explore(t, file(t, ""), narrow, func(s *tuitest.Screen) {
		s.See("[company.oracle]", `headquarters = "austin"`)
		s.Type("/", "esc").Hurry("j", "k", "enter", "S", "c", "esc", "y", "esc", "tab", "1", "g", "G", "o", "e", "s", "-", "+")
		s.See("[company.oracle]")
	})
}

func TestTheHelpIsSearched(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		before := s.Text()
		s.Type("?").See("Aide", "filtrer la liste").Write("quit").See("quitter").Type("esc")
		s.Write("editeur").See("dans l’éditeur").Miss("filtrer la liste")
		s.Type("esc").See("filtrer la liste").Type("esc").Same(before)
	})
}

func TestTheHelpOfADetailNamesItsOwnKeys(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		openOracle(s)
		s.Type("?").See("lien suivant").Miss("choisir les colonnes")
	})
}

func TestTheOtherLanguageKeepsThePlace(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		openOracle(s)
		walkTo(s, "Redwood City")
		before := s.Text()
		s.Type("L").See("Trial mission", "Companies", "Databases, business software, cloud.", "headquarters", "follow", "10 entities")
		if s.Miss("Entreprises"); s.Reversed()[0] != "Redwood City" {
			t.Errorf("the focus moved to %q", s.Reversed())
		}
		s.Type("L").Same(before)
	})
}

func TestAResizeKeepsThePlace(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		openOracle(s)
		walkTo(s, "Austin")
		before := s.Text()
		for _, size := range [][2]int{{80, 24}, {40, 12}, {20, 6}, {19, 6}, {20, 5}, {3, 1}, {1, 1}} {
			s.Resize(size[0], size[1])
			for y := range size[1] {
				if got := s.Line(y); len([]rune(got)) > size[0] {
					t.Errorf("%d×%d: line %d is too long: %q", size[0], size[1], y, got)
				}
			}
			if size[0] < 20 || size[1] < 6 {
				continue
			}
			if got := s.Reversed(); len(got) == 0 || got[0] != "Austin" {
				t.Errorf("%d×%d: the focus is on %q:\n%s", size[0], size[1], got, s.Text())
			}
		}
		s.Resize(120, 36).Same(before)
		s.Type("esc", "j").See(bar+" Palo Alto").Resize(20, 6).See(bar+" Palo Alto").Resize(120, 36).See(bar + " Palo Alto")
	})
}

func TestEverythingWorksAtTheSmallestSize(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 20, Height: 6}, func(s *tuitest.Screen) {
		s.See(bar+" Amazon", "Entrepris…  Villes›")
		s.Type("j").See(bar + " Oracle")
		s.Type("/").Write("palo").See(bar + " Palo Alto")
		s.Type("esc", "enter").See("company/")
		s.Type("?").See("Aide").Type("esc")
		s.Type("y").See("Copier").Type("esc")
		s.Type("0").See("Mission").Type("esc", "esc").See(bar)
	})
}

func TestBelowTheSmallestSizeOneLineSaysSo(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 19, Height: 4}, func(s *tuitest.Screen) {
		if text := strings.TrimSpace(s.Text()); strings.Contains(text, "\n") || text == "" {
			t.Errorf("%q", text)
		}
	})
}

func TestALinkThatIsNotSeenIsShownBeforeItIsFollowed(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 30, Height: 8}, func(s *tuitest.Screen) {
		openOracle(s)
		s.Type("enter").See("1977")
		if got := s.Reversed(); len(got) == 0 || got[0] != "1977" {
			s.Fail("the focus is on %q", got)
		}
		s.Type("enter").See("Sources")
	})
}
