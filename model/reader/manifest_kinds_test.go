package reader_test

import (
	"fmt"
	"testing"

	"rihla/model/kb"
)

func TestTheManifestSaysWhereEntitiesStandAndHowTheyAreCalled(t *testing.T) {
	k := folder(t, map[string]string{"kb.toml": `
[kinds.router]
at = "http.routers.*"
name = "meta.name"
key = "id"
identities = ["github", "meta.uuid"]
folder = "platform"
values = true
[kinds.city]
at = ["city.*", "place"]
files = "cities/*.toml"
folder = false
[kinds.draft]
exclude = true
`, "a.toml": "[x.y]\n"})
	router, city := k.Kind("router"), k.Kind("city")
	same(t, "router", []string{fmt.Sprint(router.At), router.NameField, router.KeyField, fmt.Sprint(router.Identities), router.FolderField},
		"[http.routers.*]", "meta.name", "id", "[github meta.uuid]", "platform")
	same(t, "city", []string{fmt.Sprint(city.At), fmt.Sprint(city.Files), city.FolderField}, "[city.* place]", "[cities/*.toml]", "-")
	if !router.Values || city.Values {
		t.Error("values is not read")
	}
	if !k.Kind("draft").Excluded || city.Excluded {
		t.Error("exclude is not read")
	}
	same(t, "findings", findings(k))
}

func TestTheManifestSaysWhichFieldsAreRelationsAndHowCertainly(t *testing.T) {
	k := folder(t, map[string]string{"kb.toml": `
[relations.order]
never = true
from = "tool"
[relations.depends]
strict = false
[relations.author]
strict = true
[relations.seat]
`, "a.toml": "[tool.ant]\nx = 1\n"})
	var got []string
	for _, r := range k.Relations {
		got = append(got, fmt.Sprintf("%s %v", r.Name, r.Lenient))
	}
	same(t, "relations", got, "depends true", "author false", "seat false")
	same(t, "findings", findings(k))
}

// TestAManifestThatIsNotStrict: nobody asserts that the fields mean what the
// format says.
func TestAManifestThatIsNotStrict(t *testing.T) {
	const data = "[tool.ant]\nname = 3\n[tool.bee]\nseat = 'ant'\nurl = 'ant'\ndate = 'soon'\n"
	k := folder(t, map[string]string{"kb.toml": "[kb]\nstrict = false\n[kinds.tool]\n[relations.seat]\n", "a.toml": data})
	same(t, "findings", findings(k))
	if k.HasManifest || !k.Kind("tool").Declared || !k.Relations[0].Lenient {
		t.Errorf("HasManifest %v, declared %v, lenient %v", k.HasManifest, k.Kind("tool").Declared, k.Relations[0].Lenient)
	}
	k = folder(t, map[string]string{"kb.toml": "[kinds.tool]\n", "a.toml": data})
	same(t, "findings of a strict one", findings(k), "bad-type a.toml:2:8")
}

