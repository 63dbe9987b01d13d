package tuitest_test

import (
	"os"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestABaseThatSaysWhatItIsOpensOnItsOverview begins at the entity that the manifest
// names, else at the first kind.
func TestABaseThatSaysWhatItIsOpensOnItsOverview(t *testing.T) {
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		s.See("La mission d’affaires qui a mené", "Commencer par")
		if got := s.Reversed(); len(got) != 1 || !strings.HasPrefix(got[0], "Mission d’affaires") {
			s.Fail("%q is selected", got)
		}
		first := s.Text()
		s.Type("enter").See("event/mission-2024").Type("esc").Same(first)
		s.Type("tab").See(bar + " Service commercial").Miss("Commencer par").Type("esc").Same(first)
	})
	start(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.See("Une petite base pour les essais.", "Contenu")
		if got := s.Reversed(); len(got) != 1 || got[0] != "Entreprises" {
			s.Fail("%q is selected", got)
		}
		s.Type("tab").See(bar+" Amazon Web Services", "company/amazon")
	})
}

// TestABaseWithoutASummaryOpensOnAList opens bases that lack a title or a summary: on
// the first list, or on the entity that the manifest names.
func TestABaseWithoutASummaryOpensOnAList(t *testing.T) {
	for _, part := range []string{"title", "summary"} {
		text := strings.Replace(mission, part+" = {", "x = {", 1)
		start(t, file(t, text), wide, func(s *tuitest.Screen) { s.See(bar + " Amazon Web Services").Miss("Contenu") })
		text = strings.Replace(text, "format = 1", "format = 1\nhome = \"city/austin\"", 1)
		start(t, file(t, text), wide, func(s *tuitest.Screen) { s.See(bar+" Austin", "city/austin").Miss("Contenu") })
	}
}

// TestTheFirstFrameNamesWhatTheBaseIsAbout looks at the row of tabs as it is first
// seen, and at each of its tabs later.
func TestTheFirstFrameNamesWhatTheBaseIsAbout(t *testing.T) {
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		s.SeeBeside("Mission numérique Maroc – États-Unis", "219 entités")
		tabs := func(texts ...string) {
			t.Helper()
			for _, text := range texts {
				if !strings.Contains(s.Line(1), text) {
					s.Fail("%q is not among the tabs %q", text, s.Line(1))
				}
			}
		}
		tabs("Organis", "Entrepr", "Villes", "Thèmes", "›")
		s.Type("L")
		tabs("Public b", "Companies", "Cities", "Themes", "›")
		s.Type("6")
		tabs("Public b", "Companies", "Cities", "Themes", "Events", "›")
		s.Type("shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "shift+tab")
		tabs("Cyber", "‹")
	})
}

// TestAnyTabIsChosenByItsName opens the list of tabs from a list, a detail and the
// overview, and narrows it.
func TestAnyTabIsChosenByItsName(t *testing.T) {
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		s.Type("t").See("Onglets", "0 Vue d’ensemble").SeeBeside("1 Organismes publics", "11").SeeBeside("9 Régions et pays", "13").SeeBeside("Participants", "20")
		s.Write("Sources").See("› Sources").Miss("1 Organismes publics").Type("enter").See("1/112")
		s.Type("t").See(bar + "   Sources").Write("cyb").Type("enter").See("1/6")
		s.Type("enter", "t").Write("regi").Type("enter").See("1/13")
		s.Type("t", "esc", "t").Write("vue").Type("enter").See("Commencer par")
	})
}

// TestATabThatIsGoneIsTold reads files again from which the kind that is shown has been
// taken, and from which another one has.
func TestATabThatIsGoneIsTold(t *testing.T) {
	path := file(t, mission)
	without := func(kind string) {
		t.Helper()
		text := strings.ReplaceAll(mission, "["+kind+".", "[office.")
		text = strings.ReplaceAll(text, "[kinds."+kind+"]", "[kinds.office]")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	explore(t, path, wide, func(s *tuitest.Screen) {
		without("city")
		s.Type("R").See("Fichiers rechargés").Miss("n’est plus là").See(bar + " Amazon")
		without("company")
		s.Type("R").See("l’onglet «\u00a0Entreprises\u00a0» n’est plus là")
	})
}
