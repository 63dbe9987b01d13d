package route

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// A path on a day is that of a base in which only what holds on the day was ever
// written.
func TestLinksOfAnotherDayAreNotFollowed(t *testing.T) {
	left, found := 0, 0
	for round := range uint64(150) {
		r := rand.New(rand.NewPCG(round, 19))
		all, holding, day := kbtest.DatedLinks(r)
		at, _ := date.Parse(day)
		described := func(k *kb.KB, at kb.Reference) (string, *Answer) {
			n, err := NewNetwork(context.Background(), k, at)
			if err != nil {
				t.Fatal(err)
			}
			a, err := n.Find(context.Background(), k.Lookup("ship/s0"), k.Lookup("port/p1"), Options{})
			if err != nil || a.Best == nil {
				return fmt.Sprint(a.Reach[0].Count, a.Reach[1].Count, err), a
			}
			said := fmt.Sprintln(a.Best.Cost, len(a.Best.Hops))
			for _, h := range a.Best.Hops {
				said += fmt.Sprintln(h.From.Key, h.To.Key, h.Grade, len(h.Links))
			}
			return said, a
		}
		want, kept := described(kbtest.Read(t, holding), kb.Reference{})
		got, answer := described(kbtest.Read(t, all), kb.Reference{At: at.Span()})
		if got != want || kept.NotHolding != 0 {
			t.Fatalf("round %d, on %s:\n%swant:\n%s%s", round, day, got, want, all)
		}
		left += answer.NotHolding
		if answer.Best != nil {
			found++
		}
	}
	if left < 500 || found < 50 {
		t.Errorf("%d links of another day, %d paths: too few to tell", left, found)
	}
}
