package cli_test

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
)

// titles reads the titles of a CSV.
func (r result) titles() string {
	r.t.Helper()
	rows, err := csv.NewReader(strings.NewReader(r.out)).ReadAll()
	if err != nil || len(rows) == 0 {
		r.t.Fatalf("%v: %q", err, r.out)
	}
	return strings.Join(rows[0], ",")
}

const atlas = `[kb]
languages = ["fr", "en"]
[kinds.company]
label = { fr = "Entreprises", en = "Companies" }
one = { fr = "entreprise", en = "firm" }
columns = ["headquarters", "founded"]
[kinds.city]
label = { fr = "Villes", en = "Cities" }
[kinds.place]
label = { en = "Sites" }
[kinds.lab]
label = { en = "Sites" }
[views.old]
label = { fr = "Anciennes", en = "Old ones" }
query = "kind:company founded:<1980"
[views.texan]
query = "austin texas"
[views.wrong]
query = "kind:company (founded:<1980"
[company.oracle]
name = "Oracle"
founded = 1977
headquarters = "austin"
[company.nutanix]
name = "Nutanix"
founded = 2009
headquarters = "san-jose"
[city.austin]
name = "Austin"
state = "Texas"
[city.san-jose]
name = "San José"
state = "California"
[place.a]
[lab.b]
`

func TestAKindIsListedByWhatItIsCalled(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	list := func(args ...string) result {
		return run(t, append([]string{"--kb", kb, "list", "--format", "csv"}, args...)...)
	}
	for _, name := range []string{"company", "Company", "companies", "COMPANIES", "Entreprises", "entreprise", "firm"} {
		list(name).exits(0).finds("company/oracle", "company/nutanix")
	}
	list("compani").exits(1).complains("unknown kind compani", "did you mean company?")
	list("sites").exits(1).complains("sites is the name of several kinds", "did you mean place or lab?")
	run(t, "list", "public body", "--format", "csv", "--limit", "1").exits(0).prints("agency/")
}

func TestSeveralKindsAreListedTogether(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	list := func(args ...string) result {
		return run(t, append([]string{"--kb", kb, "list", "--format", "csv"}, args...)...)
	}
	r := list("city,company").exits(0).finds("city/austin", "city/san-jose", "company/oracle", "company/nutanix")
	if got := r.titles(); got != "address,name,kind,summary" {
		t.Errorf("titles %s", got)
	}
	list("Villes, firm,city", "austin").exits(0).finds("city/austin", "company/oracle")
	list("city,company", "--sort", "-name", "--columns", "name,founded,state").exits(0).
		finds("city/san-jose", "company/oracle", "company/nutanix", "city/austin").prints("company/oracle,Oracle,1977,")
	list("city,compny").exits(1).complains("unknown kind compny", "did you mean company?")
	list(",").exits(1).complains("unknown kind ,")
}

func TestAViewIsListedLikeAKind(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	list := func(args ...string) result {
		return run(t, append([]string{"--kb", kb, "list", "--format", "csv"}, args...)...)
	}
	for _, name := range []string{"old", "Old ones", "anciennes"} {
		if r := list(name).exits(0).finds("company/oracle"); r.titles() != "address,name,headquarters,founded" {
			t.Errorf("titles %s", r.titles())
		}
	}
	if r := list("texan").exits(0).finds("city/austin"); r.titles() != "address,name,kind,summary" {
		t.Errorf("titles %s", r.titles())
	}
	list("old,city", "austin").exits(0).finds("city/austin", "company/oracle")
	run(t, "list", "took-part").exits(0).prints("Oracle", "public body", "Kind").misses("Consulate", "Moroccan Information Technopark Company")
	run(t, "list", "Participants", "oracle", "--format", "csv").exits(0).prints("company/oracle,Oracle,company,")
	run(t, "list", "texas", "--format", "json").exits(0).prints(`"address":"company/oracle"`)
	run(t, "list", "tookpart").exits(1).complains("did you mean took-part?")
}

func TestAViewWhoseQueryIsWrongSaysSo(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	run(t, "list", "wrong", "--kb", kb).exits(1).complains(
		"kb.toml:19:9: the view wrong cannot be read: unclosed parenthesis",
		"       kind:company (founded:<1980\n                    ^\n")
}

func TestAColumnIsNamedAsAPersonWouldNameIt(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	list := func(columns string, args ...string) result {
		return run(t, append([]string{"--kb", kb, "list", "company", "--limit", "1", "--columns", columns}, args...)...).exits(0)
	}
	for columns, want := range map[string]string{
		"founded, name":           "address,founded,name\ncompany/oracle,1977,Oracle\n",
		"Name, FOUNDED":           "address,name,founded\ncompany/oracle,Oracle,1977\n",
		"key,kind":                "address,key,kind\ncompany/oracle,oracle,company\n",
		"name,address":            "name,address\nOracle,company/oracle\n",
		"Headquarters.State":      "address,headquarters.state\ncompany/oracle,Texas\n",
		"summary, Body , aliases": "address,summary,body,aliases\ncompany/oracle,,,\n",
	} {
		if got := list(columns, "--format", "csv").out; got != want {
			t.Errorf("%s: %q, want %q", columns, got, want)
		}
	}
	list("kind, key, summary").prints("Address         Kind  Key     Summary\ncompany/oracle  firm  oracle\n")
	run(t, "list", "company", "--columns", "siège, fondation", "--limit", "1", "--format", "csv").exits(0).prints("address,headquarters,founded\ncompany/oracle,Austin,1977\n")
}

