package suggest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
)

// scan is the slow way to find names: each name at each word, the longest kept.
func scan(called []string, text []token) (found []string) {
	for i := 0; i < len(text); {
		longest := 0
		for _, name := range called {
			words := tokens(name)
			if len(words) <= longest || i+len(words) > len(text) {
				continue
			}
			same := true
			for j, w := range words {
				same = same && w.fold == text[i+j].fold && (j == 0 || !text[i+j].afterBreak)
			}
			if same {
				longest = len(words)
			}
		}
		if longest > 0 {
			found = append(found, fmt.Sprint(i, i+longest))
		}
		i += max(1, longest)
	}
	return found
}

func TestNamesAreThoseOfANaiveSearch(t *testing.T) {
	words := []string{"Oracle", "academy", "Bank", "Al", "Maghrib", "État", "e", "IA", "de", "أوستن"}
	gaps := []string{" ", "-", "’", ". ", ", ", "\n\n"}
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 2))
		join := func(n int, gap func() string) string {
			var b strings.Builder
			for range n {
				b.WriteString(words[r.IntN(len(words))] + gap())
			}
			return b.String()
		}
		n, called := newNameTrie(), []string{}
		for range 1 + r.IntN(8) {
			name := join(1+r.IntN(3), func() string { return " " })
			called = append(called, name)
			n.add(name, &kb.Entity{})
		}
		text := tokens(join(30, func() string { return gaps[r.IntN(len(gaps))] }))
		var got []string
		n.each(text, func(m match) { got = append(got, fmt.Sprint(m.from, m.to)) })
		if want := scan(called, text); !slices.Equal(got, want) {
			t.Fatalf("seed %d: %q in %v: got %v, want %v", seed, called, text, got, want)
		}
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Oracle", "l’Oracle Academy")
	f.Add("الرباط", "والرباط\xff")
	f.Fuzz(func(t *testing.T, name, text string) {
		n := newNameTrie()
		n.add(name, &kb.Entity{})
		words := tokens(text)
		end := 0
		for _, w := range words {
			if w.from < end || w.to <= w.from || text[w.from:w.to] != w.word {
				t.Fatalf("%q is not at %d of %q", w.word, w.from, text)
			}
			end = w.to
		}
		n.each(words, func(m match) {
			if m.from >= m.to || m.to > len(words) || len(m.bearers) != 1 {
				t.Fatalf("%v in %q", m, text)
			}
		})
	})
}
