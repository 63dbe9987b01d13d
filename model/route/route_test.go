package route

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

func find(t testing.TB, k *kb.KB, from, to kb.Address, o Options) *Answer {
	t.Helper()
	n, err := NewNetwork(context.Background(), k)
	if err != nil {
		t.Fatal(err)
	}
	if k.Lookup(from) == nil || k.Lookup(to) == nil {
		t.Fatalf("%s or %s is not there", from, to)
	}
	a, err := n.Find(context.Background(), k.Lookup(from), k.Lookup(to), o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func stations(r *Route) string {
	if r == nil {
		return "none"
	}
	var keys []string
	for _, e := range r.Entities {
		keys = append(keys, e.Key)
	}
	return strings.Join(keys, " ")
}

// said is a link that a written base holds: who says it of whom, how surely, from
// which publishers.
type said struct {
	from, to   string
	confidence string
	deprecated bool
	publishers []int
}

var (
	weights = map[string]float64{"high": 1, "": 0.75, "medium": 0.5, "low": 0.25, "disputed": 0.25, "alleged": 0.25}
	highest = map[string]Level{"high": High, "": Medium, "medium": Medium, "low": Low, "disputed": Low, "alleged": Low}
)

// base writes a random base of ships that are tied to each other, by a relation
// and by facts, and what it says.
func base(r *rand.Rand) (text string, names []string, all []said) {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.ties]\n")
	for s := range 5 {
		fmt.Fprintf(&b, "[source.s%d]\npublisher = 'p%d'\n", s, s%3)
	}
	confidences := []string{"high", "", "", "medium", "low", "disputed", "alleged"}
	for i := range 2 + r.IntN(6) {
		names = append(names, fmt.Sprintf("ship/a%d", i))
	}
	density := 2 + r.IntN(5)
	for _, from := range names {
		var links, facts []string
		for _, to := range names {
			for r.IntN(density) == 0 && from != to {
				s := said{from: from, to: to, confidence: confidences[r.IntN(len(confidences))], deprecated: r.IntN(6) == 0}
				extra := ""
				if s.confidence != "" {
					extra += fmt.Sprintf(", confidence = '%s'", s.confidence)
				}
				if s.deprecated {
					extra += ", rank = 'deprecated'"
				}
				var sources []string
				for range r.IntN(3) {
					n := r.IntN(5)
					sources = append(sources, fmt.Sprintf("'s%d'", n))
					s.publishers = append(s.publishers, n%3)
				}
				if len(sources) > 0 {
					extra += ", source = [" + strings.Join(sources, ",") + "]"
				}
				all = append(all, s)
				if r.IntN(4) == 0 {
					facts = append(facts, fmt.Sprintf("{ text = 'It is so.', about = ['%s']%s }", to, extra))
				} else {
					links = append(links, fmt.Sprintf("{ to = '%s'%s }", to, extra))
				}
			}
		}
		kind, key, _ := strings.Cut(from, "/")
		fmt.Fprintf(&b, "[%s.%s]\nties = [%s]\nfacts = [%s]\n", kind, key, strings.Join(links, ", "), strings.Join(facts, ", "))
	}
	return b.String(), names, all
}

// naive grades a pair by going through all that is said.
func naive(all []said, a, b string, l Level) Grade {
	surest := make(map[int]float64)
	links := 0
	for _, s := range all {
		level := highest[s.confidence]
		if s.confidence == "" && len(s.publishers) == 0 {
			level = Any
		}
		if s.deprecated || level < l || (s.from != a || s.to != b) && (s.from != b || s.to != a) {
			continue
		}
		links++
		for _, p := range s.publishers {
			surest[p] = max(surest[p], weights[s.confidence])
		}
	}
	total := 0.0
	for _, w := range surest {
		total += w
	}
	switch {
	case links == 0:
		return None
	case len(surest) == 0:
		return Unsourced
	case total < 0.5:
		return Doubtful
	case total < 0.75:
		return Fair
	case total < 1.5:
		return Good
	}
	return Firm
}

// way is a route by the names of its stations.
type way struct {
	stations []string
	weight   weight
}

// every lists all routes by going every way there is.
func every(n *Network, all []said, names []string, from, to string, o Options) []way {
	var out []way
	var walk func(at way)
	walk = func(at way) {
		here := at.stations[len(at.stations)-1]
		if here == to {
			out = append(out, at)
			return
		}
		if o.MaxHops > 0 && len(at.stations) > o.MaxHops {
			return
		}
		for _, next := range names {
			grade := naive(all, here, next, o.MinLevel)
			if grade == None || slices.Contains(at.stations, next) {
				continue
			}
			p, q := n.kb.Lookup(kb.Address(here)), n.kb.Lookup(kb.Address(next))
			w := at.weight + grade.weight() + n.passing[p.Number()] + n.passing[q.Number()]
			walk(way{append(slices.Clone(at.stations), next), w})
		}
	}
	walk(way{[]string{from}, 0})
	return out
}

// lightest returns the lightest of some ways, each hop shared with another
// costing one more.
func lightest(ways []way, beside []string) *way {
	var best *way
	for i := range ways {
		w := &ways[i]
		if slices.Equal(w.stations, beside) {
			continue
		}
		for j := range len(w.stations) - 1 {
			for h := range max(0, len(beside)-1) {
				x, y := beside[h], beside[h+1]
				if w.stations[j] == x && w.stations[j+1] == y || w.stations[j] == y && w.stations[j+1] == x {
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

func (w *way) names() []string {
	if w == nil {
		return nil
	}
	return w.stations
}

// TestRoutesAreTheBestOfAll compares what is found on random bases with what
// going every way finds.
func TestRoutesAreTheBestOfAll(t *testing.T) {
	found, bounded, besides := 0, 0, 0
	for round := range uint64(1000) {
		text, names, all := base(rand.New(rand.NewPCG(round, 11)))
		k := kbtest.Read(t, text)
		n, err := NewNetwork(context.Background(), k)
		if err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewPCG(round, 12))
		for range 6 {
			from, to := names[r.IntN(len(names))], names[r.IntN(len(names))]
			if from == to {
				continue
			}
			o := Options{MaxHops: r.IntN(6), MinLevel: Level(r.IntN(levels))}
			if free := lightest(every(n, all, names, from, to, Options{MinLevel: o.MinLevel}), nil); free != nil && r.IntN(2) == 0 {
				o.MaxHops = max(1, len(free.stations)-2) // one fewer than the best has
			}
			a, err := n.Find(context.Background(), k.Lookup(kb.Address(from)), k.Lookup(kb.Address(to)), o)
			if err != nil {
				t.Fatal(err)
			}
			ways := every(n, all, names, from, to, o)
			best := lightest(ways, nil)
			if !slices.Equal(named(a.Best), best.names()) {
				t.Fatalf("round %d, %+v: %v, want %v of %v\n%s", round, o, named(a.Best), best.names(), ways, text)
			}
			if best == nil {
				checkBarrier(t, a, func(o Options) *way { return shortest(every(n, all, names, from, to, o)) })
				continue
			}
			found++
			if free := lightest(every(n, all, names, from, to, Options{MinLevel: o.MinLevel}), nil); len(free.stations) > len(best.stations) {
				bounded++
			}
			next := lightest(ways, best.stations)
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
			if !slices.Equal(there, best.stations) {
				t.Fatalf("round %d: from the other end it is %v", round, there)
			}
		}
	}
	if found < 500 || bounded < 40 || besides < 200 {
		t.Errorf("%d routes, %d of them shorter for the bound, %d beside: too few to tell", found, bounded, besides)
	}
}

func shortest(ways []way) *way {
	var best *way
	for i := range ways {
		if best == nil || len(ways[i].stations) < len(best.stations) {
			best = &ways[i]
		}
	}
	return best
}

// checkBarrier compares why nothing was found with what going every way tells.
func checkBarrier(t *testing.T, a *Answer, shortest func(Options) *way) {
	t.Helper()
	hops := func(o Options) int {
		if w := shortest(o); w != nil {
			return len(w.stations) - 1
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

func checkHops(t *testing.T, r *Route, all []said, l Level) {
	t.Helper()
	cost := 0.0
	for i, h := range r.Hops {
		from, to := string(h.From.Address()), string(h.To.Address())
		if h.Grade != naive(all, from, to, l) {
			t.Fatalf("%s to %s is %v, want %v", from, to, h.Grade, naive(all, from, to, l))
		}
		if h.From != r.Entities[i] || h.To != r.Entities[i+1] || len(h.Links) == 0 || h.Grade < r.Hops[r.Weakest].Grade {
			t.Fatalf("hop %d of %s is %+v", i, stations(r), h)
		}
		cost += float64(hundredths[h.Grade]) / 100
	}
	if d := cost - r.Cost; d > 1e-9 || d < -1e-9 {
		t.Fatalf("%s costs %v, want %v", stations(r), r.Cost, cost)
	}
}

const head = "[kb]\nformat = 1\n[relations.ties]\n[source.s]\npublisher = 'p'\n[source.r]\npublisher = 'q'\n"

func TestASourcedRouteOfThreeBeatsAnUnsourcedOneOfTwo(t *testing.T) {
	const unsourced = "[x.a]\nties = ['b', { to = 'c', source = 's' }]\n[x.b]\nties = 'z'\n[x.c]\nties = { to = 'd', source = 's' }\n[x.d]\nties = { to = 'z', source = 's' }\n[x.z]\n"
	k := kbtest.Read(t, head+unsourced)
	a := find(t, k, "x/a", "x/z", Options{})
	if stations(a.Best) != "a c d z" || stations(a.Alternative) != "a b z" {
		t.Errorf("best %s, next %s", stations(a.Best), stations(a.Alternative))
	}
	if a = find(t, k, "x/a", "x/z", Options{MaxHops: 2}); stations(a.Best) != "a b z" || a.Alternative != nil || a.Best.Hops[0].Grade != Unsourced {
		t.Errorf("of two at most: %s, %s", stations(a.Best), stations(a.Alternative))
	}
	half := strings.Replace(unsourced, "'b',", "{ to = 'b', source = ['s', 'r'], confidence = 'high' },", 1)
	if a = find(t, kbtest.Read(t, head+half), "x/a", "x/z", Options{}); stations(a.Best) != "a c d z" {
		t.Errorf("with one hop of two sourced: %s", stations(a.Best))
	}
}

func TestTwoArticlesAreNoConnection(t *testing.T) {
	k := kbtest.Read(t, head+"[x.a]\nsource = 's'\nn = { value = 1, source = 'r' }\n[x.b]\nsource = ['s', 'r']\n[x.c]\nties = { to = 'a', source = 's' }\n")
	a := find(t, k, "x/a", "x/b", Options{})
	if a.Best != nil || a.Reach[0].Count != 1 || a.Reach[1].Count != 0 || a.Reach[0].MostLinked[0].Key != "c" {
		t.Errorf("%s; %+v", stations(a.Best), a.Reach)
	}
	a = find(t, k, "x/c", "source/r", Options{})
	if stations(a.Best) != "c a r" || a.Alternative == nil && stations(a.Best) == "" {
		t.Fatalf("to a source: %s", stations(a.Best))
	}
	last := a.Best.Hops[1].Strongest()
	if !last.Cites || !last.Forward || last.Claim.Statement.Field.Path != "n" {
		t.Errorf("the last hop is %+v", last)
	}
	if behind := a.Best.Hops[1].Evidence(last); len(behind) != 1 || behind[0].Source.Key != "r" {
		t.Errorf("it rests on %+v", behind)
	}
	if a = find(t, k, "source/r", "x/c", Options{MinLevel: High}); a.Best != nil {
		t.Errorf("a citation of which nothing is said is sure: %s", stations(a.Best))
	}
}

func TestWhatASourceSaysOfItselfLeadsOnlyToASource(t *testing.T) {
	k := kbtest.Read(t, head+"[source.copy]\nderived_from = 's'\npublisher = 'x/a'\n[relations.publisher]\n[x.a]\n[x.b]\nties = { to = 'c', source = 's' }\n[x.c]\n")
	if a := find(t, k, "x/a", "x/b", Options{}); a.Best != nil {
		t.Errorf("through sources: %s", stations(a.Best))
	}
	a := find(t, k, "source/copy", "x/b", Options{MinLevel: Medium})
	if stations(a.Best) != "copy s b" {
		t.Fatalf("from a source: %s", stations(a.Best))
	}
	h := &a.Best.Hops[0]
	if behind := h.Evidence(h.Strongest()); h.Grade != Good || h.Origins != 1 || len(behind) != 1 || behind[0].Source.Key != "copy" {
		t.Errorf("what it says of itself stands on %+v: %+v", behind, h)
	}
}

func TestAmongEqualRoutesTheOneThroughFewerLinksIsBest(t *testing.T) {
	var b strings.Builder
	b.WriteString(head + "[x.a]\nties = [{ to = 'hub', source = 's' }, { to = 'club', source = 's' }]\n[x.z]\nties = [{ to = 'hub', source = 's' }, { to = 'club', source = 's' }]\n[x.hub]\n[x.club]\n")
	for i := range 40 {
		fmt.Fprintf(&b, "[x.m%d]\nties = { to = 'hub', source = 's' }\n", i)
	}
	a := find(t, kbtest.Read(t, b.String()), "x/a", "x/z", Options{})
	if stations(a.Best) != "a club z" || stations(a.Alternative) != "a hub z" {
		t.Errorf("best %s, next %s", stations(a.Best), stations(a.Alternative))
	}
}

// ladder is two chains of towns side by side, each tied to the other at every
// rung.
func ladder(rungs int) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range rungs {
		fmt.Fprintf(&b, "[x.l%d]\nties = [{ to = 'r%d', source = 's' }, { to = 'l%d', source = 's' }]\n[x.r%d]\nties = { to = 'r%d', source = 's' }\n", i, i, i+1, i, i+1)
	}
	fmt.Fprintf(&b, "[x.l%d]\n[x.r%d]\n", rungs, rungs)
	return b.String()
}

func TestALongRouteTakesNoForever(t *testing.T) {
	const rungs = 1000
	k := kbtest.Read(t, ladder(rungs))
	start := time.Now()
	a := find(t, k, "x/l0", kb.Address(fmt.Sprintf("x/l%d", rungs)), Options{})
	if a.Best == nil || len(a.Best.Hops) != rungs || a.Alternative == nil || len(a.Alternative.Hops) > rungs+3 {
		t.Fatalf("%d hops", len(a.Best.Hops))
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
	if a = find(t, k, "x/l0", kb.Address(fmt.Sprintf("x/l%d", rungs)), Options{MaxHops: rungs - 1}); a.Best != nil || a.Barrier.Hops != rungs {
		t.Errorf("%+v", a.Barrier)
	}
}

func TestTheEndsMayBeOne(t *testing.T) {
	a := find(t, kbtest.Read(t, head+"[x.a]\nties = 'b'\n[x.b]\n"), "x/a", "x/a", Options{MaxHops: 1})
	if a.Best == nil || len(a.Best.Hops) != 0 || a.Best.Weakest != -1 || a.Alternative != nil {
		t.Errorf("%+v", a.Best)
	}
}

func TestNothingIsFoundOfWhatIsNotReadYetOrNoLongerWanted(t *testing.T) {
	k := kbtest.Read(t, head+"[x.a]\nties = 'b'\n[x.b]\n")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := NewNetwork(ctx, k); !errors.Is(err, context.Canceled) {
		t.Errorf("made all the same: %v", err)
	}
	n, err := NewNetwork(context.Background(), k)
	if err != nil {
		t.Fatal(err)
	}
	k.Partial = true
	if _, err := n.Find(context.Background(), k.Lookup("x/a"), k.Lookup("x/b"), Options{}); !errors.Is(err, ErrPartial) {
		t.Errorf("of a part: %v", err)
	}
}

// TestCostsKeepTheirPromises holds the table against what it is said to do,
// with the heaviest stations there can be.
func TestCostsKeepTheirPromises(t *testing.T) {
	heaviest := mostPasses*passing + (1<<chanceBits - 1)
	of := func(stations weight, grades ...Grade) (sum weight) {
		for _, g := range grades {
			sum += g.weight()
		}
		return sum + 2*stations*weight(len(grades)-1) // of the stations on the way, in and out
	}
	for _, c := range []struct{ better, worse weight }{
		{of(heaviest, Fair, Fair, Fair), of(0, Firm, Unsourced)},
		{of(heaviest, Doubtful, Doubtful, Doubtful), of(0, Unsourced, Unsourced)},
		{of(heaviest, Good, Good, Good), of(0, Doubtful, Doubtful)},
		{of(heaviest, Good, Good), of(0, Unsourced)},
		{of(heaviest, Doubtful, Good), of(0, Unsourced)},
		{of(0, Unsourced), of(2*passing, Firm, Firm, Firm)},
		{of(heaviest, Firm, Firm), of(0, Firm, Firm, Firm)},
	} {
		if c.better >= c.worse {
			t.Errorf("%.3f hops are not less than %.3f", float64(c.better)/float64(oneHop), float64(c.worse)/float64(oneHop))
		}
	}
}
