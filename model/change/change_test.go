package change

import (
	"context"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

const base = `
[company.oracle]
name = "Oracle"
headquarters = [{ to = "austin", since = 2020-12-11, source = "sec", quote = "moved", note = "since then" }]
tags = ["one", "two"]
facts = [{ text = "It met Austin.", about = ["city/austin"], source = "sec" }]
[company.zeta]
name = { en = "Zeta", fr = "Zêta" }
aliases = ["Z"]
[city.austin]
name = "Austin"
[source.sec]
name = "SEC"
`

func TestLinksToWhatIsGoneAreCounted(t *testing.T) {
	before := kbtest.Read(t, base)
	for _, c := range []struct {
		name, old, instead string
		lost               int
	}{
		{"nothing", "", "", 0},
		{"an entity", "[city.austin]\nname = \"Austin\"\n", "", 2},
		{"its name and key", "[city.austin]\nname = \"Austin\"\n", "[city.dallas]\nname = \"Dallas\"\n", 2},
		{"its key", "[city.austin]", "[city.dallas]", 0},
		{"what links to it too", base, "[company.zeta]\n", 0},
	} {
		if got := Between(t.Context(), before, kbtest.Read(t, strings.Replace(base, c.old, c.instead, 1))); got.Lost != c.lost {
			t.Errorf("%s: %d links are lost, not %d", c.name, got.Lost, c.lost)
		}
	}
}

func TestWhatChangedIsFoundByAddress(t *testing.T) {
	for _, c := range []struct {
		name, old, instead   string
		added, changed, gone string
	}{
		{"nothing", "", "", "", "", ""},
		{"a comment before all", "[company.oracle]", "# moved\n\n\n[company.oracle]", "", "", ""},
		{"a name", `"Oracle"`, `"Oracle Corp."`, "", "company/oracle", ""},
		{"one language", `"Zêta"`, `"Zéta"`, "", "company/zeta", ""},
		{"the language", `fr = "Z`, `de = "Z`, "", "company/zeta", ""},
		{"an alias", `["Z"]`, `["Z", "ZZ"]`, "", "company/zeta", ""},
		{"a date", "2020-12-11", "2020-12-12", "", "company/oracle", ""},
		{"a quote", `"moved"`, `"went"`, "", "company/oracle", ""},
		{"a note", `"since then"`, `"from then"`, "", "company/oracle", ""},
		{"where a list is cut", `["one", "two"]`, `["onetwo"]`, "", "company/oracle", ""},
		{"a fact", "It met", "It has met", "", "company/oracle", ""},
		{"a type", `"one"`, `1`, "", "company/oracle", ""},
		{"an entity more", "[source.sec]", "[city.dallas]\n[source.sec]", "city/dallas", "", ""},
		{"a key", "[city.austin]", "[city.dallas]", "city/dallas", "", "city/austin"},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, now := kbtest.Read(t, base), kbtest.Read(t, strings.Replace(base, c.old, c.instead, 1))
			got := Between(context.Background(), before, now)
			if join(got.Added) != c.added || join(got.Changed) != c.changed || join(got.Gone) != c.gone {
				t.Errorf("added %q, changed %q, gone %q", got.Added, got.Changed, got.Gone)
			}
			if (got.Files == 0) != (c.old == c.instead) || got.IsEmpty() != (c.old == c.instead) {
				t.Errorf("%d files changed", got.Files)
			}
		})
	}
}

func TestChangedFieldsAreNamed(t *testing.T) {
	for _, c := range []struct{ old, instead, fields string }{
		{"2020-12-11", "2020-12-12", "headquarters"},
		{`["one", "two"]`, `["onetwo"]`, "tags"},
		{`["one", "two"]`, "[\"one\", \"two\"]\nfounded = 1977", "founded"},
		{`tags = ["one", "two"]`, "", ""},
		{`"Oracle"`, `"Oracle Corp."`, ""},
	} {
		got := Between(t.Context(), kbtest.Read(t, base), kbtest.Read(t, strings.Replace(base, c.old, c.instead, 1)))
		if join(got.Changed) != "company/oracle" || strings.Join(got.Fields["company/oracle"], " ") != c.fields {
			t.Errorf("%s → %s: %q", c.old, c.instead, got.Fields)
		}
	}
}

func TestAComparisonThatIsStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if got := Between(ctx, kbtest.Read(t, base), kbtest.Read(t, base+"\n[city.x]\n")); got.EntityCount() > 0 {
		t.Errorf("it went on: %v", got)
	}
}

func join(all []kb.Address) string {
	var out []string
	for _, a := range slices.Sorted(slices.Values(all)) {
		out = append(out, string(a))
	}
	return strings.Join(out, " ")
}

// TestLinksThatAreNoneAnyMoreAreFound: what was removed or rewritten decides about the
// rest of a field.
func TestLinksThatAreNoneAnyMoreAreFound(t *testing.T) {
	const people = "[firm.acme]\nsize = 1\n[firm.bolt]\nsize = 2\n[firm.crane]\nsize = 3\n" +
		"[man.a]\nat = 'acme'\n[man.b]\nat = 'acme'\n[man.c]\nat = 'acme'\n[man.d]\nat = 'acme'\n[man.e]\nat = 'bolt'\n[man.f]\nat = 'crane'\n[man.g]\nat = 'acme'\n"
	for _, c := range []struct {
		name, old, instead string
		want               []Unlinked
	}{
		{"nothing", "", "", nil},
		{"the firm of most", "[firm.acme]\nsize = 1\n", "", []Unlinked{{"man", "at", 2}}},
		{"the key of it", "[firm.acme]", "[firm.apex]", []Unlinked{{"man", "at", 2}}},
		{"a firm of few", "[firm.crane]\nsize = 3\n", "", nil},
		{"all firms", "[firm.acme]\nsize = 1\n[firm.bolt]\nsize = 2\n[firm.crane]\nsize = 3\n", "", nil},
		{"by its author", "[firm.acme]", "[kb]\nformat = 1\n[relations.at]\nnever = true\n[firm.acme]", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Between(context.Background(), kbtest.Read(t, people), kbtest.Read(t, strings.Replace(people, c.old, c.instead, 1)))
			if !slices.Equal(got.Unlinked, c.want) {
				t.Errorf("%v, want %v", got.Unlinked, c.want)
			}
		})
	}
}

func TestAKeyThatChangesIsARenaming(t *testing.T) {
	for _, c := range []struct{ name, old, instead, want string }{
		{"a key", "company.oracle]", "company.oracle-corp]", "company/oracle -> company/oracle-corp"},
		{"a key and its place", "[city.austin]\nname = \"Austin\"\n", "[source.x]\n[city.atx]\nname = \"Austin\"\n", "city/austin -> city/atx"},
		{"a key and a value", "[city.austin]\nname = \"Austin\"\n", "[city.atx]\nname = \"Austin, Texas\"\n", ""},
		{"two that say the same", "[city.austin]\nname = \"Austin\"\n", "[city.a]\nname = \"Austin\"\n[city.b]\nname = \"Austin\"\n", ""},
		{"another kind", "city.austin]", "town.austin]", ""},
		{"nothing", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, now := kbtest.Read(t, base), kbtest.Read(t, strings.Replace(base, c.old, c.instead, 1))
			got := ""
			for was, is := range Between(context.Background(), before, now).Renamed {
				got += string(was) + " -> " + string(is)
			}
			if got != c.want {
				t.Errorf("%q", got)
			}
		})
	}
}
