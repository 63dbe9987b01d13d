package graph

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
)

const harbours = `
[kb]
format = 1
[relations.calls_at]
to = "port"
[relations.sister_of]
to = "ship"
symmetric = true
[source.log]
[source.letter]

[ship.aino]
source = "letter"
calls_at = [{ to = "riga", source = "log", since = 1900 }, { to = "riga", source = "letter" }, "turku"]
sister_of = ["bore", "aino"]
[[ship.aino.facts]]
text = "It took on timber."
about = ["riga"]
source = "log"
[ship.bore]
sister_of = "aino"
calls_at = { to = "turku", confidence = "disputed", source = "log" }
[ship.cato]
calls_at = "turku"
[port.riga]
[port.turku]
`

// told describes a neighbourhood, a line for each group and edge.
func told(s *Neighbourhood) string {
	var b strings.Builder
	for i := range s.Nodes {
		for _, g := range s.Nodes[i].Groups {
			path := "-"
			if g.Field != nil {
				path = g.Field.Path
			}
			fmt.Fprintf(&b, "%s %s %d:", s.Nodes[i].Entity.Key, path, g.Direction)
			for _, e := range s.Entities(&g) {
				b.WriteString(" " + e.Key)
			}
			b.WriteString("\n")
		}
	}
	for i := range s.Edges {
		e := &s.Edges[i]
		path := "-"
		if e.Field != nil {
			path = e.Field.Path
		}
		fmt.Fprintf(&b, "%s %s %s %d claims %d origins doubt %d\n", s.Nodes[e.From].Entity.Key, path, s.Nodes[e.To].Entity.Key, len(e.Claims), e.Origins(s.KB), e.Doubt())
	}
	return b.String()
}

func TestALinkStatedSeveralTimesIsOneEdge(t *testing.T) {
	k := kbtest.Read(t, harbours)
	s := Around(context.Background(), k, k.Lookup("ship/aino"), Options{Hops: 2})
	want := `aino calls_at 0: riga turku
aino sister_of 2: bore
turku calls_at 1: cato
aino calls_at riga 2 claims 1 origins doubt 0
aino calls_at turku 1 claims 1 origins doubt 0
aino sister_of bore 2 claims 1 origins doubt 0
aino about riga 1 claims 1 origins doubt 0
bore calls_at turku 1 claims 1 origins doubt 2
cato calls_at turku 1 claims 0 origins doubt 1
`
	if got := told(s); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if s.Loops != 1 {
		t.Errorf("%d links from the centre to itself", s.Loops)
	}
}

