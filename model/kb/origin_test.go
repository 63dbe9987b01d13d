package kb

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// sources returns a knowledge base of sources, one a line: its name, the sources
// that it is derived from and, after a bar, its publisher.
func sources(t *testing.T, lines ...string) *KB {
	t.Helper()
	kind := &Kind{Name: "source"}
	k := &KB{Kinds: []*Kind{kind}, Languages: []string{"fr", "en"}}
	for _, line := range lines {
		name, _, _ := strings.Cut(line, " ")
		e := &Entity{Kind: kind, Key: name}
		kind.Entities = append(kind.Entities, e)
		k.Entities = append(k.Entities, e)
	}
	k.Index()
	recorder := k.NewRecorder()
	for i, line := range lines {
		line, by, _ := strings.Cut(line, " | ")
		e := k.Entities[i]
		r := &Record{}
		for _, original := range strings.Fields(line)[1:] {
			s := Statement{From: e, Field: kind.Field("derived_from"), Value: Value{Type: String, Str: original}}
			s.To = k.Lookup(NewAddress("source", original))
			r.Statements = append(r.Statements, s)
		}
		if field := "publisher"; by != "" {
			if strings.Contains(by, "://") {
				field = "url"
			}
			r.Statements = append(r.Statements, Statement{From: e, Field: kind.Field(field), Value: Value{Type: String, Str: by}})
		}
		recorder.Add(e, r)
	}
	k.Connect(recorder)
	return k
}

func TestOriginsAreTheSameOneByOneAndAllAtOnce(t *testing.T) {
	for round := range uint64(100) {
		r := rand.New(rand.NewPCG(round, 3))
		lines := make([]string, 1+r.IntN(10))
		for i := range lines {
			lines[i] = fmt.Sprintf("s%d", i)
			for range r.IntN(3) {
				lines[i] += fmt.Sprintf(" s%d", r.IntN(len(lines)))
			}
			if r.IntN(3) == 0 {
				lines[i] += fmt.Sprintf(" | publisher %d", r.IntN(3))
			}
		}
		k := sources(t, lines...)
		k.FindOrigins()
		for _, e := range k.Kind("source").Entities {
			alone := sources(t, lines...)
			one, all := slices.Clone(alone.Origins(alone.Lookup(e.Address()))), slices.Clone(k.Origins(e))
			slices.Sort(one)
			slices.Sort(all)
			if !slices.Equal(one, all) {
				t.Fatalf("%v: %s alone %q, among all %q", lines, e.Key, one, all)
			}
		}
	}
}

func (k *KB) cites(names ...string) []Evidence {
	var out []Evidence
	for _, name := range names {
		out = append(out, Evidence{Source: k.Lookup(NewAddress("source", name)), Ref: name})
	}
	return out
}

func TestReprintsOfOneReleaseCountOnce(t *testing.T) {
	k := sources(t,
		"release | Consulate", "first release | Le Matin", "second release | Le Desk", "third second | Yabiladi",
		"own | Le Matin", "again |  le  MATIN ", "nobody", "page | https://www.example.org/a", "other | https://example.org/b",
		"ring-a ring-b", "ring-b ring-a", "outside ring-b", "lost nowhere", "both own nobody", "unnamed | ")
	for _, c := range []struct {
		cited string
		want  int
	}{
		{"", 0},
		{"release", 1},
		{"first", 1},
		{"release first second third", 1},
		{"release own", 2},
		{"first own", 2},
		{"own again", 1},
		{"own nobody", 2},
		{"page other", 1},
		{"ring-a ring-b outside", 1},
		{"ring-a lost", 2},
		{"both", 1},
		{"both own", 1},
		{"both own nobody", 2},
		{"both ring-a", 2},
		{"nobody unnamed", 2},
		{"elsewhere https://example.org/c page", 1},
		{"elsewhere", 0},
	} {
		if got := k.IndependentCount(k.cites(strings.Fields(c.cited)...)); got != c.want {
			t.Errorf("%q: %d independent origins, want %d", c.cited, got, c.want)
		}
	}
	if got := k.IndependentCount([]Evidence{{Locator: "p. 1"}}); got != 0 {
		t.Errorf("evidence without a reference has %d origins", got)
	}
	var sourcesOf []string
	for _, e := range k.SourcesOf("le matin") {
		sourcesOf = append(sourcesOf, e.Key)
	}
	if want := []string{"own", "again", "both"}; !slices.Equal(sourcesOf, want) {
		t.Errorf("sources of Le Matin: %v, want %v", sourcesOf, want)
	}
}

// TestOriginsAreTheSourcesReached compares random acyclic derivations with the
// sources without originals that a walk reaches.
func TestOriginsAreTheSourcesReached(t *testing.T) {
	for round := range uint64(200) {
		r := rand.New(rand.NewPCG(round, 1))
		n := 1 + r.IntN(12)
		derived := make([][]int, n)
		lines := make([]string, n)
		order := r.Perm(n) // their order in the file
		for i := range n {
			line := fmt.Sprintf("s%d", i)
			for j := range i {
				if r.IntN(4) == 0 {
					derived[i] = append(derived[i], j)
					line += fmt.Sprintf(" s%d", j)
				}
			}
			lines[order[i]] = line
		}
		k := sources(t, lines...)
		var reach func(i int, roots map[int]bool)
		reach = func(i int, roots map[int]bool) {
			if len(derived[i]) == 0 {
				roots[i] = true
			}
			for _, j := range derived[i] {
				reach(j, roots)
			}
		}
		sets := make([]map[int]bool, n)
		for i := range n {
			sets[i] = make(map[int]bool)
			reach(i, sets[i])
			if got := len(k.Origins(k.Lookup(NewAddress("source", fmt.Sprintf("s%d", i))))); got != len(sets[i]) {
				t.Fatalf("%v: s%d has %d origins, want %d", lines, i, got, len(sets[i]))
			}
		}
		var cited []string
		var originSets []map[int]bool
		for i := range n {
			if r.IntN(2) == 0 && len(cited) < maxSets {
				cited, originSets = append(cited, fmt.Sprintf("s%d", i)), append(originSets, sets[i])
			}
		}
		want := n
		for chosen := range 1 << n {
			hits := func(set map[int]bool) bool {
				for i := range set {
					if chosen&(1<<i) != 0 {
						return true
					}
				}
				return false
			}
			size := 0
			for i := range n {
				size += chosen >> i & 1
			}
			if size < want && !slices.ContainsFunc(originSets, func(set map[int]bool) bool { return !hits(set) }) {
				want = size
			}
		}
		if got := k.IndependentCount(k.cites(cited...)); got != want {
			t.Fatalf("%v cited of %v: %d, want %d", cited, lines, got, want)
		}
	}
}

func TestACycleOfSourcesHasOneOrigin(t *testing.T) {
	ring := []string{"a b", "b c", "c a", "tail a"}
	for round := range uint64(50) {
		r := rand.New(rand.NewPCG(round, 2))
		lines := slices.Clone(ring)
		r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		k := sources(t, lines...)
		for _, name := range []string{"a", "b", "c", "tail"} {
			if got := k.Origins(k.Lookup(NewAddress("source", name))); len(got) != 1 || got[0] != entityOrigin("source/a") {
				t.Fatalf("%v: %s is from %q", lines, name, got)
			}
		}
	}
}
