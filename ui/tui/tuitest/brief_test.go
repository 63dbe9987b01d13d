package tuitest_test

import (
	"encoding/base64"
	"os"
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

func TestABriefIsWrittenToAFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("mine.html", []byte("mine"), 0o640); err != nil {
		t.Fatal(err)
	}
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		before := s.Type("j", "b").See("w écrire").Text()
		s.Type("w").See("Écrire la note dans", "oracle.md").Type("esc").Same(before)
		s.Type("w", "enter").See("Écrit\u00a0: note sur Oracle, dans oracle.md")
		if got := holds(t, "oracle.md"); !strings.HasPrefix(got, "# Oracle\n") || !strings.Contains(got, "[^1]:") {
			t.Errorf("wrote %q", got)
		}
		s.Type("w", "enter").See("oracle.md existe déjà").Type("esc").Miss("existe déjà")

		name := func(name string) { s.Type("w", "ctrl+u").Write(name).Type("enter") }
		name("brief.html")
		if got := holds(t, "brief.html"); !strings.HasPrefix(got, "<!") || !strings.Contains(got, "Oracle") {
			t.Errorf("wrote %q", got)
		}
		name("mine.html")
		s.See("mine.html existe déjà").Type("enter", "esc")
		if got := holds(t, "mine.html"); got != "mine" {
			t.Errorf("wrote %q", got)
		}
		name("mine.html")
		s.Type("w").See("note sur Oracle, dans mine.html")
		if got := holds(t, "mine.html"); got != holds(t, "brief.html") {
			t.Errorf("wrote %q", got)
		}
		name("brief.pdf")
		s.See("! Le nom du fichier doit finir par .md, .html.").Type("esc").Type("L", "w", "enter", "w").See("Brief on Oracle written to oracle.md")
		if got := holds(t, "oracle.md"); !strings.Contains(got, "Company") {
			t.Errorf("wrote %q", got)
		}
	})
	explore(t, file(t, "[city.nowhere]\n"), wide, func(s *tuitest.Screen) {
		s.Type("b").Miss("w écrire").Type("w").See("w (écrire la note dans un fichier, en Markdown ou en HTML)\u00a0: rien à faire ici.")
	})
}
