package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// A row of a dialog is found by typing a part of its text.
func TestFindingARowOfADialog(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("S", "/").Write("SIEGE").See("/ SIEGE", bar+"     Siège")
		s.Type("enter").Miss("/ SIEGE").See(bar + "     Siège")
		s.Type("/").Write("nothing is called so").See(bar + "     Siège").Type("esc")
		s.Type("/").Write("found").See(bar+"     Founded", "↵ appliquer  Esc effacer")
		s.Type("esc").See(bar + "     Siège").Miss("/ found")
		s.Type("enter").See("Siège ▲").Miss("/ nothing")
		s.Type("c", "/").Write("siege").See("/ siege", bar+" [x] Siège")
		s.Type("esc", "esc").Miss("/ siege")
		s.Type("g", "space", "space", "m", "/").Write("oracl").See("/ oracl", bar+" Oracle").Type("enter").Miss("/ oracl")
		s.Type("enter").See("company/oracle")
	})
}
