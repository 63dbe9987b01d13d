package tuitest_test

import (
	"os"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// pathOfTwo shows how Oracle and the last company are connected.
func pathOfTwo(s *tuitest.Screen) *tuitest.Screen {
	return s.Type("1", "g", "j", "space", "G", "space", "v", "p").See("Comment Oracle et École numérique sont reliés")
}

func TestHowTwoAreConnected(t *testing.T) {
	colourless := wide
	colourless.Environ = []string{"NO_COLOR=1"}
	for name, o := range map[string]tuitest.Options{"with colours": wide, "without": colourless, "narrow": narrow} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), o, func(s *tuitest.Screen) {
				walked := func(want string) {
					t.Helper()
					if got := s.Reversed(); len(got) == 0 || got[len(got)-1] != want {
						s.Fail("selected is %q, not %q", got, want)
					}
				}
				pathOfTwo(s).See("Meilleur chemin", "2 sauts", "depuis le 11 décembre 2020", "Maillon faible", "sans source", "Il n’y a pas d’autre chemin.")
				walked("Oracle")
				s.Type("down")
				walked("siège")
				at := s.See("Oracle — siège\u00a0: Austin").Text()
				s.Type("s").See("changed its Corporate Headquarters").Type("esc").Same(at)
				s.Type("enter").See("changed its Corporate Headquarters").Type("esc").Same(at)
				s.Type("tab")
				walked("Austin")
				at = s.See("Austin · ville").Text()
				s.Type("enter").See("city/austin").Type("esc").Same(at)
				s.Type("G")
				walked("École numérique")
				s.Type("g", "r").See("Comment École numérique et Oracle sont reliés")
				walked("École numérique")
				s.Type("esc").Miss("sont reliés").Type("+").See("Comment École numérique et Oracle sont reliés")
			})
		})
	}
}

func TestLimitsOfAPath(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		pathOfTwo(s).Type("-").See("ne sont pas reliés par 1 saut au plus", "2 sauts suffiraient", "atteint 1 entité en 1 saut", "1 lien passé ou à venir non affiché")
		s.Type("+").See("sont reliés", "2 sauts au plus")
		s.Type("c").See("ne sont pas reliés", "sans source, suffiraient")
		s.Type("c", "c", "c", "+", "+", "+", "+", "+").See("Meilleur chemin").Miss("au plus")
		s.Type("L").See("How Oracle and École numérique are connected", "weakest hop").Type("L")
		s.Type("?").See("permuter les deux côtés").Type("esc")
	})
}

func TestChoosingTheOtherEnd(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("1", "g", "j", "v").See("chemin").Type("p").See("Une extrémité est Oracle", "Taper un nom")
		asked := s.Text()
		s.Type("e").See("École numérique").Write("cole").Type("enter").See("Comment Oracle et École numérique sont reliés")
		found := s.Text()
		s.Type("a").Write("seattle").Type("enter").See("Oracle et Seattle ne sont pas reliés.", "Aucun chemin ne mène", "les plus liées")
		s.Type("esc").Same(found).Type("esc").Same(asked)
		s.ClickOn("Austin").See("Comment Oracle et Austin sont reliés", "1 saut")
	})
}

func TestAPathOfFilesThatAreReadAgain(t *testing.T) {
	path := file(t, mission)
	explore(t, path, wide, func(s *tuitest.Screen) {
		pathOfTwo(s).Type("tab", "tab").See("Austin · ville", "sans source")
		sourced := strings.Replace(mission, "founded = 1999\nheadquarters = \"austin\"", "founded = 1999\nheadquarters = { to = \"austin\", source = \"britannica\" }", 1)
		if err := os.WriteFile(path, []byte(sourced), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("R").See("Comment Oracle et École numérique sont reliés", "Encyclopædia Britannica", "Tous les sauts sont aussi bien attestés", "Austin · ville").Miss("sans source")
		renamed := strings.Replace(sourced, "[company.ecole]", "[company.autre]", 1)
		if err := os.WriteFile(path, []byte(renamed), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("R").See("Comment Oracle et École numérique sont reliés", "ecole s’appelle maintenant autre")
		if err := os.WriteFile(path, []byte(strings.Replace(renamed, "[company.autre]\nname = \"École numérique\"", "[company.tiers]\nname = \"Tiers\"", 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("R").See("Une extrémité est Oracle")
	})
}

func TestAPathByTheMouse(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		pathOfTwo(s).ClickOn("siège de")
		s.See("École numérique — siège").DoubleClickOn("Austin").See("city/austin")
	})
}

func TestTheOtherEndIsFoundByTyping(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		s.Type("2", "v", "p").Write("ustda").See("Agence américaine pour le commerce").Type("enter")
		s.See("Comment Oracle et").Miss("Choisir une entité")
	})
}

// TestAPathFromTheOverviewAsksForBothEnds begins where nothing has been chosen, and then
// with what has been chosen on the overview.
func TestAPathFromTheOverviewAsksForBothEnds(t *testing.T) {
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		first := s.Text()
		s.Type("v", "p").See("À partir de quelle entité\u00a0?", "Taper un nom").Miss("Une extrémité est")
		asked := s.Text()
		s.Write("oracle").Type("enter").See("Une extrémité est Oracle. Choisir l’autre.")
		s.Write("ustda").Type("enter").See("Comment Oracle et Agence américaine")
		s.Type("esc").See("Une extrémité est Oracle").Type("esc").Same(asked).Type("esc").Same(first)
		s.Type("v", "p", "enter").See("Une extrémité est").Type("esc").Same(asked).Type("esc")
		s.Type("end", "v", "p").See("Une extrémité est").Miss("À partir de quelle")
	})
}

func TestAPathOfNothingTeaches(t *testing.T) {
	explore(t, file(t, "[ship.aino]\nname = 'Aino'\n"), narrow, func(s *tuitest.Screen) {
		s.Type("v", "p").See("Une extrémité est Aino", "Rien n’est lié ici", `headquarters = "austin"`).Miss("l’une des plus liées")
	})
}
