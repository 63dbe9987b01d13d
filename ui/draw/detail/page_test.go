package detail_test

import (
	"rihla/model/export"
	"rihla/model/kbtest"
	"rihla/ui/draw/detail"
	"rihla/ui/rich/richtest"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/ui/present"
)

const atlas = `
[kb]
format = 1
languages = ["fr", "en"]

[relations.sister]
label = { fr = "jumelée avec", en = "sister city of" }
from = "city"
to = "city"
symmetric = true

[relations.seat]
label = { fr = "siège", en = "seat" }
inverse = { fr = "siège de", en = "seat of" }
to = "city"

[city.rabat]
name = "Rabat"
sister = "austin"

[city.austin]
name = "Austin"
summary.fr = "Capitale du Texas."

[company.oracle]
name = "Oracle"
title = "Oracle"
seat = [
  { to = "rabat", until = "1990", rank = "deprecated" },
  { to = "austin", since = 2020-12-11, source = "filing", locator = "§1", quote = "moved its seat" },
]
founded = { value = 1977, confidence = "disputed", source = "filing" }
server.inlay.hints = true
server.inlay.parameters.names = false
separator = "  "

[[company.oracle.facts]]
text = { fr = "Le déménagement.", en = "The move." }
about = "rabat"
source = ["filing", "https://example.org/a"]

[source.filing]
name = "Form 8-K"
publisher = "SEC"
date = 2020-12-11
url = "https://sec.example/8-k"
`

func page(t *testing.T, address, lang string, width int) string {
	t.Helper()
	k := kbtest.Read(t, atlas)
	e := k.Lookup(kb.Address(address))
	if e == nil {
		t.Fatalf("no %s; %v", address, k.Findings)
	}
	return richtest.Text(detail.Of(present.NewVoice(k, lang), e, width).Lines)
}

func TestAPageReadsFromNameToSources(t *testing.T) {
	got := page(t, "company/oracle", "en", 80)
	richtest.Shows(t, got, "Oracle", "company/oracle\n", "Company · 2 sources\n",
		"seat", "Rabat", "until 1990 · deprecated\n", "Austin", "since 11 December 2020", "[1]\n",
		"founded", "1977", "disputed", "[1]\n",
		"separator", "“  ”\n",
		"\nserver.inlay\n", "hints", "yes\n", "parameters.names", "no\n",
		"\nFacts\n", "– The move. [1][2]\n", "→ Rabat\n",
		"\nSources\n", "[1] Form 8-K, SEC, 2020-12-11, §1  “moved its seat”\n", "[2] https://example.org/a\n")
	if strings.Contains(got, "title") {
		t.Errorf("the name is said twice:\n%s", got)
	}
}

func TestASymmetricRelationIsSeenFromBothEnds(t *testing.T) {
	richtest.Shows(t, page(t, "city/rabat", "fr", 60), "jumelée avec", "Austin\n")
	got := page(t, "city/austin", "fr", 60)
	richtest.Shows(t, got, "jumelée avec", "Rabat\n", "← siège de", "Oracle", "depuis le 11 décembre 2020")
	if strings.Contains(got, "← jumelée") {
		t.Errorf("said as a backlink too:\n%s", got)
	}
}

func TestATextInAnotherLanguageSaysSo(t *testing.T) {
	richtest.Shows(t, page(t, "city/austin", "en", 60), "Capitale du Texas. (in French)\n")
	if got := page(t, "city/austin", "fr", 60); strings.Contains(got, "(en ") {
		t.Errorf("the reader's own language is named:\n%s", got)
	}
}

func TestASourceSaysWhatReliesOnIt(t *testing.T) {
	richtest.Shows(t, page(t, "source/filing", "en", 80), "Cited by 3", "3 claims about 1 entity · 2 with no other source", "  Oracle\n", "seat: Austin  no other source", "founded: 1977  no other source", "The move.\n")
}

func TestAnEmptyEntitySaysSo(t *testing.T) {
	k := kbtest.Read(t, "[x.a]\nname = 'A'\n[x.b]\nz = 1\n")
	richtest.Shows(t, richtest.Text(detail.Of(present.NewVoice(k, "en"), k.Lookup("x/a"), 40).Lines), "A", "x/a\n", "Nothing else is recorded.")
}

