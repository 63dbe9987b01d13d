package tuitest_test

import (
	"os"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

func TestAFrequencyTableBecomesAFilter(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("1", "F").See("quel champ", bar+" Siège")
		s.Type("enter").See("Siège · 4 entités · 3 valeurs distinctes", "Valeur", "Nombre ▼", "Part").SeeBeside(bar+" Austin", "50\u00a0%")
		s.Type("enter").See("Entreprises 2/4", "/ headquarters:austin").Miss("Part")
		s.Type("F").Write("Si").Type("enter").See("Siège · 2 entités · 1 valeur distincte · / headquarters:austin").SeeBeside("Austin", "100\u00a0%").Miss("Seattle")
		s.Type("esc", "backspace").See("Siège · 4 entités", bar+" Austin")
	})
}

func TestSeveralRowsOfAFrequencyTableAreFilteredByTogether(t *testing.T) {
	explore(t, file(t, things), wide, func(s *tuitest.Screen) {
		s.Type("1", "F").Write("colour").Type("enter").SeeBeside("red", "3").SeeBeside("blue", "2").SeeBeside("aucune valeur", "1")
		s.Type("j", "space", "G", "space").See("2 choisies", "•blue", "•aucune valeur")
		s.Type("enter").See("(colour:=blue OR no:colour)", "3/6")
		s.Type("backspace").See("2 choisies", "•aucune valeur").Type("L").See("no value", "2 chosen")
	})
}

func TestValuesOfAFrequencyTableAreSortedByValueOrByCount(t *testing.T) {
	explore(t, file(t, things), wide, func(s *tuitest.Screen) {
		s.Type("1", "F").Write("colour").Type("enter").See("Nombre ▼", bar+" red")
		s.Type("S", "g").See("Valeur ▲", bar+" blue").Type("S", "g").See(bar + " red")
		s.Type("F").Write("tags").Type("enter").See("Une entité compte une fois pour chacune de ses valeurs")
	})
}

func TestDatesAreCountedInRanges(t *testing.T) {
	explore(t, file(t, things), wide, func(s *tuitest.Screen) {
		s.Type("1", "F").Write("made").Type("enter").See("Intervalle ▲").SeeBeside("1970–1979", "2").SeeBeside("2020–2029", "1").Miss("1980")
		s.Type("enter").See("made:1970..1979", "2/6")
	})
}

func TestKindsAreCountedInAListOfAll(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("a").Type("up", "enter", "F").See(bar + " Type").Type("enter")
		s.See("Type · ", "/ a").SeeBeside("Entreprises", "4").Type("enter").See("a kind:company").See("4")
	})
}

func TestAFrequencyTableOutlastsAReload(t *testing.T) {
	path := file(t, things)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("1", "F").Write("colour").Type("enter", "j", "space").See("•blue")
		write(t, path, strings.ReplaceAll(things, `"red"`, `"green"`))
		s.Type("R").See("•blue").SeeBeside("green", "3").Miss("red").Type("esc").See("Thing")
	})
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

const things = `[kb]
format = 1
[thing.a]
colour = "red"
tags = ["x", "y"]
made = 1971-03-01
[thing.b]
colour = "red"
tags = ["x"]
made = 1979-12-31
[thing.c]
colour = "red"
made = 2020-01-01
[thing.d]
colour = "blue"
[thing.e]
colour = "blue"
[thing.f]
tags = ["y"]
`

// TestCoordinatesAreNotCounted has cities whose only field is a location: the ranges of
// its latitudes and longitudes together mean nothing.
func TestCoordinatesAreNotCounted(t *testing.T) {
	explore(t, file(t, "[city.austin]\nname = 'Austin'\nlocation = [30.3, -97.7]\n[city.rabat]\nname = 'Rabat'\nlocation = [34.0, -6.8]\n"), wide, func(s *tuitest.Screen) {
		s.Type("1", "F").See("Aucun champ à choisir ici").Type("z", "right", "F").See("Aucun champ à choisir ici").Miss("Part")
	})
}
