package tuitest_test

import (
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

func TestAKeyWithoutAMeaningSaysSoOnce(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("#").See("# ne fait rien ici", "? affiche les touches").Type("j", "#").Miss("ne fait rien")
		s.Type("0", "0").See("0 (vue d’ensemble)\u00a0: c’est cette page.").Type("1", "r").See("r sert sur un autre écran, Chemin (v p)\u00a0: permuter les deux côtés")
		s.Type("9").See("Il n’y a que 3 onglets.").Type("V").See("Il n’y a pas de filtre à enregistrer")
		s.Type("enter", "S").See("S sert sur un autre écran, Liste")
		s.Wait(5*time.Second).Miss("sur un autre écran").Type("y", "#").See("# ne fait rien dans ce dialogue", "Échap le ferme")
	})
	explore(t, file(t, mission), tuitest.Options{Width: 40, Height: 10}, func(s *tuitest.Screen) {
		s.Type("?", "ctrl+g").See("ctrl-g ne fait rien")
	})
}

func TestAViewOfNothingIsNotSaved(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("zzz").Type("enter", "V").See("Le filtre ne trouve rien")
	})
}
