package edit_test

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/save"
	"rihla/model/say"
)

// written returns a folder with files.
func written(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// opened writes files into a folder and opens it.
func opened(t *testing.T, files map[string]string) *kb.KB {
	t.Helper()
	k, err := reader.Open(context.Background(), written(t, files), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// atlas has a file of tables, a file of an array, and folders of files.
var atlas = map[string]string{
	"kb.toml": "[kb]\nformat = 1\n[kinds.city]\n[kinds.company]\n[kinds.wine]\n[kinds.ship]\n[relations.seat]\nto = \"city\"\n[relations.partners]\nto = \"company\"\n",
	"companies.toml": `# Companies

# checked in May
[company.oracle]
name     = "Oracle" # the software one
founded  = 1977
seat     = "austin"
partners = ["company/cisco"]

[company.cisco]
name = "Cisco"
seat = { to = "san-jose", source = "log", locator = "p. 2" } # moved
partners = [
  "company/oracle", # since ever
  { to = "company/sun", until = 2010-01-27 },
]

[[company.cisco.facts]]
text  = "Routes."
about = ["city/austin"]

[company.sun]
`,
	"cities.toml":    "[city.austin]\nname = 'Austin'\n\n[city.san-jose]\nname = 'San José'\n\n[source.log]\nname = 'Log'\n\n[source.news]\nname = 'News'\n",
	"cellar.toml":    "[[wine]]\nname = \"Chablis\"\nyear = 2019\n\n[[wine]]\nid = \"g\"\nname = \"Gevrey\"\nyear = 2020\n",
	"ship/ada.toml":  "name = \"Ada\"\nport = \"austin\"\n",
	"ship/bela.toml": "name = \"Bela\"\r\nport = \"san-jose\"\r\n",
}

func link(k *kb.KB, address kb.Address, field string, n int) *kb.Statement {
	return k.Record(k.Lookup(address)).Values(field)[n]
}

// TestChangesOfABase makes changes in the terms of a base, compares the lines, and reads
// the base again: no change brings a finding. Then it writes each, and undoes it.
func TestChangesOfABase(t *testing.T) {
	for name, c := range map[string]struct {
		change func(k *kb.KB, b edit.Base) (edit.Change, error)
		file   string
		gone   string
		come   string
	}{
		"a value": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Add(k.Lookup("company/oracle"), "ticker", edit.Claim{Value: str("ORCL")})
		}, "companies.toml", "", "ticker   = \"ORCL\""},
		"a value with evidence": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Add(k.Lookup("company/sun"), "founded", edit.Claim{Value: integer("1982"), Source: "news", Locator: "§1", Quote: "in 1982", Confidence: kb.High, Since: "1982-02"})
		}, "companies.toml", "", `founded = { value = 1982, source = "news", locator = "§1", quote = "in 1982", since = "1982-02", confidence = "high" }`},
		"a link, by its key as others": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Add(k.Lookup("company/sun"), "seat", edit.Claim{To: k.Lookup("city/austin")})
		}, "companies.toml", "", `seat = "austin"`},
		"a link, by its address in a list as others": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Add(k.Lookup("company/sun"), "partners", edit.Claim{To: k.Lookup("company/oracle"), Until: "2010-01-27"})
		}, "companies.toml", "", `partners = [{ to = "company/oracle", until = 2010-01-27 }]`},
		"another link": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Add(k.Lookup("company/oracle"), "partners", edit.Claim{To: k.Lookup("company/sun")})
		}, "companies.toml", `partners = ["company/cisco"]`, `partners = ["company/cisco", "company/sun"]`},
		"a second one beside a single": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Add(k.Lookup("company/cisco"), "seat", edit.Claim{To: k.Lookup("city/austin"), Since: "2020-12-11"})
		}, "companies.toml", `seat = { to = "san-jose", source = "log", locator = "p. 2" } # moved`, `seat = [{ to = "san-jose", source = "log", locator = "p. 2" }, { to = "austin", since = 2020-12-11 }] # moved`},
		"a fact": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.AddFact(k.Lookup("company/oracle"), "Moved.", []*kb.Entity{k.Lookup("city/austin")}, edit.Claim{Source: "log"})
		}, "companies.toml", "", "[[company.oracle.facts]]\ntext   = \"Moved.\"\nabout  = [\"city/austin\"]\nsource = \"log\"\n"},
		"another fact": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.AddFact(k.Lookup("company/cisco"), "Grows.", nil, edit.Claim{})
		}, "companies.toml", "", "[[company.cisco.facts]]\ntext = \"Grows.\"\n"},
		"another number": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Revise(link(k, "company/oracle", "founded", 0), edit.Revision{Value: integer("1978")})
		}, "companies.toml", "founded  = 1977", "founded  = 1978"},
		"another target": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Revise(link(k, "company/cisco", "seat", 0), edit.Revision{To: k.Lookup("city/austin"), Cited: []edit.Cited{{Ref: "log", Locator: "p. 2"}}})
		}, "companies.toml", `seat = { to = "san-jose", source = "log", locator = "p. 2" } # moved`, `seat = { to = "austin", source = "log", locator = "p. 2" } # moved`},
		"evidence for a plain value": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Revise(link(k, "company/oracle", "founded", 0), edit.Revision{Cited: []edit.Cited{{Ref: "log", Locator: "p. 1"}}})
		}, "companies.toml", "founded  = 1977", `founded  = { value = 1977, source = "log", locator = "p. 1" }`},
		"evidence for one link of several": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Revise(link(k, "company/cisco", "partners", 0), edit.Revision{Cited: []edit.Cited{{Ref: "log"}}})
		}, "companies.toml", `  "company/oracle", # since ever`, `  { to = "company/oracle", source = "log" }, # since ever`},
		"a second source": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Revise(link(k, "company/cisco", "seat", 0), edit.Revision{Cited: []edit.Cited{{Ref: "log", Locator: "p. 2"}, {Ref: "news", Locator: "A1"}}})
		}, "companies.toml", `seat = { to = "san-jose", source = "log", locator = "p. 2" } # moved`, `seat = { to = "san-jose", source = ["log", { source = "news", locator = "A1" }], locator = "p. 2" } # moved`},
		"a link less": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Remove(link(k, "company/cisco", "partners", 1))
		}, "companies.toml", "  { to = \"company/sun\", until = 2010-01-27 },", ""},
		"the last link": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Remove(link(k, "company/oracle", "partners", 0))
		}, "companies.toml", `partners = ["company/cisco"]`, ""},
		"a fact less": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			e := k.Lookup("company/cisco")
			return b.RemoveFact(e, &k.Record(e).Facts[0])
		}, "companies.toml", "[[company.cisco.facts]]\ntext  = \"Routes.\"\nabout = [\"city/austin\"]\n", ""},
		"an entity in a table": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.AddEntity(edit.NewEntity{Kind: k.Kind("city"), Key: "fes", Name: "Fès"})
		}, "cities.toml", "", "[city.fes]\nname = 'Fès'\n"},
		"an entity in an array": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.AddEntity(edit.NewEntity{Kind: k.Kind("wine"), Name: "Ostrea", Fields: []kb.Entry{{Key: "year", Value: integer("2021")}}})
		}, "cellar.toml", "", "\n[[wine]]\nname = \"Ostrea\"\nyear = 2021"},
		"an entity in a file": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.AddEntity(edit.NewEntity{Kind: k.Kind("ship"), Key: "clio", Name: "Clio"})
		}, "ship/clio.toml", "", "name = \"Clio\""},
		"a value of an entity in a file": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Add(k.Lookup("ship/bela"), "tons", edit.Claim{Value: integer("90")})
		}, "ship/bela.toml", "", "tons = 90"},
		"a value of an element": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.Add(k.Lookup("wine/chablis"), "hill", edit.Claim{Value: str("Vaillons")})
		}, "cellar.toml", "", "hill = \"Vaillons\""},
		"an entity less": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.RemoveEntity(k.Lookup("wine/chablis"))
		}, "cellar.toml", "name = \"Chablis\"\nyear = 2019\n\n[[wine]]", ""},
		"what a suggestion adds": {func(k *kb.KB, b edit.Base) (edit.Change, error) {
			return b.AddStrings(k.Lookup("city/austin").Pos, "austin", "aliases", []string{"ATX", "Waterloo"})
		}, "cities.toml", "", "aliases = ['ATX', 'Waterloo']"},
	} {
		k := opened(t, atlas)
		if len(k.Findings) > 0 {
			t.Fatal(k.Findings)
		}
		change, err := c.change(k, edit.In(k))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		_, removed, added := change.Lines()
		same := func(lines []string, want string) bool {
			return strings.Trim(strings.Join(lines, "\n"), "\n") == strings.Trim(want, "\n")
		}
		if change.File != c.file || string(change.Before) != atlas[c.file] || !same(removed, c.gone) || !same(added, c.come) {
			t.Errorf("%s: %s loses\n%s\nand gains\n%s", name, change.File, strings.Join(removed, "\n"), strings.Join(added, "\n"))
		}
		files := make(map[string]string)
		maps.Copy(files, atlas)
		files[change.File] = string(change.After)
		if again := opened(t, files); len(again.Findings) > 0 {
			t.Errorf("%s: %v", name, again.Findings)
		}
		if change.Before == nil {
			continue
		}
		undo := edit.Change{File: change.File, Before: change.After, After: change.Before}
		if err := errors.Join(save.Change(k, change), save.Change(k, undo)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if text, err := os.ReadFile(filepath.Join(k.Dir, filepath.FromSlash(change.File))); string(text) != atlas[change.File] {
			t.Errorf("%s: undone it is\n%s\n%v", name, text, err)
		}
	}
}

