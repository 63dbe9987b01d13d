package reader_test

import (
	"slices"
	"testing"

	"rihla/model/kb"
)

const manifest = `
[kb]
format = 1
title = { fr = "Mission", en = "Mission (en)" }
languages = ["fr", "en"]
home = "company/oracle"

[kinds.city]
label = { en = "Cities", fr = "Villes" }

[kinds.company]
columns = ["headquarters"]
[kinds.company.fields.founded]
type = "year"

[relations.headquarters]
label = { en = "headquarters", fr = "siège" }
inverse = { en = "seat of", fr = "siège de" }
from = "company"
to = ["city", "region"]

[relations.about]
inverse = { en = "mentioned in" }
`

const company = `
[company.oracle]
name = "Oracle"
summary = { fr = "Bases de données", en = "Databases" }
founded = { value = 1977, source = "ap", locator = "§1" }
headquarters = [
  { to = "redwood-city", until = 2020-12-11, source = "8k" },
  { to = "austin", since = 2020-12-11, source = ["8k", "ap"], quote = "changed its", role = "seat", confidence = "high" },
]
[[company.oracle.facts]]
text = { fr = "Installée à Austin", en = "Seated in Austin" }
about = ["austin", "region/texas"]
source = [{ source = "ap", locator = "p. 2", quote = "Texas" }]

[city.austin]
[city.redwood-city]
[region.texas]
[source.ap]
[source.8k]
`

func TestTheManifestOrdersKindsAndLabelsRelations(t *testing.T) {
	k := folder(t, map[string]string{"kb.toml": manifest, "a.toml": company})
	var kinds []string
	for _, kind := range k.Kinds {
		kinds = append(kinds, kind.Name)
	}
	same(t, "kinds", kinds, "city", "company", "region", "source")
	if k.Home == nil || k.Home.Key != "oracle" {
		t.Errorf("home is %v", k.Home)
	}
	if title, other := k.TextIn(k.Title, "en"); title != "Mission (en)" || other != "" {
		t.Errorf("title %q %q", title, other)
	}
	same(t, "findings", findings(k))
	same(t, "links", links(t, k, "company/oracle"),
		"headquarters → city/redwood-city", "headquarters → city/austin", "about → city/austin", "about → region/texas")
}

func TestStatementsHaveEvidence(t *testing.T) {
	k := folder(t, map[string]string{"kb.toml": manifest, "a.toml": company})
	oracle := k.Record(k.Lookup("company/oracle"))
	founded := oracle.Values("founded")
	if len(founded) != 1 || founded[0].Value.Str != "1977" || founded[0].Claim.Evidence[0].Locator != "§1" {
		t.Fatalf("founded: %+v", founded)
	}
	seat := oracle.Values("headquarters")[1]
	if c := seat.Claim; c.Since != "2020-12-11" || len(c.Evidence) != 2 || c.Evidence[0].Quote != "changed its" ||
		c.Evidence[1].Source.Key != "ap" || c.Confidence != kb.High || len(c.Qualifiers) != 1 || c.Qualifiers[0].Key != "role" {
		t.Errorf("claim: %+v", seat.Claim)
	}
	if at := k.Position(seat.Claim.Evidence[0].QuotePos); at.Line != 8 || at.Column != 71 {
		t.Errorf("the quote stands at %v", at)
	}
	if fact := oracle.Facts[0]; fact.Claim.Evidence[0].Quote != "Texas" || fact.Claim.Evidence[0].Locator != "p. 2" || len(fact.About) != 2 {
		t.Errorf("fact: %+v", fact)
	}
	if cited := k.CitationCount(k.Lookup("source/ap")); cited != 3 {
		t.Errorf("ap is cited %d times, want 3", cited)
	}
}

func TestADeclaredRelationRefusesOtherKinds(t *testing.T) {
	k := folder(t, map[string]string{"kb.toml": manifest, "a.toml": company, "b.toml": `
[company.x]
headquarters = "nowhere at all"
[company.y]
headquarters = "oracle"
[company.z]
headquarters = "twin"
[city.twin]
[region.twin]
`})
	same(t, "findings", findings(k), "dangling-reference b.toml:3:16", "wrong-kind b.toml:5:16", "ambiguous-reference b.toml:7:16")
}

