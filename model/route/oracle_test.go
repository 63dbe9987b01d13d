package route

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

// highest is the highest level that a claim of a confidence reaches.
var highest = map[string]Level{"high": High, "": Medium, "medium": Medium, "low": Low, "disputed": Low, "alleged": Low}

// randomShips writes a base of ships that link to each other.
func randomShips(r *rand.Rand) (text string, addresses []string, links []kbtest.Link) {
	for i := range 2 + r.IntN(6) {
		addresses = append(addresses, fmt.Sprintf("ship/a%d", i))
	}
	density := 2 + r.IntN(5)
	text, links = kbtest.RandomLinks(r, addresses, func() (n int) {
		for r.IntN(density) == 0 {
			n++
		}
		return n
	})
	return text, addresses, links
}

// naiveGrade grades a pair by the strongest of all statements, mentions being
// weaker than any other.
func naiveGrade(all []kbtest.Link, a, b string, l Level) (best Grade) {
	for _, s := range all {
		level := highest[s.Confidence]
		if s.Confidence == "" && len(s.Publishers) == 0 {
			level = Any
		}
		if s.Deprecated || level < l || (s.From != a || s.To != b) && (s.From != b || s.To != a) {
			continue
		}
		grade := Firm
		switch _, strength := s.Support(); {
		case s.Fact:
			grade = Mention
		case strength == 0:
			grade = Unsourced
		case strength < 0.5:
			grade = Doubtful
		case strength < 0.75:
			grade = Fair
		case strength < 1.5:
			grade = Good
		}
		best = max(best, grade)
	}
	return best
}

// naiveRoute is a route by the addresses of its entities.
type naiveRoute struct {
	addresses []string
	weight    weight
}

// allRoutes enumerates every simple path.
func allRoutes(n *Network, all []kbtest.Link, names []string, from, to string, o Options) []naiveRoute {
	var out []naiveRoute
	var walk func(at naiveRoute)
	walk = func(at naiveRoute) {
		here := at.addresses[len(at.addresses)-1]
		if here == to {
			out = append(out, at)
			return
		}
		if o.MaxHops > 0 && len(at.addresses) > o.MaxHops {
			return
		}
		for _, next := range names {
			grade := naiveGrade(all, here, next, o.MinLevel)
			if grade == None || slices.Contains(at.addresses, next) {
				continue
			}
			p, q := n.kb.Lookup(kb.Address(here)), n.kb.Lookup(kb.Address(next))
			w := at.weight + grade.weight() + n.passingWeights[p.Number()] + n.passingWeights[q.Number()]
			walk(naiveRoute{append(slices.Clone(at.addresses), next), w})
		}
	}
	walk(naiveRoute{[]string{from}, 0})
	return out
}

// lightest returns the lightest of some routes, each hop shared with another
// one costing one more.
func lightest(ways []naiveRoute, beside []string) *naiveRoute {
	var best *naiveRoute
	for i := range ways {
		w := &ways[i]
		if slices.Equal(w.addresses, beside) {
			continue
		}
		for j := range len(w.addresses) - 1 {
			for h := range max(0, len(beside)-1) {
				x, y := beside[h], beside[h+1]
				if w.addresses[j] == x && w.addresses[j+1] == y || w.addresses[j] == y && w.addresses[j+1] == x {
					w.weight += oneHop
				}
			}
		}
		if best == nil || w.weight < best.weight {
			best = w
		}
	}
	return best
}

func named(r *Route) []string {
	if r == nil {
		return nil
	}
	var out []string
	for _, e := range r.Entities {
		out = append(out, string(e.Address()))
	}
	return out
}

func (w *naiveRoute) names() []string {
	if w == nil {
		return nil
	}
	return w.addresses
}

// TestRoutesAreTheBestOfAllRoutes compares the routes found on random bases
// with those of an enumeration.
func TestRoutesAreTheBestOfAllRoutes(t *testing.T) {
	found, bounded, besides := 0, 0, 0
	for round := range uint64(1000) {
		text, names, all := randomShips(rand.New(rand.NewPCG(round, 11)))
		k := kbtest.Read(t, text)
		n, err := NewNetwork(context.Background(), k, kb.Reference{})
		if err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewPCG(round, 12))
		for range 6 {
			from, to := names[r.IntN(len(names))], names[r.IntN(len(names))]
			if from == to {
				continue
			}
			o := Options{MaxHops: r.IntN(6), MinLevel: Level(r.IntN(int(High) + 1))}
			if free := lightest(allRoutes(n, all, names, from, to, Options{MinLevel: o.MinLevel}), nil); free != nil && r.IntN(2) == 0 {
				o.MaxHops = max(1, len(free.addresses)-2) // one fewer than the best has
			}
			a, err := n.Find(context.Background(), k.Lookup(kb.Address(from)), k.Lookup(kb.Address(to)), o)
			if err != nil {
				t.Fatal(err)
			}
			ways := allRoutes(n, all, names, from, to, o)
			best := lightest(ways, nil)
			if !slices.Equal(named(a.Best), best.names()) {
				t.Fatalf("round %d, %+v: %v, want %v of %v\n%s", round, o, named(a.Best), best.names(), ways, text)
			}
			if best == nil {
				checkReach(t, n, a, all)
				checkBarrier(t, a, func(o Options) *naiveRoute { return shortest(allRoutes(n, all, names, from, to, o)) })
				continue
			}
			found++
			if free := lightest(allRoutes(n, all, names, from, to, Options{MinLevel: o.MinLevel}), nil); len(free.addresses) > len(best.addresses) {
				bounded++
			}
			next := lightest(ways, best.addresses)
			if !slices.Equal(named(a.Alternative), next.names()) {
				t.Fatalf("round %d, %+v: beside it %v, want %v\n%s", round, o, named(a.Alternative), next.names(), text)
			}
			if next != nil {
				besides++
			}
			checkHops(t, a.Best, all, o.MinLevel)
			back, err := n.Find(context.Background(), a.To, a.From, o)
			if err != nil {
				t.Fatal(err)
			}
			there := named(back.Best)
			slices.Reverse(there)
			if !slices.Equal(there, best.addresses) {
				t.Fatalf("round %d: from the other end it is %v", round, there)
			}
		}
	}
	if found < 500 || bounded < 40 || besides < 200 {
		t.Errorf("%d routes, %d of them shorter for the bound, %d beside: too few to tell", found, bounded, besides)
	}
}