func TestWhatIsThereIsNotAddedAgain(t *testing.T) {
	k := opened(t, atlas)
	refused := new(edit.Error)
	if _, err := edit.In(k).AddEntity(edit.NewEntity{Kind: k.Kind("city"), Key: "austin"}); !errors.As(err, &refused) || refused.Problem.String() != `edit-has-key("city/austin")` {
		t.Error(err)
	}
	k.Dir = ""
	if _, err := edit.In(k).RemoveEntity(k.Lookup("city/austin")); !errors.Is(err, edit.ErrBuiltIn) {
		t.Error(err)
	}
}

// TestAnElementIsAddedUnderItsKey adds to arrays that are called after their elements,
// of which two have one name.
// TestATableIsNotRenamedToItsOwnName: it is not merged into itself.
func TestATableIsNotRenamedToItsOwnName(t *testing.T) {
	k := opened(t, map[string]string{"kb.toml": "[kinds.ship]\n[relations.home]\n"})
	_, err := edit.In(k).RenameKey(kb.Position{File: "kb.toml", Line: 2, Column: 1}, "home", "home")
	if e, ok := errors.AsType[*edit.Error](err); !ok || e.Problem.ID != say.EditHasKey {
		t.Errorf("%v", err)
	}
}

func TestAnElementIsAddedUnderItsKey(t *testing.T) {
	k := opened(t, map[string]string{"a.toml": "[[inputs.cpu]]\npercpu = true\n[[inputs.disk]]\nmount = 'x'\n[[inputs.disk]]\nmount = 'y'\n"})
	change, err := edit.In(k).AddEntity(edit.NewEntity{Kind: k.Kind("inputs"), Key: "mem", Fields: []kb.Entry{{Key: "mount", Value: str("z")}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, removed, added := change.Lines(); len(removed) > 0 || strings.Join(added, "\n") != "[[inputs.mem]]\nmount = 'z'" {
		t.Errorf("it loses %q and gains %q", removed, added)
	}
}

// TestAnEntityIsRemovedWithItsFile removes a file that is one entity, but none that
// holds others.
func TestAnEntityIsRemovedWithItsFile(t *testing.T) {
	k := opened(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n", "port/lima.toml": "name = 'Lima'\n", "port/callao.toml": "name = 'Callao'\n", "ship.toml": "[ship.a]\n[ship.b]\n"})
	change, err := edit.In(k).RemoveEntity(k.Lookup("port/lima"))
	if err != nil || change.File != "port/lima.toml" || string(change.Before) != "name = 'Lima'\n" || change.After != nil {
		t.Errorf("%+v, %v", change, err)
	}
	change, err = edit.In(k).RemoveEntity(k.Lookup("ship/a"))
	if err != nil || string(change.After) != "[ship.b]\n" {
		t.Errorf("%q, %v", change.After, err)
	}
}

// TestARelationIsDeclaredWhereThereIsNoManifest: what was inferred is read as before.
func TestARelationIsDeclaredWhereThereIsNoManifest(t *testing.T) {
	to := []kb.Entry{{Key: "to", Value: kb.Value{Type: kb.String, Str: "b"}}}
	const relation = "[relations.'x y']\nto = \"b\"\n"
	for name, c := range map[string]struct {
		files map[string]string
		file  string
		want  string
	}{
		"a folder":                {map[string]string{"a.toml": "[a.x]\n"}, "kb.toml", "[kb]\nstrict = false\n\n" + relation},
		"a manifest":              {map[string]string{"a.toml": "[a.x]\n", "kb.toml": "[kb]\nformat = 1\n"}, "kb.toml", "[kb]\nformat = 1\n\n" + relation},
		"a manifest of relations": {map[string]string{"a.toml": "[a.x]\n", "kb.toml": "[relations.z]\nto = \"b\"\n"}, "kb.toml", "[relations.z]\nto = \"b\"\n\n" + relation},
		"a single file":           {map[string]string{"one.toml": "[a.x]\n"}, "one.toml", "[a.x]\n\n[kb]\nformat = 1\nstrict = false\n\n" + relation},
	} {
		dir := t.TempDir()
		for name, text := range c.files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		path := dir
		if c.file == "one.toml" {
			path = filepath.Join(dir, c.file)
		}
		k, err := reader.Open(t.Context(), path, reader.Options{})
		if err != nil {
			t.Fatal(err)
		}
		change, err := edit.In(k).DeclareRelation("x y", to)
		if got := strings.ReplaceAll(string(change.After), `"x y"`, "'x y'"); err != nil || change.File != c.file || got != c.want || (change.Before == nil) != (name == "a folder") {
			t.Errorf("%s: %v, %s: %q, want %q", name, err, change.File, got, c.want)
		}
	}
}

// TestAnElementHasTheKeyOfTheOthers adds a link to tables that name their link otherwise than
// the format does.
func TestAnElementHasTheKeyOfTheOthers(t *testing.T) {
	const logs = "[people.jun]\nname = \"Jun\"\n[people.ana]\nname = \"Ana\"\n[[incidents]]\nid = \"i1\"\n[[incidents.log]]\nat = 10:00:00\nwho = \"jun\"\n[[incidents.log]]\nat = 10:05:00\nwho = \"ana\"\n"
	k := opened(t, map[string]string{"a.toml": logs})
	c, err := edit.In(k).Add(k.Lookup("incidents/i1"), "log", edit.Claim{To: k.Lookup("people/jun")})
	if _, removed, added := c.Lines(); err != nil || len(removed) > 0 || strings.Join(added, "\n") != "[[incidents.log]]\nwho = \"jun\"" {
		t.Errorf("%v: -%q +%q", err, removed, added)
	}
}
