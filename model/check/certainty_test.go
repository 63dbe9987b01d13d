package check_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/say"
)

// severities lists the findings of a knowledge base as severity, code and place.
func severities(k *kb.KB) []string {
	out := []string{}
	for _, f := range check.Run(k) {
		out = append(out, fmt.Sprintf("%s %s %s", f.Severity(), f.Code, f.Position))
	}
	return out
}

// said returns the first finding of a code.
func said(t *testing.T, k *kb.KB, code kb.Code) kb.Finding {
	t.Helper()
	all := check.Run(k)
	at := slices.IndexFunc(all, func(f kb.Finding) bool { return f.Code == code })
	if at < 0 {
		t.Fatalf("no %s among %v", code, all)
	}
	return all[at]
}

func expectSeverities(t *testing.T, k *kb.KB, want ...string) {
	t.Helper()
	if got := severities(k); !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// harbour returns entities of the kind port, and boats of which one names no port.
func harbour(last string) string {
	var b strings.Builder
	for i := range 12 {
		fmt.Fprintf(&b, "[port.quay-%d]\nname = 'Quay %d'\n[boat.b%d]\nberth = 'quay-%[1]d'\n", i, i, i)
	}
	return b.String() + "[boat.last]\nberth = " + last + "\n"
}

func TestWhatWasInferredIsAWarningThatSaysOnWhatItRests(t *testing.T) {
	k := read(t, "", harbour(`"the roads"`))
	expectSeverities(t, k, "info orphan a.toml:49:1", "warning dangling-reference a.toml:50:9")
	f := said(t, k, kb.DanglingReference)
	berth, port := say.Field("berth"), say.OneOf{"port"}
	if want := say.OthersName.With(say.Number(12), say.Number(13), berth, port, say.Text("the roads")); !reflect.DeepEqual(f.Problem, want) {
		t.Errorf("%s, not %s", f.Problem, want)
	}
	if want := say.CorrectAddOrDeclare.With(port); !reflect.DeepEqual(f.Remedy, want) {
		t.Errorf("%s, not %s", f.Remedy, want)
	}
	k = read(t, "", "[isle.quay-0]\nname = 'Twin'\n[port.twin]\nname = 'Twin'\n[port.double]\nname = 'Twin'\n"+harbour(`"Twin"`))
	f = said(t, k, kb.AmbiguousReference)
	want := say.OthersNameOne.With(say.Number(12), say.Number(13), berth, port, say.Text("Twin"), say.Found{"port/twin", "port/double"})
	if !reflect.DeepEqual(f.Problem, want) || f.Severity() != kb.Warning {
		t.Errorf("%s %s, not %s", f.Severity(), f.Problem, want)
	}
}

func TestWhatAManifestDeclaresIsCertain(t *testing.T) {
	k := read(t, "[kb]\nformat = 1\n[relations.berth]\nto = 'port'\n", harbour(`"the roads"`))
	f := said(t, k, kb.DanglingReference)
	if want := say.NamesNothing.With(say.Field("berth"), say.Text("the roads"), say.Kinds{"port"}); f.Severity() != kb.Error || !reflect.DeepEqual(f.Problem, want) {
		t.Errorf("%s %s, not %s", f.Severity(), f.Problem, want)
	}
}

func TestFactsAndSourcesAreCertainOnlyWithAManifest(t *testing.T) {
	text := "[ship.aino]\nfacts = [{ text = 'It sank.', about = 'ainoo', source = 'lgo' }]\ncrew = { value = 2, source = 'nobody' }\n[source.log]\n"
	for _, f := range check.Run(read(t, "", text)) {
		if f.Severity() == kb.Error {
			t.Errorf("%s: %s: %s", f.Position, f.Code, f.Problem)
		}
	}
	if errors, _, _ := check.Count(check.Run(read(t, "[kb]\nformat = 1\n", text))); errors != 3 {
		t.Errorf("%d errors with a manifest: %v", errors, severities(read(t, "[kb]\nformat = 1\n", text)))
	}
}

// valid holds files of kinds that people keep. They are valid TOML, and each uses
// words of the format in another sense.
var valid = map[string]map[string]string{
	"reserved words": {"all.toml": `
[person.ann]
location = "Paris"
date = "soon"
url = "2.4.1"
website = 7
aliases = [1, 2]
source = "x"
tags = 3
summary = ["a", "b"]
body = { width = 3 }
start = "2024-13-45"
end = "30/02/2024"
facts = [{ text = 5, about = "nobody" }, { text = ["a"], source = 1 }]
about = "nobody"
[person.bo]
location = [148.2, -3.5]
url = "www.example.org"
website = "javascript:alert(1)"
aliases = [["x"]]
name = 3
title = true
facts = [{ text = "x", about = ["ann", "nobody"] }]
`},
	"statements": {"cards.toml": `
[card.ace]
worth = { value = 11, rank = "ace", confidence = "sure", source = "rules" }
limit = { value = 20, since = "1.4.0", until = "2.0.0", date = "next week", source = "notes" }
[card.king]
worth = { value = 4, source = ["rules", 3], quote = "four", locator = 3 }
`},
	"package index": {"Pipfile.toml": `
[[source]]
name = "index"
url = "https://${USER}@index.example/simple"
verify_ssl = true
text = "README.md"
[packages]
numbers = { version = "*", source = "other" }
words = { value = "*", source = "elsewhere", quote = "nothing" }
`},
	"copies": {"src.toml": `
[source.main]
text = "src/main.txt"
[source.lib]
text = "no/such/file"
derived_from = "nothing"
[output.bin]
flags = { value = "-O2", source = "main", quote = "-O3" }
`, "src/main.txt": "flags = -O2"},
	"schema": {"schema.toml": `
[kinds.integer]
size = 4
[relations.owner]
table = "users"
[views.active]
query = "SELECT * FROM users"
[kb]
size = "12 KB"
`},
	"routes": {"nav.toml": `
[[menu.main]]
url = "/about"
name = "About"
[[menu.main]]
url = "mailto:"
name = "Write"
[[menu.footer]]
url = "http://user:secret@localhost:8080"
name = "Local"
`},
}

func TestNothingValidFails(t *testing.T) {
	for name, files := range valid {
		for _, f := range check.Run(kbtest.ReadFiles(t, files)) {
			if f.Severity() == kb.Error {
				t.Errorf("%s: %s: %s: %s", name, f.Position, f.Code, f.Problem)
			}
		}
	}
}

func TestRowsWithAColumnCalledValueDisagreeOnNothing(t *testing.T) {
	const text = `
[rule.one]
levels = [{ value = "low" }, { value = "high" }]
env = [{ name = "HOME", value = "/root" }, { name = "LANG", value = "C" }]
redirects = [{ to = "/a", status = 301 }, { to = "/b", status = 302 }]
mass = [{ value = 3, unit = "kg" }, { value = 7, unit = "lb" }]
notes = [{ text = "a", since = "v1" }, { text = "b", since = "v2" }]
[[rule.one.severity_mapping]]
field = "event.severity"
operator = "equals"
severity = "low"
value = "21"
[[rule.one.severity_mapping]]
field = "event.severity"
operator = "equals"
severity = "high"
value = "73"
[[rule.one.readings]]
value = 3
source = "sensor-1"
unit = "bar"
[[rule.one.readings]]
value = 4
source = "sensor-2"
unit = "bar"
`
	expectSeverities(t, read(t, "", text))
	for _, f := range check.Run(read(t, "[kb]\nformat = 1\n", text)) {
		if f.Code == kb.Contradiction {
			t.Errorf("%s: %s", f.Position, f.Problem)
		}
	}
}

func TestAReservedFieldSaysWhyItIsTakenInThatSense(t *testing.T) {
	const text = "[event.one]\ndate = '2024-02-30'\nurl = 'www.example.org'\nlocation = [148.2, -3.5]\nsize = { value = 1, source = 'x', since = 'then' }\n"
	url := []say.Arg{say.Field("url"), say.Value(`"www.example.org"`)}
	for code, want := range map[kb.Code]say.Sentence{
		kb.BadURL: say.IsLikeURL.With(url...), kb.BadLocation: say.IsLikeDegrees.With(say.Field("location"), say.Value("[148.2, -3.5]")),
	} {
		if got := said(t, read(t, "", text), code).Problem; !reflect.DeepEqual(got, want) {
			t.Errorf("%s, not %s", got, want)
		}
	}
	var dates []say.Sentence
	for _, f := range check.Run(read(t, "", text)) {
		if f.Code == kb.BadDate {
			dates = append(dates, f.Problem)
		}
	}
	want := []say.Sentence{say.NoSuchDay.With(say.Field("date"), say.Value(`"2024-02-30"`)), say.IsInClaim.With(say.Field("since"), say.Value(`"then"`))}
	if !reflect.DeepEqual(dates, want) {
		t.Errorf("%s, not %s", dates, want)
	}
	if got := said(t, read(t, "[kb]\nformat = 1\n", text), kb.BadURL).Problem; !reflect.DeepEqual(got, say.Is.With(url...)) {
		t.Error(got)
	}
}

// TestADayThatDoesNotExistIsAFindingAmongDates has fields of no reserved name.
func TestADayThatDoesNotExistIsAFindingAmongDates(t *testing.T) {
	for values, want := range map[string]int{
		`2021-10-02 "2021-13-02" 2021-11-02`:                      1,
		`"2021-10-02" "2021-02-31" "2021-11-02" "2021-02-30"`:     0,
		`"2021-10-02" "2021-02-31" "2021-11-02" "2021-11-03"`:     1,
		`"2021-10-02" "2021-02-31T10:30:00Z" 2021-11-02T07:00:00`: 1,
		`["2021-10-02","2021-11-02","2021-13-02"]`:                1,
		`{value="2021-13-02",note="x"} 2021-10-02 2021-11-02`:     1,
		`"2021-13-02" 2021-10-02`:                                 0,
		`"2021-13-02-b" 2021-10-02 2021-11-02`:                    0,
		`"2021-13" 2021-10-02 2021-11-02`:                         0,
		`"later" 2021-10-02 2021-11-02`:                           0,
		`"2021-13-02" 2021-10-02 2021-11-02 "a" "b" "c"`:          0,
	} {
		for _, manifest := range []string{"", "[kb]\nformat = 1\n"} {
			text := ""
			for i, v := range strings.Fields(values) {
				text += fmt.Sprintf("[ship.s%d]\nlaunched = %s\n", i, v)
			}
			found := slices.DeleteFunc(severities(read(t, manifest, text)), func(s string) bool { return !strings.HasPrefix(s, "warning bad-date ") })
			if len(found) != want {
				t.Errorf("%q %s: %v, want %d", manifest, values, found, want)
			}
		}
	}
}

// TestManyImpossibleDaysAreFoundAsQuicklyAsOne has a kind of which a third of the dates are none.
func TestManyImpossibleDaysAreFoundAsQuicklyAsOne(t *testing.T) {
	kbtest.NotSquare(t, 20_000, func(n int) {
		var text strings.Builder
		for i := range n {
			day := "2021-11-02"
			if i%3 == 0 {
				day = "2021-13-02"
			}
			fmt.Fprintf(&text, "[ship.s%d]\nlaunched = '%s'\n", i, day)
		}
		check.Run(kbtest.Read(t, text.String()))
	})
}

func TestWithoutLinksThereAreNoOrphans(t *testing.T) {
	apps := "[app.one]\nsize = 1\n[app.two]\nsize = 2\n"
	expectSeverities(t, read(t, "", apps))
	expectSeverities(t, read(t, "[kb]\nformat = 1\n", apps))
	expectSeverities(t, read(t, "[relations.likes]\nto = 'app'\n", apps), "info orphan a.toml:1:1", "info orphan a.toml:3:1", "info unused-declaration kb.toml:1:1")
	expectSeverities(t, read(t, "", apps+"[app.three]\nlikes = 'one'\n"), "info orphan a.toml:3:1")
	expectSeverities(t, read(t, "", apps+"[user.ann]\nfriend = 'bo'\n[user.bo]\nfriend = 'ann'\n[user.cy]\nage = 3\n"), "info orphan a.toml:9:1")
}
