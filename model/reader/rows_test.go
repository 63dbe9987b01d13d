package reader_test

import (
	"testing"

	"rihla/model/kb"
)

// TestRowsAreNoStatements: a column called value makes no statement of a row; a
// value with its qualifiers is one.
func TestRowsAreNoStatements(t *testing.T) {
	k := file(t, "x.toml", `
[rule.one]
mapping = [{ field = "a", operator = "equals", value = "21" }, { field = "b", operator = "equals", value = "73" }]
env = [{ name = "HOME", value = "/root" }]
mass = [{ value = 3, unit = "kg" }, { value = 7, unit = "lb" }]
height = [{ value = 3, unit = "m", at = "bow", source = "log" }]
[rule.two]
mapping = [{ field = "a", operator = "equals", value = "21" }, { field = "b", operator = "equals", value = "73", date = 2020-01-01 }]
`)
	values := func(address kb.Address, path string) []*kb.Statement { return k.Record(k.Lookup(address)).Values(path) }
	for _, path := range []string{"mapping", "env"} {
		if got := values("rule/one", path); len(got) != 1 || got[0].Value.Type != kb.List {
			t.Errorf("%s: %v", path, got)
		}
	}
	if got := values("rule/one", "mass"); len(got) != 2 || got[0].Value.Str != "3" || got[1].Value.Str != "7" {
		t.Errorf("mass: %v", got)
	}
	if got := values("rule/one", "height"); len(got) != 1 || got[0].Value.Str != "3" {
		t.Errorf("height: %v", got)
	}
	if got := values("rule/two", "mapping"); len(got) != 2 || got[0].Value.Str != "21" {
		t.Errorf("mapping of statements: %v", got)
	}
}

// TestTheColumnsOfRowsAreFields: they link as those of any array of tables do.
func TestTheColumnsOfRowsAreFields(t *testing.T) {
	k := file(t, "x.toml", `
[[rule]]
id = "one"
alerts = [{ team = "red", value = 3, unit = "s" }, { team = "blue", value = 5, unit = "s" }]
[[rule]]
id = "two"
alerts = [{ team = "blue", value = 7, unit = "s" }]
[team.red]
x = 1
[team.blue]
x = 2
`)
	same(t, "one", links(t, k, "rule/one"), "alerts → team/red", "alerts → team/blue")
	same(t, "two", links(t, k, "rule/two"), "alerts → team/blue")
}
