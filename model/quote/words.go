package quote

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words are the words of a folded text, and where each of them stands.
type words struct {
	numbers  map[string]uint32
	spelling []string // by number
	weight   []float64
	at       []wordSpan // in the order of the text
	number   []uint32   // of the word there
	starts   []uint32   // by number, of its places in places
	places   []uint32   // as indexes of at
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
	w.settle()
	return w
}

// settle sorts the places of the words by word, and weighs the words: the rarer
// one is, the more it tells.
func (w *words) settle() {
	w.starts = make([]uint32, len(w.spelling)+1)
	for _, n := range w.number {
		w.starts[n+1]++
	}
	w.weight = make([]float64, len(w.spelling))
	for n := range w.spelling {
		w.weight[n] = math.Log1p(float64(len(w.at)) / float64(w.starts[n+1]))
		w.starts[n+1] += w.starts[n]
	}
	w.places = make([]uint32, len(w.number))
	next := append([]uint32(nil), w.starts...)
	for place, n := range w.number {
		w.places[next[n]] = uint32(place)
		next[n]++
	}
}

// placesOf returns where a word stands, in order.
func (w *words) placesOf(number uint32) []uint32 {
	return w.places[w.starts[number]:w.starts[number+1]]
}

// eachWord goes through the words of a folded text in small letters, those that
// are cut at the end of a line in one. Where a script puts no spaces between
// words, each letter is one.
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

// like is a word of the text and how like it is to a word of a quote, up to 1.
type like struct {
	number uint32
	degree float64
}

// alike returns the words of the text that a word may have been meant for:
// itself, else those that are a slip away.
func (w *words) alike(word string) []like {
	if n, ok := w.numbers[word]; ok {
		return []like{{n, 1}}
	}
	if utf8.RuneCountInString(word) < 3 {
		return nil
	}
	var found []like
	for n, have := range w.spelling {
		most := max(len(word), len(have))
		if most > longestSlip || most-min(len(word), len(have)) > 2 {
			continue
		}
		if word[0] != have[0] && word[len(word)-1] != have[len(have)-1] {
			continue
		}
		if d := distance(word, have); d <= max(1, most/4) {
			found = append(found, like{uint32(n), 1 - float64(d)/float64(most)})
		}
	}
	return found
}

// longestSlip is the length in bytes up to which a slip in a word is noticed.
const longestSlip = 48

// distance counts the bytes to put in, leave out or change between two words
// (Levenshtein).
func distance(a, b string) int {
	var row [longestSlip + 1]int
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
