package tuitest_test

import (
	"slices"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

func TestAClickSelectsAndAClickOnTheSelectionOpens(t *testing.T) {
	explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
		s.ClickOn("Palo Alto").See(bar + " Palo Alto").Wait(time.Second)
		s.ClickOn("Oracle").See(bar + " Oracle").Miss("company/oracle").Wait(time.Second)
		s.ClickOn("Oracle").See("company/oracle").Type("esc").See(bar + " Oracle").Wait(time.Second)
		s.DoubleClickOn("Oracle").See("company/oracle").Type("esc").Wait(time.Second)
		s.DoubleClickOn("Palo Alto").See("company/palo-alto")
	})
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.DoubleClickOn("Oracle").See("↵ suivre").Wait(time.Second)
		s.ClickOn("Redwood City").Miss("city/redwood-city").Wait(time.Second).ClickOn("Redwood City").See("city/redwood-city")
	})
}

func TestTabsAreClicked(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.ClickOn("Villes").See(bar + " Austin").ClickOn("Sources").See(bar + " SEC, 8-K")
	})
}

func TestALinkIsFollowedByTheMouse(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("j").DoubleClickOn("Redwood City").See("city/redwood-city")
		s.Type("esc").See("company/oracle")
	})
}

func TestTheWheelScrollsWhatIsUnderThePointer(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 120, Height: 12}, func(s *tuitest.Screen) {
		s.Type("j").See("Bases de données")
		s.Wheel(100, 6, 3).Miss("company/oracle").See(bar + " Oracle")
		s.Wheel(100, 6, -3).See("company/oracle")
	})
}

func TestADialogIsClicked(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		before := s.Type("j").Text()
		s.Type("y").See("Copier").ClickOn("adresse").See("Copier").ClickOn("adresse").Miss("Copier")
		if got := clipboard(t, s); got != "company/oracle" {
			t.Errorf("copied %q", got)
		}
		s.Wait(10*time.Second).Type("y").See("Copier").Click(1, 20).Same(before)
		s.Type("c", "end").ClickOn("[x] Siège").See("[x] Siège").ClickOn("[x] Siège").See("[ ] Siège").Type("esc").Miss("Siège ")
	})
}

func TestHintsAreClicked(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.ClickOn("facettes").See("Facettes", "taper pour filtrer").ClickOn("fermer").Miss("Facettes")
		s.Wait(time.Second).ClickOn("? aide").See("taper pour chercher").Miss("f facettes  S trier").ClickOn("Échap fermer").Miss("taper pour chercher")
		s.Wait(time.Second).ClickOn("/ filtrer").Write("oracle").See("Entreprises 1/4")
	})
}

func TestAClickBesideADialogClosesIt(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("space", "m", "ctrl+y").See("Copier").Click(1, 30).Miss("Copier").See("Marquées 1")
		s.Wait(time.Second).Click(1, 30).Miss("Marquées 1").See("• 1 marquée")
	})
}

func TestTheWheelGoesAlongTheTabs(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Wheel(40, 1, 1).See(bar+" Austin").Wheel(40, 1, -1).See(bar + " Amazon")
	})
}

func TestTheMouseCanBeLeftToTheTerminal(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("M")
		if got := tuitest.Sequences(s.Sent()); !slices.Contains(got, "\x1b[?1002l") {
			t.Errorf("the mouse was not given up: %q", got)
		}
		s.ClickOn("Villes")
	})
}
