package tuitest_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

func TestChangesAreUndoneOneByOneAndRedone(t *testing.T) {
	path := file(t, annotated)
	is := func(s *tuitest.Screen, want string) {
		t.Helper()
		if got := read(t, path); got != want {
			s.Fail("the file is\n%s\nnot\n%s", got, want)
		}
	}
	one := strings.Replace(annotated, "'san-jose'\n", "'san-jose'\nfounded      = 1984\n", 1)
	two := strings.Replace(one, `"austin"   #`, `["austin", "san-jose"]   #`, 1)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("u").See("Rien à annuler").Type("ctrl+r").See("Rien à rétablir")
		s.Type("j", "a").Write("founded").Type("enter").Write("1984").Type("ctrl+s").See("Écrit en trial.toml:18", "u l’annule")
		is(s, one)
		s.Type("k", "a").Write("headquarters").Type("enter").Write("san-jose").Type("enter", "ctrl+s").See("Écrit en trial.toml:13")
		is(s, two)
		s.Type("u").See("Ajout annulé\u00a0: Oracle, headquarters (trial.toml:13).")
		is(s, one)
		s.Type("u").See("Ajout annulé\u00a0: Cisco, founded (trial.toml:18).").Miss("1984")
		is(s, annotated)
		s.Type("u").See("Plus rien à annuler ; ctrl-r rétablit").Miss("rien écrit")
		s.Type("ctrl+r").See("Ajout rétabli\u00a0: Cisco", "1984").Type("ctrl+r").See("Ajout rétabli\u00a0: Oracle, headquarters (trial.toml:13).")
		is(s, two)
		s.Type("ctrl+r").See("Rien à rétablir").Type("u")
		is(s, one)

		// What is written now has what was undone forgotten.
		s.Type("j", "a").Write("founded").Type("enter").Write("1985").Type("ctrl+s").See("Écrit en trial.toml:18")
		s.Type("ctrl+r").See("Rien à rétablir")
	})
}

func TestNothingIsUndoneInAFileThatWasChangedMeanwhile(t *testing.T) {
	path := file(t, annotated)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("j", "a").Write("founded").Type("enter").Write("1984").Type("ctrl+s")
		one := read(t, path)
		changed := strings.Replace(one, "as of May", "as of June", 1)
		if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("u").See("Non annulé (Cisco, founded)", "trial.toml", "il a changé depuis que rihla l’a écrit")
		s.Type("R").Wait(time.Second).Type("u").See("Non annulé (Cisco, founded)")
		if got := read(t, path); got != changed {
			s.Fail("the file is\n%s", got)
		}
		if err := os.WriteFile(path, []byte(one), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("u").See("annulé", "trial.toml:18")
		if got := read(t, path); got != annotated {
			s.Fail("the file is\n%s", got)
		}
	})
}

func TestSuggestionsRefusalsAndViewsAreUndone(t *testing.T) {
	path := file(t, incomplete)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("v", "s", "/").Write("ada").Type("enter", "a").See("Écrit dans trial.toml.").Type("esc", "r").See("Refus écrit dans trial.toml")
		s.Type("u").See("annulé", "trial.toml", "≠").Type("u").See("annulé", "trial.toml", "Ada Marchetti", "Ada Marchetti nomme Calder")
		s.Type("1", "/").Write("brenova").Type("enter", "V").Write("Ceux-là").Type("enter").See("comme [views.ceux-la]").Type("u").See("annulé", "trial.toml")
		if got := read(t, path); got != incomplete {
			s.Fail("the file is\n%s", got)
		}
	})
}

// What the explorer wrote itself is neither doubted nor news, also where the files are
// watched and the end of one is gone.
func TestWhatIsWrittenIsShownAtOnceWhereFilesAreWatched(t *testing.T) {
	dir, _ := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "j", "enter", "c").Write("founded").Type("enter", "ctrl+x", "ctrl+s").See("Wrote a.toml:8; u undoes it").Miss("2001", "is shorter")
		s.Wait(5*time.Second).Miss("2001", "is shorter", "*Cy").Type("u").See("Undone: removed Cy Ltd, founded (a.toml:8)", "2001").Wait(5 * time.Second).Miss("*Cy")
		s.Type("ctrl+r").Wait(time.Second).Miss("2001")
	})
}
