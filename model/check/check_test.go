package check_test

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/say"
)

// read reads a knowledge base of one or two files: the manifest, if there is
// one, and a.toml.
func read(t *testing.T, manifest, text string) *kb.KB {
	t.Helper()
	files := map[string]string{"a.toml": text}
	if manifest != "" {
		files["kb.toml"] = manifest
	}
	return kbtest.ReadFiles(t, files)
}

// result lists findings, but for orphans, as code, place and address.
func result(k *kb.KB) []string {
	out := []string{}
	for _, f := range check.Run(k) {
		if f.Code != kb.Orphan {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Code, f.Position, f.Address)))
		}
	}
	return out
}

func expect(t *testing.T, k *kb.KB, want ...string) {
	t.Helper()
	if got := result(k); !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestReservedFieldsMustHoldTheirTypes(t *testing.T) {
	expect(t, read(t, "[kb]\nformat = 1\n", `
[event.good]
date = 2024-02-11
start = "2024-02"
end = "2024"
url = "https://example.org/a?b=c"
website = "mailto:someone@example.org"
location = [33.5, -7]
[event.bad]
date = "2024-02-30"
start = "soon"
end = true
url = "javascript:alert(1)"
website = "example.org"
location = [91, 0]
[event.worse]
url = "https://user@example.org"
location = [1, 2, 3]
`),
		"bad-date a.toml:10:8 event/bad", "bad-date a.toml:11:9 event/bad", "bad-date a.toml:12:7 event/bad",
		"bad-url a.toml:13:7 event/bad", "bad-url a.toml:14:11 event/bad", "bad-location a.toml:15:12 event/bad",
		"bad-url a.toml:17:7 event/worse", "bad-location a.toml:18:12 event/worse")
}

func TestWithoutAManifestAReservedFieldMayMeanSomethingElse(t *testing.T) {
	ordinary := `
[menu.home]
url = "/"
location = "left"
start = 0
end = 12.5
next = "about"
[menu.about]
website = "#about"
next = "home"
[database.main]
url = "postgres://u:p@localhost/db"
start = "10:00"
end = 12:30:00
location = [640, 480]
[database.other]
url = "git@example.org:a/b.git"
website = "${URL}"
next = "main"
[comment.html]
start = "<!--"
end = "-->"
date = "soon"
url = false
location = 3
[mesh.cube]
start = true
location = [0.0, 1.5, 3.2]
`
	expect(t, read(t, "", ordinary))
	expect(t, read(t, "[kb]\nformat = 1\n", ordinary),
		"bad-url a.toml:3:7 menu/home", "bad-location a.toml:4:12 menu/home", "bad-date a.toml:5:9 menu/home",
		"bad-date a.toml:6:7 menu/home", "bad-url a.toml:9:11 menu/about",
		"bad-url a.toml:12:7 database/main", "bad-date a.toml:13:9 database/main", "bad-date a.toml:14:7 database/main",
		"bad-location a.toml:15:12 database/main", "bad-url a.toml:17:7 database/other", "bad-url a.toml:18:11 database/other",
		"bad-date a.toml:21:9 comment/html", "bad-date a.toml:22:7 comment/html", "bad-date a.toml:23:8 comment/html",
		"bad-url a.toml:24:7 comment/html", "bad-location a.toml:25:12 comment/html",
		"bad-date a.toml:27:9 mesh/cube", "bad-location a.toml:28:12 mesh/cube")
}

func TestWithoutAManifestValuesLikeDatesAndAddressesMustBeValid(t *testing.T) {
	expect(t, read(t, "", `
[event.one]
date = "2024-02-30"
start = "30/02/2024"
end = "2024-2"
location = [148.2, -3.5]
url = "www.example.org"
website = "javascript:alert(1)"
`), "bad-date a.toml:3:8 event/one", "bad-date a.toml:4:9 event/one", "bad-date a.toml:5:7 event/one", "bad-location a.toml:6:12 event/one",
		"bad-url a.toml:7:7 event/one", "bad-url a.toml:8:11 event/one")
}

// What people keep in TOML has words in common with the format.
func TestFilesOfOtherProgramsHaveNoFindings(t *testing.T) {
	for _, text := range []string{`
[dependencies]
url = "2.4.1"
date = "1.0.12"
location = { version = "0.3", features = ["start"] }
[dependencies.website]
url = "git@example.org:a/b.git"
rank = "1.2"
[[bin]]
name = "start"
path = "src/bin/start.rs"
`, `
[project]
name = "sample"
[project.urls]
url = "docs"
website = "https://example.org"
[scripts.dev]
start = "python3 -m http.server 8080"
end = "pkill server"
[project.scripts]
start = "sample.cli:main"
`, `
[[redirects]]
from = "/old"
to = "/new"
status = 301
[[redirects]]
from = "/new"
to = "/newer"
[[headers]]
for = "/*"
[headers.values]
date = "now"
`, `
[card.ace]
worth = { value = 11, rank = "ace" }
[card.king]
worth = { value = 4, rank = "king", confidence = "0.9" }
[api.list]
limit = { value = 20, since = "1.4.0", until = "2.0.0" }
`, `
[colour.red]
start = "#ff0000"
end = [255, 0, 0]
[keys.normal]
g = "goto"
s = ["goto", "save"]
[keys.insert]
g = "goto"
[command.goto]
end = "line-end"
[command.save]
`,
	} {
		if got := result(read(t, "", text)); len(got) > 0 {
			t.Errorf("%s in%s", got, text)
		}
	}
}

func TestADeprecatedValueContradictsNothing(t *testing.T) {
	expect(t, read(t, "[kb]\nformat = 1\n", `
[thing.one]
v = [{ value = 1, rank = "deprecated" }, { value = 2 }]
w = [{ value = 1, confidence = "high" }, { value = 2 }]
u = [{ value = 1 }, { value = 2 }]
next = "two"
[thing.two]
aliases = { fr = ["deux"], en = "second" }
next = "deux"
`), "contradiction a.toml:4:6 thing/one")
}

const typed = `
[kb]
format = 1
[kinds.thing.fields]
year = { type = "year" }
text = { type = "text" }
born = { type = "date" }
count = { type = "number" }
flag = { type = "bool" }
mail = { type = "email" }
home = { type = "url" }
at = { type = "location" }
size = { type = ["small", "large"] }
sizes = { choices = ["small", "large"] }
`

func TestValuesMustBeOfTheirDeclaredType(t *testing.T) {
	expect(t, read(t, typed, `
[thing.good]
year = 1977
text = "x"
born = 1977-01-01
count = { value = 1.5 }
flag = false
mail = "a@example.org"
home = "https://example.org"
at = [1.5, 2]
size = "small"
sizes = ["small", "large"]
[thing.bad]
year = "MCM"
text = 3
born = "then"
count = { value = "many" }
flag = "yes"
mail = "nobody"
home = "x"
at = "here"
size = "medium"
sizes = ["small", "medium"]
other = 1
`),
		"bad-type a.toml:14:8 thing/bad", "bad-type a.toml:15:8 thing/bad", "bad-date a.toml:16:8 thing/bad",
		"bad-type a.toml:17:19 thing/bad", "bad-type a.toml:18:8 thing/bad", "bad-type a.toml:19:8 thing/bad",
		"bad-url a.toml:20:8 thing/bad", "bad-location a.toml:21:6 thing/bad", "bad-type a.toml:22:8 thing/bad",
		"bad-type a.toml:23:19 thing/bad", "unknown-field a.toml:24:1 thing/bad")
}

func TestElementsOfAListAreCheckedAtTheirOwnPositions(t *testing.T) {
	expect(t, read(t, typed, `
[thing.x]
born = ["2024", "2025"]
home = ["https://example.org", "mailto:a@example.org"]
[thing.y]
born = ["2024", "then", "once"]
home = ["https://example.org", "x"]
`), "bad-date a.toml:6:17 thing/y", "bad-date a.toml:6:25 thing/y", "bad-url a.toml:7:32 thing/y")
}

func TestLongTextsInMessagesAreCutBetweenCharacters(t *testing.T) {
	for _, before := range []string{"", "x", "xx"} {
		long := before + strings.Repeat("€", 100)
		k := read(t, typed, fmt.Sprintf("[thing.x]\nborn = %q\nyear = { value = 1, since = %[1]q, confidence = %[1]q, rank = %[1]q }\n", long))
		said := 0
		for _, f := range check.Run(k) {
			if f.Code != kb.Orphan {
				said++
				if said := f.Problem.String(); !utf8.ValidString(said) || strings.Contains(said, `\x`) || !strings.Contains(said, "€…") || len(said) > 300 {
					t.Error(said)
				}
			}
		}
		if said != 4 {
			t.Errorf("%d findings", said)
		}
	}
}

func TestFindingsAreSortedByPosition(t *testing.T) {
	findings := check.Run(read(t, typed, "[thing.x]\nyear = 'x'\nother = 1\n= broken\n[thing.y]\nyear = 'y'\n"))
	if !slices.IsSortedFunc(findings, func(p, q kb.Finding) int { return p.Position.Line - q.Position.Line }) || len(findings) < 3 {
		t.Error(findings)
	}
}

// copies reads a knowledge base with stored copies beside it.
func copies(t *testing.T, text string, files map[string]string) *kb.KB {
	t.Helper()
	all := map[string]string{"kb.toml": text}
	maps.Copy(all, files)
	return kbtest.ReadFiles(t, all)
}

func TestQuotesAreSearchedInTheStoredCopy(t *testing.T) {
	k := copies(t, `
[source.log]
text = "copies/log.txt"
[source.page]
text = "copies/page.html"
[source.lost]
text = "copies/lost.txt"
[source.scan]
text = "copies/scan.pdf"
[source.none]
[ship.aino]
crew = { value = 12, source = "log", quote = "a crew of  twelve" }
owner = { value = "Lund", source = [
  { source = "log", quote = "belongs to Lund" },
  { source = "page", quote = "“Lund & Sons”" },
  { source = "none", quote = "anything" },
  { source = "lost", quote = "anything" },
] }
[[ship.aino.facts]]
text = "It sank."
source = "log"
quote = "it did not sink at all, they say"
`, map[string]string{
		"copies/log.txt": "The ship\nhas a crew of\ntwelve. It is owned by Lund, they say.\n", "copies/page.html": "<p>« Lund &amp; Sons »</p>", "copies/scan.pdf": "%PDF-1.4\x00",
	})
	expect(t, k, "snapshot-missing kb.toml:7:8 source/lost", "snapshot-missing kb.toml:9:8 source/scan",
		"quote-not-found kb.toml:14:29 ship/aino", "quote-not-found kb.toml:22:9 ship/aino")
	for _, f := range check.Run(k) {
		if f.Code == kb.QuoteNotFound && f.Position.Line == 14 && !reflect.DeepEqual(f.Remedy, say.QuoteLike.With(say.Text("It is owned by Lund, they say."))) {
			t.Errorf("the most similar passage is not named: %s", f.Remedy)
		}
	}
}

// TestEachReportsTheFindingsOfRun compares the findings of Each and Run on
// bases of several thousand entities.
func TestEachReportsTheFindingsOfRun(t *testing.T) {
	var b strings.Builder
	b.WriteString("[kb]\n[kinds.a.fields]\nyear = { type = 'year' }\n[relations.none]\n[a.z]\nnone = 'x1'\n")
	for i := range 5000 {
		fmt.Fprintf(&b, "[a.x%d]\nyear = %s\nfriend = 'x%d'\n", i, []string{"1977", "'y'", "= 1"}[i%7%3], (i*7919)%5000)
	}
	k := copies(t, b.String(), nil)
	all := check.Run(k)
	var told []kb.Finding
	if err := check.Each(context.Background(), k, func(f kb.Finding) bool { told = append(told, f); return true }); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(all, told) {
		t.Errorf("%d findings told one by one, %d together, or in another order", len(told), len(all))
	}
	if len(all) < 1000 {
		t.Errorf("only %d findings", len(all))
	}
	n := 0
	if err := check.Each(context.Background(), k, func(kb.Finding) bool { n++; return n < 10 }); err != nil || n != 10 {
		t.Errorf("told %d after the tenth was enough: %v", n, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := check.Each(ctx, k, func(kb.Finding) bool { return true }); err == nil {
		t.Error("nothing is said of a context that has ended")
	}
}
