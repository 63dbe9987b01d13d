package check_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// institute is a small base with ten slips in names.
const institute = `[person.ada]
name       = "Ada Moss"
summary    = "Keeps the tides."
supervisor = "bea"
lab        = "tides"
born       = { value = 1901, source = "parish", confidence = "high" }

[person.bea]
name       = "Bea Lund"
summary    = "Heads the institute."
lab        = "winds"
born       = { value = 1880, source = "parish" }

[person.carl]
name       = "Carl Rowe"
sumary     = "Reads the gauges."
supervisor = "bea"
lab        = "tides"
born       = { value = 1903, soruce = "parish" }

[person.dora]
name       = "Dora Finn"
supervizor = "ada"
lab        = "winds"
born       = { value = 1905, source = "parish", confidance = "high" }

[person.emil]
nmae       = "Emil Berg"
supervisor = "ada"
lab        = "tides"
born       = { value = 1904, source = "parish", qoute = "born in 1904" }

[lab.tides]
name     = "Tides"
location = [57.1, -2.1]
founded  = 1899

[lab.winds]
name     = "Winds"
locaton  = [58.1, -2.3]
founded  = 1902

[lab.ice]
name     = "Ice"
founded  = 1910

[labs.rain]
name     = "Rain"
founded  = 1912

[source.parish]
name      = "Parish register"
publisher = "The parish"
acessed   = 2024-01-01
`

// slips returns the near misses as line, name and remedy.
func slips(k *kb.KB) []string {
	var out []string
	for _, f := range check.Run(k) {
		if f.Code == kb.NearMiss || f.Code == kb.UnknownKey {
			out = append(out, fmt.Sprintf("%s:%d %s", f.Position.File, f.Position.Line, f.Remedy))
		}
	}
	return out
}

