package graph

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

// around returns the neighbourhood of an entity.
func around(k *kb.KB, address kb.Address, o Options) *Neighbourhood {
	return Around(context.Background(), k, k.Lookup(address), o)
}

func TestAnEdgeIsRepresentedByTheSurestClaimThatHolds(t *testing.T) {
	for _, test := range []struct {
		links, note string // the links, and the note of the claim expected
	}{
		{`{ to = "b", confidence = "low", note = "low" }, { to = "b", confidence = "high", note = "high" }`, "high"},
		{`{ to = "b", confidence = "high", note = "unsourced" }, { to = "b", confidence = "low", source = "s", note = "sourced" }`, "sourced"},
		{`{ to = "b", until = "2001", note = "over" }, { to = "b", since = "2001", note = "holds" }`, "holds"},
		{`{ to = "b", since = "2001", note = "holds" }, { to = "b", until = "2001", note = "over" }`, "holds"},
		{`{ to = "b", confidence = "high", until = "2001", note = "high" }, { to = "b", confidence = "medium", note = "medium" }`, "high"},
		{`{ to = "b", source = "s", rank = "deprecated", note = "deprecated" }, { to = "b", confidence = "alleged", note = "left" }`, "left"},
		{`"b", { to = "b", confidence = "low", note = "low" }`, ""},
		{`{ to = "b", confidence = "low", note = "low" }, "b"`, ""},
		{`{ to = "b", confidence = "high", note = "first" }, { to = "b", confidence = "high", note = "second" }`, "first"},
	} {
		k := kbtest.Read(t, "[kb]\nformat = 1\n[relations.knows]\n[x.a]\nknows = ["+test.links+"]\n[x.b]\n[source.s]\n")
		s := around(k, "x/a", Options{Hops: 1})
		if len(s.Edges) != 1 {
			t.Fatalf("%s: %d edges", test.links, len(s.Edges))
		}
		note := ""
		if q := s.Edges[0].Claim().Qualification(); q != nil {
			note, _ = k.TextIn(q.Note, "")
		}
		if note != test.note {
			t.Errorf("%s is represented by %q, want %q", test.links, note, test.note)
		}
	}
	if (&Edge{}).Claim() != nil {
		t.Error("an edge without claims has one")
	}
}

func TestTheDoubtOfAnEdgeIsTheLeastOfItsClaims(t *testing.T) {
	const sure, unsourced, unsure, deprecated = `{ to = "b", source = "s" }`, `"b"`, `{ to = "b", source = "s", confidence = "disputed" }`, `{ to = "b", source = "s", rank = "deprecated" }`
	for _, test := range []struct {
		links string
		want  Doubt
	}{
		{sure, None}, {unsourced, Unsourced}, {unsure, Unsure}, {deprecated, Deprecated},
		{deprecated + "," + sure, None}, {unsure + "," + sure, None}, {unsourced + "," + sure, None},
		{deprecated + "," + unsure, Unsure}, {deprecated + "," + unsourced, Unsourced}, {deprecated + "," + deprecated, Deprecated},
	} {
		k := kbtest.Read(t, "[kb]\nformat = 1\n[relations.knows]\n[x.a]\nknows = ["+test.links+"]\n[x.b]\n[source.s]\n")
		e := &around(k, "x/a", Options{Hops: 1}).Edges[0]
		if got := e.Doubt(); got != test.want {
			t.Errorf("%s is in doubt %d, want %d", test.links, got, test.want)
		}
		if want := strings.Contains(test.links, "source"); e.IsSourced() != want || (e.Origins(k) == 1) != e.Claim().IsSourced() {
			t.Errorf("%s is sourced: %v, by %d", test.links, e.IsSourced(), e.Origins(k))
		}
	}
}

