package compare_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/ui/draw/compare"
	"rihla/ui/rich/richtest"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// row returns the row of a field.
func row(t *testing.T, c *compare.Comparison, field string) compare.Row {
	t.Helper()
	at := slices.IndexFunc(c.Rows, func(r compare.Row) bool { return r.Key == field })
	if at < 0 {
		t.Fatalf("nothing is compared in %q", field)
	}
	return c.Rows[at]
}

// laidOut is all rows of a comparison, laid out.
func laidOut(c *compare.Comparison, width int, whole bool) string {
	laid := c.Lay(width, 0, whole)
	lines := []rich.Line{laid.Title(false)}
	lines = append(lines, laid.Names(2).Lines...)
	for i := range c.Rows {
		lines = append(lines, laid.Row(i).Lines...)
	}
	return richtest.Text(lines)
}

// compared compares entities by their addresses, in English.
func compared(k *kb.KB, addresses ...kb.Address) *compare.Comparison {
	entities := make([]*kb.Entity, len(addresses))
	for i, a := range addresses {
		entities[i] = k.Lookup(a)
	}
	return compare.Compare(present.NewVoice(k, "en"), entities)
}

func TestComparingSaysWhatDiffers(t *testing.T) {
	long := strings.Repeat("word ", 400)
	k := kbtest.Read(t, `
[city.austin]
name = "Austin"
[company.oracle]
name = "Oracle"
summary = "Databases."
founded = 1977
seat = "austin"
sector.main = "databases"
sector.other = "cloud"
themes = ["cloud", "data"]
url = "https://one.example"
notes = "`+long+`ends so"
[company.ecole]
name = "École"
summary = "Schools."
founded = 1999
seat = "austin"
sector.main = "databases"
themes = ["data", "cloud"]
url = "https://two.example"
notes = "`+long+`ends otherwise"
`)
	c := compared(k, "company/oracle", "company/ecole")
	for field, verdict := range map[string]compare.Verdict{
		"founded": compare.Differs, "seat": compare.Same, "sector.main": compare.Same, "sector.other": compare.SomeMissing,
		"themes": compare.Same, "notes": compare.Differs, "url": compare.Differs, "summary": compare.Differs,
	} {
		if r := row(t, c, field); r.Verdict != verdict {
			t.Errorf("the verdict of %q is %d", field, r.Verdict)
		}
	}
	if n := c.Differing(); n != 4 || len(c.Rows) != 8 {
		t.Errorf("%d of %d differ", n, len(c.Rows))
	}
	richtest.Shows(t, laidOut(c, 60, false), "Company · 2 side by side · Δ 4 rows of 8 differ", "Oracle", "École",
		"Δ founded", "1977", "1999", "= seat", "Austin", "= sector.main", "— sector.other", "cloud", "—", "Δ summary", "Databases.", "Schools.")
	richtest.Shows(t, richtest.Text(c.Lay(60, 0, false).Summary()), "Only for some: sector.other")
}

func TestWhatTheListShowsIsComparedFirstAndTextsLast(t *testing.T) {
	k := kbtest.BuiltIn(t)
	c := compared(k, "company/oracle", "company/microsoft", "company/cisco")
	var labels []string
	for _, r := range c.Rows {
		labels = append(labels, r.Label)
	}
	all := strings.Join(labels, " | ")
	if !strings.HasPrefix(all, "based in | themes | founded | ") {
		t.Errorf("the rows are %s", all)
	}
	richtest.Shows(t, all, "business", "← signed", "← mentioned in", "also known as", "summary", "sources", "text")
	if slices.Contains(labels, "kind") {
		t.Error("of entities of one kind it is said what they are")
	}
}

func TestQualifiersAreComparedWithWhatTheyQualify(t *testing.T) {
	k := kbtest.Read(t, `
[city.a]
name = "Here"
[city.b]
name = "There"
[source.s]
name = "Register"
[company.one]
name = "One"
seat = [
  { to = "city/a", since = 2020, source = "s", note = "moved" },
  { to = "city/b", until = 2020, source = "s" },
]
size = { value = "big", confidence = "disputed" }
sites = [{ to = "city/a", note = "east" }, { to = "city/a", note = "west" }, { to = "city/a", since = 2001 }]
[company.two]
name = "Two"
seat = { to = "city/a", since = 1990 }
size = "big"
sites = "city/a"
`)
	c := compared(k, "company/one", "company/two")
	for field, verdict := range map[string]compare.Verdict{"seat": compare.Differs, "size": compare.Same, "sites": compare.Same} {
		if r := row(t, c, field); r.Verdict != verdict {
			t.Errorf("the verdict of %q is %d", field, r.Verdict)
		}
	}
	short := laidOut(c, 120, false)
	richtest.Shows(t, short, "Δ seat", "Here since 2020 [1] …", "Here since 1990", "= size", "big disputed", "big", "= sites", "Here", "Here since 2001", "sources", "[1] Register")
	for _, hidden := range []string{"There", "moved", "west"} {
		if strings.Contains(short, hidden) {
			t.Errorf("%q is shown in\n%s", hidden, short)
		}
	}
	if strings.Count(short, "Here") != 5 {
		t.Errorf("something is said twice in\n%s", short)
	}
	richtest.Shows(t, laidOut(c, 120, true), "Here since 2020, moved [1]", "There until 2020 [1]", "Here east", "Here west", "Here since 2001")
}

