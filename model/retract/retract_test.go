package retract_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/retract"
)

func read(t *testing.T, text string) *kb.KB {
	t.Helper()
	k := kbtest.Read(t, text)
	if n := len(k.Findings); n > 0 {
		t.Fatal(k.Findings[0].Problem)
	}
	return k
}

// drawn is a knowledge base as chance has it: claims with the numbers of their
// sources, and of what they link to.
type drawn struct {
	sources int
	derived []int // the original of each source, or -1
	things  []thing
}

type thing struct {
	general []int
	claims  []claim
}

type claim struct {
	fact    bool
	to      []int
	sources []int
}

func draw(r *rand.Rand) drawn {
	d := drawn{sources: 2 + r.IntN(4)}
	some := func(most int) []int {
		var out []int
		for range r.IntN(most + 1) {
			out = append(out, r.IntN(d.sources))
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	for i := range d.sources {
		d.derived = append(d.derived, -1)
		if i > 0 && r.IntN(3) == 0 {
			d.derived[i] = r.IntN(i)
		}
	}
	n := 2 + r.IntN(8)
	for range n {
		t := thing{}
		if r.IntN(3) == 0 {
			t.general = some(2)
		}
		for range r.IntN(5) {
			c := claim{fact: r.IntN(3) == 0, sources: some(3)}
			switch {
			case c.fact:
				for range r.IntN(3) {
					c.to = append(c.to, r.IntN(n))
				}
			case r.IntN(3) > 0:
				c.to = []int{r.IntN(n)}
			}
			t.claims = append(t.claims, c)
		}
		d.things = append(d.things, t)
	}
	return d
}

// toml writes the knowledge base without a source, -1 being none.
func (d drawn) toml(but int) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.knows]\nto = 'thing'\n[relations.about]\n[relations.derived_from]\nto = 'source'\n[relations.source]\nto = 'source'\n")
	for i := range d.sources {
		if i == but {
			continue
		}
		fmt.Fprintf(&b, "[source.s%d]\n", i)
		if o := d.derived[i]; o >= 0 && o != but {
			fmt.Fprintf(&b, "derived_from = 's%d'\n", o)
		}
	}
	names := func(prefix string, numbers []int) string {
		var out []string
		for _, n := range numbers {
			if prefix != "s" || n != but {
				out = append(out, fmt.Sprintf("%q", fmt.Sprint(prefix, n)))
			}
		}
		return "[" + strings.Join(out, ", ") + "]"
	}
	for i, t := range d.things {
		fmt.Fprintf(&b, "[thing.t%d]\nname = 'T'\n", i)
		if t.general != nil {
			fmt.Fprintf(&b, "source = %s\n", names("s", t.general))
		}
		var links []string
		for j, c := range t.claims {
			switch {
			case c.fact:
			case c.to == nil:
				fmt.Fprintf(&b, "v%d = { value = 1, source = %s }\n", j, names("s", c.sources))
			default:
				links = append(links, fmt.Sprintf("{ to = 't%d', n = %d, source = %s }", c.to[0], j, names("s", c.sources)))
			}
		}
		if links != nil {
			fmt.Fprintf(&b, "knows = [%s]\n", strings.Join(links, ", "))
		}
		for j, c := range t.claims {
			if c.fact {
				fmt.Fprintf(&b, "[[thing.t%d.facts]]\ntext = 'f%d'\nabout = %s\nsource = %s\n", i, j, names("t", c.to), names("s", c.sources))
			}
		}
	}
	return b.String()
}

// without returns the remaining sources of a claim.
func without(list []int, gone map[int]bool) []int {
	return slices.DeleteFunc(slices.Clone(list), func(n int) bool { return gone[n] })
}

// behind is what a claim rests on.
func (t thing) behind(c claim) []int {
	if len(c.sources) > 0 {
		return c.sources
	}
	return t.general
}

// expected works a loss out from what was drawn, with a walk from each end of
// each link that falls.
func (d drawn) expected(gone map[int]bool) string {
	var claims, entities, broken, cut []string
	ways := make([][]int, len(d.things))
	tied := make([][]int, len(d.things))
	type fallen struct{ from, to, claim int }
	var lost []fallen
	for i, t := range d.things {
		had, has := false, false
		for j, c := range t.claims {
			behind := t.behind(c)
			left := without(behind, gone)
			had, has = had || len(behind) > 0, has || len(left) > 0
			if len(behind) > 0 && len(left) == 0 {
				claims = append(claims, fmt.Sprintf("t%d.%d", i, j))
			}
			for _, to := range c.to {
				if len(behind) > 0 {
					tied[i], tied[to] = append(tied[i], to), append(tied[to], i)
				}
				if len(left) > 0 {
					ways[i], ways[to] = append(ways[i], to), append(ways[to], i)
				} else if len(behind) > 0 {
					lost = append(lost, fallen{i, to, j})
				}
			}
		}
		if had && !has {
			entities = append(entities, fmt.Sprintf("t%d", i))
		}
	}
	reach := func(ways [][]int, from int) map[int]bool {
		seen, next := map[int]bool{from: true}, []int{from}
		for len(next) > 0 {
			at := next[0]
			next = next[1:]
			for _, to := range ways[at] {
				if !seen[to] {
					seen[to] = true
					next = append(next, to)
				}
			}
		}
		return seen
	}
	for _, f := range lost {
		if !reach(ways, f.from)[f.to] {
			broken = append(broken, fmt.Sprintf("t%d.%d→t%d", f.from, f.claim, f.to))
		}
	}
	name := func(part map[int]bool) string {
		var out []string
		for n := range d.things {
			if part[n] {
				out = append(out, fmt.Sprintf("t%d", n))
			}
		}
		return strings.Join(out, "+")
	}
	for i := range d.things {
		whole := reach(tied, i)
		var parts []map[int]bool
		seen := make(map[int]bool)
		for n := range d.things {
			if whole[n] && !seen[n] {
				part := reach(ways, n)
				parts = append(parts, part)
				for m := range part {
					seen[m] = true
				}
			}
		}
		slices.SortStableFunc(parts, func(p, q map[int]bool) int { return len(q) - len(p) })
		for _, part := range parts[1:] {
			if text := name(part); !slices.Contains(cut, text) {
				cut = append(cut, text)
			}
		}
	}
	slices.Sort(cut)
	return fmt.Sprintln(claims, entities, broken, cut)
}

