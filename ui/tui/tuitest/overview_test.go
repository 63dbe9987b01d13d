package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestTheOverviewSaysHowSoundItIs walks the overview column by column, from what
// there is to what is linked most.
func TestTheOverviewSaysHowSoundItIs(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("0").SeeBeside("Contenu", "Les plus liées").See("7 affirmations sur 10 sont sans source")
		selected := func(want string) {
			if got := s.Reversed(); len(got) != 1 || got[0] != want {
				s.Fail("%q is selected, not %q", got, want)
			}
		}
		selected("Entreprises")
		s.Type("j", "j")
		selected("Sources")
		s.Type("j")
		selected("1977 – 2020")
		before := s.Text()
		s.Type("enter").See("Oracle · siège › Austin").Type("esc").Same(before)
		s.Type("j")
		selected("Oracle")
		s.Type("k", "g", "G").Type("enter").See("city/seattle")
		s.Type("esc").See("Contenu").Type("g", "enter").See(bar+" Amazon").Type("esc", "L").See("7 claims of 10 have no source")
	})
}