func TestSlipsInNamesAreFound(t *testing.T) {
	with := strings.Replace(institute, "acessed ", "alias = ['P. R.']\nacessed ", 1) + "height = { vlaue = 12, source = 'parish' }\n"
	got := slips(kbtest.ReadFiles(t, map[string]string{"a.toml": with}))
	want := []string{
		`a.toml:16 did-you-mean("summary")`, `a.toml:19 did-you-mean("source")`, `a.toml:23 did-you-mean("supervisor")`,
		`a.toml:25 did-you-mean("confidence")`, `a.toml:28 did-you-mean("name")`, `a.toml:31 did-you-mean("quote")`,
		`a.toml:40 did-you-mean("location")`, `a.toml:47 did-you-mean("lab")`, `a.toml:54 did-you-mean("aliases")`, `a.toml:55 did-you-mean("accessed")`, `a.toml:56 did-you-mean("value")`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// What a manifest declares is what is meant, and says so itself where nobody uses
// it yet; one slip is one finding.
func TestSlipsOfDeclaredNamesAreFoundOnce(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{
		"kb.toml": "[kb]\nformat = 1\n[kinds.person.fields]\nrole = { type = 'text' }\ngrade = { type = 'number' }\n[kinds.lab]\n[relations.supervisor]\nto = 'person'\n",
		"a.toml":  "[person.ada]\nrole = 'head'\ngrade = 3\n[person.bea]\nroel = 'clerk'\nsupervisr = 'ada'\n[labb.ice]\nfounded = 1910\n[lab.tides]\nfounded = 1911\n",
	})
	var got []string
	for _, f := range check.Run(k) {
		if f.Severity() == kb.Warning {
			got = append(got, fmt.Sprintf("%d %s %s", f.Position.Line, f.Code, f.Remedy))
		}
	}
	slices.Sort(got)
	want := []string{`5 near-miss did-you-mean("role")`, `6 near-miss did-you-mean("supervisor")`, `7 near-miss did-you-mean("lab")`}
	if !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

func TestKeysThatTheManifestDoesNotHaveAreFound(t *testing.T) {
	got := slips(kbtest.ReadFiles(t, map[string]string{
		"kb.toml": "[kb]\nformt = 1\ncolour = 'red'\n[kinds.person]\nlable = 'People'\n[kinds.person.fields.born]\ntpye = 'year'\n[relations.friend]\ninverze = 'x'\n[views.x]\nquery = 'x'\nquiry = 'x'\n[relation.foe]\nto = 'person'\n",
		"a.toml":  "[person.ada]\nborn = 1901\n",
	}))
	want := []string{
		`kb.toml:2 did-you-mean("format")`, `kb.toml:3 use-key-of([format title summary languages home strict exclude])`, `kb.toml:5 did-you-mean("label")`,
		`kb.toml:7 did-you-mean("type")`, `kb.toml:9 did-you-mean("inverse")`, `kb.toml:12 did-you-mean("query")`, `kb.toml:13 did-you-mean("relations")`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, not %q", got, want)
	}
}

// A finding never advises to add what a slip stands for, or to declare the slip.
func TestNoAdviceKeepsASlip(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{
		"kb.toml": "[kb]\nformat = 1\n[kinds.lab]\nrequire = ['summary', 'source']\n[kinds.source]\n[veiws.old]\nquery = 'kind:lab'\n",
		"a.toml": "[lab.rif]\nsumary = 'A lab.'\nfounded = 2003\nsoruce = 'letter'\n[[lab.rif.facts]]\ntxt = 'It has a boat.'\nsource = 'letter'\n" +
			"[lab.atlas]\nsummary = 'A lab.'\nsource = 'letter'\n[[lab.atlas.fact]]\ntext = 'It has a telescope.'\nsource = 'letter'\n[source.letter]\nname = 'Letter'\n",
	})
	var got []string
	for _, f := range check.Run(k) {
		if f.Severity() < kb.Info {
			got = append(got, fmt.Sprintf("%s:%d %s", f.Position.File, f.Position.Line, f.Remedy))
		}
	}
	want := []string{
		`kb.toml:6 did-you-mean("views")`, `a.toml:1 rename-field(sumary, summary)`, `a.toml:1 rename-field(soruce, source)`, `a.toml:2 did-you-mean("summary")`, `a.toml:3 rename-field(soruce, source)`,
		`a.toml:4 did-you-mean("source")`, `a.toml:6 did-you-mean("text")`, `a.toml:11 did-you-mean("facts")`,
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// Names that resemble each other and are both meant.
func TestOtherWordsAreNoSlips(t *testing.T) {
	var many strings.Builder
	for i := range 12 {
		fmt.Fprintf(&many, "[task.t%d]\ntags = ['a']\nline1 = 'x'\nx86 = true\nport = 80\nrole = 'r'\npartners = ['p']\nstart = %d\ncode = 'c%d'\n", i, i, i)
	}
	for name, text := range map[string]string{
		"a series":                   many.String() + "[task.u]\nline2 = 'y'\nx64 = false\n",
		"one and several":            many.String() + "[task.u]\ntag = 'a'\npartner = 'p'\n",
		"both in one":                many.String() + "[task.u]\nrole = 'x'\nrule = 'y'\n",
		"another type of value":      many.String() + "[task.u]\nrule = 7\nsort = 'name'\nmode = 3\n",
		"both common":                many.String() + strings.ReplaceAll(many.String(), "t", "h"),
		"three letters":              "[a.x]\nlat = 1\n[a.y]\nlat = 1\n[a.z]\nlat = 1\n[a.u]\nlag = 1\n",
		"a word of another language": "[seite.a]\nwebseite = 'https://a.example'\ntitel = 'A'\n[seite.b]\nwebseite = 'https://b.example'\ntitel = 'B'\n",
		"no date":                    "[rate.a]\ndate = 2024-01-01\n[rate.b]\nrate = 3.5\n",
		"names of packages":          "[crate.a.uses]\nlog = '1'\nrand = '1'\n[crate.b.uses]\nlog = '1'\nserde = '1'\n[crate.c.uses]\nlog = '1'\nslog = '2'\nbrand = '1'\n[crate.d.uses]\nlog = '1'\nrand = '1'\n[crate.e.uses]\nrand = '1'\nbase = '1'\ntime = '1'\n",
		"kinds of other fields":      "[bus.a]\nseats = 12\n[bus.b]\nseats = 13\n[bus.c]\nseats = 14\n[bug.x]\ncause = 'rain'\n",
		"a kind and its settings":    "[language.go]\nscope = 'go'\n[language.c]\nscope = 'c'\n[language.d]\nscope = 'd'\n[languages]\ndefault = 'go'\n",
		"a unit of its own":          "[a.x]\nspan = { value = 3, unit = 'm', source = 'https://a.example' }\n[a.y]\nspan = { value = 3, rate = 2, source = 'https://a.example' }\n",
	} {
		if got := slips(kbtest.ReadFiles(t, map[string]string{"a.toml": text})); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// Collections that others have made have no slips in their names.
func TestStrangersHaveNoSlips(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "reader", "testdata", "strangers", "*.txtar"))
	if err != nil || len(paths) < 100 {
		t.Fatal(len(paths), err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all := make(map[string]string)
		for _, f := range archive.Files {
			all[f.Name] = string(f.Data)
			alone := f.Name
			if !strings.HasSuffix(alone, ".toml") {
				alone = "alone.toml"
			}
			if got := slips(kbtest.ReadFiles(t, map[string]string{alone: string(f.Data)})); len(got) > 0 {
				t.Errorf("%s: %s: %q", path, f.Name, got)
			}
		}
		if got := slips(kbtest.ReadFiles(t, all)); len(got) > 0 {
			t.Errorf("%s: %q", path, got)
		}
	}
	k := kbtest.BuiltIn(t)
	if got := slips(k); len(got) > 0 {
		t.Errorf("the built-in base: %q", got)
	}
}
