package reader_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/say"
)

// TestElementsThatDifferAnywhereAreNoDuplicates: a list, a table and a value deep
// inside tell two elements apart as well as a text does.
func TestElementsThatDifferAnywhereAreNoDuplicates(t *testing.T) {
	for _, text := range []string{
		"[[inputs.http]]\nurls = ['a']\n[[inputs.http]]\nurls = ['b']\n[[inputs.cpu]]\nper = true\n",
		"[[job]]\nname = 'x'\nsteps = [1, 2]\n[[job]]\nname = 'x'\nsteps = [2, 1]\n",
		"[[job]]\nname = 'x'\n[job.with]\na = 1\n[[job]]\nname = 'x'\n[job.with]\na = 2\n",
		"[[job]]\nname = 'x'\nm = { a = { b = [{ c = 1 }] } }\n[[job]]\nname = 'x'\nm = { a = { b = [{ c = 2 }] } }\n",
		"[[job]]\nname = 'x'\n[[job]]\nname = 'x'\ntags = []\n",
	} {
		k := file(t, "x.toml", text)
		if len(k.Findings) > 0 {
			t.Errorf("%s\n%v", text, k.Findings)
		}
		if n := len(k.Entities); n < 2 {
			t.Errorf("%s\n%d entities", text, n)
		}
	}
}