func TestASingleFileMayContainItsManifest(t *testing.T) {
	k := file(t, "one.toml", manifest+company)
	if len(k.Entities) != 6 || !k.HasManifest || len(k.Languages) != 2 {
		t.Errorf("%d entities: %v", len(k.Entities), addresses(k))
	}
}

func TestTablesCalledViewsOrRelationsMayBeKinds(t *testing.T) {
	k := file(t, "site.toml", "[views.home]\nlabel='Home'\n[views.about]\nlabel='About'\n[relations.x]\nwith = 'home'\n")
	same(t, "entities", addresses(k), "views/home", "views/about", "relations/x")
}

func TestTheManifestGivesFilesAKind(t *testing.T) {
	k := folder(t, map[string]string{
		"kb.toml":                 "[kb]\nformat = 1\n[kinds.company]\nfiles = ['data/companies/**/*.toml']\n",
		"data/companies/a.toml":   "name = 'A'\n",
		"data/companies/b/a.toml": "name = 'B'\n",
		"data/companies/c.toml":   "[address]\nstreet = 'x'\n",
	})
	got := addresses(k)
	slices.Sort(got)
	same(t, "entities", got, "company/a", "company/b/a", "company/c")
}

func TestManifestErrorsHavePositions(t *testing.T) {
	k := folder(t, map[string]string{"kb.toml": `
[kb]
format = 2
languages = [1]
home = "company/orcle"
[kinds]
city = "x"
[kinds.company]
columns = 3
`, "a.toml": "[company.oracle]\n"})
	same(t, "findings", findings(k), "bad-type kb.toml:3:10", "bad-type kb.toml:4:13", "dangling-reference kb.toml:5:8", "bad-type kb.toml:7:8", "bad-type kb.toml:9:11")
}

func TestHiddenCharactersAreFindings(t *testing.T) {
	k := file(t, "x.toml", "[a.b]\nx = 'plain é'\ny = \"esc \\u001b[0m\"\nz = 'turn \u202E around' # and \u202E again\n# in a comment \u2066\n\"k\\u0007\" = 1\n")
	same(t, "findings", findings(k), "control-character x.toml:3:5", "bidi-control x.toml:4:11", "bidi-control x.toml:5:16", "control-character x.toml:6:1")
}

func TestMissingLanguagesAreFindings(t *testing.T) {
	k := folder(t, map[string]string{"kb.toml": manifest, "a.toml": "[company.oracle]\nsummary.fr = 'x'\n"})
	same(t, "findings", findings(k), "missing-language a.toml:2:1")
}

func TestUnknownFieldTypesAreFindings(t *testing.T) {
	k := file(t, "a.toml", "[kb]\nformat = 1\n[kinds.a.fields]\nx = { type = 'integer' }\ny = { type = 'number' }\nz = { type = ['one', 'two'] }\nu = { choices = ['one'] }\nv = { type = '' }\n")
	same(t, "findings", findings(k), "bad-type a.toml:4:14", "bad-type a.toml:8:14")
}

// TestFilesOfOneStemAreKeyedBelowTheirOwnPattern: the kind has a pattern before.
func TestFilesOfOneStemAreKeyedBelowTheirOwnPattern(t *testing.T) {
	k := folder(t, map[string]string{
		"kb.toml":  "[kb]\nformat = 1\n[kinds.team]\nfiles = ['a/**/*.toml', 'b/**/*.toml']\n",
		"a/z.toml": "x = 1\n", "b/p/y.toml": "x = 1\n", "b/q/y.toml": "x = 1\n",
	})
	same(t, "entities", addresses(k), "team/z", "team/p/y", "team/q/y")
}

// TestTextsMayHaveUndeclaredLanguages: keys of two or three lower-case letters are
// languages where only a text can be.
func TestTextsMayHaveUndeclaredLanguages(t *testing.T) {
	for key, isTag := range map[string]bool{"fr": true, "ary": true, "pt-BR": true, "f": false, "fran": false, "Fr": false, "f1": false} {
		k := folder(t, map[string]string{"kb.toml": "[kb]\nformat = 1\ntitle = { " + key + " = 'Titre' }\n", "a.toml": "[city.x]\n"})
		if title, _ := k.Title.In(key); (title == "Titre") != isTag || (len(k.Findings) == 0) != isTag {
			t.Errorf("%s: title %q, findings %v", key, title, k.Findings)
		}
	}
}
