package reader_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"rihla/model/kb"
	"rihla/model/say"
)

const cities = "[city.austin]\nname = 'Austin'\naliases = ['ATX']\n[city.rabat]\nname = 'Rabat'\n"

func TestAFieldWhoseValuesNameEntitiesIsARelation(t *testing.T) {
	k := folder(t, map[string]string{
		"cities.toml": cities,
		"companies.toml": `
[company.a]
headquarters = "austin"
motto = "rabat"
[company.b]
headquarters = ["city/rabat", "ATX"]
motto = "one"
[company.c]
headquarters = "Paris"
motto = "two"
`})
	same(t, "a", links(t, k, "company/a"), "headquarters → city/austin")
	same(t, "b", links(t, k, "company/b"), "headquarters → city/rabat", "headquarters → city/austin")
	same(t, "c", links(t, k, "company/c"))
	same(t, "findings", findings(k))
	if got := len(slices.Collect(k.Backlinks(k.Lookup("city/austin")))); got != 2 {
		t.Errorf("Austin has %d backlinks, want 2", got)
	}
}

func TestThreeInFiveValuesMakeARelation(t *testing.T) {
	for _, c := range []struct {
		third string
		want  int
	}{{"rabat", 3}, {"nowhere", 0}} {
		k := folder(t, map[string]string{
			"cities.toml":    cities,
			"companies.toml": "[company.a]\nseats = ['austin', 'rabat', '" + c.third + "', 'elsewhere', 'a long way off']\n",
		})
		if got := len(k.Record(k.Lookup("company/a")).Links); got != c.want {
			t.Errorf("with %s: %d links, want %d", c.third, got, c.want)
		}
	}
}

func TestTablesAndKeysMakeLinksWithQualifiers(t *testing.T) {
	k := folder(t, map[string]string{
		"people/BurntSushi.toml":  "name = 'Andrew'\n",
		"people/lqd.toml":         "name = 'Rémy'\n",
		"teams/mods.toml":         "name = 'mods'\n[people]\nmembers = ['BurntSushi', { github = 'lqd', roles = ['lead'] }]\nleads = ['lqd']\n",
		"repos/rust-lang/t.toml":  "org = 'rust-lang'\n[access.teams]\nmods = 'write'\n[access.individuals]\nlqd = { level = 'admin' }\n",
		"repos/rust-lang/t2.toml": "org = 'rust-lang'\n[access.teams]\n[access.individuals]\nBurntSushi = { level = 'read' }\n",
	})
	same(t, "team", links(t, k, "teams/mods"), "people.members → people/BurntSushi", "people.members → people/lqd", "people.leads → people/lqd")
	same(t, "repo", links(t, k, "repos/t"), "access.teams → teams/mods", "access.individuals → people/lqd")
	claim := k.Record(k.Lookup("teams/mods")).Links[1].Claim
	if len(claim.Qualifiers) != 1 || claim.Qualifiers[0].Key != "roles" {
		t.Errorf("qualifiers of a table: %+v", claim)
	}
	claim = k.Record(k.Lookup("repos/t")).Links[0].Claim
	if len(claim.Qualifiers) != 1 || claim.Qualifiers[0].Key != "value" || claim.Qualifiers[0].Value.Str != "write" {
		t.Errorf("qualifiers of a key: %+v", claim)
	}
}

// An editor's table gives most languages a pattern that repeats their own
// name, which is the name of a grammar too.
func TestAnEntitysOwnNameIsNoLink(t *testing.T) {
	k := file(t, "languages.toml", `
[language-server]
gopls = { command = "gopls" }
clangd = { command = "clangd" }
[[language]]
name = "go"
injection-regex = "go"
language-servers = ["gopls"]
[[language]]
name = "c"
injection-regex = "c"
grammar = "c"
language-servers = [{ name = "clangd", only-features = ["format"] }]
[[grammar]]
name = "go"
[[grammar]]
name = "c"
`)
	same(t, "go", links(t, k, "language/go"), "language-servers → language-server/gopls")
	same(t, "c", links(t, k, "language/c"), "grammar → grammar/c", "language-servers → language-server/clangd")
	same(t, "gopls", links(t, k, "language-server/gopls"))
}

// A boss who reports to himself is no evidence against a relation.
func TestAFieldOfWhichSomeValuesNameTheirOwnEntityIsARelation(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"lists": {
			"[person.amina]\nknows = ['amina', 'zoe']\n[person.joe]\nknows = ['amina', 'joe']\n[person.zoe]\n",
			[]string{"person/amina knows → person/zoe", "person/joe knows → person/amina"},
		},
		"names": {
			"[person.amina]\nname = 'Amina Ode'\nboss = 'Amina Ode'\n[person.joe]\nboss = 'Amina Ode'\n",
			[]string{"person/joe boss → person/amina"},
		},
		"rows": {
			"[[p]]\nid = 'p1'\nboss = 'p1'\n[[p]]\nid = 'p2'\nboss = 'p1'\n",
			[]string{"p/p2 boss → p/p1"},
		},
		"tables": {
			"[person.amina]\nknows = [{ who = 'amina', since = 2019 }, { who = 'zoe', since = 2020 }]\n[person.zoe]\n",
			[]string{"person/amina knows → person/zoe"},
		},
		"keys": {
			"[person.amina.knows]\namina = 'well'\nzoe = 'a little'\n[person.joe.knows]\namina = 'well'\njoe = 'hardly'\n[person.zoe]\n",
			[]string{"person/amina knows → person/zoe", "person/joe knows → person/amina"},
		},
		"repeated names": {
			"[tool.awk]\nrun = 'awk'\n[tool.sed]\nrun = 'sed'\n[tool.gsed]\nrun = 'sed'\n",
			nil,
		},
		"few others name anything": {
			"[person.amina]\nnote = 'amina'\n[person.joe]\nnote = 'amina'\n[person.zoe]\nnote = 'tall'\n[person.kit]\nnote = 'short'\n",
			nil,
		},
	} {
		k := file(t, "a.toml", c.text)
		same(t, name, allLinks(t, k), c.want...)
		same(t, name, findings(k))
	}
}

