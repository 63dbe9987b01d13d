package search

import (
	"context"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/kbtest"
)

// TestTheFewestWordsAreLeftOut compares, over random queries, with asking for each
// subset of the words on its own.
func TestTheFewestWordsAreLeftOut(t *testing.T) {
	all := []string{"amber", "birch", "cedar", "daisy", "elder", "fennel"}
	r := rand.New(rand.NewPCG(5, 6))
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "[thing.k%d]\nname = %q\ngroup = \"g%d\"\n", i, all[r.IntN(5)]+" "+all[r.IntN(5)], i%2)
	}
	x := NewIndex(kbtest.Read(t, b.String()))
	x.Build(context.Background())
	count := func(words []string, rest string) int {
		q, problem := x.Parse(strings.Join(words, " ") + rest)
		if problem != nil {
			t.Fatal(problem)
		}
		return x.Find(q).Len()
	}
	for range 300 {
		words := make([]string, 2+r.IntN(4))
		for i := range words {
			words[i] = all[r.IntN(len(all))]
		}
		rest := []string{"", " group:g1", " -amber"}[r.IntN(3)]
		q, _ := x.Parse(strings.Join(words, " ") + rest)
		f := x.Find(q)
		got := f.Relaxed
		if f.Len() > 0 {
			if got.Words != nil {
				t.Fatalf("%q is found, and relaxed: %v", q.Text, got)
			}
			continue
		}
		most := 0
		for kept := uint(1); kept < 1<<len(words)-1; kept++ {
			var some []string
			for i, word := range words {
				if kept>>i&1 != 0 {
					some = append(some, word)
				}
			}
			if count(some, rest) > 0 {
				most = max(most, bits.OnesCount(kept))
			}
		}
		switch {
		case most == 0:
			if got.Words != nil {
				t.Fatalf("%q: %v", q.Text, got)
			}
		case len(got.Words) != len(words)-most:
			t.Fatalf("%q leaves out %q, but %d words can stay", q.Text, got.Words, most)
		case count(nil, " "+got.Text) != got.Count || got.Count == 0:
			t.Fatalf("%q: %q finds %d, not %d", q.Text, got.Text, count(nil, " "+got.Text), got.Count)
		}
	}
}
