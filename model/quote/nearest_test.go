package quote_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/quote"
)

// vocabulary makes words up.
func vocabulary(r *rand.Rand, n int) []string {
	words := make([]string, n)
	for i := range words {
		for range 2 + r.IntN(4) {
			words[i] += string("bcdfglmnprstv"[r.IntN(13)]) + string("aeiou"[r.IntN(5)])
		}
	}
	return words
}

// prose writes words as often as prose has them: few of them make most of it.
func prose(r *rand.Rand, vocabulary []string, n int) []string {
	zipf := rand.NewZipf(r, 1.1, 3, uint64(len(vocabulary)-1))
	text := make([]string, n)
	for i := range text {
		text[i] = vocabulary[zipf.Uint64()]
	}
	return text
}

// inCommon counts how many of some words are in both lists, each as often as in
// both.
func inCommon(a, b []string) int {
	times := make(map[string]int)
	for _, w := range a {
		times[w]++
	}
	n := 0
	for _, w := range b {
		if times[w] > 0 {
			times[w]--
			n++
		}
	}
	return n
}

// TestNearestScoresAsHighAsAnyPassage compares with all passages of the quote's
// length.
func TestNearestScoresAsHighAsAnyPassage(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	known := vocabulary(r, 800)
	for range 60 {
		text := prose(r, known, 1500)
		size := 5 + r.IntN(30)
		begin := r.IntN(len(text) - size)
		words := append([]string(nil), text[begin:begin+size]...)
		for range size / 4 {
			words[r.IntN(size)] = known[r.IntN(len(known))]
		}
		best := 0
		for at := range len(text) - size + 1 {
			best = max(best, inCommon(text[at:at+size], words))
		}
		whole := strings.Join(text, " ")
		from, to, score := quote.NewText(whole).Nearest(strings.Join(words, " "))
		got := inCommon(strings.Fields(whole[from:to]), words)
		if score < 0.5 || got*4 < best*3 {
			t.Errorf("%q: %q, %.2f, has %d of its words where there are %d", words, whole[from:to], score, got, best)
		}
		if from > 0 && whole[from-1] != ' ' || to < len(whole) && whole[to] != ' ' {
			t.Errorf("%q cuts a word", whole[from:to])
		}
	}
}

func TestNearestOfAnOccurringQuoteIsItsPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	known := vocabulary(r, 2000)
	for range 100 {
		text := prose(r, known, 1000)
		size := 8 + r.IntN(20)
		begin := r.IntN(len(text) - size)
		words := strings.Join(text[begin:begin+size], " ")
		whole := strings.Join(text, " ")
		from, to, score := quote.NewText(whole).Nearest(words)
		if score < 0.999 || whole[from:to] != words {
			t.Fatalf("%q: %q, %v", words, whole[from:to], score)
		}
	}
}

func TestNearest(t *testing.T) {
	const text = "Morocco signed the agreement in Rabat. The agency's «\u00A0transfor-\nmation\u00A0» began in March 2021, said its spokesman. 東京都に住んでいます。"
	for _, c := range []struct{ quote, want string }{
		{"signed an agreement in Rabat", "signed the agreement in Rabat"},
		{"MOROCCO SIGNED THE AGREEMENT", "Morocco signed the agreement"},
		{"transformation began in May 2021", "transfor-\nmation\u00A0» began in March 2021"},
		{"agreemant", "agreement"},
		{"京都に住んだ", "京都に住ん"},
		{"Nothing whatsoever resembles this", ""},
		{"", ""},
		{"…", ""},
	} {
		from, to, score := quote.NewText(text).Nearest(c.quote)
		if got := text[from:to]; got != c.want || (score > 0) != (c.want != "") {
			t.Errorf("%q: %q, %.2f, want %q", c.quote, got, score, c.want)
		}
	}
}

// large is a text of 5 MB, and a passage near its end.
func large() (text, words string) {
	r := rand.New(rand.NewPCG(11, 12))
	all := prose(r, vocabulary(r, 40_000), 760_000)
	for i := range all {
		if i%12 == 11 {
			all[i] += "\n"
		}
	}
	words = strings.Join(all[740_000:740_030], " ")
	return strings.Join(all, " "), words
}

func BenchmarkNewText(b *testing.B) {
	text, _ := large()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		quote.NewText(text)
	}
}

func BenchmarkFind(b *testing.B) {
	text, words := large()
	in := quote.NewText(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, _, ok := in.Find(words); !ok {
			b.Fatal("not found")
		}
	}
}

// BenchmarkContains is what Find is measured against: strings.Index, in a text
// without any typography.
func BenchmarkContains(b *testing.B) {
	text, words := large()
	text, words = strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(words), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if !strings.Contains(text, words) {
			b.Fatal("not found")
		}
	}
}

func BenchmarkNearest(b *testing.B) {
	text, words := large()
	in := quote.NewText(text)
	words = strings.Replace(words, " ", " other ", 1) + " mistaken"
	in.Nearest(words)
	for b.Loop() {
		if _, _, score := in.Nearest(words); score == 0 {
			b.Fatal("nothing found")
		}
	}
}
