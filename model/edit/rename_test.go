package edit_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/save"
)

// referring is a base with every form of reference to a company and a source.
var referring = map[string]string{
	"kb.toml": "[kb]\nformat = 1\nhome = 'company/oracle'\nlanguages = ['en', 'fr']\n[[refused]]\nsame = [\"company/oracle\", \"company/sun\"] # no\n[kinds.city]\n[kinds.company]\n[kinds.source]\n[relations.seat]\nto = \"city\"\n[relations.partners]\nto = \"company\"\n",
	"companies.toml": `# Companies
[company.oracle] # the software one
name     = { en = "Oracle", fr = 'Oracle SA' }
summary  = "Databases."
partners = ["company/cisco"]

[company.cisco]
name = "Cisco"
partners = { oracle = { source = "log" } } # by key

[[company.cisco.facts]]
text  = "Met."
about = ["company/oracle"]
source = { source = 'log', locator = "p. 1" }

[company.sun]
partners = ["oracle", 'Oracle'] # key, name
body = """
See [[oracle]], [them](company/oracle) and oracle;
[[oracle#part|again]]."""
`,
	"sources.toml":   "[source.log]\nname = 'Log'\n",
	"city/rome.toml": "name = \"Rome\"\nvisited_by = \"company/oracle\"\n",
	"city/oslo.toml": "name = \"Oslo\"\n",
}

// TestReferencesAreChangedWithAName renames an entity, compares each file with the expected
// text, and writes and reverts the changes.
func TestReferencesAreChangedWithAName(t *testing.T) {
	for name, c := range map[string]struct {
		of     kb.Address
		to     edit.Renaming
		gone   string
		broken int
		now    map[string][]string // by file: pairs of old and new text
	}{
		"key": {"company/oracle", edit.Renaming{Key: "orcl", Carries: true}, "company/oracle", 7, map[string][]string{
			"kb.toml": {"company/oracle", "company/orcl"},
			"companies.toml": {"[company.oracle]", "[company.orcl]", "{ oracle = {", "{ orcl = {", `about = ["company/oracle"]`, `about = ["company/orcl"]`,
				`["oracle", `, `["orcl", `, "[[oracle]], [them](company/oracle)", "[[orcl]], [them](company/orcl)", "[[oracle#part", "[[orcl#part"},
			"city/rome.toml": {"company/oracle", "company/orcl"},
		}},
		"key, links left": {"company/oracle", edit.Renaming{Key: "orcl"}, "company/oracle", 5, map[string][]string{"companies.toml": {"[company.oracle]", "[company.orcl]"}}},
		"name": {"company/oracle", edit.Renaming{Names: []kb.Translation{{Lang: "en", Text: "Oracle Inc."}}, Carries: true}, "", 1, map[string][]string{
			"companies.toml": {`en = "Oracle"`, `en = "Oracle Inc."`, `'Oracle']`, `'Oracle Inc.']`},
		}},
		"summary":     {"company/oracle", edit.Renaming{Summaries: []kb.Translation{{Text: "Clouds."}}, Carries: true}, "", 0, map[string][]string{"companies.toml": {"Databases.", "Clouds."}}},
		"new summary": {"company/cisco", edit.Renaming{Summaries: []kb.Translation{{Text: "Routers."}}}, "", 0, map[string][]string{"companies.toml": {"by key\n", "by key\nsummary = \"Routers.\"\n"}}},
		"source": {"source/log", edit.Renaming{Key: "diary", Carries: true}, "source/log", 2, map[string][]string{
			"sources.toml": {"source.log", "source.diary"}, "companies.toml": {`source = "log"`, `source = "diary"`, `source = 'log'`, `source = 'diary'`},
		}},
		"one language goes": {"company/oracle", edit.Renaming{Names: []kb.Translation{{Lang: "fr"}}}, "", 0, map[string][]string{"companies.toml": {`{ en = "Oracle", fr = 'Oracle SA' }`, `{ en = "Oracle" }`}}},
	} {
		t.Run(name, func(t *testing.T) {
			k := opened(t, referring)
			e := k.Lookup(c.of)
			b := edit.In(k)
			if got := len(b.Broken(e, c.to)); got < c.broken {
				t.Errorf("%d references are broken, want at least %d: %+v", got, c.broken, b.References(e))
			}
			changes, err := b.Rename(e, c.to)
			if err != nil {
				t.Fatal(err)
			}
			want := maps.Clone(referring)
			for file, pairs := range c.now {
				want[file] = strings.NewReplacer(pairs...).Replace(want[file])
			}
			got := maps.Clone(referring)
			for _, change := range changes {
				got[change.File] = string(change.After)
			}
			for file := range want {
				if got[file] != want[file] {
					t.Errorf("%s is\n%s\nnot\n%s", file, got[file], want[file])
				}
			}
			if err := save.Changes(k, changes); err != nil {
				t.Fatal(err)
			}
			again := opened(t, got)
			if c.gone != "" && again.Lookup(kb.Address(c.gone)) != nil {
				t.Errorf("%s is still there", c.gone)
			}
			if c.to.Carries && again.LinkCount() != k.LinkCount() {
				t.Errorf("%d links became %d", k.LinkCount(), again.LinkCount())
			}
			var back []edit.Patch
			for _, change := range slices.Backward(changes) {
				back = append(back, change.Patch().Reverse())
			}
			if _, err := save.Patches(k, back); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestAKeyThatIsMadeOfANameChangesWithIt renames array elements whose keys are derived from
// their names.
func TestAKeyThatIsMadeOfANameChangesWithIt(t *testing.T) {
	const text = "[[package]]\nname = \"Alpha One\"\nneeds = [\"beta\"]\n\n[[package]]\nname = \"Beta\"\nneeds = [\"alpha-one\", 'Alpha One'] # both\n\n[[package]]\nname = \"Gamma\"\nneeds = [\"alpha-one\"]\n"
	k := opened(t, map[string]string{"a.toml": text})
	e := k.Lookup("package/alpha-one")
	to := edit.Renaming{Key: "alpha-one", Names: []kb.Translation{{Text: "Alpha Two"}}, Carries: true}
	changes, err := edit.In(k).Rename(e, to)
	want := strings.NewReplacer("Alpha One", "Alpha Two", "alpha-one", "alpha-two").Replace(text)
	if err != nil || len(changes) != 1 || string(changes[0].After) != want {
		t.Fatalf("%v\n%s", err, changes[0].After)
	}
	if edit.In(k).HasOwnKey(e) {
		t.Error("the key stands by itself")
	}
	if got := edit.In(k).Keyed(e, to).Key; got != "alpha-two" {
		t.Errorf("the key becomes %q", got)
	}
}

func TestAFileIsRenamedWithItsEntity(t *testing.T) {
	k := opened(t, referring)
	changes, err := edit.In(k).Rename(k.Lookup("city/rome"), edit.Renaming{Key: "roma", Carries: true})
	if err != nil || len(changes) != 2 || changes[0].File != "city/roma.toml" || changes[1].File != "city/rome.toml" || changes[1].After != nil {
		t.Fatalf("%v, %+v", err, changes)
	}
	if _, err := edit.In(k).Rename(k.Lookup("city/rome"), edit.Renaming{Key: "oslo"}); err == nil {
		t.Error("a key that another entity has is taken")
	}
}
