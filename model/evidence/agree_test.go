package evidence_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/evidence"
	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/matrix"
	"rihla/model/retract"
	"rihla/model/route"
)

// place identifies a claim.
func place(c evidence.Claim) string {
	return fmt.Sprint(c.Entity.Address(), c.Pos())
}

// checkCounts holds everything in model that counts origins to the oracle.
func checkCounts(t *testing.T, k *kb.KB) (claims, pairs int) {
	o := newSlow(t, k)
	want := make(map[string]int)
	origins := make(map[string]bool)
	rests := make(map[string][][]string)
	for _, e := range k.Entities {
		for c := range evidence.Claims(k, e) {
			claims++
			behind := o.behind(c)
			want[place(c)] = len(smallest(behind))
			rests[place(c)] = behind
			if got := c.Origins(k); got != want[place(c)] {
				t.Errorf("%s has %d origins, want %d of %v", place(c), got, want[place(c)], behind)
			}
			for _, roots := range behind {
				for _, root := range roots {
					origins[root] = true
				}
			}
		}
	}
	o.checkRetractions(want, rests, origins)
	return claims, o.checkPairs(want)
}

// checkRetractions lets each origin fall, and each smallest set with which a claim
// falls, by retracting its sources.
func (o *slow) checkRetractions(want map[string]int, rests map[string][][]string, origins map[string]bool) {
	sets := make(map[string][]string)
	for root := range origins {
		sets[root] = []string{root}
	}
	for _, behind := range rests {
		if set := smallest(behind); len(set) > 1 {
			slices.Sort(set)
			sets[strings.Join(set, "\n")] = set
		}
	}
	for _, set := range sets {
		var sources []*kb.Entity
		for source, roots := range o.roots {
			if source.Fall() == kb.Stands && len(left([][]string{roots}, set)) == 0 {
				sources = append(sources, source)
			}
		}
		loss, err := retract.Without(context.Background(), o.k, sources...)
		if err != nil {
			o.Fatal(err)
		}
		fallen := make(map[string]bool)
		for _, c := range loss.Claims {
			fallen[place(c)] = true
		}
		weakened := make(map[string]retract.Weakened)
		for _, c := range loss.Weakened {
			weakened[place(c.Claim)] = c
		}
		for at, behind := range rests {
			rest := left(behind, set)
			after := len(smallest(rest))
			got, isWeaker := weakened[at]
			switch {
			case hasAddress(behind, set):
			case fallen[at] != (len(behind) > 0 && len(rest) == 0):
				o.Errorf("without %v, %s falls: %v, of %v", set, at, fallen[at], behind)
			case isWeaker != (after > 0 && after < want[at]), isWeaker && (got.Before != want[at] || got.After != after):
				o.Errorf("without %v, %s goes from %d to %d, want from %d to %d", set, at, got.Before, got.After, want[at], after)
			}
		}
	}
}

// hasAddress reports whether an address that no source is declared for falls with
// some origins: it cannot be retracted.
func hasAddress(behind [][]string, gone []string) bool {
	return slices.ContainsFunc(behind, func(roots []string) bool {
		return len(roots) == 1 && strings.HasSuffix(roots[0], ".example") && slices.Contains(gone, roots[0])
	})
}

// pair is what the claims of two entities that link them come to.
type pair struct {
	relations, mentions       int
	origins                   int     // of the strongest relation, or else mention
	strength                  float64 // likewise
	strongestIsRelation, some bool
}

// naivePair scans all claims.
func (o *slow) naivePair(want map[string]int, a, b *kb.Entity) (p pair) {
	for _, way := range [][2]*kb.Entity{{a, b}, {b, a}} {
		for c := range evidence.Claims(o.k, way[0]) {
			for link := range c.Links() {
				if link.To != way[1] || c.IsDeprecated() {
					continue
				}
				isRelation := c.Fact == nil
				if isRelation {
					p.relations++
				} else {
					p.mentions++
				}
				n := want[place(c)]
				strength := evidence.Weight(c.Confidence()) * float64(n)
				stronger := strength > p.strength || strength == p.strength && n > p.origins
				if !p.some || isRelation && !p.strongestIsRelation || isRelation == p.strongestIsRelation && stronger {
					p.origins, p.strength, p.strongestIsRelation, p.some = n, strength, isRelation, true
				}
			}
		}
	}
	return p
}

// checkPairs compares matrix, route and graph, pair by pair.
func (o *slow) checkPairs(want map[string]int) (pairs int) {
	var all []*kb.Entity
	for _, e := range o.k.Entities {
		if !o.k.IsSource(e) {
			all = append(all, e)
		}
	}
	table := matrix.Between(context.Background(), o.k, all, all, matrix.Options{})
	network, err := route.NewNetwork(context.Background(), o.k, kb.Reference{})
	if err != nil {
		o.Fatal(err)
	}
	for i, row := range table.Rows {
		for j, column := range table.Columns {
			a, b := row.Entity, column.Entity
			if a.Number() >= b.Number() {
				continue
			}
			p := o.naivePair(want, a, b)
			c := table.Cell(i, j)
			if int(c.Links) != p.relations || int(c.Mentions) != p.mentions || int(c.Origins) != p.origins || c.Strength != p.strength {
				o.Errorf("matrix: %s × %s is %+v, want %+v", a.Address(), b.Address(), c, p)
			}
			if c.Grade > matrix.Mention != p.strongestIsRelation || c.Grade == matrix.Firm && p.strength < evidence.MinFirm {
				o.Errorf("matrix: %s × %s is %v, want %+v", a.Address(), b.Address(), c.Grade, p)
			}
			if p.some {
				pairs++
				o.checkHop(network, a, b, want, p)
			}
		}
	}
	for _, e := range all {
		s := graph.Around(context.Background(), o.k, e, graph.Options{Hops: 1, MaxPerGroup: 1 << 20})
		for i := range s.Edges {
			edge := &s.Edges[i]
			if claim := edge.Claim(); claim != nil && !edge.Field.IsMention() && edge.Origins(o.k) != want[place(*claim)] {
				o.Errorf("graph: %s of %s has %d origins, want %d", edge.Field.Path, e.Address(), edge.Origins(o.k), want[place(*claim)])
			}
		}
	}
	return pairs
}

