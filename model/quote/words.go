package quote

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words are the words of a folded text, numbered, and their positions.
type words struct {
	numbers   map[string]uint32
	spelling  []string // by number
	weight    []float64
	at        []wordSpan // by position
	number    []uint32   // by position, of the word there
	starts    []uint32   // by number, index of its first in positions, and the end
	positions []uint32   // indexes of at, sorted by word
}

type wordSpan struct{ from, to uint32 }

func newWords(folded string) *words {
	w := &words{numbers: make(map[string]uint32)}
	eachWord(folded, func(from, to int, word string) {
		n, ok := w.numbers[word]
		if !ok {
			n = uint32(len(w.spelling))
			w.numbers[word] = n
			w.spelling = append(w.spelling, word)
		}
		w.at = append(w.at, wordSpan{uint32(from), uint32(to)})
		w.number = append(w.number, n)
	})
	w.finish()
	return w
}

// finish sorts the positions by word, and weighs the words by rarity.
func (w *words) finish() {
	w.starts = make([]uint32, len(w.spelling)+1)
	for _, n := range w.number {
		w.starts[n+1]++
	}
	w.weight = make([]float64, len(w.spelling))
	for n := range w.spelling {
		w.weight[n] = math.Log1p(float64(len(w.at)) / float64(w.starts[n+1]))
		w.starts[n+1] += w.starts[n]
	}
	w.positions = make([]uint32, len(w.number))
	next := append([]uint32(nil), w.starts...)
	for place, n := range w.number {
		w.positions[next[n]] = uint32(place)
		next[n]++
	}
}

// positionsOf returns the positions of a word, ascending.
func (w *words) positionsOf(number uint32) []uint32 {
	return w.positions[w.starts[number]:w.starts[number+1]]
}

// eachWord calls do for the lower-cased words of a folded text, rejoining
// hyphenated ones. In scripts without spaces between words, each letter is one.
func eachWord(folded string, do func(from, to int, word string)) {
	for at := 0; at < len(folded); {
		r, size := utf8.DecodeRuneInString(folded[at:])
		if !isWord(r) {
			at += size
			continue
		}
		from := at
		at += size
		for alone := isUnspaced(r); at < len(folded); at += size {
			r, size = utf8.DecodeRuneInString(folded[at:])
			if alone && !unicode.IsMark(r) || isUnspaced(r) || !isWord(r) && folded[at] != lineEnd {
				break
			}
		}
		word := folded[from:at]
		if strings.IndexByte(word, lineEnd) >= 0 {
			word = strings.ReplaceAll(word, "\xff", "")
		}
		do(from, at, strings.ToLower(word))
	}
}

func isUnspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// candidate is a word of the text, and its similarity to a word of the quote,
// from 0 to 1.
type candidate struct {
	number     uint32
	similarity float64
}

// similarWords returns the words of the text that a word may be: itself, else
// those within a typing error or two.
func (w *words) similarWords(word string) []candidate {
	if n, ok := w.numbers[word]; ok {
		return []candidate{{n, 1}}
	}
	if utf8.RuneCountInString(word) < 3 {
		return nil
	}
	var found []candidate
	for n, have := range w.spelling {
		longest := max(len(word), len(have))
		if longest > maxTypoBytes || longest-min(len(word), len(have)) > 2 {
			continue
		}
		if word[0] != have[0] && word[len(word)-1] != have[len(have)-1] {
			continue
		}
		if d := distance(word, have); d <= max(1, longest/4) {
			found = append(found, candidate{uint32(n), 1 - float64(d)/float64(longest)})
		}
	}
	return found
}

// maxTypoBytes is the longest word, in bytes, that is compared for typing
// errors.
const maxTypoBytes = 48

// distance returns the edit distance of two words in bytes (V. I. Levenshtein,
// Binary codes capable of correcting deletions, insertions, and reversals,
// 1966).
func distance(a, b string) int {
	var row [maxTypoBytes + 1]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
