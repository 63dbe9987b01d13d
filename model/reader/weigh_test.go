package reader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
)

// allLinks lists the links of all entities.
func allLinks(t *testing.T, k *kb.KB) []string {
	t.Helper()
	var out []string
	for _, e := range k.Entities {
		for _, link := range links(t, k, string(e.Address())) {
			out = append(out, string(e.Address())+" "+link)
		}
	}
	return out
}

func TestTwoInFourValuesSufficeForAFieldCalledAfterTheKind(t *testing.T) {
	const speakers = "[[speakers]]\nid = 'ann'\nname = 'Ann Ode'\n[[speakers]]\nid = 'bo'\nname = 'Bo Pal'\n"
	for _, c := range []struct {
		field string
		want  int
	}{
		{"speaker", 2}, {"speakers", 2}, {"speaker_id", 2}, {"speakerName", 2}, {"guest_speaker", 2}, {"guest-speakers", 2},
		{"speaker_fee", 0}, {"who", 0},
	} {
		text := speakers
		for i, who := range []string{"Organisers", "Ann Ode", "Bo Pal", "Organisers"} {
			text += fmt.Sprintf("[[talks]]\nid = 't%d'\n%s = '%s'\n", i, c.field, who)
		}
		if got := allLinks(t, file(t, "x.toml", text)); len(got) != c.want {
			t.Errorf("%s: %v, want %d links", c.field, got, c.want)
		}
	}
}

func TestAWholeNumberIsAReferenceInAFieldCalledAfterItsKind(t *testing.T) {
	k := file(t, "game.toml", `
[[item]]
id = 12
name = "Gold"
[[item]]
id = 15
name = "Dagger"
[[monster]]
id = 1
name = "Goblin"
level = 12
drops = [{ item_id = 12, chance = 0.5 }, { item_id = 15, chance = 0.1 }]
[[monster]]
id = 12
name = "Rat"
level = 15
[[shop]]
name = "Smith"
item_id = 15
itemIds = [12, 15]
best = { item = 12 }
`)
	same(t, "links", allLinks(t, k),
		"monster/1 drops → item/12", "monster/1 drops → item/15",
		"shop/smith item_id → item/15", "shop/smith itemIds → item/12", "shop/smith itemIds → item/15", "shop/smith best.item → item/12")
	same(t, "findings", findings(k))
}

// why returns the reason of the inference about a field.
func why(k *kb.KB, kind, field string) kb.Reason {
	for _, r := range k.Inference.Relations {
		if r.Kind.Name == kind && r.Field == field {
			return r.Reason
		}
	}
	return ""
}

func TestWholeNumbersAreReferencesWhereTheFieldSaysSo(t *testing.T) {
	text := "[[firm]]\nid = 7\n[[firm]]\nid = 12\n[[shelf]]\nid = 1\n[[shelf]]\nid = 2\n[[crate]]\nid = 1\n[[crate]]\nid = 2\n"
	for _, c := range []struct {
		field string
		want  kb.Reason
	}{
		{"employer_id", "identities"}, {"employerId", "identities"}, {"owner", "identities"}, {"site_owner", "identities"},
		{"rank", ""}, {"year", ""}, {"count_id", ""}, {"max_user", ""}, {"id_of", ""}, {"users", "few"},
	} {
		k := file(t, "x.toml", text+"[man.a]\n"+c.field+" = 7\n[man.b]\n"+c.field+" = 12\n")
		if got := why(k, "man", c.field); got != c.want {
			t.Errorf("%s: %q, want %q", c.field, got, c.want)
		}
		if got := len(allLinks(t, k)); got > 0 != (c.want == "identities") {
			t.Errorf("%s: %d links", c.field, got)
		}
	}
	for about, c := range map[string]struct {
		values [3]int
		want   kb.Reason
	}{
		"of two kinds": {[3]int{1, 2, 1}, "several"}, "one value alone": {[3]int{7, 7, 7}, "few"}, "one of three is none": {[3]int{7, 12, 13}, "few"},
	} {
		k := file(t, "x.toml", fmt.Sprintf("%s[man.a]\nplace_id = %d\n[man.b]\nplace_id = %d\n[man.c]\nplace_id = %d\n", text, c.values[0], c.values[1], c.values[2]))
		if got := why(k, "man", "place_id"); got != c.want || len(allLinks(t, k)) > 0 {
			t.Errorf("%s: %q, want %q; links %v", about, got, c.want, allLinks(t, k))
		}
	}
	const office = "[[man]]\nid = 1\n[[man]]\nid = 2\nboss = 1\nsite_id = 1\n[[man]]\nid = 3\nboss = 1\nsite_id = 1\n[[man]]\nid = 4\nboss = 1\nsite_id = 1\n"
	same(t, "one boss", allLinks(t, file(t, "x.toml", office)), "man/2 boss → man/1", "man/3 boss → man/1", "man/4 boss → man/1")
	k := file(t, "x.toml", "[[man]]\nid = 7\n[[man]]\nid = 8\nprevious_id = 7\n[[man]]\nid = 9\nprevious_id = 8\n[[firm]]\nid = 7\n[[firm]]\nid = 8\n")
	same(t, "of its own kind before others", allLinks(t, k), "man/8 previous_id → man/7", "man/9 previous_id → man/8")
	k = file(t, "kb.toml", "[kb]\nformat = 1\n[relations.at]\nto = 'firm'\nstrict = false\n"+text+"[man.a]\nat = 7\n[man.b]\nat = 12\n")
	same(t, "declared", allLinks(t, k), "man/a at → firm/7", "man/b at → firm/12")
}

