package graph

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// The neighbourhood on a day is that of a base in which only what holds on the day
// was ever written.
func TestLinksOfAnotherDayAreAsIfTheyWereNotWritten(t *testing.T) {
	left := 0
	for round := range uint64(150) {
		r := rand.New(rand.NewPCG(round, 17))
		all, holding, day := kbtest.DatedLinks(r)
		written, kept := kbtest.Read(t, all), kbtest.Read(t, holding)
		at, _ := date.Parse(day)
		o := Options{Hops: 1 + r.IntN(MaxHops)}
		want := Around(context.Background(), kept, kept.Lookup("ship/s0"), o)
		o.At = kb.Reference{At: at.Span()}
		got := Around(context.Background(), written, written.Lookup("ship/s0"), o)
		if !slices.Equal(edgesOf(got), edgesOf(want)) || len(got.Nodes) != len(want.Nodes) {
			t.Fatalf("round %d, on %s: %v, want %v\n%s", round, day, edgesOf(got), edgesOf(want), all)
		}
		o.At = kb.Reference{}
		whenever := Around(context.Background(), written, written.Lookup("ship/s0"), o)
		if whenever.NotHolding != 0 || got.NotHolding == 0 && len(whenever.Nodes[0].Groups) != len(got.Nodes[0].Groups) {
			t.Fatalf("round %d: %d and %d links of another day", round, whenever.NotHolding, got.NotHolding)
		}
		left += got.NotHolding
	}
	if left < 100 {
		t.Errorf("%d links of another day, too few to tell", left)
	}
}
