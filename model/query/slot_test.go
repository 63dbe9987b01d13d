package query_test

import (
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/query"
)

// TestWhatAQueryMayGoOnWith checks the slot at the end of a query, and its completions.
func TestWhatAQueryMayGoOnWith(t *testing.T) {
	k := kbtest.Read(t, `
[company.oracle]
founded = 1977
headquarters = "austin"
"plain name" = 1
[company.cisco]
headquarters = "san-jose"
[city.austin]
state = "texas"
[city.san-jose]
state = "california"
`)
	names := query.NewNames(k)
	for _, tt := range []struct {
		text  string
		wants query.Wanted
		begun string
		names string // the completions
		with  string // the query with the word replaced by "a b"
	}{
		{"", query.WantsName, "", "founded: headquarters: \"plain name\": state: is: origins: falls-with: kind: has: no: link: source: name: aliases: key: summary: body: facts: since: until: confidence: rank: note: quote: locator:", "a b"},
		{"fou", query.WantsName, "fou", "founded:", "a b"},
		{"word -fou", query.WantsName, "fou", "founded:", "word -a b"},
		{"(x OR fou", query.WantsName, "fou", "founded:", "(x OR a b"},
		{"pla", query.WantsName, "pla", `"plain name":`, "a b"},
		{"headquarters.st", query.WantsName, "headquarters.st", "headquarters.state:", "a b"},
		{"headquarters.state.", query.WantsName, "headquarters.state.", "headquarters.state.is: headquarters.state.origins: headquarters.state.falls-with:", "a b"},
		{"has:fou", query.WantsField, "fou", "founded", `has:"a b"`},
		{"no:s", query.WantsField, "s", "state source summary since", `no:"a b"`},
		{"kind:", query.WantsKind, "", "", `kind:"a b"`},
		{"kind:city,com", query.WantsKind, "com", "", `kind:city,"a b"`},
		{"headquarters:au", query.WantsValue, "au", "", `headquarters:"a b"`},
		{`headquarters:"au`, query.WantsValue, "au", "", `headquarters:"a b"`},
		{"founded:>=19", query.WantsValue, "19", "", `founded:>="a b"`},
		{"founded:1990..", query.WantsNothing, "1990..", "", `founded:"a b"`},
		{`"plain name":1,2`, query.WantsValue, "2", "", `"plain name":1,"a b"`},
		{"headquarters@2019.state:te", query.WantsValue, "te", "", `headquarters@2019.state:"a b"`},
		{"zzz:x", query.WantsNothing, "x", "", `zzz:"a b"`},
		{`"two words`, query.WantsNothing, `"two words`, "", `"a b"`},
		{`"two: words" fou`, query.WantsName, "fou", "founded:", `"two: words" a b`},
	} {
		slot := names.Slot(tt.text)
		if slot.Wants != tt.wants || slot.Begun != tt.begun {
			t.Errorf("%q wants %d for %q, not %d for %q", tt.text, slot.Wants, slot.Begun, tt.wants, tt.begun)
		}
		if got := strings.Join(names.NamesAt(slot, k.Kinds), " "); got != tt.names && (slot.Wants == query.WantsName || slot.Wants == query.WantsField) {
			t.Errorf("%q may become %s, not %s", tt.text, got, tt.names)
		}
		if got := slot.With("a b"); got != tt.with {
			t.Errorf("%q becomes %s, not %s", tt.text, got, tt.with)
		}
	}
}

func TestWhereAPathLeads(t *testing.T) {
	k := kbtest.Read(t, "[a.x]\nto.b = 'y'\n[a.w]\nto.b = 'y'\n[b.y]\nback = 'x'\nn = 1\n[b.z]\nback = 'w'\n")
	names := query.NewNames(k)
	for path, want := range map[string]string{"to.b": "a.to.b", "to.b.n": "b.n", "to.b.back.to.b.n": "b.n", "n": "", "to.n": ""} {
		var got []string
		for _, f := range names.FieldsAt(names.Paths(path), k.Kinds[:1]) {
			got = append(got, f.Kind.Name+"."+f.Path)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s leads to %q, not %q", path, got, want)
		}
	}
}

func FuzzSlot(f *testing.F) {
	k := kbtest.Read(f, "[a.x]\nto = 'y'\n[b.y]\n")
	names := query.NewNames(k)
	for _, text := range []string{"", "to:", `"`, `a:"b\`, "x (-kind:«", "to@any.", "\xff:\\"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		slot := names.Slot(text)
		names.NamesAt(slot, k.Kinds)
		if !strings.HasPrefix(slot.With("x"), slot.Before) || !strings.HasPrefix(text, slot.Before) {
			t.Errorf("%q: %+v", text, slot)
		}
	})
}
