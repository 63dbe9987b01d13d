package check_test

import (
	"fmt"
	"testing"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// TestAFieldOfWhichSomeValuesAreKeysIsANote: too few are for it to be a relation.
func TestAFieldOfWhichSomeValuesAreKeysIsANote(t *testing.T) {
	const firms = "[firm.bolt]\nx = 1\n[firm.crane]\nx = 1\n[firm.dock]\nx = 1\n[firm.east]\nx = 1\n[firm.fort]\nx = 1\n"
	people := func(kind, field string, values ...string) string {
		text := ""
		for i, v := range values {
			text += fmt.Sprintf("[%s.p%d]\n%s = '%s'\n", kind, i, field, v)
		}
		return text
	}
	for _, c := range []struct {
		name, text string
		lost       []check.Field
		want       string
	}{
		{"two of three", firms + people("man", "at", "acme", "bolt", "acme", "crane", "acme"), nil, "kb.toml:14:1 man/p1"},
		{"one of two", firms + people("man", "at", "acme", "bolt", "acme", "acme", "acme"), nil, ""},
		{"one of two, that were links", firms + people("man", "at", "acme", "bolt", "acme", "acme", "acme"), []check.Field{{Kind: "man", Path: "at"}}, "kb.toml:14:1 man/p1"},
		{"one in eight", firms + people("man", "at", "a", "b", "c", "d", "bolt", "crane", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"), nil, ""},
		{"of the own kind", firms + people("firm", "at", "acme", "bolt", "acme", "crane", "acme"), nil, ""},
		{"said to be none", "[kb]\nformat = 1\nstrict = false\n[relations.at]\nnever = true\n" + firms + people("man", "at", "acme", "bolt", "acme", "crane", "acme"), nil, ""},
	} {
		got := ""
		for _, f := range check.Run(kbtest.Read(t, c.text), c.lost...) {
			if f.Code == kb.UnlinkedField {
				got += fmt.Sprintf("%s %s", f.Position, f.Address)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
