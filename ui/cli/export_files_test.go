package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAnExportOfNothingLeavesTheFile checks that a query without results leaves an existing
// file unchanged.
func TestAnExportOfNothingLeavesTheFile(t *testing.T) {
	dir := t.TempDir()
	file := write(t, "keep.csv", "kept\n")
	run(t, "export", "zzzqqq", "--force", "-o", file).exits(1).complains("zzzqqq")
	if text, err := os.ReadFile(file); err != nil || string(text) != "kept\n" {
		t.Errorf("%q, %v", text, err)
	}
	run(t, "export", "zzzqqq", "--format", "csv", "-o", filepath.Join(dir, "tables")).exits(1)
	if made, err := os.ReadDir(dir); err != nil || len(made) > 0 {
		t.Errorf("%v, %v", made, err)
	}
}

// TestAnExportAsOfADayHoldsWhatHeldThen exports an entity whose seat moved, as of a day, in
// all formats.
func TestAnExportAsOfADayHoldsWhatHeldThen(t *testing.T) {
	const moved = "[kb]\nformat = 1\n[relations.seat]\nto = 'city'\n[company.x]\nseat = [{ to = 'old-town', until = 2019 }, { to = 'new-town', since = 2020 }]\n[city.old-town]\n[city.new-town]\n"
	base := write(t, "moved.toml", moved)
	for _, format := range []string{"json", "jsonl", "csv", "tsv", "turtle", "turtle-star"} {
		args := []string{"export", "kind:company", "--format", format, "--kb", base}
		if then, now := run(t, append(args, "--at", "2018")...).exits(0).out, run(t, args...).exits(0).out; strings.Contains(then, "new-town") || !strings.Contains(now, "new-town") {
			t.Errorf("%s: in 2018\n%s\nat any time\n%s", format, then, now)
		}
	}
}

func TestAnExportIsWrittenToAFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "companies.jsonl")
	run(t, "export", "kind:company", "-o", file).exits(0).misses("{")
	text, err := os.ReadFile(file)
	if err != nil || strings.Count(string(text), "\n") < 5 || !strings.HasPrefix(string(text), `{"address":"company/`) {
		t.Fatalf("%v %.200s", err, text)
	}
	run(t, "export", "-o", file).exits(4).complains("companies.jsonl: it already exists", "--force writes over it")
	if after, _ := os.ReadFile(file); string(after) != string(text) {
		t.Error("it was written over")
	}
	run(t, "export", "kind:city", "-o", file, "--force").exits(0)
	if after, _ := os.ReadFile(file); !strings.HasPrefix(string(after), `{"address":"city/`) {
		t.Errorf("%.100s", after)
	}
	run(t, "export", "-o", filepath.Join(dir, "none", "x.json"), "--lang", "fr").exits(4).complains("x.json")
	if out := run(t, "export", "kind:city", "-o", "-", "--format", "jsonl").exits(0).out; !strings.HasPrefix(out, `{"address":"city/`) {
		t.Errorf("%.100s", out)
	}
}

func TestAnExportIsWrittenToAFolder(t *testing.T) {
	dir := t.TempDir()
	tables := filepath.Join(dir, "tables")
	run(t, "export", "--format", "csv", "-o", tables).exits(0)
	names := func(folder string) string {
		all, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, f := range all {
			names = append(names, f.Name())
		}
		return strings.Join(names, " ")
	}
	if got := names(tables); !strings.Contains(got, "agency.csv") || !strings.Contains(got, "source.csv") || names(dir) != "tables" {
		t.Error(got, names(dir))
	}
	text, _ := os.ReadFile(filepath.Join(tables, "company.csv"))
	if !strings.Contains(string(text), "headquarters,headquarters.name") || !strings.Contains(string(text), "austin,Austin") {
		t.Errorf("%.500s", text)
	}
	mine := filepath.Join(tables, "mine.txt")
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "export", "--format", "csv", "-o", tables).exits(4).complains("tables: it already exists", "--force")
	for _, force := range []string{"--force=false", "--force"} {
		run(t, "export", "--format", "csv", "-o", mine, force).exits(4).complains("mine.txt: it is a file, but the output is a folder").keepsQuietOf("--force writes over it")
	}
	run(t, "export", "kind:company", "--format", "tsv", "-o", tables, "--force").exits(0)
	if got := names(tables); !strings.Contains(got, "company.tsv") || !strings.Contains(got, "mine.txt") || strings.Contains(got, "city.tsv") {
		t.Error(got)
	}
}

func TestFormulasOfAnExportAreSaid(t *testing.T) {
	kb := write(t, "x.toml", "[thing.x]\nname = \"=cmd|'/c calc'!A1\"\nn = -5\n")
	tables := filepath.Join(t.TempDir(), "t")
	run(t, "export", "--kb", kb, "--format", "csv", "-o", tables).exits(0).complains("1 cell begins as a formula does: --guard-formulas")
	run(t, "export", "--kb", kb, "--format", "csv", "-o", tables, "--force", "--guard-formulas").exits(0)
	if text, _ := os.ReadFile(filepath.Join(tables, "thing.csv")); !strings.Contains(string(text), "x,'=cmd") || !strings.Contains(string(text), ",-5") {
		t.Errorf("%s", text)
	}
}

