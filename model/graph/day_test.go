package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rihla/model/date"
	"rihla/model/kbtest"
)

// The neighbourhood on a day is that of a base in which only what holds on the day
// was ever written.
func TestLinksOfAnotherDayAreAsIfTheyWereNotWritten(t *testing.T) {
	day := func(n int) string {
		return time.Date(2020, 1, 1+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
	}
	left := 0
	for round := range uint64(150) {
		r := rand.New(rand.NewPCG(round, 17))
		asked := r.IntN(30)
		var all, holding strings.Builder
		for ship := range 8 {
			for _, b := range []*strings.Builder{&all, &holding} {
				fmt.Fprintf(b, "[port.p%d]\n[ship.s%d]\nname = 'S%d'\n", ship, ship, ship)
			}
			for _, relation := range []string{"calls", "sister", "owner"} {
				var links, held []string
				for range r.IntN(4) {
					from, to := r.IntN(30), r.IntN(30)
					target := fmt.Sprintf("port/p%d", r.IntN(8))
					if relation == "sister" {
						target = fmt.Sprintf("ship/s%d", r.IntN(8))
					}
					dates, holds := "", true
					switch r.IntN(4) {
					case 0:
						dates, holds = fmt.Sprintf(", since = %s", day(from)), from <= asked
					case 1:
						dates, holds = fmt.Sprintf(", until = %s", day(to)), asked <= to
					case 2:
						dates, holds = fmt.Sprintf(", date = %s, since = %s, until = %s", day(to), day(min(from, to)), day(max(from, to))), min(from, to) <= asked && asked <= max(from, to)
					}
					link := fmt.Sprintf("{ to = '%s'%s }", target, dates)
					links = append(links, link)
					if holds {
						held = append(held, link)
					}
				}
				if len(links) > 0 {
					fmt.Fprintf(&all, "%s = [%s]\n", relation, strings.Join(links, ", "))
				}
				if len(held) > 0 {
					fmt.Fprintf(&holding, "%s = [%s]\n", relation, strings.Join(held, ", "))
				}
			}
		}
		const head = "[relations.calls]\n[relations.owner]\n[relations.sister]\nsymmetric = true\n"
		written, kept := kbtest.Read(t, head+all.String()), kbtest.Read(t, head+holding.String())
		at, _ := date.Parse(day(asked))
		o := Options{Hops: 1 + r.IntN(MaxHops)}
		want := Around(context.Background(), kept, kept.Lookup("ship/s0"), o)
		o.At = at.Span()
		got := Around(context.Background(), written, written.Lookup("ship/s0"), o)
		if !slices.Equal(edgesOf(got), edgesOf(want)) || len(got.Nodes) != len(want.Nodes) {
			t.Fatalf("round %d, on %s: %v, want %v\n%s", round, day(asked), edgesOf(got), edgesOf(want), all.String())
		}
		o.At = date.Span{}
		whenever := Around(context.Background(), written, written.Lookup("ship/s0"), o)
		if whenever.OffDay != 0 || got.OffDay == 0 && len(whenever.Nodes[0].Groups) != len(got.Nodes[0].Groups) {
			t.Fatalf("round %d: %d and %d links of another day", round, whenever.OffDay, got.OffDay)
		}
		left += got.OffDay
	}
	if left < 100 {
		t.Errorf("%d links of another day, too few to tell", left)
	}
}