func TestWhatLeadsToEntitiesIsCompared(t *testing.T) {
	k := kbtest.Read(t, `
[relations.met]
label = "met"
inverse = "met by"
[relations.partner]
label = "partner"
symmetric = true
[company.one]
partner = "company/three"
[company.two]
[company.three]
partner = "company/two"
[event.first]
met = ["company/one", "company/two"]
[event.second]
met = ["company/one"]
`)
	c := compared(k, "company/one", "company/two")
	richtest.Shows(t, laidOut(c, 80, false), "= partner", "three", "three", "Δ ← met by", "first · second", "first")
}

// TestACellIsCutUnlessItIsAskedFor measures cells of texts longer than any
// column.
func TestACellIsCutUnlessItIsAskedFor(t *testing.T) {
	k := kbtest.BuiltIn(t)
	c := compared(k, "company/oracle", "company/microsoft", "company/cisco")
	for _, width := range []int{40, 80, 120} {
		cut, whole := c.Lay(width, 0, false), c.Lay(width, 0, true)
		for i := range c.Rows {
			short, long := cut.Row(i), whole.Row(i)
			if n := len(short.Lines) - short.Top; n > 3 {
				t.Errorf("%q takes %d lines of %d cells", c.Rows[i].Key, n, width)
			}
			if key := c.Rows[i].Key; key != "summary" && key != "body" {
				continue
			}
			if len(long.Lines) <= len(short.Lines) || !strings.Contains(richtest.Text(short.Lines), "…") {
				t.Errorf("%q is not cut at %d cells:\n%s", c.Rows[i].Key, width, richtest.Text(short.Lines))
			}
		}
	}
}

// TestAFieldDiffersWhereItsValuesDo compares random entities of the built-in
// base and of strange ones, and holds the layout to what it promises.
func TestAFieldDiffersWhereItsValuesDo(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	bases := []*kb.KB{kbtest.BuiltIn(t)}
	words := []string{"plain", "été", "日本語", "\\u001b[31m", "\\u202e", "الرباط", strings.Repeat("long", 40), "a b c", "", " ", "e0", "e1", "👍🏽", "—"}
	for range 8 {
		var b strings.Builder
		for i := range 10 {
			fmt.Fprintf(&b, "[k%d.e%d]\nname = \"%s\"\n", i%3, i, words[r.IntN(len(words))])
			for f := range 6 {
				if r.IntN(3) > 0 {
					fmt.Fprintf(&b, "\"f%d%s\" = [\"%s\", { a = \"%s\" }, %v]\n", f, words[f], words[r.IntN(3)], words[r.IntN(4)], r.IntN(2) == 0)
				}
			}
		}
		bases = append(bases, kbtest.Read(t, b.String()))
	}
	for n := range 300 {
		k := bases[n%len(bases)]
		v := present.NewVoice(k, []string{"fr", "en"}[r.IntN(2)])
		entities := make([]*kb.Entity, r.IntN(6))
		for i := range entities {
			entities[i] = k.Entities[r.IntN(len(k.Entities))]
		}
		c := compare.Compare(v, entities)
		fields := make(map[string]bool)
		for _, row := range c.Rows {
			if fields[row.Key] {
				t.Fatalf("%q is compared twice", row.Key)
			}
			fields[row.Key] = true
			holdsTo(t, v, entities, row)
		}
		for _, e := range entities {
			for i := range k.Record(e).Statements {
				if s := &k.Record(e).Statements[i]; s.To == nil && strings.HasPrefix(s.Field.Path, "f") && !strings.Contains(s.Field.Path, ".") && !fields[s.Field.Path] {
					t.Fatalf("%s says %q, which is not compared", e.Address(), s.Field.Path)
				}
			}
		}
		for _, width := range []int{20, 27, 40, 52, 80, 120, 200} {
			checkLaid(t, c, c.Lay(width, r.IntN(8)-1, r.IntN(2) == 0), len(entities), width)
		}
	}
}

// pieces are the parts of what is said on one line, in some order.
func pieces(said string) []string {
	out := slices.DeleteFunc(strings.Split(said, ", "), func(s string) bool { return s == "" })
	slices.Sort(out)
	return slices.Compact(out)
}