func (o *slow) checkHop(n *route.Network, a, b *kb.Entity, want map[string]int, p pair) {
	found, err := n.Find(context.Background(), a, b, route.Options{MaxHops: 1})
	if err != nil || found.Best == nil {
		o.Fatalf("no path from %s to %s: %v", a.Address(), b.Address(), err)
	}
	hop := &found.Best.Hops[0]
	if best := hop.Strongest(); best.Origins != p.origins || best.Strength != p.strength || best.Mention == p.strongestIsRelation {
		o.Errorf("path: %s to %s is %+v, want %+v", a.Address(), b.Address(), best.Support, p)
	}
	if len(hop.Relations()) != p.relations || (hop.Grade == route.Firm) != (p.strongestIsRelation && p.strength >= evidence.MinFirm) {
		o.Errorf("path: %s to %s has %d relations and is %v, want %+v", a.Address(), b.Address(), len(hop.Relations()), hop.Grade, p)
	}
	for _, l := range hop.Links {
		if l.Field.IsMention() {
			continue
		}
		if l.Origins != want[place(l.Claim)] {
			o.Errorf("path: a link from %s to %s has %d origins, want %d", a.Address(), b.Address(), l.Origins, want[place(l.Claim)])
		}
	}
}

func TestAllCountsOfTheBuiltInBaseAgree(t *testing.T) {
	claims, pairs := checkCounts(t, kbtest.BuiltIn(t))
	if claims < 300 || pairs < 200 {
		t.Errorf("%d claims of %d pairs", claims, pairs)
	}
}

// randomEvidence writes a base whose claims rest on sources of common publishers
// and of other sources, on addresses, or on what their entity names.
func randomEvidence(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.met]\n[relations.funds]\n[relations.derived_from]\nto = 'source'\n")
	sources := 2 + r.IntN(6)
	for i := range sources {
		fmt.Fprintf(&b, "[source.s%d]\nname = 'Source'\n", i)
		if r.IntN(3) > 0 {
			fmt.Fprintf(&b, "publisher = 'P %d'\n", r.IntN(4))
		}
		if r.IntN(8) == 0 {
			b.WriteString("retracted = 2024-01-01\n")
		}
		var from []string
		for j := range i {
			if r.IntN(4) == 0 {
				from = append(from, fmt.Sprintf("'s%d'", j))
			}
		}
		if from != nil {
			fmt.Fprintf(&b, "derived_from = [%s]\n", strings.Join(from, ", "))
		}
	}
	cited := func() string {
		var refs []string
		for range r.IntN(4) {
			refs = append(refs, fmt.Sprintf("'s%d'", r.IntN(sources)))
		}
		if r.IntN(6) == 0 {
			refs = append(refs, fmt.Sprintf("'https://www.w%d.example/a'", r.IntN(2)))
		}
		return "[" + strings.Join(refs, ",") + "]"
	}
	qualified := func() string {
		text := "source = " + cited()
		if c := []string{"", "", "high", "medium", "low", "disputed"}[r.IntN(6)]; c != "" {
			text += ", confidence = '" + c + "'"
		}
		if r.IntN(8) == 0 {
			text += ", rank = 'deprecated'"
		}
		return text
	}
	n := 2 + r.IntN(4)
	for i := range n {
		fmt.Fprintf(&b, "[x.e%d]\nn = { value = 1, %s }\n", i, qualified())
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "source = %s\n", cited())
		}
		for _, relation := range []string{"met", "funds"} {
			var links []string
			for range r.IntN(4) {
				links = append(links, fmt.Sprintf("{ to = 'x/e%d', %s }", r.IntN(n), qualified()))
			}
			fmt.Fprintf(&b, "%s = [%s]\n", relation, strings.Join(links, ", "))
		}
		for range r.IntN(3) {
			fmt.Fprintf(&b, "[[x.e%d.facts]]\ntext = 'It is so.'\nabout = ['x/e%d', 'x/e%d']\n%s\n", i, r.IntN(n), r.IntN(n), strings.ReplaceAll(qualified(), ", ", "\n"))
		}
	}
	return b.String()
}

func TestAllCountsOfRandomBasesAgree(t *testing.T) {
	pairs := 0
	for round := range uint64(300) {
		text := randomEvidence(rand.New(rand.NewPCG(round, 17)))
		_, n := checkCounts(t, kbtest.Read(t, text))
		if pairs += n; t.Failed() {
			t.Fatalf("round %d:\n%s", round, text)
		}
	}
	if pairs < 1000 {
		t.Errorf("%d pairs are too few to tell", pairs)
	}
}
