package route

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

func find(t testing.TB, k *kb.KB, from, to kb.Address, o Options) *Answer {
	t.Helper()
	n, err := NewNetwork(context.Background(), k, kb.Reference{})
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

const manifest = "[kb]\nformat = 1\n[relations.ties]\n[source.s]\npublisher = 'p'\n[source.r]\npublisher = 'q'\n"

func TestASourcedRouteOfThreeBeatsAnUnsourcedOneOfTwo(t *testing.T) {
	const unsourced = "[x.a]\nties = ['b', { to = 'c', source = 's' }]\n[x.b]\nties = 'z'\n[x.c]\nties = { to = 'd', source = 's' }\n[x.d]\nties = { to = 'z', source = 's' }\n[x.z]\n"
	k := kbtest.Read(t, manifest+unsourced)
	a := find(t, k, "x/a", "x/z", Options{})
	if stations(a.Best) != "a c d z" || stations(a.Alternative) != "a b z" {
		t.Errorf("best %s, next %s", stations(a.Best), stations(a.Alternative))
	}
	if a = find(t, k, "x/a", "x/z", Options{MaxHops: 2}); stations(a.Best) != "a b z" || a.Alternative != nil || a.Best.Hops[0].Grade != Unsourced {
		t.Errorf("of two at most: %s, %s", stations(a.Best), stations(a.Alternative))
	}
	half := strings.Replace(unsourced, "'b',", "{ to = 'b', source = ['s', 'r'], confidence = 'high' },", 1)
	if a = find(t, kbtest.Read(t, manifest+half), "x/a", "x/z", Options{}); stations(a.Best) != "a c d z" {
		t.Errorf("with one hop of two sourced: %s", stations(a.Best))
	}
}

func TestTwoArticlesAreNoConnection(t *testing.T) {
	k := kbtest.Read(t, manifest+"[x.a]\nsource = 's'\nn = { value = 1, source = 'r' }\n[x.b]\nsource = ['s', 'r']\n[x.c]\nties = { to = 'a', source = 's' }\n")
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

func TestStatementsOfASourceLeadOnlyToASource(t *testing.T) {
	k := kbtest.Read(t, manifest+"[source.copy]\nderived_from = 's'\npublisher = 'x/a'\n[relations.publisher]\n[x.a]\n[x.b]\nties = { to = 'c', source = 's' }\n[x.c]\n")
	if a := find(t, k, "x/a", "x/b", Options{}); a.Best != nil {
		t.Errorf("through sources: %s", stations(a.Best))
	}
	a := find(t, k, "source/copy", "x/b", Options{MinLevel: Medium})
	if stations(a.Best) != "copy s b" {
		t.Fatalf("from a source: %s", stations(a.Best))
	}
	h := &a.Best.Hops[0]
	if behind := h.Evidence(h.Strongest()); h.Grade != Good || h.Strongest().Origins != 1 || len(behind) != 1 || behind[0].Source.Key != "copy" {
		t.Errorf("what it says of itself stands on %+v: %+v", behind, h)
	}
}

func TestARouteBetweenOthersPassesNoSource(t *testing.T) {
	const text = "[kb]\nformat = 1\n[relations.publisher]\n[relations.ties]\n[source.report]\npublisher = ['x/a', 'x/b']\n[x.a]\n[x.b]\nties = 'c'\n[x.c]\n"
	k := kbtest.Read(t, text)
	if a := find(t, k, "x/a", "x/b", Options{}); a.Best != nil || a.Reach[0].Count != 0 {
		t.Errorf("through a source: %s; %+v", stations(a.Best), a.Reach)
	}
	if a := find(t, k, "source/report", "x/c", Options{}); stations(a.Best) != "report b c" {
		t.Errorf("from a source: %s", stations(a.Best))
	}
	k = kbtest.Read(t, strings.ReplaceAll(text, "source.report", "report.report"))
	if a := find(t, k, "x/a", "x/b", Options{}); stations(a.Best) != "a report b" {
		t.Errorf("through another entity, without any source: %s", stations(a.Best))
	}
}

func TestAmongEqualRoutesTheOneThroughFewerLinksIsBest(t *testing.T) {
	var b strings.Builder
	b.WriteString(manifest + "[x.a]\nties = [{ to = 'hub', source = 's' }, { to = 'club', source = 's' }]\n[x.z]\nties = [{ to = 'hub', source = 's' }, { to = 'club', source = 's' }]\n[x.hub]\n[x.club]\n")
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
	b.WriteString(manifest)
	for i := range rungs {
		fmt.Fprintf(&b, "[x.l%d]\nties = [{ to = 'r%d', source = 's' }, { to = 'l%d', source = 's' }]\n[x.r%d]\nties = { to = 'r%d', source = 's' }\n", i, i, i+1, i, i+1)
	}
	fmt.Fprintf(&b, "[x.l%d]\n[x.r%d]\n", rungs, rungs)
	return b.String()
}

func TestALongRouteIsFoundWithItsAlternative(t *testing.T) {
	const rungs = 1000
	k := kbtest.Read(t, ladder(rungs))
	a := find(t, k, "x/l0", kb.Address(fmt.Sprintf("x/l%d", rungs)), Options{})
	if a.Best == nil || len(a.Best.Hops) != rungs || a.Alternative == nil || len(a.Alternative.Hops) > rungs+3 {
		t.Fatalf("%d hops", len(a.Best.Hops))
	}
	if a = find(t, k, "x/l0", kb.Address(fmt.Sprintf("x/l%d", rungs)), Options{MaxHops: rungs - 1}); a.Best != nil || a.Barrier.Hops != rungs {
		t.Errorf("%+v", a.Barrier)
	}
}

func TestARouteFromAnEntityToItselfHasNoHops(t *testing.T) {
	a := find(t, kbtest.Read(t, manifest+"[x.a]\nties = 'b'\n[x.b]\n"), "x/a", "x/a", Options{MaxHops: 1})
	if a.Best == nil || len(a.Best.Hops) != 0 || a.Best.Weakest != -1 || a.Alternative != nil {
		t.Errorf("%+v", a.Best)
	}
}

func TestFindFailsForAPartialBaseAndACancelledContext(t *testing.T) {
	k := kbtest.Read(t, manifest+"[x.a]\nties = 'b'\n[x.b]\n")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := NewNetwork(ctx, k, kb.Reference{}); !errors.Is(err, context.Canceled) {
		t.Errorf("made all the same: %v", err)
	}
	n, err := NewNetwork(context.Background(), k, kb.Reference{})
	if err != nil {
		t.Fatal(err)
	}
	k.Partial = true
	if _, err := n.Find(context.Background(), k.Lookup("x/a"), k.Lookup("x/b"), Options{}); !errors.Is(err, ErrPartial) {
		t.Errorf("of a part: %v", err)
	}
}

// TestCostsKeepTheirPromises checks the promises of gradeCosts with the
// heaviest entities on the way.
func TestCostsKeepTheirPromises(t *testing.T) {
	heaviest := maxDoublings*passingUnit + (1<<tieBreakBits - 1)
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
		{of(0, Unsourced), of(2*passingUnit, Firm, Firm, Firm)},
		{of(heaviest, Firm, Firm), of(0, Firm, Firm, Firm)},
		{of(heaviest, Doubtful, Good), of(0, Mention)},
		{of(0, Mention), of(2*passingUnit, Firm, Firm, Firm)},
	} {
		if c.better >= c.worse {
			t.Errorf("%.3f hops are not less than %.3f", float64(c.better)/float64(oneHop), float64(c.worse)/float64(oneHop))
		}
	}
}

func TestAQueuePopsTheLightestLabelFirst(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var q queue
		var want []queued
		for i := range r.IntN(40) {
			w := queued{weight(r.IntN(10)), int32(i)}
			q.push(w)
			want = append(want, w)
			if r.IntN(4) == 0 {
				slices.SortFunc(want, func(a, b queued) int { return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.label, b.label)) })
				if q.lightest() != want[0].weight || q.pop() != want[0] {
					t.Fatal("another label is popped first")
				}
				want = want[1:]
			}
		}
		slices.SortFunc(want, func(a, b queued) int { return cmp.Or(cmp.Compare(a.weight, b.weight), cmp.Compare(a.label, b.label)) })
		for _, w := range want {
			if got := q.pop(); got != w {
				t.Fatalf("popped %v, want %v", got, w)
			}
		}
		if q.lightest() != maxWeight {
			t.Fatal("an empty queue has a lightest label")
		}
	}
}

func TestParseLevelReadsWhatStringWrites(t *testing.T) {
	for l := Any; l <= High; l++ {
		if got, ok := ParseLevel(l.String()); got != l || !ok {
			t.Errorf("%q is read as %v, %v", l.String(), got, ok)
		}
	}
	if _, ok := ParseLevel("certain"); ok {
		t.Error("an unknown level is read")
	}
}