func shortest(ways []naiveRoute) *naiveRoute {
	var best *naiveRoute
	for i := range ways {
		if best == nil || len(ways[i].addresses) < len(best.addresses) {
			best = &ways[i]
		}
	}
	return best
}

// checkReach compares what both ends reach with a breadth-first search over the
// statements.
func checkReach(t *testing.T, n *Network, a *Answer, all []kbtest.Link) {
	t.Helper()
	for i, end := range []*kb.Entity{a.From, a.To} {
		want := Reach{}
		seen := map[*kb.Entity]bool{end: true}
		var reached []*kb.Entity
		for ring := []*kb.Entity{end}; len(ring) > 0 && (a.Options.MaxHops == 0 || want.Hops < a.Options.MaxHops); {
			var next []*kb.Entity
			for _, from := range ring {
				for _, to := range n.kb.Entities {
					if !seen[to] && naiveGrade(all, string(from.Address()), string(to.Address()), a.Options.MinLevel) != None {
						seen[to] = true
						next = append(next, to)
					}
				}
			}
			if ring = next; len(ring) > 0 {
				want.Hops++
			}
			reached = append(reached, ring...)
		}
		slices.SortFunc(reached, func(a, b *kb.Entity) int {
			return cmp.Or(n.degree(uint32(b.Number()))-n.degree(uint32(a.Number())), a.Number()-b.Number())
		})
		want.Count = len(reached)
		want.MostLinked = reached[:min(len(reached), 5)]
		if got := a.Reach[i]; got.Count != want.Count || got.Hops != want.Hops || !slices.Equal(got.MostLinked, want.MostLinked) {
			t.Fatalf("from %s: %+v, want %+v", end.Key, got, want)
		}
	}
}

// checkBarrier compares the barrier with that of the enumeration.
func checkBarrier(t *testing.T, a *Answer, shortest func(Options) *naiveRoute) {
	t.Helper()
	hops := func(o Options) int {
		if w := shortest(o); w != nil {
			return len(w.addresses) - 1
		}
		return 0
	}
	o, b := a.Options, a.Barrier
	want := Barrier{}
	if o.MaxHops > 0 {
		want.Hops = hops(Options{MinLevel: o.MinLevel})
	}
	for l := Any; l < o.MinLevel; l++ {
		if hops(Options{MaxHops: o.MaxHops, MinLevel: l}) > 0 {
			want.Level, want.HasLevel = l, true
		}
	}
	if o.MaxHops > 0 && o.MinLevel > Any && want.Hops == 0 && !want.HasLevel {
		want.HopsAtAnyLevel = hops(Options{})
	}
	if b != want {
		t.Fatalf("%s to %s, %+v: %+v, want %+v", a.From.Key, a.To.Key, o, b, want)
	}
}

func checkHops(t *testing.T, r *Route, all []kbtest.Link, l Level) {
	t.Helper()
	cost, even := 0.0, true
	for i, h := range r.Hops {
		from, to := string(h.From.Address()), string(h.To.Address())
		if h.Grade != naiveGrade(all, from, to, l) {
			t.Fatalf("%s to %s is %v, want %v", from, to, h.Grade, naiveGrade(all, from, to, l))
		}
		if h.From != r.Entities[i] || h.To != r.Entities[i+1] || len(h.Links) == 0 || h.Grade < r.Hops[r.Weakest].Grade {
			t.Fatalf("hop %d of %s is %+v", i, stations(r), h)
		}
		cost += float64(gradeCosts[h.Grade]) / 100
		for j, link := range h.Links {
			if link.Forward != (link.Claim.Entity == h.From) || link.Cites || link.Own || link.Field.Path != "ties" && link.Field.Path != "about" {
				t.Fatalf("link %d from %s to %s is %+v", j, from, to, link)
			}
			if link.Mention != (link.Field.Path == "about") || j > 0 && link.Compare(h.Links[j-1].Support) > 0 {
				t.Fatalf("link %d from %s to %s is stronger than the one before", j, from, to)
			}
		}
		if c := h.compare(&r.Hops[r.Weakest]); c < 0 || c == 0 && i < r.Weakest {
			t.Fatalf("hop %d of %s is weaker than %d, or as weak and before it", i, stations(r), r.Weakest)
		}
		even = even && h.compare(&r.Hops[0]) == 0
	}
	if r.IsEven() != even {
		t.Fatalf("%s is even: %v", stations(r), r.IsEven())
	}
	if d := cost - r.Cost; d > 1e-9 || d < -1e-9 {
		t.Fatalf("%s costs %v, want %v", stations(r), r.Cost, cost)
	}
}