func TestNeighboursOfASourceAreThoseThatCiteIt(t *testing.T) {
	k := kbtest.Read(t, harbours)
	s := Around(context.Background(), k, k.Lookup("source/letter"), Options{Hops: 1})
	if got, want := told(s), "letter - 1: aino\naino - letter 1 claims 1 origins doubt 0\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestOmittedNeighboursAreCounted checks that of an entity with thousands of
// links few become nodes, preferred ones among them, and all are counted.
func TestOmittedNeighboursAreCounted(t *testing.T) {
	const crowd = 5000
	var b strings.Builder
	b.WriteString("[port.riga]\n")
	for i := range crowd {
		fmt.Fprintf(&b, "[ship.s%d]\ncalls_at = \"port/riga\"\n", i)
	}
	k := kbtest.Read(t, b.String())
	kept := k.Lookup("ship/s4321")
	s := Around(context.Background(), k, k.Lookup("port/riga"), Options{Hops: 3, Prefer: []*kb.Entity{kept}})
	if g := s.Nodes[0].Groups; len(g) != 1 || g[0].Count() != crowd {
		t.Fatalf("%d groups, %d entities", len(g), g[0].Count())
	}
	if len(s.Nodes) > maxNear+1 || s.Nodes[1].Entity != kept {
		t.Errorf("%d are told, %s first", len(s.Nodes), s.Nodes[1].Entity.Key)
	}
	if c := s.Omissions(); len(c) != 1 || c[0].Count != crowd-len(s.Nodes)+1 {
		t.Errorf("crowds: %+v", c)
	}
	if s := Around(context.Background(), k, k.Lookup("port/riga"), Options{Hops: 1, MaxPerGroup: 7}); len(s.Nodes) != 8 {
		t.Errorf("%d are told where 7 were asked for", len(s.Nodes)-1)
	}
}

func TestACancelledContextYieldsNothing(t *testing.T) {
	k := kbtest.Read(t, harbours)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if Around(ctx, k, k.Lookup("ship/aino"), Options{Hops: 1}) != nil {
		t.Error("something was found")
	}
}

// TestNeighbourhoodsAgreeWithANaiveSearch compares hops and edges with those
// found by scanning all links.
func TestNeighbourhoodsAgreeWithANaiveSearch(t *testing.T) {
	for round := range uint64(60) {
		r := rand.New(rand.NewPCG(round, 7))
		k := kbtest.Read(t, invented(r))
		centre := k.Entities[r.IntN(len(k.Entities))]
		if k.IsSource(centre) {
			continue
		}
		s := Around(context.Background(), k, centre, Options{Hops: 1 + r.IntN(MaxHops)})
		hops := hopsFrom(k, centre)
		index := make(map[*kb.Entity]bool)
		for i, n := range s.Nodes {
			if hops[n.Entity] != n.Hop || index[n.Entity] {
				t.Fatalf("round %d: %s is %d hops away, not %d", round, n.Entity.Key, hops[n.Entity], n.Hop)
			}
			index[n.Entity] = true
			seen := make(map[*kb.Entity]bool)
			for _, g := range n.Groups {
				for _, e := range s.Entities(&g) {
					if seen[e] || hops[e] != n.Hop+1 {
						t.Fatalf("round %d: %s is in the wrong group of %s", round, e.Key, n.Entity.Key)
					}
					seen[e] = true
				}
			}
			for e := range neighbours(k, n.Entity) {
				if n.Hop < s.Hops && hops[e] == n.Hop+1 && !seen[e] {
					t.Fatalf("round %d: %s is in no group of %s (node %d)", round, e.Key, n.Entity.Key, i)
				}
			}
		}
		for e, hop := range hops {
			if hop <= s.Hops && !index[e] {
				t.Fatalf("round %d: %s is not told", round, e.Key)
			}
		}
		if got, want := edgesOf(s), edgesBetween(k, index); !slices.Equal(got, want) {
			t.Fatalf("round %d: edges\n%q\nwant\n%q", round, got, want)
		}
	}
}

// invented is a small knowledge base of ships and ports.
func invented(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.calls_at]\n[relations.near]\nsymmetric = true\n[relations.owned_by]\n[source.log]\n")
	n := 3 + r.IntN(14)
	for i := range n {
		fmt.Fprintf(&b, "[%s.e%d]\n", []string{"ship", "port", "firm"}[i%3], i)
		for _, relation := range []string{"calls_at", "near", "owned_by"} {
			var to []string
			for range r.IntN(3) {
				at := r.IntN(n)
				to = append(to, fmt.Sprintf("%q", []string{"ship", "port", "firm"}[at%3]+fmt.Sprintf("/e%d", at)))
			}
			if len(to) > 0 {
				fmt.Fprintf(&b, "%s = [%s]\n", relation, strings.Join(to, ", "))
			}
		}
		if r.IntN(3) == 0 {
			b.WriteString("source = \"log\"\n")
		}
	}
	return b.String()
}

func neighbours(k *kb.KB, e *kb.Entity) map[*kb.Entity]bool {
	out := make(map[*kb.Entity]bool)
	for _, from := range k.Entities {
		for _, link := range k.Record(from).Links {
			if link.Field.Path == evidence.SourceField || link.To == from {
				continue
			}
			if from == e {
				out[link.To] = true
			} else if link.To == e {
				out[from] = true
			}
		}
	}
	return out
}

func hopsFrom(k *kb.KB, centre *kb.Entity) map[*kb.Entity]int {
	hops := map[*kb.Entity]int{centre: 0}
	for level := []*kb.Entity{centre}; len(level) > 0; {
		var next []*kb.Entity
		for _, e := range level {
			for o := range neighbours(k, e) {
				if _, there := hops[o]; !there {
					hops[o] = hops[e] + 1
					next = append(next, o)
				}
			}
		}
		level = next
	}
	return hops
}

func sayEdge(from, to *kb.Entity, f *kb.Field) string {
	a, b := string(from.Address()), string(to.Address())
	if f.Relation.Symmetric && a > b {
		a, b = b, a
	}
	return a + " " + f.Path + " " + b
}

func edgesOf(s *Neighbourhood) []string {
	var out []string
	for i := range s.Edges {
		e := &s.Edges[i]
		out = append(out, sayEdge(s.Nodes[e.From].Entity, s.Nodes[e.To].Entity, e.Field))
	}
	slices.Sort(out)
	return out
}

func edgesBetween(k *kb.KB, among map[*kb.Entity]bool) []string {
	var out []string
	for e := range among {
		for _, link := range k.Record(e).Links {
			if link.Field.Path != evidence.SourceField && link.To != e && among[link.To] {
				out = append(out, sayEdge(e, link.To, link.Field))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestFairSharesAreFair(t *testing.T) {
	for _, c := range []struct {
		total int
		want  []int
		got   []int
	}{
		{10, []int{2, 9, 9}, []int{2, 4, 4}}, {3, []int{5, 5}, []int{2, 1}}, {0, []int{1}, []int{0}}, {9, []int{1, 2}, []int{1, 2}}, {5, nil, []int{}},
	} {
		if got := FairShares(c.total, c.want); !slices.Equal(got, c.got) {
			t.Errorf("Share(%d, %v) = %v, want %v", c.total, c.want, got, c.got)
		}
	}
}
