package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/kbtest"
)

func TestSourcesNeedNoDeclaration(t *testing.T) {
	expect(t, read(t, "[kb]\nformat = 1\n[kinds.company]\n[relations.partner]\nto = \"company\"\n", `
[company.one]
partner = "two"
size = { value = 3, source = "reprint" }
[company.two]
size = { value = 4, source = "release" }
[source.release]
name = "Release"
[source.reprint]
name = "Reprint"
derived_from = "release"
`))
}

const demanding = `
[kb]
format = 1
[kinds.company]
require = ["summary", "source"]
[kinds.source]
[relations.seat]
to = "city"
`

func TestTheManifestRequiresFieldsAndSources(t *testing.T) {
	expect(t, read(t, demanding, `
[company.sourced]
summary = "x"
source = "s"
founded = 1977
[company.partly]
summary = "x"
founded = { value = 1977, source = "s" }
closed = 1999
[[company.partly.facts]]
text = "words"
[company.bare]
friend = "partly"
[city.rabat]
[source.s]
`),
		"unsourced a.toml:9:1 company/partly", "unsourced a.toml:10:1 company/partly",
		"missing-required a.toml:12:1 company/bare", "missing-required a.toml:12:1 company/bare",
		"unknown-relation a.toml:13:1 company/bare", "unsourced a.toml:13:1 company/bare",
		"unknown-kind a.toml:14:1 city/rabat", "unused-declaration kb.toml:7:1")
}

// TestAManifestThatCorrectsOneThingIsNoListOfAll: what it does not mention is as it
// was inferred.
func TestAManifestThatCorrectsOneThingIsNoListOfAll(t *testing.T) {
	const text = "[person.ann]\nborn = 1902\ndied = 1977\nseen = 3\nplays = 'drum'\nfriend = 'bo'\n[person.bo]\nfriend = 'ann'\nplays = 'drum'\n[tool.drum]\nsize = 1\nweight = 2\nmaker = 'ann'\n[album.blue]\nby = 'bo'\n"
	expect(t, read(t, "[kb]\nformat = 1\n[kinds.person]\nlabel = 'Musicians'\n", text))
	expect(t, read(t, "[kb]\nformat = 1\n[relations.friend]\nto = 'person'\n", text))
	expect(t, read(t, "[kb]\nformat = 1\n[kinds.person.fields.born]\ntype = 'year'\n", text))
	expect(t, read(t, "[kb]\nformat = 1\n[kinds.person]\n[kinds.tool]\n", text), "unknown-kind a.toml:14:1 album/blue")
	expect(t, read(t, "[kb]\nformat = 1\n[relations.friend]\n[relations.plays]\n[relations.maker]\n", text), "unknown-relation a.toml:15:1 album/blue")
	expect(t, read(t, "[kb]\nformat = 1\n[kinds.person.fields]\nborn = { type = 'year' }\ndied = { type = 'year' }\n", text), "unknown-field a.toml:4:1 person/ann")
}

func TestARelationMustNameExistingKinds(t *testing.T) {
	expect(t, read(t, "[kb]\n[kinds.a]\n[relations.r]\nto = 'nowhere'\n", "[a.x]\n"), "unknown-kind kb.toml:3:1")
}

func TestHintsSuggestFixes(t *testing.T) {
	const manifest = "[kb]\nlanguages = ['fr', 'en', 'ar']\n[kinds.ship]\n[kinds.port]\n[kinds.crew]\n[relations.r]\nfrom = 'ship'\nto = ['prot', 'lighthouse', 'port']\n"
	k := read(t, manifest, "[ship.x]\nr = 'brest'\nsummary = { en = 'A ship' }\nfacts = [{ text = 'Steered by d.', about = 'd' }]\n[ship.alone]\n[port.brest]\n[port.far]\n[crew.c]\n[source.s]\n[crew.d]\n")
	var got []string
	for _, f := range check.Run(k) {
		got = append(got, f.Remedy.String())
	}
	want := []string{
		`add-languages(fr = "…", ar = "…")`, "link-by(r)", "link-to-by(r)", "link-to", `cite-or-remove("s")`,
		`did-you-mean("port")`, "declare-or-name-kind(lighthouse)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s", strings.Join(got, "\n  "))
	}
	for _, f := range check.Run(read(t, "", "[a.x]\nnext = 'y'\n[a.y]\n[a.alone]\n")) {
		if !f.Remedy.IsEmpty() {
			t.Errorf("nobody asked for links: %s", f.Remedy)
		}
	}
}

func TestQualifiersMustHoldTheirTypes(t *testing.T) {
	text := `
[a.x]
good = { value = 1, since = 2020, until = "2021-05", date = 2020-01-01T10:00:00Z, confidence = "high", rank = "normal" }
bad = { value = 1, since = "long ago" }
worse = { value = 1, confidence = "sure", rank = "best" }
[source.s]
`
	findings := []string{"bad-date a.toml:4:28 a/x", "bad-type a.toml:5:35 a/x", "bad-type a.toml:5:50 a/x"}
	expect(t, read(t, "[kb]\n", text), findings...)
	expect(t, read(t, "", text))
	expect(t, read(t, "", strings.ReplaceAll(text, "value = 1", "value=1,source='s'")), "bad-date a.toml:4:37 a/x", "bad-type a.toml:5:44 a/x", "bad-type a.toml:5:59 a/x")
}

func TestContradictionsAreValuesThatExcludeEachOther(t *testing.T) {
	expect(t, read(t, "", `
[source.a]
[source.b]
[city.x]
[city.y]
[org.clash]
founded = [{ value = 1961, source = "a" }, { value = 1992, source = "b" }]
seat = [{ to = "x", source = "a" }, { to = "y", source = "b" }]
[org.settled]
founded = [{ value = 1961, source = "a" }, { value = 1992, source = "b", rank = "preferred" }]
seat = [{ to = "x", until = 2020 }, { to = "y", since = 2020 }]
[org.agreed]
founded = [{ value = 1992, source = "a" }, { value = 1992, source = "b" }]
seat = { to = "x", source = "a" }
[org.many]
seat = { to = "y", source = "a" }
tags = ["p", "q"]
partners = [{ to = "clash", source = "a" }, { to = "agreed", source = "a" }]
`), "contradiction a.toml:7:12 org/clash", "contradiction a.toml:8:9 org/clash")
}

func TestOrphansAreEntitiesWithoutLinks(t *testing.T) {
	var got []string
	for _, f := range check.Run(read(t, "", "[a.x]\nb = 'y'\n[b.y]\n[a.alone]\n")) {
		got = append(got, fmt.Sprintf("%s %s %s", f.Code, f.Address, f.Severity()))
	}
	if !slices.Equal(got, []string{"orphan a/alone info"}) {
		t.Error(got)
	}
}

func TestAnEmptyTextNamesNoSource(t *testing.T) {
	expect(t, read(t, "[kb]\nformat = 1\n", "[source.a]\nderived_from = ''\n[ship.x]\nsize = { value = 1, source = 'a' }\n"))
}

// TestEntitiesOfABrokenFileAreNoOrphans: what links them may not have been read.
func TestEntitiesOfABrokenFileAreNoOrphans(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{"a.toml": "[a.x]\nb = 'y'\n[b.y]\n[a.alone]\n", "torn.toml": "[a.torn]\nb = y\n[b.z]\n[a.whole]\nn = 1\n"})
	var got []string
	for _, f := range check.Run(k) {
		got = append(got, fmt.Sprintf("%s %s", f.Code, f.Address))
	}
	if !slices.Equal(got, []string{"orphan a/alone", "syntax "}) {
		t.Error(got)
	}
}
