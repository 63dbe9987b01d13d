package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// harbour is a small base of which the sources are not all of one mind.
const harbour = `
[kb]
languages = ["fr", "en"]
[kinds.ship]
[kinds.port]
[kinds.source]
[relations.calls_at]
to = "port"
[relations.derived_from]
to = "source"
[relations.source]
to = "source"

[ship.aino]
name = "Aino"
crew = { value = 12, source = "log" }
built = [
  { value = 1901, source = ["log", "reprint"] },
  { value = 1903, source = "letter" },
  { value = 1899, source = "rumour", rank = "deprecated" },
]
tonnage = { value = 300, source = ["log", "reprint"] }
owner = { value = "Lund", source = "old" }
calls_at = { to = "riga", source = "log" }
[[ship.aino.facts]]
text = "It is said to be haunted."
source = "rumour"
rank = "deprecated"
[port.riga]
name = "Riga"
berths = { value = 4, source = "letter" }

[source.log]
name = "Harbour log"
publisher = "Harbour office"
date = 2024-05-01
[source.reprint]
name = "Log reprinted"
publisher = "A newspaper"
date = 2024
derived_from = "log"
[source.letter]
name = "Letter of a captain"
[source.rumour]
name = "Rumour"
[source.old]
name = "Register"
date = "2009"
`

func TestValuesThatDisagreeStandTogetherWithWhoSaysWhich(t *testing.T) {
	explore(t, file(t, harbour), tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("L", "enter").See("≠ 1901", "according to Harbour office, A newspaper", "[1][2] (one origin)", "≠ 1903  according to Letter of a captain [3]")
		s.SeeBeside("tonnage", "300 [1][2] (one origin)")
		s.Miss("1899", "haunted").See("+ 1 deprecated", "z deprecated")
		s.Type("z").See("1899", "deprecated", "haunted", "z hide").Miss("+ 1 deprecated")
		s.Type("z").Miss("1899", "haunted")
	})
}

func TestWhatFallsWithASource(t *testing.T) {
	explore(t, file(t, harbour), tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("L", "x").See("Select a source")
		s.Type("3", "x")
		s.See("Retraction", "Without “Harbour log”", "2 claims would have no source left.", "2 claims would be unaffected.", "crew: 12", "calls_at: Riga", "The last paths:")
		s.See("1 source derived from it is kept:", "x derived sources")
		s.Type("x").See("and 1 source derived from it", "4 claims would have no source left.").Miss("is kept:")
		s.Type("x").See("2 claims would have no source left.", "is kept:")
		s.Type("tab", "tab", "enter").See("ship/aino").Miss("Retraction")
		s.Type("esc").See("Retraction", "2 claims would have no source left.")
		if got := s.Reversed(); len(got) == 0 || got[0] != "Aino" {
			s.Fail("%v is selected", got)
		}
		s.Type("L").See("Retrait", "Sans «\u00a0Harbour log\u00a0»").Type("L")
		s.Type("esc", "j", "x").See("Without “Log reprinted”", "Every claim keeps another source.").Miss("x derived sources")
	})
}

func TestTheWayBackLeadsToWhatDependsOnASource(t *testing.T) {
	explore(t, file(t, harbour), tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("L", "3")
		before := s.Text()
		s.Type("x", "x").See("4 claims would have no source left.")
		s.Type("G", "enter").See("ship/aino").Type("0").See("Contents")
		s.Type("esc", "esc").See("Retraction", "and 1 source derived from it", "4 claims would have no source left.")
		s.Type("R").See("Retraction", "4 claims would have no source left.")
		s.Type("esc").Same(before).Type("+").See("4 claims would have no source left.")
		s.Type("g").Resize(40, 12).See("Retraction", "Without “Harbour log”").Type("G", "enter").See("Aino")
	})
}

func TestAPageOfASourceSaysWhatRestsOnIt(t *testing.T) {
	explore(t, file(t, harbour), tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("L", "3", "enter").See("Cited", "4 claims about 1 entity · 2 with no other source · 2", "with no other origin", "Log reprinted").Miss("same origin")
		s.SeeBeside("tonnage: 300", "no other origin")
		s.SeeBeside("crew: 12", "no other source")
	})
}

func TestTheStoredCopyIsScrolledToTheQuote(t *testing.T) {
	dir := t.TempDir()
	copied := strings.Repeat("The harbour office notes what comes and goes.\n", 200) + "On that day the Aino had\na crew of “twelve”.\n" + strings.Repeat("Nothing else of note.\n", 200)
	for name, text := range map[string]string{
		"kb.toml": `
[kb]
languages = ["fr", "en"]
[ship.aino]
name = "Aino"
crew = { value = 12, source = "log", quote = 'had a crew of "twelve"' }
owner = { value = "Lund", source = "log", quote = "had a crew of thirteen men" }
port = { value = "Riga", source = "lost", quote = "x" }
[source.log]
name = "Log"
text = "log.txt"
[source.lost]
name = "Lost"
text = "lost.txt"
`, "log.txt": copied,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, size := range []tuitest.Options{{Width: 120, Height: 36}, {Width: 80, Height: 24}, {Width: 40, Height: 12}} {
		explore(t, dir, size, func(s *tuitest.Screen) {
			s.Type("L", "enter")
			before := s.Text()
			s.Type("s").See("Sources", "Stored copy", "Aino had", "crew of")
			if !s.StandsOut("“twelve”") {
				t.Errorf("the words relied on are not lit:\n%s", s.Text())
			}
			s.Type("G").Miss("Aino had").See("Nothing else of note.").Type("g").See("The harbour office")
			s.Type("esc").Same(before)
		})
	}
	explore(t, dir, tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("L", "enter").See("! \"had a crew of thirteen men\" does not occur")
		s.Type("j", "s").See("does not occur in the stored", "The most similar", "a crew of “twelve”")
		s.Type("esc", "j", "s").See("the stored copy", "lost.txt")
	})
}

func TestACitedBriefIsCopied(t *testing.T) {
	explore(t, file(t, harbour), tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("L", "y").See("b", "brief with sources")
		s.Type("b").See("Sent to the terminal’s clipboard: brief with sources")
	})
	explore(t, file(t, "[ship.aino]\n[ship.bore]\ncrew = 12\n"), tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("y", "b").See("Aucune affirmation ne porte sur elle.")
		s.Type("j", "y", "b").See("Envoyé au presse-papiers du terminal")
	})
}

func TestASourceOfAWholeEntityStandsBehindWhatNamesNone(t *testing.T) {
	explore(t, file(t, "[kb]\nlanguages = ['fr', 'en']\n[place.top]\nheight = 12\nseen = { value = 3, source = 'walk' }\nsource = ['survey']\n[source.survey]\nname = 'Survey'\n[source.walk]\nname = 'A walk'\n"),
		tuitest.Options{Width: 80, Height: 24}, func(s *tuitest.Screen) {
			s.Type("L", "enter", "s").See("height", "Sources of the whole entity:", "Survey").Miss("no source")
			s.Type("esc", "j", "s").See("A walk").Miss("for all that it says")
		})
}

func TestAListSaysWhereToAskForSources(t *testing.T) {
	explore(t, file(t, harbour), tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("L").Miss("s source").Type("s").See("Enter opens it; s then shows the sources")
	})
}

func TestTheOverviewTellsOfWhatSourcesDisagree(t *testing.T) {
	explore(t, file(t, harbour), tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("L", "0").See("Sources disagree 1").SeeBeside("Aino", "≠ built")
	})
}
