package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// Letters narrow every list that is chosen from; Esc takes them back, then closes.
func TestTypingNarrowsEveryDialogToChooseFrom(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("S").See("taper pour filtrer").Write("SIEGE").See("› SIEGE", bar+"     Siège").Miss("ordre des fichiers")
		s.Type("esc").See("Trier", "     Founded", bar+"     Siège").Type("esc").Miss("Trier")
		s.Type("S", "/").Write("nothing is called so").See("Aucun résultat.").Type("space", "enter").Miss("Aucun résultat.", "▲")
		s.Type("S").Write("siege").Type("enter").See("Siège ▲")
		s.Type("c").Write("found").See(bar+" [x] Founded").Miss("[x] Siège").Type("space").See("[ ] Founded").Type("esc", "esc").Miss("Founded")
		s.Type("c").Write("found").Type("enter").See("Founded")
		s.Type("g", "space", "j", "space", "m").Write("oracl").See(bar + " Oracle").Miss("│   Amazon Web Services")
		s.Type("enter").See("company/oracle")
		s.Type("esc", "f").Write("clara").See("[ ] Santa Clara").Miss("[ ] Austin").Type("space").See("headquarters:santa-clara")
	})
}

func TestTheNameColumnStays(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("c", "home", "space").See("[x] Entreprise").Type("shift+down").See("[x] Entreprise")
		s.Type("end").Write("f").See("[x] Founded").Type("shift+up").See("[x] Founded")
	})
}
