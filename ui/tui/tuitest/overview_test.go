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

// TestTheOverviewTakesTheRoomThatThereIs looks at the overview of the built-in base
// on screens of several sizes.
func TestTheOverviewTakesTheRoomThatThereIs(t *testing.T) {
	exploreMorocco(t, tuitest.Options{Width: 200, Height: 60}, func(s *tuitest.Screen) {
		s.See("Ministère de la Transition numérique et de la Réforme de l’administration", "≠ début, durée, étape texane", "themes.toml").Miss("…", "↓")
		s.Type("L").See("Ministry of Digital Transition and Administrative Reform", "themes.toml").Miss("…", " more", "↓")
		s.Resize(120, 36).See("≠ start, duration, Texas stop", "164 dates and spans", "57 entities there", "themes.toml").Miss("↓")
		s.Resize(80, 24).See("↓", "Most linked", "81 links").Type("G").Miss("↓").See("↑")
		s.Type("g").Resize(40, 12).See("Start with", "↓")
		if got := s.Reversed(); len(got) != 1 {
			s.Fail("%q is selected", got)
		}
	})
}
