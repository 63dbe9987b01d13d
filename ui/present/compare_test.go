package present_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// row returns what is compared in a field.
func row(t *testing.T, c *present.Comparison, field string) present.Compared {
	t.Helper()
	at := slices.IndexFunc(c.Rows, func(r present.Compared) bool { return r.Field == field })
	if at < 0 {
		t.Fatalf("nothing is compared in %q: %+v", field, c.Rows)
	}
	return c.Rows[at]
}

func TestComparingSaysWhatDiffers(t *testing.T) {
	long := strings.Repeat("word ", 400)
	k := file(t, `
[city.austin]
name = "Austin"
[company.oracle]
name = "Oracle"
founded = 1977
seat = "austin"
sector.main = "databases"
sector.other = "cloud"
body = "`+long+`ends so"
[company.ecole]
name = "École"
founded = 1999
seat = "austin"
sector.main = "databases"
body = "`+long+`ends otherwise"
`)
	v := present.NewVoice(k, "en")
	c := v.Compare([]*kb.Entity{k.Lookup("company/oracle"), k.Lookup("company/ecole")})
	var fields []string
	for _, r := range c.Rows {
		fields = append(fields, r.Field)
	}
	if got := strings.Join(fields, " "); got != " founded seat sector.main sector.other body" {
		t.Errorf("compared are %q", got)
	}
	for field, differs := range map[string]bool{"": false, "founded": true, "seat": false, "sector.main": false, "sector.other": true, "body": true} {
		if r := row(t, c, field); r.Differs != differs {
			t.Errorf("%q differs: %v", field, r.Differs)
		}
	}
	laid := c.Lay(60, 0, false, 2)
	shows(t, text(laid.Head), "Oracle", "École")
	shows(t, text(laid.Lines), "≠ founded", "1977", "1999", "  seat", "Austin", "≠ sector.other", "—")
	if got := text(c.Lay(60, 0, true, 2).Lines); strings.Contains(got, "seat") || !strings.Contains(got, "founded") {
		t.Errorf("what differs is\n%s", got)
	}
}

// TestAFieldDiffersWhereItsValuesDo compares random entities of the built-in
// base and of strange ones, and holds the layout to what it promises.
func TestAFieldDiffersWhereItsValuesDo(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	bases := []*kb.KB{builtIn(t)}
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
		bases = append(bases, file(t, b.String()))
	}
	for n := range 300 {
		k := bases[n%len(bases)]
		v := present.NewVoice(k, []string{"fr", "en"}[r.IntN(2)])
		entities := make([]*kb.Entity, r.IntN(6))
		for i := range entities {
			entities[i] = k.Entities[r.IntN(len(k.Entities))]
		}
		c := v.Compare(entities)
		fields := make(map[string]bool)
		for _, row := range c.Rows {
			if fields[row.Field] {
				t.Fatalf("%q is compared twice", row.Field)
			}
			fields[row.Field] = true
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
			checkLaid(t, c, c.Lay(width, r.IntN(8)-1, r.IntN(2) == 0, 1+r.IntN(2)), len(entities), width)
		}
	}
}

// holdsTo asks that a field differs exactly where not all entities show the
// same.
func holdsTo(t *testing.T, v present.Voice, entities []*kb.Entity, row present.Compared) {
	t.Helper()
	shown := func(e *kb.Entity) string {
		if row.Field == "" {
			return v.KindOne(e.Kind)
		}
		return v.Value(e, row.Field)
	}
	differs := false
	for i, e := range entities {
		differs = differs || shown(e) != shown(entities[0])
		if row.Field != "" && row.Cells[i] != v.Cell(e, row.Field) {
			t.Errorf("%s says %q in %q, not %q", e.Address(), v.Cell(e, row.Field), row.Field, row.Cells[i])
		}
	}
	if row.Differs != differs {
		t.Errorf("%q differs: %v, of %q", row.Field, row.Differs, row.Cells)
	}
}

// checkLaid asks that no line is too wide or unsafe, and that the columns are
// those that have room.
func checkLaid(t *testing.T, c *present.Comparison, laid present.Laid, entities, width int) {
	t.Helper()
	for n, line := range append(slices.Clone(laid.Head), laid.Lines...) {
		if line.Width() > width {
			t.Errorf("line %d takes %d of %d cells: %q", n, line.Width(), width, line.Text())
		}
		if safe.Line(line.Text()) != line.Text() {
			t.Errorf("unsafe %q", line.Text())
		}
	}
	if len(laid.Rows) != len(laid.Lines) || !slices.IsSorted(laid.Rows) {
		t.Errorf("%d lines are of the rows %v", len(laid.Lines), laid.Rows)
	}
	if laid.First < 0 || laid.Shown < 1 || laid.First+laid.Shown > max(1, entities) {
		t.Errorf("of %d entities %d are seen from %d on", entities, laid.Shown, laid.First)
	}
	for i, line := range laid.Lines {
		if r := c.Rows[laid.Rows[i]]; (i == 0 || laid.Rows[i-1] != laid.Rows[i]) && strings.HasPrefix(line.Text(), "≠") != r.Differs {
			t.Errorf("%q differs: %v, and is shown as %q", r.Field, r.Differs, line.Text())
		}
	}
}
