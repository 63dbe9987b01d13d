package check_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// TestADeclarationThatMatchesNothingIsANote: the fields were renamed, moved or removed, or are
// misspelt in the manifest.
func TestADeclarationThatMatchesNothingIsANote(t *testing.T) {
	const tools = "[tool.vim]\nname = 'Vim'\n[tool.neovim]\n"
	many := ""
	for i := range 10 {
		many += fmt.Sprintf("[tool.t%d]\nname = 'T'\n", i)
	}
	for _, c := range []struct{ name, manifest, base, want string }{
		{"a relation of a nested field that is gone", "[relations.'forked_from.from']\nto = 'tool'\n", tools + "forked_from = 'vim'\n", "kb.toml:3:1 info unused-relation(forked_from.from)"},
		{"a nested field", "[relations.'forked_from.from']\nto = 'tool'\n", tools + "forked_from = { from = 'vim', why = 'x' }\n", ""},
		{"a column", "[relations.'forks.from']\nto = 'tool'\n", tools + "forks = [{ from = 'vim', why = 'x' }, { from = 'vim', why = 'y' }]\n", ""},
		{"tables by their keys", "[relations.'uses.*.path']\nto = 'tool'\n", tools + "uses = { a = { path = 'vim' } }\n", ""},
		{"a table of references", "[relations.uses]\nto = 'tool'\n", tools + "uses = { vim = { since = 2020 } }\n", ""},
		{"of another kind", "[relations.likes]\nfrom = 'person'\nto = 'tool'\n", tools + "likes = 'vim'\n[person.ada]\nborn = 1900\n", "kb.toml:3:1 info unused-relation(likes)"},
		{"of a kind that has no entities yet", "[kinds.person]\n[relations.likes]\nfrom = 'person'\nto = 'tool'\n", tools, ""},
		{"not strict", "[relations.likes]\nto = 'tool'\nstrict = false\n", tools + "likes = 'nothing'\n", ""},
		{"of the format", "[relations.derived_from]\nlabel = 'x'\n[relations.about]\nlabel = 'y'\n", tools, ""},
		{"a field of few entities", "[kinds.tool.fields.released]\ntype = 'date'\n", tools + "version = 'a'\n", ""},
		{"a field", "[kinds.tool.fields.released]\ntype = 'date'\n", many + "version = 'a'\n", "kb.toml:3:1 info none-has-field(tool, released)"},
		{"a field that one has", "[kinds.tool.fields.released]\ntype = 'date'\n", many + "released = '2020'\n", ""},
		{"a field of fields", "[kinds.tool.fields.released]\nlabel = 'x'\n", many + "released = { year = 2020, place = 'x' }\n", ""},
		{"a field of the format", "[kinds.tool.fields.summary]\nlabel = 'x'\n[kinds.tool.fields.body]\nlabel = 'x'\n", many, ""},
		{"a field of a kind that has no entities yet", "[kinds.person.fields.born]\ntype = 'date'\n", tools, ""},
	} {
		got := ""
		for _, f := range check.Run(kbtest.Read(t, "[kb]\nformat = 1\n"+c.manifest+c.base)) {
			if f.Code == kb.UnusedDeclaration {
				got += fmt.Sprintf("%s %s %s", f.Position, f.Severity(), f.Problem)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestManyDeclarationsAreComparedWithManyFieldsInTime(t *testing.T) {
	const most = 8000
	bases := make(map[int]*kb.KB)
	for _, n := range []int{most / 8, most} {
		var b strings.Builder
		b.WriteString("[kb]\nformat = 1\n[thing.a]\n")
		for i := range n {
			fmt.Fprintf(&b, "f%d = %d\n", i, i)
		}
		for i := range n {
			fmt.Fprintf(&b, "[relations.r%d]\nto = 'thing'\n", i)
		}
		bases[n] = kbtest.Read(t, b.String())
	}
	kbtest.NotSquare(t, most, func(n int) { check.Run(bases[n]) })
}
