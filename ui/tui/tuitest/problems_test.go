package tuitest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// faulty is a folder with two files that have problems and one that has none.
func faulty(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"kb.toml":        "[kb]\nformat = 1\ntitle = \"Faulty\"\n[kinds.company]\n[kinds.city]\n[relations.headquarters]\nto = \"city\"\n",
		"cities.toml":    "[city.austin]\nname = \"Austin\"\n",
		"companies.toml": "[company.oracle]\nname = \"Oracle\"\nheadquarters = \"austin\"\n[company.lost]\nname = \"Lost\"\nheadquarters = \"ostin\"\n",
		"broken.toml":    "[company.half]\nname = \"Half\"\nname = = 1\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestProblemsAreListedByFile(t *testing.T) {
	explore(t, faulty(t), wide, func(s *tuitest.Screen) {
		s.See("! 2 erreurs")
		before := s.Text()
		s.Type("!").See("Problèmes", "! 2 erreurs", "broken.toml", "[syntax]", "companies.toml", "ostin", "[dangling-reference]").Miss("cities.toml")

		// What is wrong in a file that belongs to no entity is shown, else its entity.
		s.See("1/").Type("enter").See("╭─ Problèmes").Type("esc")
		s.Type("n").SeeBeside(bar, "ostin").Type("enter").See("company/lost").Type("esc").SeeBeside(bar, "ostin")
		s.Type("n").SeeBeside(bar, "3:8").Type("p").SeeBeside(bar, "ostin")

		s.Type("L").See("Problems", "! 2 errors").Type("L")
		s.Type("esc").Same(before)
	})
}

func TestProblemsAreFilteredAsOneTypes(t *testing.T) {
	explore(t, faulty(t), wide, func(s *tuitest.Screen) {
		s.Type("!", "/").Write("ostin dangling").See("ostin", "1/", "1 sur 3").Miss("[syntax]")
		s.Write("zzz").See("Aucun résultat pour").Type("esc").See("[syntax]")
		s.Type("/").Write("companies").Type("enter").Miss("[syntax]").See("/ companies", "Échap effacer")
		s.Type("esc").See("[syntax]", "ostin")
	})
}

func TestWithoutProblemsItIsSaidWhatWasChecked(t *testing.T) {
	path := file(t, "[city.austin]\nname = \"Austin\"\n")
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Miss("erreur").Type("!").See("Aucun problème trouvé.", "1 fichier, 1 entité").Miss("/ filtrer").Type("n").See("Aucune erreur.")
		s.Type("/").See("Chercher partout").Miss("taper pour filtrer").Type("esc")
		s.Hurry("enter", "p", "e", "y", "s", "g", "G", "pgdown", "o").See("Aucun problème trouvé.")
	})
}

func TestProblemsOnSmallScreens(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 12}, {20, 6}} {
		explore(t, faulty(t), tuitest.Options{Width: size[0], Height: size[1]}, func(s *tuitest.Screen) {
			s.Type("!").See("Problèmes")
			for _, key := range []string{"down", "down", "down", "G", "up", "g", "pgdown", "n", "n"} {
				if s.Type(key); !strings.Contains(s.Text(), bar) {
					s.Fail("after %q nothing is seen to be selected", key)
				}
			}
		})
	}
}

// TestAFaultIsMendedFromThePage opens the editor at the line, from the page and from
// a dialog, and has what is left shown when it comes back.
func TestAFaultIsMendedFromThePage(t *testing.T) {
	dir := faulty(t)
	_, notes := program(t, "vi", "sed -i 's/ostin/austin/' "+filepath.Join(dir, "companies.toml"))
	o := wide
	o.Environ = []string{"EDITOR=vi", "VISUAL="}
	run(t, dir, o, func(s *tuitest.Screen) {
		s.WaitFor("! 2 erreurs").Type("!", "n").SeeBeside(bar, "ostin").Type("e").WaitFor("! 1 erreur")
		if got, want := read(t, notes), "+6\n"+filepath.Join(dir, "companies.toml")+"\n"; got != want {
			s.Fail("the editor was called with %q, not %q", got, want)
		}
		s.Miss("ostin").Type("n").WaitFor(bar + " ! 3:8").Type("enter").WaitFor("╭─ Problèmes").See("e éditeur").Type("e").WaitFor("broken.toml")
		if got, want := read(t, notes), "+3\n"+filepath.Join(dir, "broken.toml")+"\n"; got != want {
			s.Fail("the editor was called with %q, not %q", got, want)
		}
		s.Type("q")
	})
}

func TestTheOverviewSaysHowAllProblemsAreListed(t *testing.T) {
	var text strings.Builder
	text.WriteString("[kb]\nformat = 1\n[relations.seat]\nto = \"city\"\n[kinds.city]\n")
	for i := range 40 {
		fmt.Fprintf(&text, "[company.c%d]\nname = \"C%d\"\nseat = \"nowhere%d\"\n", i, i, i)
	}
	explore(t, file(t, text.String()), tuitest.Options{Width: 80, Height: 60}, func(s *tuitest.Screen) {
		s.Type("0", "G").See("! les liste tous").Type("!").See("1/4")
	})
}

// TestNothingToFilterIsSearchedInstead types a word after "/" on pages that are empty:
// its letters are no keys of the page, of which q would end the program.
func TestNothingToFilterIsSearchedInstead(t *testing.T) {
	explore(t, file(t, "[kb]\nformat = 1\n[city.austin]\nname = \"Austin\"\n"), wide, func(s *tuitest.Screen) {
		for _, page := range [][]string{{"!"}, {"v", "s"}, {"v", "l"}} {
			s.Type("1").Type(page...).Type("/").Write("q aus").See("q aus", "Chercher partout").Type("esc")
		}
	})
}
