package kb_test

import (
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

const shop = `
[note.a]
text = "one"
[note.b]
text = "two"
[note.c]
text = "three"
[note.d]
text = "four"
[source.s]
title = "S"
[source.t]
title = "T"
[source.u]
title = "U"
[city.rabat]
name = "Rabat"
[shop.first]
name = "First"
city = "rabat"
[shop.second]
name = "Second"
city = "rabat"
source = "s"
`

func names(kinds []*kb.Kind) string {
	var out []string
	for _, kind := range kinds {
		out = append(out, kind.Name)
	}
	return strings.Join(out, " ")
}

func TestTheLargestLinkedKindsComeFirst(t *testing.T) {
	k := kbtest.Read(t, shop)
	if got := names(k.Tabs()); got != "shop city note source" {
		t.Errorf("the tabs are %s", got)
	}
	if got := names(k.Kinds); got != "note source city shop" {
		t.Errorf("the kinds are %s: their order must stay that of the files", got)
	}
}

func TestAManifestDecidesTheOrderOfTheTabsThatItDeclares(t *testing.T) {
	for manifest, want := range map[string]string{
		"[kinds.city]\n[kinds.note]\n[kinds.empty]\n": "city note empty shop source",
		"[kinds.note]\n":                   "note shop city source",
		"[relations.text]\nnever = true\n": "shop city note source",
	} {
		if got := names(kbtest.Read(t, "[kb]\nformat = 1\n"+manifest+shop).Tabs()); got != want {
			t.Errorf("%q: the tabs are %s, want %s", manifest, got, want)
		}
	}
}

// TestKindsThatAreNotDeclaredKeepTheirOrder reads the same with other kinds first.
func TestKindsThatAreNotDeclaredKeepTheirOrder(t *testing.T) {
	const manifest, first, second = "[kb]\nformat = 1\n[kinds.city]\n", "[note.a]\ntext = \"one\"\n", "[shop.first]\nname = \"First\"\n"
	before, now := kbtest.Read(t, manifest+first+second), kbtest.Read(t, manifest+second+first)
	now.KeepTabs(before)
	if was, is := names(before.Tabs()), names(now.Tabs()); was != is {
		t.Errorf("the tabs were %s, and are %s", was, is)
	}
}

// TestAKindThatComesBackHasItsTabAgain reads without the file of a kind in between.
func TestAKindThatComesBackHasItsTabAgain(t *testing.T) {
	const notes, towns = "[note.a]\ntext = \"one\"\n", "[town.a]\nname = \"A\"\n[town.b]\nname = \"B\"\n"
	before, between, now := kbtest.Read(t, notes+towns), kbtest.Read(t, notes), kbtest.Read(t, towns+notes+"[a.b]\n[a.c]\n[a.d]\n")
	between.KeepTabs(before)
	now.KeepTabs(between)
	if got, want := names(now.Tabs()), names(before.Tabs())+" a"; got != want {
		t.Errorf("the tabs are %s, want %s", got, want)
	}
}

// TestAnOutlineOrdersBySize reads the headers alone, which say nothing of links.
func TestAnOutlineOrdersBySize(t *testing.T) {
	outlined := kbtest.Read(t, shop+"[source.v]\ntitle = \"V\"\n[source.w]\ntitle = \"W\"\n")
	outlined.Partial = true
	if got := names(outlined.Tabs()); got != "note shop city source" {
		t.Errorf("the tabs are %s", got)
	}
}
