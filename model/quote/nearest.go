package quote

import (
	"cmp"
	"math"
	"slices"
)

const (
	mostWords    = 2000    // of a quote that are compared
	mostSeeds    = 12      // words by which passages are found
	mostPlaces   = 50_000  // of these words that are looked at
	mostGuesses  = 16      // words not in the text for which others are tried
	mostCompared = 4 << 20 // pairs of words
	leastLike    = 0.2     // the score below which a passage is nothing like a quote
	skipping     = 0.2     // what a word left out costs, of what it weighs
)

// Nearest returns the passage that is most like a quote, from the beginning of a
// word to the end of one, as byte offsets into the text as it was given. The
// score goes from 0, where nothing is like it, to 1 for the same words in the
// same order; capitals and punctuation do not count.
func (t *Text) Nearest(quote string) (from, to int, score float64) {
	w := t.words()
	q := w.read(quote)
	var best passage
	for _, around := range q.windows() {
		if p := q.compare(around); p.score > best.score {
			best = p
		}
	}
	if best.score < leastLike {
		return 0, 0, 0
	}
	from, to = t.origin(span{int(w.at[best.from].from), int(w.at[best.to-1].to)})
	return from, to, best.score
}

// asked is a quote as words of a text.
type asked struct {
	*words
	terms  []term
	weight float64
}

// term is a word of a quote and those of the text that it may be.
type term struct {
	likes  []like
	weight float64
}

// read returns the words of a quote.
func (w *words) read(quote string) *asked {
	q := &asked{words: w}
	known := make(map[string]term)
	guesses := 0
	eachWord(fold(quote).text, func(_, _ int, word string) {
		if len(q.terms) == mostWords {
			return
		}
		it, ok := known[word]
		if !ok {
			it = term{weight: math.Log1p(float64(len(w.at)))}
			if n, ok := w.numbers[word]; ok {
				it = term{[]like{{n, 1}}, w.weight[n]}
			} else if guesses < mostGuesses {
				guesses++
				it.likes = w.alike(word)
			}
			known[word] = it
		}
		q.terms = append(q.terms, it)
		q.weight += it.weight
	})
	return q
}

// hit is a word of the quote that stands in the text, where the quote would
// begin there.
type hit struct {
	begin int
	term  int
}

// seeds returns the hits of the quote's rarest words, by where the quote would
// begin.
func (q *asked) seeds() []hit {
	type seed struct {
		term   int
		number uint32
		places int
	}
	var seeds []seed
	for i, it := range q.terms {
		for _, l := range it.likes {
			seeds = append(seeds, seed{i, l.number, len(q.placesOf(l.number))})
		}
	}
	slices.SortStableFunc(seeds, func(a, b seed) int { return cmp.Compare(a.places, b.places) })
	var hits []hit
	for _, s := range seeds[:min(len(seeds), mostSeeds)] {
		for _, place := range q.placesOf(s.number)[:min(s.places, mostPlaces-len(hits))] {
			hits = append(hits, hit{int(place) - s.term, s.term})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(cmp.Compare(a.begin, b.begin), cmp.Compare(a.term, b.term)) })
	return hits
}

// windows returns the parts of the text that the quote is worth comparing with:
// those where most of its rare words stand where they would.
func (q *asked) windows() []passage {
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
	slices.SortStableFunc(clusters, func(a, b cluster) int { return cmp.Compare(b.weight, a.weight) })
	most := min(16, max(2, mostCompared/(2*len(q.terms)*len(q.terms)+1)))
	var chosen []passage
	for _, c := range clusters {
		p := passage{from: max(0, c.begin-slack), to: min(len(q.at), c.begin+len(q.terms)+2*slack)}
		if slices.ContainsFunc(chosen, func(o passage) bool { return max(p.from-o.from, o.from-p.from) <= slack }) {
			continue
		}
		if chosen = append(chosen, p); len(chosen) == most {
			break
		}
	}
	return chosen
}

// passage is a part of the text, in words, and how like it is to the quote.
type passage struct {
	from, to int
	score    float64
}

// cell is how well a passage goes with the beginning of the quote: what the
// words weigh that both have, with what is left out and without, and where it
// begins.
type cell struct {
	value, common float64
	from          int
}

// compare finds the part of a window that goes best with the quote, word by word
// in the same order (Smith and Waterman, Identification of common molecular
// subsequences, 1981).
func (q *asked) compare(window passage) passage {
	numbers := q.number[window.from:window.to]
	row := make([]cell, len(numbers)+1)
	var best cell
	end := 0
	for _, it := range q.terms {
		diagonal := row[0]
		for j, n := range numbers {
			weight := q.words.weight[n]
			next := row[j+1]
			next.value -= skipping * it.weight
			if left := row[j]; left.value-skipping*weight > next.value {
				next = cell{left.value - skipping*weight, left.common, left.from}
			}
			if degree := it.degree(n); degree > 0 {
				if diagonal.value <= 0 {
					diagonal = cell{from: j}
				}
				both := degree * min(it.weight, weight)
				if diagonal.value+both > next.value {
					next = cell{diagonal.value + both, diagonal.common + both, diagonal.from}
				}
			}
			if next.value <= 0 {
				next = cell{}
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

// degree tells how like the term is to a word of the text.
func (t term) degree(number uint32) float64 {
	for _, l := range t.likes {
		if l.number == number {
			return l.degree
		}
	}
	return 0
}