// tools returns tools with the same setting, of which all have the given values in turn.
func tools(names []string, setting string, values ...string) string {
	text := ""
	for i, name := range names {
		text += fmt.Sprintf("[tool.%s]\n%s = '%s'\n", name, setting, values[i%len(values)])
	}
	return text
}

func TestAFieldOfFewValuesIsAnEnumeration(t *testing.T) {
	names := strings.Fields("ant bat cow dog eel semver sourcery")
	for _, c := range []struct {
		about, text string
		want        int
	}{
		{"two values, one of them a name", tools(names, "order", "semver", "semver", "semver", "source"), 0},
		{"one value, the same for all", tools(names, "order", "semver"), 0},
		{"all have one parent", tools(names, "parent", "semver"), 6},
		{"a ring", tools(names, "order", "bat", "cow", "dog", "eel", "semver", "sourcery", "ant"), 7},
		{"ten values, two of them names", tools(names, "mode", "ant", "bat", "ant", "bat", "m1", "ant", "m2") +
			tools(strings.Fields("a b c d e f g h i j k l m n o"), "mode", "ant", "bat", "ant", "bat", "ant", "bat", "m3", "m4", "m5", "m6"), 0},
		{"three values again and again, two of them names", tools(strings.Fields("json text a b c d e f g h i j"), "format", "json", "text", "yaml"), 0},
		{"one city, mistyped once", "[city.austin]\nx = 1\n" + tools(names[:3], "seat", "austin", "austin", "austni"), 2},
		{"all others have one boss", "[tool.semver]\n" + tools(names[:5], "boss", "semver"), 5},
		{"all others say no, and one is called so", "[tool.no]\n" + tools(names[:5], "loud", "no"), 0},
		{"two firms left of three", "[firm.bolt]\n[firm.crane]\n" + tools(names[:6], "of", "acme", "bolt", "crane", "acme", "bolt", "acme"), 3},
		{"two words of three are keys of many", "[firm.bolt]\n[firm.crane]\n[firm.a]\n[firm.b]\n[firm.c]\n" + tools(names[:6], "of", "acme", "bolt", "crane", "acme", "bolt", "acme"), 0},
		{"two firms and phrases", "[firm.bolt]\n[firm.crane]\n" + tools(names[:6], "of", "At home", "bolt", "crane", "At home", "bolt", "Abroad"), 0},
		{"one city for all", "[city.austin]\nx = 1\n[city.rabat]\nx = 2\n" + tools(names, "seat", "austin"), 7},
	} {
		k := file(t, "x.toml", c.text)
		if got := allLinks(t, k); len(got) != c.want {
			t.Errorf("%s: %v, want %d links", c.about, got, c.want)
		}
	}
}

func TestKeysThatRepeatAreFields(t *testing.T) {
	k := folder(t, map[string]string{
		"people/ann.toml": "name = 'ann'\n", "people/bob.toml": "name = 'bob'\n", "people/cyd.toml": "name = 'cyd'\n",
		"teams/leads.toml": "name = 'leads'\n", "teams/alumni.toml": "name = 'alumni'\n", "teams/all.toml": "name = 'all'\n",
		"teams/a.toml": "name = 'a'\n[people]\nleads = ['ann']\nalumni = ['cyd']\nrare = 1\n",
		"teams/b.toml": "name = 'b'\n[people]\nleads = ['ann', 'bob']\nalumni = []\n",
		"teams/c.toml": "name = 'c'\n[people]\nleads = ['bob']\nalumni = ['cyd']\nall = 1\n",
	})
	same(t, "links", allLinks(t, k),
		"teams/a people.leads → people/ann", "teams/a people.alumni → people/cyd",
		"teams/b people.leads → people/ann", "teams/b people.leads → people/bob",
		"teams/c people.leads → people/bob", "teams/c people.alumni → people/cyd")
	k = file(t, "x.toml", "[fruit.apple]\nx = 1\n[fruit.pear]\nx = 1\n[fruit.plum]\nx = 1\n"+
		"[shop.a.stock]\napple = 3\npear = 2\n[shop.b.stock]\nplum = 1\npear = 7\n[shop.c.stock]\napple = 1\n")
	same(t, "keys that vary", allLinks(t, k),
		"shop/a stock → fruit/apple", "shop/a stock → fruit/pear", "shop/b stock → fruit/plum", "shop/b stock → fruit/pear", "shop/c stock → fruit/apple")
}