func TestEqualElementsAreWarnings(t *testing.T) {
	const first, second = "[[job]]\nname = 'x'\nsteps = [1]\n[[job]]\nsteps = [1]\nname = 'x'\n", "[[job]]\nname = 'x'\nsteps = [2]\n[[job]]\nname = 'x'\nsteps = [1]\n[[job]]\nname = 'x'\nsteps = [2]\n"
	k := folder(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n", "a.toml": first, "b.toml": second})
	same(t, "entities", addresses(k), "job/x", "job/x #2", "job/x #3", "job/x #4", "job/x #5")
	same(t, "findings", findings(k), "duplicate-entity a.toml:4:1", "duplicate-entity b.toml:4:1", "duplicate-entity b.toml:7:1")
	for i, want := range []say.Sentence{
		say.Repeats.With(say.Address("job/x"), say.Position("a.toml:1:1")),
		say.Repeats.With(say.Address("job/x"), say.Position("a.toml:1:1")),
		say.Repeats.With(say.Address("job/x #3"), say.Position("b.toml:1:1")),
	} {
		if f := k.Findings[i]; !reflect.DeepEqual(f.Problem, want) || f.Severity() != kb.Warning {
			t.Errorf("%s: %s", f.Severity(), f.Problem)
		}
	}
	k = folder(t, map[string]string{"a.toml": first, "b.toml": second})
	same(t, "findings without a manifest", findings(k), "duplicate-entity a.toml:4:1", "duplicate-entity b.toml:7:1")
}

// TestAnIDGivenTwiceIsAMistake: references mean the first of the two. Where ids repeat as
// a rule, they are parts of keys.
func TestAnIDGivenTwiceIsAMistake(t *testing.T) {
	const people = "[[people]]\nid = 'ann'\nname = 'Ann Lee'\n[[people]]\nid = 'bob'\nboss = 'ann'\n[[people]]\nid = 'cy'\n[[people]]\nid = 'ann'\nname = 'Ann Other'\n"
	k := file(t, "people.toml", people)
	same(t, "entities", addresses(k), "people/ann", "people/bob", "people/cy", "people/ann Ann Other")
	same(t, "findings", findings(k), "duplicate-entity people.toml:10:6")
	want := say.SharesKey.With(say.Field("id"), say.Text("ann"), say.Address("people/ann"), say.Position("people.toml:1:1"))
	if f := k.Findings[0]; !reflect.DeepEqual(f.Problem, want) || f.Severity() != kb.Warning || f.Address != "people/ann" {
		t.Errorf("%s: %s of %s", f.Severity(), f.Problem, f.Address)
	}
	if e := k.Lookup("people/ann Ann Other"); e.Label("en") != "Ann Other" {
		t.Errorf("the second is called %q", e.Label("en"))
	}
	k = file(t, "people.toml", people+"[[people]]\nid = 'ann'\nname = 'Ann Other'\n[[people]]\nid = 'di'\nboss = 'ann'\n[[people]]\nid = 'ed'\n[[people]]\nid = 'flo'\n")
	same(t, "entities", addresses(k), "people/ann", "people/bob", "people/cy", "people/ann Ann Other", "people/ann Ann Other #2", "people/di", "people/ed", "people/flo")
	same(t, "findings", findings(k), "duplicate-entity people.toml:10:6", "duplicate-entity people.toml:12:1")
	same(t, "links of di", links(t, k, "people/di"), "boss → people/ann")

	for name, text := range map[string]string{
		"translations": "[[text]]\nid = 'a'\nlang = 'en'\n[[text]]\nid = 'a'\nlang = 'fr'\n[[text]]\nid = 'b'\nlang = 'en'\n",
		"names":        "[[package]]\nname = 'a'\nversion = '1'\n[[package]]\nname = 'b'\nversion = '1'\n[[package]]\nname = 'a'\nversion = '2'\n",
		"parts":        "[[club]]\nid = 'x'\n[[club.team]]\nid = 'one'\n[[club.team]]\nid = 'two'\n[[club]]\nid = 'y'\n[[club.team]]\nid = 'one'\n",
	} {
		if k := file(t, "x.toml", text); len(k.Findings) > 0 {
			t.Errorf("%s: %v", name, k.Findings)
		}
	}
	other := strings.ReplaceAll(people, "Other", "Else")
	k = folder(t, map[string]string{"a.toml": people[:strings.LastIndex(people, "[[people]]")], "b.toml": other[strings.LastIndex(other, "[[people]]"):] + "[[people]]\nid = 'di'\n"})
	same(t, "findings of two files", findings(k))
}

// TestTheSameHeaderTwiceIsAnError: nobody can mean both. A table and an element of
// one key are not as certain.
func TestTheSameHeaderTwiceIsAnError(t *testing.T) {
	files := map[string]string{"a.toml": "[city.austin]\nname = 'A'\n[city.rabat]\nname = 'R'\n[city.oran]\nname = 'O'\n", "b.toml": "[city.austin]\nname = 'B'\n[city.fes]\nname = 'F'\n[city.nice]\nname = 'N'\n", "c.toml": "[[city]]\nid = 'rabat'\n"}
	k := folder(t, files)
	same(t, "entities", addresses(k), "city/austin", "city/rabat", "city/oran", "city/fes", "city/nice", "city/rabat #2")
	same(t, "findings", findings(k), "duplicate-entity b.toml:1:1", "duplicate-entity c.toml:1:1")
	if f := k.Findings[0]; f.Severity() != kb.Error || !reflect.DeepEqual(f.Problem, say.Redefines.With(say.Address("city/austin"), say.Position("a.toml:1:1"))) {
		t.Errorf("%s: %s", f.Severity(), f.Problem)
	}
	if f := k.Findings[1]; f.Severity() != kb.Warning {
		t.Errorf("%s: %s", f.Severity(), f.Problem)
	}
	files["kb.toml"] = "[kb]\nformat = 1\n"
	k = folder(t, files)
	same(t, "entities of a manifest", addresses(k), "city/austin", "city/rabat", "city/oran", "city/fes", "city/nice")
	for _, f := range k.Findings {
		if f.Severity() != kb.Error {
			t.Errorf("%s: %s", f.Severity(), f.Problem)
		}
	}
}

// TestFilesThatDescribeTheSameThingsAreParallel: settings for several machines
// repeat each other, and none of them is a mistake.
func TestFilesThatDescribeTheSameThingsAreParallel(t *testing.T) {
	rules := func(keys ...int) string {
		var b strings.Builder
		for _, n := range keys {
			fmt.Fprintf(&b, "[rule.r%d]\nlevel = %d\n", n, n+len(keys))
		}
		return b.String()
	}
	files := map[string]string{"base.toml": rules(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), "sites/one.toml": rules(0, 5, 9, 20, 21)}
	k := folder(t, files)
	if n := len(k.Entities); n != 15 {
		t.Errorf("%d entities", n)
	}
	if k.Lookup("rule/r5") == nil || k.Lookup("rule/r5 sites/one") == nil {
		t.Error(addresses(k))
	}
	same(t, "findings", findings(k))
	files["kb.toml"] = "[kb]\nformat = 1\n"
	same(t, "findings of a manifest", findings(folder(t, files)), "duplicate-entity sites/one.toml:1:1", "duplicate-entity sites/one.toml:3:1", "duplicate-entity sites/one.toml:5:1")
	files = map[string]string{"base.toml": files["base.toml"], "site.toml": rules(0, 5, 20, 21, 22)}
	same(t, "findings of a few repetitions", findings(folder(t, files)), "duplicate-entity site.toml:1:1", "duplicate-entity site.toml:3:1")
}

// TestFilesOfOneNameAreParallel: each folder has its own, and they hardly repeat
// each other.
func TestFilesOfOneNameAreParallel(t *testing.T) {
	files := map[string]string{
		"north/map.toml": "[city.austin]\nname = 'A'\n[city.rabat]\nname = 'R'\n[city.oran]\nname = 'O'\n[city.fes]\nname = 'F'\n",
		"south/map.toml": "[city.austin]\nname = 'B'\n[city.nice]\nname = 'N'\n[city.lyon]\nname = 'L'\n[city.pau]\nname = 'P'\n",
	}
	k := folder(t, files)
	if k.Lookup("city/austin") == nil || k.Lookup("city/austin south/map") == nil || len(k.Entities) != 8 {
		t.Error(addresses(k))
	}
	same(t, "findings", findings(k))
	files["kb.toml"] = "[kb]\nformat = 1\n"
	same(t, "findings of a manifest", findings(folder(t, files)), "duplicate-entity south/map.toml:1:1")
}

// TestTablesOfOneKeyInTwoFoldersAreKept: whether they are one entity is not
// certain, nor is it of inline tables.
func TestTablesOfOneKeyInTwoFoldersAreKept(t *testing.T) {
	const first, second = "[city.austin]\nname = 'A'\n[city.rabat]\nname = 'R'\n[city.oran]\nname = 'O'\n[city.fes]\nname = 'F'\n", "[city.austin]\nname = 'B'\n[city.nice]\nname = 'N'\n[city.lyon]\nname = 'L'\n[city.pau]\nname = 'P'\n"
	for _, c := range []struct{ path, text, key string }{
		{"south/other.toml", second, "austin south/other"},
		{"other.toml", strings.Replace(second, "[city.austin]\nname = 'B'\n", "city.austin = { name = 'B' }\n", 1), "austin other"},
	} {
		k := folder(t, map[string]string{"map.toml": first, c.path: c.text})
		if f := k.Findings; len(f) != 1 || f[0].Severity() != kb.Warning || !reflect.DeepEqual(f[0].Problem, say.Redefines.With(say.Address("city/austin"), say.Position("map.toml:1:1"))) {
			t.Errorf("%s: %v", c.path, f)
		}
		if k.Lookup(kb.NewAddress("city", c.key)) == nil || len(k.Entities) != 8 {
			t.Errorf("%s: %v", c.path, addresses(k))
		}
	}
}

// TestTablesOfOneKeyAtTwoPlacesAreTwo: the places tell them apart, with a manifest
// too.
func TestTablesOfOneKeyAtTwoPlacesAreTwo(t *testing.T) {
	k := folder(t, map[string]string{
		"kb.toml": "[kb]\nformat = 1\n[kinds.route]\nat = [\"http.routers.*\", \"tcp.routers.*\"]\n",
		"x.toml":  "[http.routers.web]\nrule = 'a'\n[http.routers.api]\nrule = 'b'\n[tcp.routers.web]\nrule = 'c'\n",
	})
	same(t, "entities", addresses(k), "route/web", "route/api", "route/web tcp.routers")
	same(t, "findings", findings(k))
}
