package search

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

func TestBestIsTheBeginningOfAllResultsSorted(t *testing.T) {
	k := kbtest.Generate(t, 3000)
	x := NewIndex(k)
	x.Build(context.Background())
	r := rand.New(rand.NewPCG(1, 2))
	for _, text := range []string{"e", "ze", "cloud", "kind:company", "founded:>1900", "xqyzv", "cloud reseau", ""} {
		q, problem := x.Parse(text)
		if problem != nil {
			t.Fatal(problem)
		}
		f := x.Find(q)
		var want []Hit
		for n := range f.Each() {
			want = append(want, Hit{k.Entities[n], f.Score(n)})
		}
		slices.SortFunc(want, func(a, b Hit) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(k.Degree(b.Entity), k.Degree(a.Entity)), cmp.Compare(a.Entity.Number(), b.Entity.Number()))
		})
		for _, limit := range []int{0, 1, 2, 7, 100, len(want) - 1, len(want), len(want) + 1, r.IntN(3000)} {
			expected := want
			if limit > 0 {
				expected = want[:min(limit, len(want))]
			}
			if got := f.Best(limit); !slices.Equal(got, expected) {
				t.Fatalf("%q: the best %d of %d differ", text, limit, len(want))
			}
		}
		counts := make(map[*kb.Kind]int)
		for _, h := range want {
			counts[h.Entity.Kind]++
		}
		for kind, n := range f.CountByKind() {
			if counts[kind] != n {
				t.Errorf("%q: %d of kind %s, want %d", text, n, kind.Name, counts[kind])
			}
		}
	}
}
