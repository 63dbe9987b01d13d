package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

const bar = "▌"

func TestTheFirstScreenShowsWhatThereIs(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.See("Rihla", "Mission d’essai", "fr · 10 entités · 5 liens · 2 sources")
		s.See("1 Entreprises 4", "2 Villes 4", "3 Sources 2", "Amazon Web Services", "1/4")
		s.See(bar + " Amazon Web Services")
	})
}

func TestTheDetailFollowsTheSelection(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("j").See(bar+" Oracle", "company/oracle", "Bases de données, logiciels de gestion, cloud.", "2/4")
		s.Type("k").Miss("company/oracle").See("company/amazon")
		s.Type("G").See(bar+" École numérique", "4/4")
		s.Type("g", "down").See(bar + " Oracle")
	})
}

func TestTheSelectionStandsOutByMoreThanColour(t *testing.T) {
	colourless := wide
	colourless.Environ = []string{"NO_COLOR=please"}
	for name, o := range map[string]tuitest.Options{"with colours": wide, "without": colourless} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), o, func(s *tuitest.Screen) {
				s.Type("j").See(bar + " Oracle")
				if !s.StandsOut("Austin            1977") {
					t.Errorf("the selected row looks like any other: %+v", s.Styles("Austin            1977"))
				}
				if s.StandsOut("Santa Clara       2005") {
					t.Error("a row that is not selected stands out")
				}
			})
		})
	}
}

func TestOnANarrowScreenOnePageIsSeenAtATime(t *testing.T) {
	explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
		s.Type("j").See(bar + " Oracle").Miss("company/oracle")
		s.Type("enter").See("company/oracle", "siège").Miss("Palo Alto Networks")
		s.Type("esc").See(bar+" Oracle", "Palo Alto Networks").Miss("company/oracle")
	})
}

func TestFollowingALinkAndComingBack(t *testing.T) {
	for name, size := range map[string]tuitest.Options{"wide": wide, "narrow": narrow} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), size, func(s *tuitest.Screen) {
				s.Type("j", "enter").See("company/oracle")
				walkTo(s, "Austin")
				before := s.Text()
				s.Type("enter").See("city/austin", "Capitale du Texas.", "siège de")
				after := s.Text()
				s.Type("backspace").Same(before)
				s.Type("+").Same(after)
				s.Type("-").Same(before)
			})
		})
	}
}

func TestComingBackKeepsFilterSortAndScroll(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("S", "space", "space", "esc", "/").Write("palo").Type("enter")
		s.See("Entreprise ▼", "Entreprises 1/4")
		s.Type("enter")
		before := s.Text()
		s.Type("2").See("Redwood City")
		s.Type("backspace").Same(before)
	})
}

func TestALinkToWhatAFilterHidesTakesTheFilterOff(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("oracle").Type("enter", "2").See(bar+" Austin", "Entreprises 1/4")
		s.Type("enter")
		walkTo(s, "École numérique")
		before := s.Text()
		s.Type("enter").See("company/ecole", "Entreprises 4")
		s.Type("esc").Same(before)
	})
}

func TestEscTwiceInARowIsEscTwice(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("ecole").See("Entreprises 1/4").Hurry("esc", "esc").See("Contenu", "Entreprises 4").Miss("/ ecole")
		s.Type("1", "enter", "?").Hurry("esc", "esc").Type("j").See(bar + " Oracle")
	})
}

func TestTheSelectionOfTheMouseSurvivesAFilter(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("j").ClickOn("Palo Alto").See(bar + " Palo Alto")
		s.Type("/").Write("ecole").See(bar + " École").Type("esc").See(bar + " Palo Alto")
	})
}

func TestTabs(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("2").See(bar + " Austin")
		s.Type("right").See(bar + " SEC, 8-K")
		s.Type("right").See(bar + " Amazon Web Services")
		s.Type("left").See(bar + " SEC, 8-K")
		s.Type("h").See(bar + " Austin")
		s.Type("tab").See(bar + " SEC, 8-K")
		s.Type("shift+tab").See(bar + " Austin")
		s.Type("9").See(bar + " Austin")
	})
}

func TestTheTabRowNeverWraps(t *testing.T) {
	text := ""
	for _, c := range "abcdefghijklmnopqrstuvwxyz" {
		text += "[kind-" + string(c) + ".one]\nname = \"One " + string(c) + "\"\n"
	}
	explore(t, file(t, text), tuitest.Options{Width: 40, Height: 12}, func(s *tuitest.Screen) {
		s.See("Kind-a", "›").Miss("Kind-z")
		s.Type("left").See("Kind-z", "‹").Miss("Kind-a ")
	})
}
