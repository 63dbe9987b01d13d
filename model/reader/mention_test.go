package reader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

// mentionsOf lists the links of a body, as reference → address.
func mentionsOf(k *kb.KB, address kb.Address) []string {
	var out []string
	for _, m := range k.Record(k.Lookup(address)).Mentions {
		out = append(out, m.Value.Str+" → "+string(m.To.Address()))
	}
	return out
}

// brokenIn lists the broken links, as line:column, problem and remedy.
func brokenIn(k *kb.KB) []string {
	var out []string
	for _, f := range k.Findings {
		if f.Code == kb.BrokenLink {
			out = append(out, fmt.Sprintf("%d:%d %s; %s", f.Position.Line, f.Position.Column, f.Problem, f.Remedy))
		}
	}
	return out
}

func TestLinksOfBodies(t *testing.T) {
	files := fstest.MapFS{
		"kb.toml":            {Data: []byte("[kb]\nlanguages = [\"en\", \"fr\"]\n[kinds.city]\n")},
		"city/austin.toml":   {Data: []byte("name = \"Austin, Texas\"\n")},
		"city/new-york.toml": {Data: []byte("name = \"New York\"\n")},
		"note/trip.toml": {Data: []byte(`body = """
By key [[austin]], by address [x](city/austin), by name [[New York]] and [y](<New York>) and [z](New%20York),
by file [f](../city/austin.toml) [g](/city/new-york.md) [h](../city/austin), to a part [[austin#history|then]],
to itself [[trip]]. Not ` + "`[[austin]]` nor `[[nothing]]`" + `, nor [web](https://austin), [part](#x), [[#x]], [mail](a@b), [pdf](x.pdf), ![[map.png]], ![i](austin).
"""
`)},
		"note/twice.toml": {Data: []byte("body = { en = \"To [[austin]] and [[city/austin]].\", fr = \"À [[New York]] et [[austin]].\" }\n")},
	}
	k := kbtest.ReadFS(t, files)
	if broken := brokenIn(k); broken != nil {
		t.Errorf("broken: %q", broken)
	}
	want := []string{
		"austin → city/austin", "city/austin → city/austin", "New York → city/new-york", "New%20York → city/new-york", "../city/austin.toml → city/austin",
		"/city/new-york.md → city/new-york", "../city/austin → city/austin", "austin#history → city/austin",
	}
	if got := mentionsOf(k, "note/trip"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := mentionsOf(k, "note/twice"); !slices.Equal(got, []string{"austin → city/austin", "city/austin → city/austin", "New York → city/new-york"}) {
		t.Errorf("in two languages: %q", got)
	}
	var from []string
	for b := range k.Backlinks(k.Lookup("city/austin")) {
		from = append(from, string(b.From.Address())+" "+string(k.Link(b).To.Address()))
		if !b.Field.IsMention() {
			t.Errorf("%v is no mention", b.Field)
		}
	}
	if !slices.Equal(from, []string{"note/trip city/austin", "note/twice city/austin"}) {
		t.Errorf("austin is linked from %q: each once", from)
	}
	if f := k.Kind("note").FindField("body"); f != nil {
		t.Errorf("the links of bodies are a field of their own, not %v", f)
	}
}

func TestBrokenLinksAreFoundWhereTheyStand(t *testing.T) {
	const cities = "[city.austin]\nname = \"Austin\"\n[city.paris]\nname = \"Paris\"\n[person.paris]\nname = \"Paris\"\n"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"in a text of several lines": {"[note.a]\nbody = \"\"\"\nOne\n[[austn]] and [x](city/astin)\n\"\"\"\n", []string{
			`10:3 names-nothing(body, "austn", []); did-you-mean("austin")`,
			`10:19 names-nothing(body, "city/astin", []); did-you-mean("city/austin")`}},
		"of several": {"[note.a]\nbody = 'é [[Paris]]'\n", []string{
			`8:13 names-several(body, "Paris", [city/paris person/paris]); write-address`}},
		"with escapes": {"[note.a]\nbody = \"\\u00e9\\n[[nobody]] \\u00e9 [[nothing]]\"\n", []string{
			`8:19 names-nothing(body, "nobody", []); correct-or-add([])`,
			`8:37 names-nothing(body, "nothing", []); correct-or-add([])`}},
		"in a name that is escaped": {"[note.a]\nbody = \"[[\\u00e9t\\u00e9]]\"\n", []string{
			`8:8 names-nothing(body, "été", []); correct-or-add([])`}},
		"not a word that resembles no name":  {"[note.a]\nbody = '[read](installation) [this](docs/intro)'\n", nil},
		"a word that resembles a name":       {"[note.a]\nbody = '[x](austni)'\n", []string{`8:13 names-nothing(body, "austni", []); did-you-mean("austin")`}},
		"any word where there is a manifest": {"[note.a]\nbody = '[x](docs/intro)'\n[kb]\n[kinds.city]\n", []string{`8:13 names-nothing(body, "docs/intro", []); correct-or-add([])`}},
		"nothing in a field of another name": {"[note.a]\ntext = '[[nobody]]'\n", nil},
	} {
		if got := brokenIn(kbtest.Read(t, cities+c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func TestFilesThatAreNoEntitiesAreNoBrokenLinks(t *testing.T) {
	k := kbtest.ReadFS(t, fstest.MapFS{
		"kb.toml":       {Data: []byte("[kinds.note]\n")},
		"note/a.toml":   {Data: []byte("body = 'See [there](../docs/guide.md), [not there](../docs/lost.md).'\n")},
		"docs/guide.md": {Data: []byte("# Guide\n")},
	})
	if got := brokenIn(k); len(got) != 1 || !strings.Contains(got[0], "lost.md") {
		t.Errorf("broken: %q", got)
	}
}

// TestManyLinksOfBodies holds the bounds: of a body with many links, and of many
// broken ones.
func TestManyLinksOfBodies(t *testing.T) {
	var body strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&body, "[[e%d]] [[lost %d]] ", i, i)
	}
	var text strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&text, "[e.e%d]\n", i)
	}
	k := kbtest.Read(t, text.String()+"[note.a]\nbody = '"+body.String()+"'\n")
	if got, broken := len(mentionsOf(k, "note/a")), len(brokenIn(k)); got != 500 || broken != 500 {
		t.Errorf("%d links and %d broken ones", got, broken)
	}
}