func TestWhatIsCopiedCitesItsSource(t *testing.T) {
	k := kbtest.Read(t, atlas)
	oracle := k.Lookup("company/oracle")
	seat := k.Record(oracle).Values("seat")[1]
	for lang, want := range map[string]string{
		"en": "Oracle — seat: Austin (since 11 December 2020). Source: Form 8-K, SEC, 2020-12-11, §1, “moved its seat”, https://sec.example/8-k.",
		"fr": "Oracle — siège : Austin (depuis le 11 décembre 2020). Source : Form 8-K, SEC, 2020-12-11, §1, « moved its seat », https://sec.example/8-k.",
	} {
		v := present.NewVoice(k, lang)
		if got := strings.ReplaceAll(v.Citation(seat, nil), "\u00a0", " "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	v := present.NewVoice(k, "en")
	richtest.Shows(t, export.NoteMarkdown(v.Note(oracle)), "# Oracle\n", "- **seat**: Rabat (until 1990, deprecated), Austin (since 11 December 2020)[^1]\n",
		"- **server.inlay.hints**: yes\n", "- The move.", "[^1]: Form 8-K")
	richtest.Shows(t, richtest.Text(detail.Evidence(v, seat, nil, 60).Lines), "Oracle — seat: Austin", "since 11 December 2020", "Form 8-K, SEC", "§1", "“moved its seat”", "https://sec.example/8-k")
	richtest.Shows(t, richtest.Text(detail.Evidence(v, k.Record(oracle).Values("separator")[0], nil, 60).Lines), "no source given")
}

func TestAnUntilInTheFutureStillHolds(t *testing.T) {
	k := kbtest.Read(t, "[x.a]\nlead = [{ value = 'now', until = '2030' }, { value = 'then', until = '2010' }]\n")
	v := present.NewVoice(k, "en")
	v.Day, _ = present.ParseDay("2026-11-23")
	v.Today = v.Day
	if got := v.Cell(k.Lookup("x/a"), "lead"); got != "now" {
		t.Errorf("the list shows %q", got)
	}
}

func TestAMillionBacklinksAreCounted(t *testing.T) {
	city, company := &kb.Kind{Name: "city"}, &kb.Kind{Name: "company"}
	austin := &kb.Entity{Kind: city, Key: "austin"}
	k := &kb.KB{Kinds: []*kb.Kind{city, company}, Entities: []*kb.Entity{austin}}
	for range 1_000_000 {
		k.Entities = append(k.Entities, &kb.Entity{Kind: company, Key: "c"})
	}
	k.Index()
	recorder := k.NewRecorder()
	for _, e := range k.Entities[1:] {
		recorder.Add(e, &kb.Record{Statements: []kb.Statement{{From: e, Field: company.Field("seat"), To: austin}}})
	}
	k.Connect(recorder)
	p := detail.Of(present.NewVoice(k, "en"), austin, 80)
	checkPage(t, "austin", p, 80)
	richtest.Shows(t, richtest.Text(p.Lines), "← seat 1,000,000", "and 999,800 more")
	if len(p.Links) != 200 {
		t.Errorf("%d links", len(p.Links))
	}
}

func TestWhatMayHaveChangedSaysOfWhatYearItIs(t *testing.T) {
	k := kbtest.Read(t, `
[source.old]
date = "2009"
[source.new]
date = 2025-03-01
[ship.aino]
owner = { value = "Lund", source = "old" }
crew = { value = 12, source = ["old", "new"] }
flag = { value = "blue", date = 2008, source = "old" }
built = { value = 1901-05-05, source = "old" }
port = { to = "riga", since = 2001, source = "old" }
sister = { to = "riga", source = "old" }
[port.riga]
`)
	v := present.NewVoice(k, "en")
	v.Day, _ = present.ParseDay("2026-11-24")
	v.Today = v.Day
	got := richtest.Text(detail.Of(v, k.Lookup("ship/aino"), 80).Lines)
	richtest.Shows(t, got, "owner   Lund  as of 2009  [1]", "crew    12 [1][2]", "port    riga  since 2001 · as of 2009  [1]")
	if strings.Count(got, "as of") != 2 {
		t.Errorf("more is said to be of a year:\n%s", got)
	}
}

// TestNumbersOfATableStandRight lays out a table of a text and a number.
func TestNumbersOfATableStandRight(t *testing.T) {
	k := kbtest.Read(t, "[thing.one]\nparts = [{ part = 'wheel', count = 4 }, { part = 'screw', count = 1200 }]\n")
	page := detail.Of(present.NewVoice(k, "en"), k.Lookup("thing/one"), 60)
	var got []string
	for _, line := range page.Lines {
		if text := line.Text(); strings.Contains(text, "wheel") || strings.Contains(text, "screw") || strings.Contains(text, "count") {
			got = append(got, strings.TrimSpace(strings.TrimPrefix(text, "parts")))
		}
	}
	if want := "part   count\nwheel      4\nscrew   1200"; strings.Join(got, "\n") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

// TestListsWithinAListKeepTheirBrackets shows spans of matches, and coordinates, which
// have none.
func TestListsWithinAListKeepTheirBrackets(t *testing.T) {
	k := kbtest.Read(t, "[kinds.test.fields]\nseen = { type = 'location' }\n[test.pair]\nspans = [[[0, 9], [6, 9]], [1, 2]]\nseen = [[30.5, -97.5], [34.0, -6.5]]\n")
	got := richtest.Text(detail.Of(present.NewVoice(k, "en"), k.Lookup("test/pair"), 80).Lines)
	richtest.Shows(t, got, "[[0, 9], [6, 9]]", "[1, 2]")
	if strings.Contains(got, "[30.5") {
		t.Errorf("coordinates have brackets:\n%s", got)
	}
}
