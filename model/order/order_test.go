package order_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rihla/model/order"
)

// TestStableAgreesWithSlices sorts random pairs by their first number.
func TestStableAgreesWithSlices(t *testing.T) {
	type pair struct{ by, place int }
	compare := func(a, b pair) int { return a.by - b.by }
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 200 {
		all := make([]pair, n)
		for i := range all {
			all[i] = pair{r.IntN(1 + n/3), i}
		}
		want := slices.Clone(all)
		slices.SortStableFunc(want, compare)
		if order.Stable(all, compare); !slices.Equal(all, want) {
			t.Fatalf("%v, not %v", all, want)
		}
	}
}
