package tuitest_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// shipOfFields returns a knowledge base with more fields than a form shows at once.
func shipOfFields() string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[kinds.ship]\n[ship.a]\nname = 'A'\n")
	for i := range 20 {
		fmt.Fprintf(&b, "field_%02d = %d\n", i, i)
	}
	return b.String()
}

func TestAFormSaysHowManyOffersThereAreAndKeepsItsPlace(t *testing.T) {
	explore(t, file(t, shipOfFields()), wide, func(s *tuitest.Screen) {
		corners := func() (top, bottom int) {
			_, top, _ = s.Find("╭")
			_, bottom, _ = s.Find("╰")
			return top, bottom
		}
		s.Type("a").See("1–5 sur 20").Type("ctrl+p").See("16–20 sur 20")
		top, bottom := corners()
		choices, _, _ := s.Find("‹ valeur ou lien ›")
		s.Type("up").Miss(" sur 20").Type("right").See("à propos de").Type("right").See("‹ entité ›")
		if t, b := corners(); t != top || b != bottom {
			s.Fail("the form stands in lines %d to %d, and stood in %d to %d", t, b, top, bottom)
		}
		s.Type("right")
		if x, _, _ := s.Find("‹ valeur ou lien ›"); x != choices {
			s.Fail("what is chosen from stands at %d, and stood at %d", x, choices)
		}
	})
}

func TestAFormOnASmallScreenSaysWhichKeyWrites(t *testing.T) {
	explore(t, file(t, shipOfFields()), tuitest.Options{Width: 40, Height: 12}, func(s *tuitest.Screen) {
		s.Type("a").See("1–5 sur 20", "ctrl-s écrire", "Échap fermer", "↓─╯")
	})
}

func TestAFormSaysWhatALocatorLooksLike(t *testing.T) {
	explore(t, file(t, cited), wide, func(s *tuitest.Screen) {
		s.Type("a", "up", "up", "up").See("passage", "comme p. 12").Write("p").Miss("comme p")
		s.Type("esc", "c").Write("san-jose").Type("enter").See("source").Miss("autre source", "comme p")
	})
}

func TestAFormShowsWhereALongLineChanges(t *testing.T) {
	long := "[kb]\nformat = 1\n[kinds.source]\n[kinds.ship]\n[ship.a]\nname = 'A'\nbuilt = { value = 1977, note = \"" + strings.Repeat("as they say ", 8) + "\", source = \"log\", quote = \"laid down\", confidence = \"high\" }\n[source.log]\n"
	explore(t, file(t, long), narrow, func(s *tuitest.Screen) {
		s.Type("2", "enter", "c").Write("built").Type("enter", "down", "down", "down").See("laid down").Type("ctrl+u").Write("launched")
		s.See("- …", `quote = "laid down", conf`, "+ …", `quote = "launched", conf`)
	})
}

// TestWhatToChangeIsReadBeforeWhereItStands checks the choice of what to change on a narrow
// screen: if the file of a value does not fit, its line number stays.
func TestWhatToChangeIsReadBeforeWhereItStands(t *testing.T) {
	explore(t, file(t, mission), tuitest.Options{Width: 40, Height: 14}, func(s *tuitest.Screen) {
		s.Type("1", "j", "enter", "c").See("siège\u00a0: Redwood City", "…:").Resize(80, 14).See("trial.toml:").Miss("…:")
	})
}