func TestDependenciesOutsideAreNoReasonAgainstThoseInside(t *testing.T) {
	text := "[[package]]\nname = 'core'\n[package.dependencies]\nlog = '1'\nserde = '1'\nrand = '1'\n" +
		"[[package]]\nname = 'cli'\n[package.dependencies]\ncore = '1'\nserde = '1'\nclap = '4'\n" +
		"[[package]]\nname = 'gui'\ndepends_on = ['core', 'gtk', 'cairo', 'x11']\n"
	k := file(t, "packages.toml", text)
	same(t, "links", allLinks(t, k), "package/cli dependencies → package/core", "package/gui depends_on → package/core")
	same(t, "findings", findings(k))
	var paths []string
	for _, s := range k.Record(k.Lookup("package/cli")).Statements {
		paths = append(paths, s.Field.Path)
	}
	if want := []string{"dependencies", "dependencies.serde", "dependencies.clap"}; !slices.Equal(paths, want) {
		t.Errorf("fields %v, want %v", paths, want)
	}
}

// TestDependenciesThatMostlyStandInsideDangleOutside: three in four of at least four name
// services, or the tasks of another kind.
func TestDependenciesThatMostlyStandInsideDangleOutside(t *testing.T) {
	const services = "[[services]]\nid = 'a'\ndepends_on = ['b', 'c']\n[[services]]\nid = 'b'\ndepends_on = ['c', 'nonexistent']\n"
	k := file(t, "services.toml", services+"[[services]]\nid = 'c'\ndepends_on = ['a', 'kafka']\n[[services]]\nid = 'd'\ndepends_on = ['a', 'b', 'c']\n")
	same(t, "most inside", findings(k), "dangling-reference services.toml:6:20", "dangling-reference services.toml:9:20")
	k = file(t, "services.toml", services+"[[services]]\nid = 'c'\ndepends_on = ['a', 'kafka', 'postgres']\n")
	same(t, "many outside", findings(k))
	k = file(t, "apps.toml", "[task.lint]\n[task.test]\n[task.build]\n[app.x]\ndepends_on = ['lint', 'test', 'biuld-all']\n[app.y]\ndepends_on = ['lint', 'build', 'test', 'deploy']\n[app.z]\ndepends_on = ['test']\n")
	same(t, "of another kind", findings(k), "dangling-reference apps.toml:5:31", "dangling-reference apps.toml:7:40")
	k = file(t, "packages.toml", "[package.core]\n[package.util]\ndependencies = ['core', 'numpy']\n[package.web]\ndependencies = ['core', 'util', 'core', 'react']\n"+
		"[package.app]\ndependencies = ['core', 'util', 'web', 'zlib']\n[package.cli]\ndependencies = ['core', 'util', 'web', 'core', 'util', 'clap']\n")
	same(t, "of few inside", findings(k))
	k = file(t, "projects.toml", "[project.a]\n[project.b]\n[project.c]\n[project.d.dependencies]\na = '1'\nb = '1'\nc = '1'\nrand = '1'\n"+
		"[project.e.optional-dependencies]\ntest = ['a', 'b', 'c', 'd', 'pytest']\n")
	same(t, "keys and groups", findings(k))
}

func TestASpecificValueProvesItself(t *testing.T) {
	const a, b = "5f1abf38-4f4c-4fb1-b2a5-9e1d2a9b0c11", "0a9b3c55-4f4c-4fb1-b2a5-9e1d2a9b0c12"
	text := "[[rule]]\nid = '" + a + "'\nsee = ['" + b + "', 'x', 'y', 'z']\n[[rule]]\nid = '" + b + "'\nsee = ['v', 'w']\n"
	k := file(t, "rules.toml", text)
	same(t, "links", allLinks(t, k), "rule/"+a+" see → rule/"+b)
	same(t, "findings", findings(k))
}

func TestSeveralReferencesInARowAreRelationsEach(t *testing.T) {
	k := file(t, "day.toml", "[room.r1]\nx = 1\n[room.r2]\nx = 1\n[talk.t1]\nx = 1\n[talk.t2]\nx = 1\n"+
		"[day.one]\nslots = [{ at = 9, talk = 't1', place = 'r2' }, { at = 10, talk = 't2', place = 'r1' }]\n")
	same(t, "links", allLinks(t, k), "day/one slots.talk → talk/t1", "day/one slots.place → room/r2", "day/one slots.talk → talk/t2", "day/one slots.place → room/r1")
}

