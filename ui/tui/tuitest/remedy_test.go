package tuitest_test

import (
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

func TestTheNameThatWasMeantIsAcceptedOnTheProblemsPage(t *testing.T) {
	wrong := strings.NewReplacer(`"san-jose", # once`, `"san-josi", # once`, "source = 's10k', loc", "source = 's10q', loc").Replace(cited)
	path := file(t, wrong)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("!").See("s10q", "vouliez-vous écrire «\u00a0s10k\u00a0»").Type("c")
		s.See("Modifier Oracle, founded", "s10k", `+ founded = { value = 1977, source = 's10k'`).Type("ctrl+s").See("Écrit en trial.toml:11").Miss("s10q")
		s.Type("c").See("Modifier Oracle, headquarters", "san-jose", `+   "san-jose", # once`).Type("ctrl+s").See("Écrit en trial.toml:15")
		if got := read(t, path); got != cited {
			s.Fail("the file is\n%s", got)
		}
		s.Type("u", "u").See("annulé", "trial.toml:11", "s10q")
		if got := read(t, path); got != wrong {
			s.Fail("the file is\n%s", got)
		}
	})
}

func TestTheBottomLineOfProblemsSaysHowToMendThem(t *testing.T) {
	wrong := strings.Replace(cited, `"san-jose", # once`, `"san-josi", # once`, 1)
	explore(t, file(t, wrong), narrow, func(s *tuitest.Screen) {
		s.Type("!").See("san-josi", "n p erreur  e éditeur", "c modifier", "? aide")
	})
	explore(t, file(t, cited), narrow, func(s *tuitest.Screen) {
		s.Type("!").See("Aucun problème trouvé.", "Échap retour", "? aide").Miss("c modifier", "n p erreur")
	})
}
