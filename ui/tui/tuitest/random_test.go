package tuitest_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// randomBase writes a knowledge base of things of several kinds, with as many as there
// may be of each, whose names and values are long or short, are there or are not, and
// are linked at random. Every word of a value tells its place in the value, see words.
type randomBase struct {
	strings.Builder
	*rand.Rand
	values int
}

// newRandomBase returns the text of a base of random entities: kinds kinds with 1 to
// most entities each.
func newRandomBase(seed uint64, kinds, most int) string {
	b := &randomBase{Rand: rand.New(rand.NewPCG(seed, 18))}
	b.printf("[kb]\nformat = 1\ntitle = %q\nsummary = %q\n", b.words(3), b.words(30))
	counts := make([]int, kinds)
	for kind := range kinds {
		counts[kind] = 1 + b.IntN(most)
		b.printf("[kinds.kind%d]\nlabel = %q\ncolumns = ['start', 'amount', 'link', 'tag']\n", kind, b.words(1))
	}
	sources := 1 + b.IntN(4)
	for i := range sources {
		b.printf("[source.s%d]\nname = %q\npublisher = %q\nurl = 'https://example.org/%d'\n", i, b.words(1+b.IntN(6)), b.words(2), i)
	}
	for kind, n := range counts {
		for i := range n {
			b.printf("[kind%d.e%d]\nname = %q\n", kind, i, b.words(1+b.IntN(6)))
			b.maybe("summary = %q\n", b.words(1+b.IntN(40)))
			b.maybe("start = %d-%02d-%02d\n", 1990+b.IntN(30), 1+b.IntN(12), 1+b.IntN(28))
			b.maybe("amount = %d\n", b.IntN(100_000))
			b.maybe("tag = [%q, %q]\n", b.words(1), b.words(2))
			b.maybe("location = [%d.5, %d.5]\n", b.IntN(100)-50, b.IntN(300)-150)
			to := b.IntN(kinds)
			b.maybe("link = [{ to = 'kind%d/e%d', source = 's%d', quote = %q }]\n", to, b.IntN(counts[to]), b.IntN(sources), b.words(1+b.IntN(20)))
			b.maybe("other = 'kind%d/none%d'\n", to, i)
		}
	}
	return b.String()
}

func (b *randomBase) printf(format string, args ...any) { fmt.Fprintf(b, format, args...) }

// maybe writes a field of an entity, or leaves it out.
func (b *randomBase) maybe(format string, args ...any) {
	if b.IntN(3) > 0 {
		b.printf(format, args...)
	}
}

// words returns a value of n words. Each is q, the number of the value, x, its place
// from 1 on, y, n and z.
func (b *randomBase) words(n int) string {
	b.values++
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("q%dx%dy%dz", b.values, i+1, n)
	}
	return strings.Join(out, " ")
}