func TestNamesOfFieldsThatSayWhatTheyName(t *testing.T) {
	k := folder(t, map[string]string{
		"team/lang.toml": "v = 1\n", "team/a.toml": "subteam-of = 'lang'\n", "team/b.toml": "subteam-of = 'lang'\n", "team/c.toml": "subteam-of = 'lang'\n",
		"team/d.toml": "subteam-of = 'lang'\nhost = 'lang'\n",
	})
	if got := allLinks(t, k); len(got) != 5 {
		t.Errorf("links %v", got)
	}
}

func TestATableThatNamesOneEntityTwiceIsOneLink(t *testing.T) {
	k := file(t, "Move.lock", "[[package]]\nid = 'Std'\nname = 'Std'\n[[package]]\nid = 'Coins'\nname = 'Coins'\ndependencies = [{ id = 'Std', name = 'Std' }]\n")
	same(t, "links", allLinks(t, k), "package/Coins dependencies → package/Std")
}

func TestTheKeyOfAListOfDependenciesNamesAGroup(t *testing.T) {
	k := file(t, "projects.toml", "[project.samples]\nx = 1\n[project.slim]\nx = 1\n"+
		"[project.app.optional-dependencies]\nsamples = ['slim[fast]=={{ version }}', 'pytest', 'coverage']\n")
	same(t, "links", allLinks(t, k), "project/app optional-dependencies.samples → project/slim")
}

func TestATextInSeveralLanguagesIsNoReference(t *testing.T) {
	k := file(t, "x.toml", "[app.vemi]\nx = 1\n[app.nano]\nx = 1\n[tag.one]\ntitle = { en = 'vemi', fr = 'nano' }\n[tag.two]\ntitle = { en = 'nano', fr = 'vemi' }\n")
	same(t, "links", allLinks(t, k))
}

// TestTheOwnKindComesBeforeAnotherOfTheSameNames: the manifests of packages and a lock
// of the same ones, in two kinds.
func TestTheOwnKindComesBeforeAnotherOfTheSameNames(t *testing.T) {
	text := ""
	for _, kind := range []string{"crate", "lock"} {
		text += strings.ReplaceAll("[[KIND]]\nname = 'ink'\nneeds = ['salt']\n[[KIND]]\nname = 'pen'\nneeds = ['ink']\n[[KIND]]\nname = 'salt'\n", "KIND", kind)
	}
	same(t, "links", allLinks(t, file(t, "x.toml", text)),
		"crate/ink needs → crate/salt", "crate/pen needs → crate/ink", "lock/ink needs → lock/salt", "lock/pen needs → lock/ink")
}

func TestAListOfTablesIsOneRelation(t *testing.T) {
	const text = "[person.ann]\nx = 1\n[person.bob]\nx = 1\n[band.one]\npersonnel = [{ who = 'ann', plays = 'drums' }, { who = 'bob', plays = 'bass' }]\n"
	for _, c := range []struct {
		never string
		want  []string
	}{
		{"", []string{"band/one personnel → person/ann", "band/one personnel → person/bob"}},
		{"[kb]\nformat = 1\n[relations.personnel]\nnever = true\n", nil},
		{"[kb]\nformat = 1\n[relations.'personnel.who']\nnever = true\n", nil},
		{"[kb]\nformat = 1\n[relations.'personnel.who']\nto = 'person'\n", []string{"band/one personnel.who → person/ann", "band/one personnel.who → person/bob"}},
	} {
		k := file(t, "x.toml", c.never+text)
		same(t, c.never, allLinks(t, k), c.want...)
		if len(c.want) > 0 && len(k.Relations) != 1 || len(c.want) == 0 && len(k.Relations) > 0 {
			t.Errorf("%q: %d relations", c.never, len(k.Relations))
		}
	}
}

func TestAKeyMadeOfSomeTextIsNoNameBesideAnother(t *testing.T) {
	k := file(t, "metro.toml", "[station.hill]\nname = 'Hill'\n[station.dock]\nname = 'Dock'\n[station.mill]\nname = 'Mill'\n"+
		"[[connection]]\nfrom = 'hill'\nto = 'dock'\n[[connection]]\nfrom = 'dock'\nto = 'mill'\n[[connection]]\nfrom = 'mill'\nto = 'hill'\n")
	same(t, "links", allLinks(t, k),
		"connection/hill from → station/hill", "connection/hill to → station/dock", "connection/dock from → station/dock",
		"connection/dock to → station/mill", "connection/mill from → station/mill", "connection/mill to → station/hill")
}
