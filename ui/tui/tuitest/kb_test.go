package tuitest_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/tui"
	"rihla/ui/tui/tuitest"
)

// mission is a small knowledge base with all that the stories need: links both
// ways, sources that disagree, two languages, a body, a web address.
const mission = `
[kb]
format = 1
title = { fr = "Mission d’essai", en = "Trial mission" }
summary = { fr = "Une petite base pour les essais.", en = "A small base for trials." }
languages = ["fr", "en"]

[kinds.company]
label = { fr = "Entreprises", en = "Companies" }
one = { fr = "entreprise", en = "company" }
columns = ["headquarters", "founded"]
[kinds.city]
label = { fr = "Villes", en = "Cities" }
one = { fr = "ville", en = "city" }
[kinds.source]
label = { fr = "Sources", en = "Sources" }
one = { fr = "source", en = "source" }

[relations.headquarters]
label = { fr = "siège", en = "headquarters" }
inverse = { fr = "siège de", en = "seat of" }
to = "city"

[company.amazon]
name = "Amazon Web Services"
founded = 2006
headquarters = "seattle"
[company.oracle]
name = "Oracle"
aliases = ["ORCL"]
summary = { fr = "Bases de données, logiciels de gestion, cloud.", en = "Databases, business software, cloud." }
url = "https://www.oracle.com/"
founded = { value = 1977, source = "britannica", locator = "§1", quote = "was founded in 1977", confidence = "high", note = { fr = "sous un autre nom", en = "under another name" } }
headquarters = [
  { to = "redwood-city", until = 2020-12-11, source = "sec-8k" },
  { to = "austin", since = 2020-12-11, source = "sec-8k", quote = "changed its Corporate Headquarters" },
]
body = """
# Beginnings

It began in **Santa Clara**, see [the site](https://www.oracle.com/) and [this](javascript:alert(1)).

- one
- two
"""
[company.palo-alto]
name = "Palo Alto Networks"
founded = 2005
headquarters = "santa-clara"
[company.ecole]
name = "École numérique"
founded = 1999
headquarters = "austin"

[city.austin]
name = "Austin"
summary = { fr = "Capitale du Texas.", en = "Capital of Texas." }
[city.redwood-city]
name = "Redwood City"
[city.santa-clara]
name = "Santa Clara"
[city.seattle]
name = "Seattle"

[source.sec-8k]
name = "SEC, 8-K"
publisher = "Securities and Exchange Commission"
date = 2020-12-11
url = "https://www.sec.gov/8k"
[source.britannica]
name = "Encyclopædia Britannica"
`

// file writes a knowledge base of one file and returns its path.
func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "trial.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// start opens a path in the explorer, in French, and tells a story of it.
func start(t *testing.T, path string, o tuitest.Options, story func(*tuitest.Screen)) {
	t.Helper()
	exploreBy(t, func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		return reader.Open(ctx, path, o)
	}, path, o, story)
}

// explore is start with a story that begins in the first list, when it is no longer
// said that this may have been shown already.
func explore(t *testing.T, path string, o tuitest.Options, story func(*tuitest.Screen)) {
	t.Helper()
	start(t, path, o, func(s *tuitest.Screen) {
		s.Type("1").Wait(5 * time.Second)
		story(s)
	})
}

// exploreBy is explore with another way to open.
func exploreBy(t *testing.T, open func(context.Context, reader.Options) (*kb.KB, error), path string, o tuitest.Options, story func(*tuitest.Screen)) {
	t.Helper()
	tuitest.Run(t, o, func(terminal tuitest.Terminal) error {
		return tui.Run(terminal.Context, tui.Options{
			Open: open, Path: path, Lang: "fr",
			Input: terminal.Input, Output: terminal.Output, Environ: terminal.Environ, Started: terminal.Started,
		})
	}, story)
}

// wide and others are the sizes of the stories.
var (
	wide   = tuitest.Options{Width: 120, Height: 36}
	narrow = tuitest.Options{Width: 80, Height: 24}
)

// walkTo walks the links of a detail until one of this name has the focus.
func walkTo(s *tuitest.Screen, name string) {
	for range 50 {
		if slices.Contains(s.Reversed(), name) {
			return
		}
		s.Type("tab")
	}
	s.Fail("no link %q has the focus, ever", name)
}
