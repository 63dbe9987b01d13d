package query

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Highlighter finds the parts of texts that match a query, to be highlighted.
type Highlighter struct {
	words []string // folded
	fuzzy []*FuzzyWord
}

// NewHighlighter returns a highlighter of the words and field values of a
// query; edits is the number of typing errors allowed in a word.
func NewHighlighter(n *Node, edits int) Highlighter {
	var h Highlighter
	n.Each(func(t *Term, negated bool) {
		if negated {
			return
		}
		for i := range t.Values {
			v := &t.Values[i]
			if v.Operator > StartsWith || v.Operand.Text == "" {
				continue
			}
			h.words = append(h.words, v.Operand.Text)
			if edits > 0 {
				for word := range strings.FieldsSeq(v.Operand.Text) {
					if near := NewFuzzyWord(word, edits); near != nil {
						h.fuzzy = append(h.fuzzy, near)
					}
				}
			}
		}
	})
	return h
}

// IsEmpty reports whether nothing would be highlighted.
func (l *Highlighter) IsEmpty() bool { return len(l.words) == 0 }

// Range is a part of a text, as byte offsets.
type Range struct{ From, To int }

// Ranges returns the parts of a text to highlight, ascending and neither
// overlapping nor touching.
func (l *Highlighter) Ranges(text string) []Range {
	if l.IsEmpty() || text == "" {
		return nil
	}
	folded, places := foldWithOffsets(text)
	var out []Range
	for _, word := range l.words {
		for at := 0; ; {
			next := strings.Index(folded[at:], word)
			if next < 0 {
				break
			}
			at += next
			out = append(out, Range{places[at], places[at+len(word)-1]})
			at += len(word)
		}
	}
	for i := range out {
		_, size := utf8.DecodeRuneInString(text[out[i].To:])
		out[i].To += size
	}
	if len(l.fuzzy) > 0 {
		out = append(out, l.fuzzyRanges(text)...)
	}
	return mergeRanges(text, out)
}

// fuzzyRanges returns the words of a text that match with typing errors.
func (l *Highlighter) fuzzyRanges(text string) []Range {
	var out []Range
	for at := 0; at < len(text); {
		size := strings.IndexFunc(text[at:], isGap)
		if size < 0 {
			size = len(text) - at
		}
		word := Fold(text[at : at+size])
		if slices.ContainsFunc(l.fuzzy, func(n *FuzzyWord) bool { return n.Matches(word) }) {
			out = append(out, Range{at, at + size})
		}
		at += size
		if at < len(text) {
			_, gap := utf8.DecodeRuneInString(text[at:])
			at += gap
		}
	}
	return out
}

func isGap(r rune) bool { return r < utf8.RuneSelf && !isPart(byte(r)) && (r < 'A' || r > 'Z') }

// mergeRanges sorts ranges and merges those that overlap or touch. Combining
// marks after a range belong to it.
func mergeRanges(text string, all []Range) []Range {
	slices.SortFunc(all, func(a, b Range) int { return a.From - b.From })
	var out []Range
	for _, s := range all {
		for s.To < len(text) {
			r, size := utf8.DecodeRuneInString(text[s.To:])
			if r < utf8.RuneSelf || Fold(string(r)) != "" {
				break
			}
			s.To += size
		}
		if n := len(out); n > 0 && s.From <= out[n-1].To {
			out[n-1].To = max(out[n-1].To, s.To)
			continue
		}
		out = append(out, s)
	}
	return out
}

// foldWithOffsets normalizes a text and returns, for each byte of the result,
// the offset of the character it comes from.
func foldWithOffsets(text string) (string, []int) {
	folded := make([]byte, 0, len(text))
	places := make([]int, 0, len(text))
	for at, r := range text {
		from := len(folded)
		folded = appendLetters(folded, string(r))
		if len(folded) == from+1 && IsSpace(folded[from]) {
			if from == 0 || folded[from-1] == ' ' {
				folded = folded[:from]
				continue
			}
			folded[from] = ' '
		}
		for range len(folded) - from {
			places = append(places, at)
		}
	}
	for first, after := nextGrouped(folded, 0, 0); first < len(folded); first, after = nextGrouped(folded, 0, after) {
		kept := first
		for i := first; i < len(folded); i++ {
			if i >= after || isDigit(folded[i]) {
				folded[kept], places[kept] = folded[i], places[i]
				kept++
			}
		}
		after -= len(folded) - kept
		folded, places = folded[:kept], places[:kept]
	}
	return string(folded), places
}