// TestTheNameOfAFileSaysItsFormat selects the format by the file extension,
// case-insensitively.
func TestTheNameOfAFileSaysItsFormat(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	for name, begins := range map[string]string{
		"a.csv": "key,name,", "b.TSV": "key\tname\t", "c.json": `{"format":1`, "d.JsonL": `{"address":"city/`,
		"e.graphml": "<?xml", "f.ttl": "@prefix", "g.geojson": `{"type":"FeatureCollection"`, "h.ics": "BEGIN:VCALENDAR",
		"i.dot": "digraph {", "j.mmd": "flowchart LR", "k.svg": "<svg ", "l.bib": "", "m.csl.json": "[\n", "n.ftm.jsonl": `{"canonical_id":"city-`, "o.FTM.json": `{"id":"city-`,
	} {
		run(t, "export", "kind:city", "-o", in(name)).exits(0)
		if text, err := os.ReadFile(in(name)); err != nil || !strings.HasPrefix(string(text), begins) {
			t.Errorf("%s: %v %.80s", name, err, text)
		}
	}
	for _, name := range []string{"x.xlsx", "x.md", "x", "x.", ".csv"} {
		run(t, "export", "kind:city", "-o", in(name)).exits(2).complains(name+" matches no format: use .json, .jsonl,", ".csv", "--format")
		if _, err := os.Stat(in(name)); err == nil {
			t.Errorf("%s is written", name)
		}
	}
	run(t, "export", "--format", "sqlite").exits(2).complains("sqlite is a binary format: name a file with --output, or -")
	run(t, "export", "kind:city", "--format", "sqlite", "-o", "-").exits(0).prints("SQLite format 3\x00")
	run(t, "export", "-o", "").exits(2).complains("the path is empty")
	run(t, "export", "--format", "json", "-o", "").exits(2).complains("the path is empty")
	run(t, "export", "kind:city", "--format", "jsonl", "-o", in("x.txt")).exits(0)
	run(t, "brief", "company/oracle", "-o", in("o.odt")).exits(2).complains("o.odt matches no format: use .md, .html, .bib, .txt")
	for name, begins := range map[string]string{"o.md": "# Oracle\n", "o.html": "<!DOCTYPE html>", "o.bib": "@online{", "o.txt": "Oracle\n"} {
		run(t, "brief", "company/oracle", "--lang", "en", "-o", in(name)).exits(0).misses("Oracle")
		if text, err := os.ReadFile(in(name)); err != nil || !strings.HasPrefix(strings.TrimLeft(string(text), " \n"), begins) {
			t.Errorf("%s: %v %.80s", name, err, text)
		}
		run(t, "brief", "company/oracle", "-o", in(name)).exits(4).complains("it already exists", "--force")
	}
}

// TestATableHasOneKind writes a table of one kind, and checks the error for several kinds.
func TestATableHasOneKind(t *testing.T) {
	one := filepath.Join(t.TempDir(), "all.csv")
	run(t, "export", "-o", one, "--lang", "en").exits(2).complains("a table holds one kind, and these entities have 10", "--format csv -o "+strings.TrimSuffix(one, ".csv")+" writes a folder of tables", "kind:")
	if _, err := os.Stat(one); err == nil {
		t.Error("it is written")
	}
	run(t, "export", "--format", "tsv").exits(2).complains("--format tsv -o tables writes a folder")
	run(t, "export", "kind:city", "--format", "csv").exits(0).prints("key,name,", "austin,Austin")
	run(t, "export", "kind:city", "nosuchword", "--format", "csv").exits(1).complains("nosuchword")
}

// TestAFormatOfNothingSaysSo exports entities without locations or dates as points and
// events.
func TestAFormatOfNothingSaysSo(t *testing.T) {
	kb := write(t, "x.toml", "[thing.x]\nname = 'X'\n")
	run(t, "export", "--kb", kb, "--format", "geojson").exits(0).complains("no entity has a location: the file contains no points")
	run(t, "export", "--kb", kb, "--format", "ical").exits(0).complains("no entity has a date: the file contains no events")
	run(t, "export", "--kb", kb, "--format", "json").exits(0).keepsQuietOf("no entity")
	run(t, "export", "kind:city", "--format", "geojson").exits(0).keepsQuietOf("no entity")
}