func TestACitationHasEachCitingClaimOnceUpToABound(t *testing.T) {
	facts := func(n int) string {
		var b strings.Builder
		b.WriteString("[source.s]\n[x.cited_twice]\nfacts = [{ text = 'It is.', source = ['s', 's'] }]\n[x.often]\nfacts = [")
		for i := range n {
			fmt.Fprintf(&b, "{ text = 'Fact %d.', source = 's' }, ", i)
		}
		return b.String() + "]\n"
	}
	k := kbtest.Read(t, facts(maxCitations+5))
	s := around(k, "source/s", Options{Hops: 1})
	claims := make(map[string]int)
	for _, e := range s.Edges {
		claims[s.Nodes[e.From].Entity.Key] = len(e.Claims)
	}
	if claims["cited_twice"] != 1 || claims["often"] != maxCitations {
		t.Errorf("claims by citing entity: %v", claims)
	}
}

// TestNodesAreTheBestConnectedNeighbours compares the nodes of each group with
// its members sorted.
func TestNodesAreTheBestConnectedNeighbours(t *testing.T) {
	for round := range uint64(100) {
		r := rand.New(rand.NewPCG(round, 3))
		k := kbtest.Read(t, invented(r))
		centre := k.Entities[r.IntN(len(k.Entities))]
		o := Options{Hops: 1, MaxPerGroup: r.IntN(4)}
		for range r.IntN(3) {
			o.Prefer = append(o.Prefer, k.Entities[r.IntN(len(k.Entities))])
		}
		s := Around(context.Background(), k, centre, o)
		omitted := 0
		for i := range s.Nodes[0].Groups {
			g := &s.Nodes[0].Groups[i]
			want := s.Entities(g)
			rank := func(e *kb.Entity) int { return slices.Index([]bool{true, false}, slices.Contains(o.Prefer, e)) }
			slices.SortStableFunc(want, func(a, b *kb.Entity) int {
				return cmp.Or(rank(a)-rank(b), k.Degree(b)-k.Degree(a), a.Number()-b.Number())
			})
			if o.MaxPerGroup > 0 {
				omitted += max(0, len(want)-o.MaxPerGroup)
				want = want[:min(len(want), o.MaxPerGroup)]
			}
			var got []*kb.Entity
			for _, n := range g.Nodes {
				got = append(got, s.Nodes[n].Entity)
				if !g.Has(s.Nodes[n].Entity) {
					t.Fatalf("node %d is not in its group", n)
				}
			}
			if !slices.Equal(got, want) {
				t.Fatalf("round %d: %v, want %v", round, got, want)
			}
		}
		for _, c := range s.Omissions() {
			omitted -= c.Count
		}
		if omitted != 0 {
			t.Fatalf("round %d: omissions are off by %d", round, omitted)
		}
	}
}

func TestGroupsAreOwnRelationsThenIncomingOnesThenMentions(t *testing.T) {
	k := kbtest.Read(t, `
[kb]
format = 1
[relations.likes]
[relations.sister_of]
symmetric = true
[x.centre]
likes = ["both_ways", "liked"]
sister_of = "sister"
facts = [{ text = "It is so.", about = ["mentioned", "liked", "letter"] }]
[x.liked]
[x.sister]
[x.mentioned]
[x.both_ways]
likes = "centre"
[x.liking]
likes = "centre"
[x.mentioning]
facts = [{ text = "It is so.", about = ["centre"] }]
[x.citing]
facts = [{ text = "It is so.", source = "letter" }]
[source.letter]
`)
	var got []string
	s := around(k, "x/centre", Options{Hops: 3})
	for _, g := range s.Nodes[0].Groups {
		text := fmt.Sprint(g.Field.Path, " ", g.Direction)
		for _, e := range s.Entities(&g) {
			text += " " + e.Key
		}
		got = append(got, text)
	}
	want := []string{"likes 0 liked both_ways", "sister_of 2 sister", "likes 1 liking", "about 0 mentioned letter", "about 1 mentioning"}
	if !slices.Equal(got, want) {
		t.Errorf("groups\n%q\nwant\n%q", got, want)
	}
	if slices.ContainsFunc(s.Nodes, func(n Node) bool { return n.Entity.Key == "citing" }) {
		t.Error("what cites a source is its neighbour, but the source is not the centre")
	}
}