// nth returns the number of a generated claim.
func nth(c evidence.Claim) string {
	if c.Fact != nil {
		text, _ := c.Fact.Text.In("")
		return strings.TrimPrefix(text, "f")
	}
	if c.Statement.To != nil {
		return c.Statement.Claim.Qualifiers[0].Value.Str
	}
	return strings.TrimPrefix(c.Statement.Field.Path, "v")
}

func said(k *kb.KB, l *retract.Loss) string {
	var claims, entities, broken, cut []string
	for _, c := range l.Claims {
		claims = append(claims, c.Entity.Key+"."+nth(c))
	}
	// The file has links of one field together, and facts at the end.
	slices.SortFunc(claims, byNumber)
	for _, e := range l.Unsourced {
		entities = append(entities, e.Key)
	}
	for _, s := range l.Broken {
		broken = append(broken, s.From.Key+"."+nth(evidence.OfLink(k, k.Record(s.From), s))+"→"+s.To.Key)
	}
	slices.SortStableFunc(broken, byNumber)
	for _, part := range l.Detached {
		var names []string
		for _, e := range part {
			if e.Kind.Name == "thing" {
				names = append(names, e.Key)
			}
		}
		cut = append(cut, strings.Join(names, "+"))
	}
	slices.Sort(cut)
	return fmt.Sprintln(claims, entities, broken, cut)
}

func byNumber(p, q string) int {
	var a, b [2]int
	fmt.Sscanf(p, "t%d.%d", &a[0], &a[1])
	fmt.Sscanf(q, "t%d.%d", &b[0], &b[1])
	return slices.Compare(a[:], b[:])
}

func TestLossAgreesWithRemovingTheSource(t *testing.T) {
	for round := range uint64(400) {
		r := rand.New(rand.NewPCG(round, 1))
		d := draw(r)
		k := read(t, d.toml(-1))
		n := r.IntN(d.sources)
		loss, err := retract.Without(context.Background(), k, k.Lookup(kb.NewAddress("source", fmt.Sprint("s", n))))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := said(k, loss), d.expected(map[int]bool{n: true}); got != want {
			t.Fatalf("round %d, s%d of\n%s\ngot  %swant %s", round, n, d.toml(-1), got, want)
		}
	}
}

// TestLostClaimsAreUnsourcedWithoutTheSource removes the source from the
// files and reads them again.
func TestLostClaimsAreUnsourcedWithoutTheSource(t *testing.T) {
	unsourced := func(k *kb.KB) []string {
		var out []string
		for _, e := range k.Entities {
			for c := range evidence.Claims(k, e) {
				if !c.IsSourced() {
					out = append(out, e.Key+"."+nth(c))
				}
			}
		}
		slices.SortFunc(out, byNumber)
		return out
	}
	for round := range uint64(300) {
		r := rand.New(rand.NewPCG(round, 2))
		d := draw(r)
		for i := range d.things {
			d.things[i].general = nil
		}
		n := r.IntN(d.sources)
		k, less := read(t, d.toml(-1)), read(t, d.toml(n))
		loss, err := retract.Without(context.Background(), k, k.Lookup(kb.NewAddress("source", fmt.Sprint("s", n))))
		if err != nil {
			t.Fatal(err)
		}
		got := unsourced(k)
		for _, c := range loss.Claims {
			got = append(got, c.Entity.Key+"."+nth(c))
		}
		slices.SortFunc(got, byNumber)
		if want := unsourced(less); !slices.Equal(got, want) {
			t.Fatalf("round %d, s%d of\n%s\ngot  %v\nwant %v", round, n, d.toml(-1), got, want)
		}
		for _, w := range loss.Weakened {
			if w.After >= w.Before || w.After < 1 {
				t.Fatalf("round %d: %d origins before, %d after", round, w.Before, w.After)
			}
		}
	}
}

func TestReprintsAreLostWithTheirOriginal(t *testing.T) {
	k := read(t, `
[kb]
format = 1
[relations.derived_from]
to = "source"
[source.release]
[source.reprint]
derived_from = "release"
[source.digest]
derived_from = ["reprint", "letter"]
[source.letter]
[source.echo]
derived_from = "reprint"
`)
	var got []string
	for _, e := range retract.WithReprints(k, k.Lookup("source/release")) {
		got = append(got, e.Key)
	}
	if want := []string{"release", "reprint", "echo"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
