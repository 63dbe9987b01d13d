package tuitest_test

import (
	"encoding/base64"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

func TestABriefIsOneKeyFromWhatIsSelected(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("j")
		before := s.Text()
		s.Type("b").See("Oracle", "Sources", "SEC, 8-K", "[1]")
		brief := s.Text()

		// A citation leads to its source, and back to the citation.
		s.Type("tab", "enter").See("source/").Type("esc").See("SEC, 8-K")
		if got := s.Reversed(); len(got) != 1 {
			s.Fail("%q is selected", got)
		}
		s.Type("p").Same(brief)
		s.Type("y").See("note avec ses sources")
		sent := string(s.Sent())
		_, sent, _ = strings.Cut(sent, "\x1b]52;c;")
		sent, _, _ = strings.Cut(sent, "\a")
		if text, err := base64.StdEncoding.DecodeString(sent); err != nil || !strings.HasPrefix(string(text), "# Oracle\n") || !strings.Contains(string(text), "[^1]:") {
			s.Fail("copied: %q (%v)", text, err)
		}
		s.Type("L").See("Company", "Founded").Type("L").See("Entreprise")
		s.Resize(40, 12).See("L’essentiel").Resize(120, 36).See("SEC, 8-K")
		s.Type("esc").Same(before)
	})
}

func TestTheBriefOfTheMissionIsOneKeyFromTheFirstFrame(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		s.Type("b").See("Mission", "[1]").Type("G").See("Sources").Type("esc")
		s.Type("1", "b").See("[1]")
	})
}

func TestABriefOfWhatNothingIsSaidOf(t *testing.T) {
	explore(t, file(t, "[city.nowhere]\n"), wide, func(s *tuitest.Screen) {
		s.Type("b").See("Aucune affirmation ne porte sur").Hurry("enter", "tab", "j", "G", "o", "w", "y").See("Aucune affirmation")
	})
}