func TestEveryKeyOfTheManifestIsCheckedWhereItStands(t *testing.T) {
	for text, want := range map[string]string{
		"[kb]\nexclude = ['a/**', '[']":            "bad-type kb.toml:2:20",
		"[kb]\nexclude = 3":                        "bad-type kb.toml:2:11",
		"[kb]\nstrict = 'no'":                      "bad-type kb.toml:2:10",
		"[kinds.a]\nat = ['b.*', 'c..*']":          "bad-type kb.toml:2:14",
		"[kinds.a]\nat = 'b*'":                     "bad-type kb.toml:2:6",
		"[kinds.a]\nat = 1":                        "bad-type kb.toml:2:6",
		"[kinds.a]\nname = ['a', 'b']":             "bad-type kb.toml:2:8",
		"[kinds.a]\nname = 'meta.*'":               "bad-type kb.toml:2:8",
		"[kinds.a]\nkey = ''":                      "bad-type kb.toml:2:7",
		"[kinds.a]\nidentities = ['id', 'x.']":     "bad-type kb.toml:2:21",
		"[kinds.a]\nfolder = true":                 "bad-type kb.toml:2:10",
		"[kinds.a]\nfolder = 'a.b'":                "bad-type kb.toml:2:10",
		"[kinds.a]\nexclude = 'x'":                 "bad-type kb.toml:2:11",
		"[kinds.a]\nfiles = ['x/*.toml', 'b/[']":   "bad-type kb.toml:2:22",
		"[relations.r]\nnever = 1":                 "bad-type kb.toml:2:9",
		"[relations.r]\nstrict = 'x'":              "bad-type kb.toml:2:10",
		"[relations.r]\nsymmetric = ['both ways']": "bad-type kb.toml:2:13",
	} {
		k := folder(t, map[string]string{"kb.toml": text + "\n", "a.toml": "[x.y]\n"})
		if found := findings(k); len(found) != 1 || found[0] != want {
			t.Errorf("%s\n  got  %v\n  want %s", text, found, want)
		}
	}
}

// TestAStrangersTablesOfTheManifestsNames: keys that other files use too make no
// manifest of a file.
func TestAStrangersTablesOfTheManifestsNames(t *testing.T) {
	k := file(t, "a.toml", "[kinds.oak]\nname = 'Oak'\nkey = 'q'\n[kinds.elm]\nname = 'Elm'\nkey = 'u'\n")
	same(t, "entities", addresses(k), "kinds/oak", "kinds/elm")
	k = file(t, "b.toml", "[kb]\nformat = 1\n[kinds.oak]\nname = 'title'\n[oak.a]\n")
	same(t, "entities", addresses(k), "oak/a")
	if got := k.Lookup(kb.Address("oak/a")).Kind.NameField; got != "title" {
		t.Errorf("the name is %q", got)
	}
}

// TestAFileMayBeAnEntityAndHoldAManifest that is not strict; a strict one leaves
// its other values outside entities.
func TestAFileMayBeAnEntityAndHoldAManifest(t *testing.T) {
	const settings = "log = 'info'\n[server]\nport = 80\n[kb]\nformat = 1\n"
	same(t, "entities", addresses(file(t, "a.toml", settings+"strict = false\n")), "atlas/a")
	same(t, "entities", addresses(file(t, "a.toml", settings)))
}

// TestARelationThatIsNotStrictIsReadAsIfItWereInferred: its values may be texts,
// its keys references, and it may lead to other kinds from another kind.
func TestARelationThatIsNotStrictIsReadAsIfItWereInferred(t *testing.T) {
	const data = `
[city.austin]
[city.rabat]
[person.ann]
seat = "austin"
cities = { austin = "2024", rabat = "2023" }
[person.bob]
seat = "nowhere in particular"
cities = { rabat = "2022" }
[person.cyd]
seat = "rabat"
[person.dan]
seat = "austin"
`
	const without = "[kb]\nstrict = false\n[kinds.city]\n[kinds.person]\n"
	const with = without + "[relations.seat]\nto = 'city'\n[relations.cities]\nfrom = 'person'\nto = 'city'\n"
	var got [2][]string
	for i, manifest := range []string{without, with} {
		k := folder(t, map[string]string{"kb.toml": manifest, "a.toml": data})
		for _, person := range []string{"ann", "bob", "cyd"} {
			got[i] = append(got[i], links(t, k, "person/"+person)...)
		}
		got[i] = append(got[i], findings(k)...)
	}
	same(t, "links and findings", got[1], got[0]...)
	if len(got[0]) < 5 {
		t.Errorf("too few: %v", got[0])
	}
	k := folder(t, map[string]string{"kb.toml": without + "[relations.motto]\nto = 'city'\n", "a.toml": data + "motto = 'as in rabat'\n[person.eve]\nmotto = 'rabat'\n"})
	same(t, "a relation that would not be inferred", links(t, k, "person/eve"), "motto → city/rabat")
	same(t, "its findings", findings(k))
}

