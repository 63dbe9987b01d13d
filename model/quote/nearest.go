package quote

import (
	"cmp"
	"math"
	"slices"

	"rihla/model/order"
)

const (
	maxWords       = 2000    // of a quote
	maxSeeds       = 12      // rarest words by which windows are found
	maxSeedPlaces  = 50_000  // positions of these words
	maxGuesses     = 16      // words not in the text for which similar ones are searched
	maxComparisons = 4 << 20 // word pairs in alignments
	minScore       = 0.2     // score below which nothing is similar
	gapCost        = 0.2     // cost of a skipped word, as a share of its weight
)

// Nearest returns the passage most similar to a quote, as byte offsets into the
// original text at word boundaries, and its similarity from 0 for none to 1 for
// the same words in the same order; case and punctuation do not count. Windows
// around the quote's rarest words (seed and extend, as S. F. Altschul et al.,
// Basic local alignment search tool, 1990) are aligned with it word by word.
func (t *Text) Nearest(quote string) (from, to int, score float64) {
	w := t.words()
	q := w.termsOf(quote)
	var best passage
	for _, around := range q.windows() {
		if p := q.align(around); p.score > best.score {
			best = p
		}
	}
	if best.score < minScore {
		return 0, 0, 0
	}
	from, to = t.origin(span{int(w.at[best.from].from), int(w.at[best.to-1].to)})
	return from, to, best.score
}

// quoteTerms is a quote as words of a text.
type quoteTerms struct {
	*words
	terms  []term
	weight float64
}

// term is a word of a quote, and the words of the text that it may be.
type term struct {
	candidates []candidate
	weight     float64
}

// termsOf returns the words of a quote.
func (w *words) termsOf(quote string) *quoteTerms {
	q := &quoteTerms{words: w}
	known := make(map[string]term)
	guesses := 0
	eachWord(fold(quote).text, func(_, _ int, word string) {
		if len(q.terms) == maxWords {
			return
		}
		it, ok := known[word]
		if !ok {
			it = term{weight: math.Log1p(float64(len(w.at)))}
			if n, ok := w.numbers[word]; ok {
				it = term{[]candidate{{n, 1}}, w.weight[n]}
			} else if guesses < maxGuesses {
				guesses++
				it.candidates = w.similarWords(word)
			}
			known[word] = it
		}
		q.terms = append(q.terms, it)
		q.weight += it.weight
	})
	return q
}

// hit is an occurrence in the text of a word of the quote, and the position at
// which the quote would begin.
type hit struct {
	begin int
	term  int
}

// seeds returns the hits of the quote's rarest words, sorted by begin.
func (q *quoteTerms) seeds() []hit {
	type seed struct {
		term   int
		number uint32
		places int
	}
	var seeds []seed
	for i, it := range q.terms {
		for _, l := range it.candidates {
			seeds = append(seeds, seed{i, l.number, len(q.positionsOf(l.number))})
		}
	}
	order.Stable(seeds, func(a, b seed) int { return cmp.Compare(a.places, b.places) })
	var hits []hit
	for _, s := range seeds[:min(len(seeds), maxSeeds)] {
		for _, place := range q.positionsOf(s.number)[:min(s.places, maxSeedPlaces-len(hits))] {
			hits = append(hits, hit{int(place) - s.term, s.term})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(cmp.Compare(a.begin, b.begin), cmp.Compare(a.term, b.term)) })
	return hits
}

// windows returns the parts of the text with most of the quote's rare words in
// the right positions.
func (q *quoteTerms) windows() []passage {
	hits := q.seeds()
	slack := len(q.terms)/4 + 2
	type cluster struct {
		begin  int
		weight float64
	}
	clusters := make([]cluster, 0, len(hits))
	times := make([]int, len(q.terms))
	weight, end := 0.0, 0
	for i, h := range hits {
		for ; end < len(hits) && hits[end].begin <= h.begin+slack; end++ {
			if times[hits[end].term]++; times[hits[end].term] == 1 {
				weight += q.terms[hits[end].term].weight
			}
		}
		clusters = append(clusters, cluster{hits[i].begin, weight})
		if times[h.term]--; times[h.term] == 0 {
			weight -= q.terms[h.term].weight
		}
	}
	order.Stable(clusters, func(a, b cluster) int { return cmp.Compare(b.weight, a.weight) })
	limit := min(16, max(2, maxComparisons/(2*len(q.terms)*len(q.terms)+1)))
	var chosen []passage
	for _, c := range clusters {
		p := passage{from: max(0, c.begin-slack), to: min(len(q.at), c.begin+len(q.terms)+2*slack)}
		if slices.ContainsFunc(chosen, func(o passage) bool { return max(p.from-o.from, o.from-p.from) <= slack }) {
			continue
		}
		if chosen = append(chosen, p); len(chosen) == limit {
			break
		}
	}
	return chosen
}

// passage is a range of words of the text, and its similarity to the quote.
type passage struct {
	from, to int
	score    float64
}

// alignment is the best alignment of the words up to here: its score with gaps,
// the weight of the words matched, and where it begins.
type alignment struct {
	value, common float64
	from          int
}

// align returns the part of a window that best aligns with the quote: local
// alignment of words, weighted by rarity (T. F. Smith, M. S. Waterman,
// Identification of common molecular subsequences, Journal of Molecular Biology
// 147, 1981).
func (q *quoteTerms) align(window passage) passage {
	numbers := q.number[window.from:window.to]
	row := make([]alignment, len(numbers)+1)
	var best alignment
	end := 0
	for _, it := range q.terms {
		diagonal := row[0]
		for j, n := range numbers {
			weight := q.words.weight[n]
			next := row[j+1]
			next.value -= gapCost * it.weight
			if left := row[j]; left.value-gapCost*weight > next.value {
				next = alignment{left.value - gapCost*weight, left.common, left.from}
			}
			if degree := it.similarity(n); degree > 0 {
				if diagonal.value <= 0 {
					diagonal = alignment{from: j}
				}
				both := degree * min(it.weight, weight)
				if diagonal.value+both > next.value {
					next = alignment{diagonal.value + both, diagonal.common + both, diagonal.from}
				}
			}
			if next.value <= 0 {
				next = alignment{}
			}
			diagonal, row[j+1] = row[j+1], next
			if next.value > best.value {
				best, end = next, j+1
			}
		}
	}
	if best.value <= 0 {
		return passage{}
	}
	there := 0.0
	for _, n := range numbers[best.from:end] {
		there += q.words.weight[n]
	}
	return passage{window.from + best.from, window.from + end, min(1, 2*best.common/(q.weight+there))}
}

// similarity returns the similarity of the term to a word of the text, from 0
// to 1.
func (t term) similarity(number uint32) float64 {
	for _, l := range t.candidates {
		if l.number == number {
			return l.similarity
		}
	}
	return 0
}
