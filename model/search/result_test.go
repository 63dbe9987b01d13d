package search

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"rihla/model/date"
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

// What was so at another time is no typing error.
func TestNoTypingErrorIsForgivenWhereOnlyTheTimeIsWrong(t *testing.T) {
	k := kbtest.Read(t, `
[company.oracle]
seat = [{ to = "redwood", until = 2020 }, { to = "austin", since = 2020 }]
[company.cloudera]
seat = "redwoods"
[city.redwood]
[city.redwoods]
[city.austin]
`)
	x := NewIndex(k)
	x.Build(context.Background())
	day, _ := date.SpanOf("2026-11-29")
	for _, c := range []struct {
		text                   string
		found, whenever, edits int
	}{
		{"seat:redwood", 0, 1, 0}, {"seat@any:redwood", 1, 0, 0}, {"seat@2019:redwood", 1, 0, 0}, {"seat@2019:austin", 0, 1, 0},
		{"seat:austim", 1, 0, 1}, {"seat:boston", 0, 0, 0},
	} {
		q, problem := x.Parse(c.text)
		if problem != nil {
			t.Fatal(c.text, *problem)
		}
		if f := x.At(day).Find(q); f.Len() != c.found || f.Whenever != c.whenever || f.Edits != c.edits {
			t.Errorf("%s: %d found, %d whenever, %d errors; want %+v", c.text, f.Len(), f.Whenever, f.Edits, c)
		}
	}
}
