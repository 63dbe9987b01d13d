package tuitest_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/tui/tuitest"
)

// incomplete is a base in which a text names what it is not linked to, and one company
// is there twice.
const incomplete = `
[kb]
format = 1
[kinds.company]
[kinds.person]
[company.brenova]
name = "Brenova Systems"
[company.brenova-2]
name = "Brenova Systems, Inc."
[company.calder]
name = "Calder Networks"
[person.ada]
name = "Ada Marchetti"
summary = "She led the laboratories of Calder Networks for ten years."
`

func TestSuggestionsAreExplainedAcceptedAndRefused(t *testing.T) {
	path := file(t, incomplete)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("v").See("suggestions").Type("s").See("Peut-être identiques", "Brenova Systems", "Nommées sans lien", "Ada Marchetti nomme Calder Networks")
		s.Type("/").Write("ada").See("Calder").Miss("Brenova").Type("enter")
		s.Type("enter").See("person/ada", "about = [\"company/calder\"]").Type("esc")
		s.Type("a").See("Écrit dans trial.toml.").Miss("Ada Marchetti nomme").Type("esc").See("Brenova")
		want := incomplete + "about = [\"company/calder\"]\n"
		if got := read(t, path); got != want {
			s.Fail("the file is %q", got)
		}
		s.Type("r").See("Refus écrit dans trial.toml", "Aucune suggestion.")
		if got := read(t, path); !strings.HasPrefix(got, want) || !strings.Contains(got, "[[refused]]\nsame = [") {
			s.Fail("the file is %q", got)
		}
	})
}

func TestSuggestionsOfTheBuiltInBaseAreOnlyShown(t *testing.T) {
	folder := filepath.Dir(file(t, incomplete))
	open := func(ctx context.Context, _ reader.Options) (*kb.KB, error) {
		return reader.OpenFS(ctx, os.DirFS(folder), reader.Options{})
	}
	exploreBy(t, open, "", wide, func(s *tuitest.Screen) {
		s.Type("v", "s").See("Brenova").Miss("a accepter").Type("a").See("la base intégrée ne peut pas être modifiée").See("Brenova")
		s.Type("r").See("la base intégrée ne peut pas être modifiée")
	})
}

func TestAMergeIsBegunAndSaysWhatIsLeftToDo(t *testing.T) {
	path := file(t, incomplete)
	explore(t, path, narrow, func(s *tuitest.Screen) {
		s.Type("v", "s").SeeBeside(bar, "Brenova Systems").Type("a").See("Noms ajoutés dans trial.toml")
		if got := read(t, path); !strings.Contains(got, "aliases = [\"Brenova Systems, Inc.\"]") {
			s.Fail("the file is %q", got)
		}
	})
}

// TestSuggestionsQuoteTheTextThatOneReads switches the language: the passage is that of
// the same text in the other, and so is its place.
func TestSuggestionsQuoteTheTextThatOneReads(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		french, english := []string{"signé à San Francisco\u00a0; 29 mai 2024", "Oracle nomme"}, []string{"signed in San Francisco; 29 May 2024", "Oracle names"}
		s.Type("v", "s").See(french...).Miss(english...)
		s.Type("L").See(english...).Miss(french...)
		s.Type("enter").See(english...).Type("esc", "L").See(french...)
	})
}

// TestASuggestionShowsWhatIsWrittenOfIt also where others are of the same table.
func TestASuggestionShowsWhatIsWrittenOfIt(t *testing.T) {
	const base = "[note.trip]\nname = \"Trip\"\nsummary = \"Brenova met Tarsis there.\"\n[company.brenova]\nname = \"Brenova\"\n[company.tarsis]\nname = \"Tarsis\"\n"
	path := file(t, base)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("L", "v", "s").See("Brenova", "Tarsis").Type("enter").See(`about = ["company/brenova"]`).Miss("company/tarsis\"]").Type("esc", "a").See("trial.toml")
		became(t, s, path, base, "there.\"\n", "there.\"\nabout = [\"company/brenova\"]\n")
	})
}
