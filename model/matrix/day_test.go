package matrix_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/matrix"
)

// A table on a day is that of a base in which only what holds on the day was ever
// written.
func TestLinksOfAnotherDayAreNotCounted(t *testing.T) {
	left := 0
	for round := range uint64(150) {
		r := rand.New(rand.NewPCG(round, 18))
		all, holding, day := kbtest.DatedLinks(r)
		at, _ := date.Parse(day)
		o := matrix.Options{Hops: 1 + r.IntN(3)}
		columns := []string{"port", "ship"}[r.IntN(2)]
		described := func(k *kb.KB, o matrix.Options) (string, *matrix.Table) {
			table := matrix.Between(context.Background(), k, k.Kind("ship").Entities, k.Kind(columns).Entities, o)
			said := ""
			for row, a := range table.Rows {
				for _, c := range table.Row(row) {
					if c.IsFilled() {
						said += fmt.Sprintln(a.Entity.Key, table.Columns[c.Column].Entity.Key, c.Grade, c.Hops, c.Origins, c.Links, c.Routes, len(table.Links(row, c.Column)))
					}
				}
			}
			return said, table
		}
		want, none := described(kbtest.Read(t, holding), o)
		o.At = kb.Reference{At: at.Span()}
		got, table := described(kbtest.Read(t, all), o)
		if got != want || none.NotHolding != 0 {
			t.Fatalf("round %d, on %s:\n%swant:\n%s%s", round, day, got, want, all)
		}
		left += table.NotHolding
	}
	if left < 500 {
		t.Errorf("%d links of another day, too few to tell", left)
	}
}
