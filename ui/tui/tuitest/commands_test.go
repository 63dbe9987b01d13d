package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestCommandsAreFoundByTheirNames types the names that the command line has, and
// others, in both languages, and chooses what is found first.
func TestCommandsAreFoundByTheirNames(t *testing.T) {
	for name, want := range map[string]string{
		"check": "Aucun problème", "errors": "Aucun problème", "problems": "Aucun problème", "vérifier": "Aucun problème", "erreurs": "Aucun problème", "problèmes": "Aucun problème", "PROBLEMES": "Aucun problème",
		"brief": "Amazon Web Services", "note": "Amazon Web Services",
		"suggest": "Nommées sans lien", "suggérer": "Nommées sans lien",
		"explain": "Relations", "expliquer": "Relations",
		"graph": "sauts", "graphe": "sauts", "timeline": "1 avant", "chronologie": "1 avant", "matrix": "liens directs", "matrice": "liens directs",
		"overview": "Contenu", "help": "Aide", "aide": "Aide",
	} {
		explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
			s.Type(":").Write(name).Type("enter").See(want).Miss("Chercher partout")
		})
	}
}