func TestNamesAndIdsAreNeverRelations(t *testing.T) {
	k := folder(t, map[string]string{
		"cities.toml": cities,
		"x.toml":      "[x.a]\nname='austin'\nid='austin'\ntitle='austin'\nurl='austin'\nsummary='austin'\nbody='austin'\naliases=['rabat']\n",
	})
	same(t, "links", links(t, k, "x/a"))
}

func TestAMistypedReferenceIsAFindingWithoutAManifest(t *testing.T) {
	k := folder(t, map[string]string{
		"cities.toml":    cities,
		"companies.toml": "[company.a]\nseat = 'austin'\n[company.b]\nseat = 'rabat'\n[company.c]\nseat = 'austn'\n",
	})
	same(t, "findings", findings(k), "dangling-reference companies.toml:6:8")
	if got := k.Findings[0].Remedy; !reflect.DeepEqual(got, say.DidYouMean.With(say.Text("austin"))) {
		t.Error(got)
	}
}

// TestAKeyOfNothingIsAFindingAmongKeys has fields of which enough of the values are keys,
// beside names of another kind, and more of them of the own kind.
func TestAKeyOfNothingIsAFindingAmongKeys(t *testing.T) {
	const people = "[person.ann]\nname='Ann Lee'\n[person.bob]\nname='Bob Ray'\n[person.cyd]\nname='Cyd Orr'\n[team.one]\n"
	const things = "[thing.kafka]\nport=1\n[thing.auth]\nport=2\n[thing.db]\nport=3\n[thing.mail]\nport=4\n[thing.web]\n"
	for _, c := range []struct {
		above, field string
		want         int
	}{
		{people, "members=['ann','bob','Cyd Orr','bob','cyd','zoltan']", 1},
		{people, "members=['ann','Bob Ray','Cyd Orr','bob','cyd','zoltan']", 1},
		{people, "members=['Ann Lee','Bob Ray','Cyd Orr','bob','zoltan']", 0},
		{people, "members=['ann','bob','Cyd Orr','bob','cyd','Zoltan']", 0},
		{things, "depends_on=['kafka','auth','db','elastic']", 1},
		{things, "depends_on=['kafka','auth','db','Elastic']", 0},
		{things, "depends_on=['kafka','auth','elastic']", 0},
		{things, "dependencies=['kafka','auth','db','mail','kafka','re','fmt']", 0},
		{things, "next=['kafka','auth','db','elastic']", 1},
		{things, "next=['kafka','auth','db','mail','kafka','auth','re','fmt']", 2},
		{things, "next=['kafka','auth','db','of old times']", 0},
		{things, "next=['kafka','auth','elastic']", 0},
		{things, "next=['kafka','auth','kafka','elastic']", 0},
		{things, "next=['kafka','auth','kafka','auth','elastic']", 1},
		{things, "next=['kafka','auth','kafka','auth','kafka','auth','re','re']", 0},
	} {
		if k := file(t, "a.toml", c.above+c.field+"\n"); len(k.Findings) != c.want {
			t.Errorf("%s: %v, want %d findings", c.field, findings(k), c.want)
		}
	}
}

func TestLinksAreSeenFromBothEnds(t *testing.T) {
	k := folder(t, map[string]string{"cities.toml": cities, "c.toml": "[company.a]\nseat = 'austin'\n"})
	link := k.Record(k.Lookup("company/a")).Links[0]
	back := slices.Collect(k.Backlinks(k.Lookup("city/austin")))
	if len(back) != 1 || k.Link(back[0]) != link || back[0].Field != link.Field || back[0].From != k.Lookup("company/a") {
		t.Errorf("backlinks: %v", back)
	}
	if got := k.Position(link.Pos); got != (kb.Position{File: "c.toml", Line: 2, Column: 1}) {
		t.Errorf("the link stands at %v", got)
	}
}

func TestAShortWordIsNoMistypedName(t *testing.T) {
	const text = "[a.y]\n[a.z]\n[a.austin]\n[a.x]\nf = ['y', 'z', 'y', %s]\n"
	for value, findings := range map[string]int{`'x0'`: 0, `'0'`: 0, `{ value = 0, since = 2000 }`: 0, `'austn'`: 1} {
		k := file(t, "a.toml", fmt.Sprintf(text, value))
		if len(k.Findings) != findings {
			t.Errorf("%s: %v", value, k.Findings)
		}
	}
}

func TestOnlyDeclaredRelationsHaveWrongKinds(t *testing.T) {
	text := "[disk.cache]\n[service.x]\nneeds = 'cache'\n"
	for i := range 20 {
		text += fmt.Sprintf("[service.s%d]\nneeds = 's%d'\n", i, (i+1)%20)
	}
	k := file(t, "a.toml", text)
	same(t, "findings", findings(k))
	if links := k.Record(k.Lookup("service/s1")).Links; len(links) != 1 {
		t.Error("needs is a relation")
	}
	declared := file(t, "a.toml", "[kb]\nformat = 1\n[relations.needs]\nto = 'service'\n"+text)
	same(t, "findings", findings(declared), "wrong-kind a.toml:7:9")
}