// TestAFieldIsNoRelationWhereTheManifestSaysSo: of the kinds that it names.
func TestAFieldIsNoRelationWhereTheManifestSaysSo(t *testing.T) {
	const data = "[city.austin]\n[city.rabat]\n[person.ann]\nseat = 'austin'\n[person.bob]\nseat = 'rabat'\n[firm.a]\nseat = 'austin'\n[firm.b]\nseat = 'rabat'\n"
	k := folder(t, map[string]string{"kb.toml": "[relations.seat]\nnever = true\nfrom = 'person'\n", "a.toml": data})
	same(t, "ann", links(t, k, "person/ann"))
	same(t, "firm", links(t, k, "firm/a"), "seat → city/austin")
	k = folder(t, map[string]string{"kb.toml": "[relations.seat]\nnever = true\n", "a.toml": data})
	same(t, "firm", links(t, k, "firm/a"))
	same(t, "findings", findings(k))
}

// TestAManifestThatIsNotStrictOrdersTabsAlone: an export lists kinds in the order
// in which the files have them, as without a manifest.
func TestAManifestThatIsNotStrictOrdersTabsAlone(t *testing.T) {
	order := func(kinds []*kb.Kind) (out []string) {
		for _, kind := range kinds {
			out = append(out, kind.Name)
		}
		return out
	}
	const data = "[city.austin]\n[tool.ant]\n[tool.bee]\n"
	k := folder(t, map[string]string{"kb.toml": "[kb]\nstrict = false\n[kinds.none]\n[kinds.city]\n[kinds.tool]\n", "a.toml": data})
	without := folder(t, map[string]string{"a.toml": data})
	same(t, "kinds", order(k.Kinds), append(order(without.Kinds), "none")...)
	same(t, "tabs", order(k.Tabs()), "none", "city", "tool")
	same(t, "tabs without", order(without.Tabs()), "tool", "city")
	k = folder(t, map[string]string{"kb.toml": "[kinds.tool]\n[kinds.city]\n", "a.toml": data})
	same(t, "kinds of a strict one", order(k.Kinds), "tool", "city")
}

// TestAFieldThatNoEntityHasNamesNone: the manifest is told where it stands.
func TestAFieldThatNoEntityHasNamesNone(t *testing.T) {
	k := folder(t, map[string]string{
		"kb.toml": "[kb]\nstrict = false\n[kinds.tool]\nname = 'nick'\nkey = 'meta.id'\nidentities = ['code', 'serial']\n",
		"a.toml":  "[tool.ant]\ncode = 'A-1'\nmeta.id = 7\n[tool.bee]\ncode = 'B-2'\n",
	})
	same(t, "findings", findings(k), "unknown-field kb.toml:4:8", "unknown-field kb.toml:6:23")
}

// TestARelationMayStandForTheFieldsOfAKeyedTable: with a star for their keys.
func TestARelationMayStandForTheFieldsOfAKeyedTable(t *testing.T) {
	const data = "[city.austin]\n[city.rabat]\n[trip.one]\nstop.first.city = 'austin'\nstop.second.city = 'rabat'\n[trip.two]\nstop.first.city = 'rabat'\nstop.last.city = 'austin'\n"
	k := folder(t, map[string]string{"kb.toml": "[kb]\nstrict = false\n[relations.'stop.*.city']\nlabel = 'stops at'\n", "a.toml": data})
	same(t, "links", links(t, k, "trip/one"), "stop.first.city → city/austin", "stop.second.city → city/rabat")
	if r := k.Record(k.Lookup("trip/two")).Links[0].Field.Relation; r.Name != "stop.*.city" {
		t.Errorf("the relation is %s", r.Name)
	}
	k = folder(t, map[string]string{"kb.toml": "[kb]\nstrict = false\n[relations.'stop.*.city']\nnever = true\n", "a.toml": data})
	same(t, "links", links(t, k, "trip/one"))
}