// TestNotesAreWrittenForOtherPrograms exports the built-in base as notes.
func TestNotesAreWrittenForOtherPrograms(t *testing.T) {
	notes := filepath.Join(t.TempDir(), "notes")
	run(t, "export", "--format", "markdown").exits(2).complains("markdown is a folder of files: name it with --output")
	run(t, "export", "--format", "markdown", "-o", notes, "--lang", "en").exits(0)
	text, err := os.ReadFile(filepath.Join(notes, "company", "oracle.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"---\ntitle: \"Oracle\"\n", "tags:\n  - \"company\"\n", "headquarters:\n  - \"[[city/austin|Austin]]\"\n", "founded: 1977\n",
		"- **based in**: [[city/austin|Austin]] (since 11 December 2020", "[^1]: [[source/", "- **← met during**: [[",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

// TestSourcesAreListedForOtherPrograms exports the sources of all entities, of some, and of
// an entity without sources.
func TestSourcesAreListedForOtherPrograms(t *testing.T) {
	all := run(t, "export", "--format", "bibtex", "--lang", "en").exits(0).prints("@online{abj-2020-12,\n", "  title        = {{Oracle moves HQ to Austin from California}}")
	some := run(t, "export", "kind:company", "--format", "bibtex", "--lang", "en").exits(0).prints("@online{abj-2020-12,\n")
	if n, m := strings.Count(all.out, "\n@"), strings.Count(some.out, "\n@"); n <= m || m == 0 {
		t.Errorf("%d sources, and %d of companies", n, m)
	}
	var items []struct {
		ID, Title, URL string
		Author         []struct{ Literal string }
		Issued         struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	run(t, "export", "--format", "csl-json", "--lang", "en").exits(0).decode(&items)
	if len(items) != strings.Count(all.out, "@online{")+strings.Count(all.out, "@misc{") || items[0].ID == "" {
		t.Errorf("%d items", len(items))
	}
	kb := write(t, "x.toml", "[source.a]\nname = 'A & B'\nauthor = ['Ada, Countess', 'Team {x}']\ndate = '2024-02'\n[thing.x]\nn = { value = 1, source = ['a', 'https://example.org/b'] }\n")
	run(t, "export", "--kb", kb, "--format", "bibtex").exits(0).prints("author       = {{Ada, Countess} and {Team \\textbraceleft{}x\\textbraceright{}}}")
	run(t, "export", "--kb", kb, "--format", "csl-json").exits(0).decode(&items)
	if len(items) != 2 || items[0].Title != "A & B" || len(items[0].Author) != 2 || items[0].Author[0].Literal != "Ada, Countess" || items[1].URL != "https://example.org/b" {
		t.Errorf("%+v", items)
	}
	inWords := write(t, "z.toml", "[source.b]\nurl = 'https://example.org/b'\ndate = 'spring 2020'\n[source.c]\ndate = 'late 2021'\n")
	run(t, "export", "--kb", inWords, "--format", "bibtex").exits(0).prints("note         = {spring 2020}\n}", "howpublished = {late 2021}")
	none := write(t, "y.toml", "[thing.x]\nname = 'X'\n")
	run(t, "export", "--kb", none, "--format", "csl-json").exits(0).prints("[\n]").complains("no entity is or cites a source")
}

// TestAGraphThatMermaidDoesNotDrawIsSaid exports a graph above Mermaid's limits and one
// below.
func TestAGraphThatMermaidDoesNotDrawIsSaid(t *testing.T) {
	var b strings.Builder
	b.WriteString("[relations.next]\n")
	for i := range 502 {
		fmt.Fprintf(&b, "[thing.t%d]\nnext = 't%d'\n", i, (i+1)%502)
	}
	kb := write(t, "x.toml", b.String())
	run(t, "export", "--kb", kb, "--format", "mermaid", "--lang", "en").exits(0).prints(`n1 -->|"next"| n2`).complains("Mermaid draws at most 500 links")
	run(t, "export", "kind:company,city", "--format", "mermaid").exits(0).prints("flowchart LR", "Oracle").keepsQuietOf("maxEdges", "Rabat-Salé")
}

// TestNotesOfEntitiesThatAreGoneGo exports a base to notes, changes it, and exports it again:
// the notes that the first export wrote go with their entities, all others stay.
func TestNotesOfEntitiesThatAreGoneGo(t *testing.T) {
	base := write(t, "towns.toml", "[town.a]\n[town.b]\n[town.c]\n[ship.x]\n[port.y]\n")
	notes := filepath.Join(t.TempDir(), "notes")
	export := func(args ...string) {
		t.Helper()
		run(t, append([]string{"export", "--kb", base, "--format", "markdown", "-o", notes, "--force"}, args...)...).exits(0)
	}
	in := func(name string) string { return filepath.Join(notes, filepath.FromSlash(name)) }
	export()
	for name, text := range map[string]string{"town/mine.md": "mine\n", "town/b.md": "I wrote more\n", "mine.md": "mine\n"} {
		if err := os.WriteFile(in(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(base, []byte("[town.a]\n[port.y]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	export("kind:town") // leaves the note of y, which is not selected
	for name, isThere := range map[string]bool{
		"town/a.md": true, "town/b.md": true, "town/c.md": false, "town/mine.md": true, "mine.md": true, "ship/x.md": false, "ship": false, "port/y.md": true,
	} {
		if _, err := os.Stat(in(name)); (err == nil) != isThere {
			t.Errorf("%s: %v", name, err)
		}
	}
	if text, _ := os.ReadFile(in("town/b.md")); string(text) != "I wrote more\n" {
		t.Errorf("%q", text)
	}
}
