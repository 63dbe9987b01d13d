package tuitest_test

import (
	"fmt"
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestFrenchNamesKeysAsAFrenchKeyboardDoes looks at the help and the bottom line, and
// clicks on a hint of such a name.
func TestFrenchNamesKeysAsAFrenchKeyboardDoes(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		first := s.Text()
		s.Type("2").See("Échap retour").Miss("Esc").Type("?").See("Pg\u00a0préc Pg\u00a0suiv", "g G Origine Fin", "maj-Tab Tab", "Échap ⌫ -", "Entrée", "Échap fermer").Miss("Esc", "PgUp", "PgDn", "Home", "shift")
		s.Type("esc").ClickOn("Échap retour").Same(first)
		s.Type("L", "2", "?").See("PgUp PgDn", "g G Home End", "shift-Tab Tab", "Esc ⌫ -", "Esc close").Miss("Échap", "Origine")
	})
}

// TestCoordinatesHaveTheSeparatorsOfTheLanguage looks at a city in both languages.
func TestCoordinatesHaveTheSeparatorsOfTheLanguage(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		s.Type(":").Write("austin ville").Type("enter").See("30,2672° N, 97,7431° O").Miss("30.2672").Type("L").See("30.2672° N, 97.7431° W")
	})
}

// TestForeignNamesStandAsTheyAre opens a base that is not written in the format: none of
// its fields is called by a word of ours, in French beside English ones.
func TestForeignNamesStandAsTheyAre(t *testing.T) {
	text := ""
	for i := range 4 {
		text += fmt.Sprintf("[[rule]]\nname = \"Rule %d\"\nauthor = \"Ann\"\ndate = 2024-01-0%d\ntags = [\"a\", \"b%d\"]\nurl = \"https://example.org/%d\"\n", i, i+1, i, i)
	}
	explore(t, file(t, text), wide, func(s *tuitest.Screen) {
		s.See("Rule 1", "author ", "date ", "tags ", "url ").Miss("tiquettes", "adresse")
		s.Type("f").See("Author", "Tags").Miss("tiquettes")
	})
}