func TestAListIsSortedByWhatEveryEntityHas(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	list := func(sort string) result {
		return run(t, "--kb", kb, "list", "company,city", "--format", "csv", "--sort", sort).exits(0)
	}
	list("-key").finds("city/san-jose", "company/oracle", "company/nutanix", "city/austin")
	list("kind, Name").finds("city/austin", "city/san-jose", "company/nutanix", "company/oracle")
	list("-address").finds("company/oracle", "company/nutanix", "city/san-jose", "city/austin")
	list("Founded, -name").finds("company/oracle", "company/nutanix", "city/san-jose", "city/austin")
}

// A file may call its fields as the command line calls what every entity has.
func TestAFieldThatIsCalledAsAnotherColumnIsAColumnOfItsOwn(t *testing.T) {
	path := write(t, "own.toml", `
[article.one]
kind = "press"
key = "k1"
address = "12 High Street"
[article.three]
kind = "radio"
[book.two]
name = "Two"
by = "one"
`)
	run(t, "list", "article", "--kb", path, "--format", "csv", "--columns", `name,"kind",key,"address"`).exits(0)
	if got := run(t, "list", "article", "--kb", path, "--format", "csv", "--columns", "name,kind,key,address").exits(0).out; got != "address,name,kind,key,\"\"\"address\"\"\"\narticle/one,one,press,k1,12 High Street\narticle/three,three,radio,,\n" {
		t.Errorf("%q", got)
	}
	if got := run(t, "list", "article", "--kb", path, "--sort", "-kind", "--format", "csv", "--columns", "name").out; got != "address,name\narticle/three,three\narticle/one,one\n" {
		t.Errorf("%q", got)
	}
	if got := run(t, "search", "by.kind:press", "--kb", path, "--format", "csv").exits(0).out; !strings.Contains(got, "book/two") || strings.Contains(got, "article/three") {
		t.Errorf("%q", got)
	}
	if got := run(t, "search", `"key":k1`, "--kb", path, "--format", "csv").exits(0).out; !strings.Contains(got, "key,k1") {
		t.Errorf("%q", got)
	}
}

func TestWhoNamesNoColumnIsToldWhichThereAre(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	there := "there are: name, founded, headquarters, kind, key, address, aliases, summary, body\n"
	run(t, "list", "company", "--kb", kb, "--columns", "foundd").exits(2).complains("there is no field “foundd” of company", "did you mean founded?", there)
	run(t, "list", "company", "--kb", kb, "--sort", "-nothing").exits(2).complains("there is no field “nothing” of company", there)
	run(t, "list", "company", "--kb", kb, "--columns", "headquarters.stat").exits(2).complains("headquarters.stat")
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "field%d = 1\n", i)
	}
	wide := write(t, "wide.toml", "[thing.a]\n"+b.String())
	if r := run(t, "list", "thing", "--kb", wide, "--columns", "x").exits(2).complains("field0, ", ", …, kind"); len(r.err) > 400 {
		t.Errorf("says %s", r.err)
	}
}

func TestViewsAreCountedAfterTheKinds(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	r := run(t, "kinds", "--kb", kb, "--lang", "fr").exits(0).prints("Type", "Vue    Libellé    Entités\nold    Anciennes        1\ntexan  texan            1\nwrong  wrong            !\n")
	r.complains("kb.toml:19:9", "^").keepsQuietOf("\x1b")
	var all []struct {
		Kind, View, Label string
		Count             *int
	}
	run(t, "kinds", "--kb", kb, "--format", "json").exits(0).decode(&all)
	if len(all) != 7 || all[0].Kind != "company" || *all[0].Count != 2 || all[0].View != "" || all[4].Kind != "" || all[4].View != "old" || all[4].Label != "Old ones" || *all[4].Count != 1 || all[6].Count != nil {
		t.Errorf("%+v", all)
	}
	run(t, "kinds", "--kb", kb, "--format", "csv").exits(0).prints("kind,label,count,view\ncompany,Companies,2,\n", ",Old ones,1,old\n", ",wrong,,wrong\n")
	run(t, "kinds", "--format", "json").exits(0).prints(`{"count":13,"kind":"company","label":"Companies"}`, `"view":"took-part","label":"Took part"}`)
}

func TestKindsAndViewsComplete(t *testing.T) {
	run(t, "__complete", "list", "t").exits(0).prints("theme\tThemes", "took-part\tTook part", "texas\tIn Texas").keepsQuietOf("cyber")
}

// TestAViewOnOneEntityHasAColumnOfRoles checks that a view on one entity has a column with
// the role of each linked entity, except in the formats for scripts.
func TestAViewOnOneEntityHasAColumnOfRoles(t *testing.T) {
	run(t, "list", "took-part", "--lang", "en").exits(0).prints("Role", "organised", "represented during")
	for _, format := range []string{"csv", "tsv", "jsonl"} {
		run(t, "list", "took-part", "--format", format).exits(0).keepsQuietOf("role:", "represented during")
	}
	run(t, "list", "took-part", "--columns", "name").exits(0).keepsQuietOf("Role")
}
