package query

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Light finds in texts what a query asks for, so that it can be lit.
type Highlighter struct {
	words []string // folded
	near  []*FuzzyWord
}

// NewLight returns the light of a query's words and of what fields are to hold;
// edits are the typing errors that are forgiven.
func NewHighlighter(n *Node, edits int) Highlighter {
	var l Highlighter
	n.Each(func(t *Term, negated bool) {
		if negated {
			return
		}
		for i := range t.Values {
			v := &t.Values[i]
			if v.Operator > Begins || v.Operand.Text == "" {
				continue
			}
			l.words = append(l.words, v.Operand.Text)
			if edits > 0 {
				for word := range strings.FieldsSeq(v.Operand.Text) {
					if near := NewFuzzyWord(word, edits); near != nil {
						l.near = append(l.near, near)
					}
				}
			}
		}
	})
	return l
}

// IsOut tells whether nothing would be lit.
func (l *Highlighter) IsEmpty() bool { return len(l.words) == 0 }

// Stretch is a part of a text, in bytes.
type Range struct{ From, To int }

// Stretches returns the parts of a text that are to be lit, in their order; none
// touches another.
func (l *Highlighter) Ranges(text string) []Range {
	if l.IsEmpty() || text == "" {
		return nil
	}
	folded, places := foldPlaces(text)
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
	if len(l.near) > 0 {
		out = append(out, l.nearby(text)...)
	}
	return joined(text, out)
}

// nearby returns the words of a text that may have been meant.
func (l *Highlighter) nearby(text string) []Range {
	var out []Range
	for at := 0; at < len(text); {
		size := strings.IndexFunc(text[at:], isGap)
		if size < 0 {
			size = len(text) - at
		}
		word := Fold(text[at : at+size])
		if slices.ContainsFunc(l.near, func(n *FuzzyWord) bool { return n.Matches(word) }) {
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

// joined sorts stretches and joins those that overlap or touch. A stretch takes
// the marks on its last letter with it.
func joined(text string, all []Range) []Range {
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

// foldPlaces folds a text with one space between its words, and tells where in
// the text the letter stands that each byte comes from.
func foldPlaces(text string) (string, []int) {
	folded := make([]byte, 0, len(text))
	places := make([]int, 0, len(text))
	for at, r := range text {
		from := len(folded)
		folded = AppendFold(folded, string(r))
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
	return string(folded), places
}