// holdsTo asks that a row says what its field does, and that its verdict is
// what the values tell, but for when they held.
func holdsTo(t *testing.T, v present.Voice, entities []*kb.Entity, row compare.Row) {
	t.Helper()
	var first []string
	differs, telling := false, 0
	timeless := true
	for i, e := range entities {
		said := pieces(strings.Join(row.Cells[i].Texts(), ", "))
		if !strings.HasPrefix(row.Key, "\xff") {
			whole := pieces(present.ReadableURL(v.Value(e, row.Key)))
			symmetric := slices.ContainsFunc(v.KB.Relations, func(r *kb.Relation) bool { return r.Symmetric && r.Name == row.Key })
			if len(v.Value(e, row.Key)) < 1000 && !symmetric && !slices.Equal(said, whole) {
				t.Errorf("%s says %q in %q, not %q", e.Address(), whole, row.Key, said)
			}
			for _, s := range v.KB.Record(e).Values(row.Key) {
				timeless = timeless && (s.Claim == nil || s.Claim.Since+s.Claim.Until+s.Claim.Date == "")
			}
		}
		if len(said) == 0 {
			continue
		}
		if telling++; telling == 1 {
			first = said
		}
		differs = differs || !slices.Equal(said, first)
	}
	want := compare.Same
	switch {
	case differs:
		want = compare.Differs
	case !timeless || strings.HasPrefix(row.Key, "\xfflinked"):
		return // the same, but perhaps at other times
	case telling < len(entities):
		want = compare.SomeMissing
	}
	if row.Verdict != want {
		t.Errorf("the verdict of %q is %d, not %d", row.Key, row.Verdict, want)
	}
}

// checkLaid asks that no line is too wide or unsafe, that the columns are those
// that have room, and that what differs is marked.
func checkLaid(t *testing.T, c *compare.Comparison, laid compare.Layout, entities, width int) {
	t.Helper()
	head := laid.Names(2)
	lines := append([]rich.Line{laid.Title(true)}, head.Lines...)
	for i, r := range c.Rows {
		b := laid.Row(i)
		lines = append(lines, b.Lines...)
		sign := map[compare.Verdict]string{compare.Same: "= ", compare.SomeMissing: "— ", compare.Differs: "Δ "}[r.Verdict]
		if !strings.HasPrefix(b.Lines[0].Text(), sign) {
			t.Errorf("the verdict of %q is %d, and it is shown as %q", r.Key, r.Verdict, b.Lines[0].Text())
		}
		for _, link := range b.Links {
			if link.Entity < laid.First || link.Entity >= laid.First+laid.Shown {
				t.Errorf("%q has a link of an entity that is not seen", r.Key)
			}
		}
	}
	for n, line := range append(lines, laid.Summary()...) {
		if line.Width() > width {
			t.Errorf("line %d takes %d of %d cells: %q", n, line.Width(), width, line.Text())
		}
		if safe.Line(line.Text()) != line.Text() {
			t.Errorf("unsafe %q", line.Text())
		}
	}
	if laid.First < 0 || laid.Shown < 1 || laid.First+laid.Shown > max(1, entities) {
		t.Errorf("of %d entities %d are seen from %d on", entities, laid.Shown, laid.First)
	}
}

func TestNoWordOfAFieldNameIsBrokenInAComparison(t *testing.T) {
	k := kbtest.Read(t, `
[service.api]
max_connections_per_upstream_host = 12
internationalization_of_messages = "on"
[service.web]
max_connections_per_upstream_host = 24
internationalization_of_messages = "off"
`)
	c := compared(k, "service/api", "service/web")
	for _, width := range []int{40, 60, 80, 120} {
		lines := laidOut(c, width, false)
		richtest.Shows(t, lines, "max_", "connections_", "upstream_", "host")
		richtest.Shows(t, lines, "internationalization_", "messages")
	}
}

// TestEntitiesOfManyFieldsAreCompared compares two entities of 20,000 fields, half of
// which the other one lacks.
func TestEntitiesOfManyFieldsAreCompared(t *testing.T) {
	const fields = 20_000
	all := map[int]*kb.KB{}
	for _, n := range []int{fields, fields / 8} {
		text := strings.Builder{}
		for _, key := range []string{"a", "b"} {
			fmt.Fprintf(&text, "[settings.%s]\nname = %q\n", key, key)
			for i := range n / 2 {
				fmt.Fprintf(&text, "t%d.x.f%d = %d\nt%d.%s.g = %d\n", i, i, i, i, key, i)
			}
		}
		all[n] = kbtest.Read(t, text.String())
	}
	var c *compare.Comparison
	kbtest.NotSquare(t, fields, func(n int) { c = compared(all[n], "settings/a", "settings/b") })
	if r := row(t, c, "t7.x.f7"); r.Verdict != compare.Same {
		t.Errorf("the verdict of what both say is %d", r.Verdict)
	}
	if r := row(t, c, "t7.a.g"); r.Verdict != compare.SomeMissing {
		t.Errorf("the verdict of what one says is %d", r.Verdict)
	}
	if len(c.Rows) != fields*3/2 {
		t.Errorf("there are %d rows", len(c.Rows))
	}
}
