package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/order"
)

// Highlighter finds the parts of texts that match a query, to be highlighted.
type Highlighter struct {
	texts []literal
	fuzzy []*FuzzyWord
}

// literal is a text to find.
type literal struct {
	text           string // folded
	atStart, atEnd bool   // whether a word must start where it does, and end
}

// NewHighlighter returns a highlighter of what a query asks for: its words, the values
// of its fields, and the names of the entities that its links lead to. edits is the
// number of typing errors allowed in a word; names may be nil for a query of words.
func NewHighlighter(n *Node, edits int, names *Names) Highlighter {
	var h Highlighter
	n.Each(func(t *Term, negated bool) {
		if negated || t.Condition != Words && t.Condition != Compare || t.isOfStates() {
			return
		}
		for i := range t.Values {
			if v := &t.Values[i]; v.Operator <= StartsWith && v.Operand.Text != "" {
				h.addValue(t, v, edits, names)
			}
		}
	})
	return h
}

// isOfStates reports whether the values of a term are states, which no text holds.
func (t *Term) isOfStates() bool {
	return slices.ContainsFunc(t.Paths, func(path []string) bool { return slices.Contains(path, IsPath) })
}

func (l *Highlighter) addValue(t *Term, v *Value, edits int, names *Names) {
	isField := t.Condition == Compare
	if isField && names != nil {
		if to := names.linkedTo(t.Paths, v.Operand.Written); len(to) > 0 && v.Operator != StartsWith {
			l.addNames(to)
			return
		}
	}
	isWhole := isField && (v.Operand.IsNumber || v.Operand.IsSpan)
	l.texts = append(l.texts, literal{v.Operand.Text, isWhole || v.Operator != Contains, isWhole || v.Operator == Equals})
	if edits == 0 {
		return
	}
	for word := range strings.FieldsSeq(v.Operand.Text) {
		if near := NewFuzzyWord(word, edits); near != nil {
			l.fuzzy = append(l.fuzzy, near)
		}
	}
}

func (l *Highlighter) addNames(all []*kb.Entity) {
	for _, e := range all {
		names := e.Name.All()
		if len(names) == 0 {
			names = []string{e.Key}
		}
		for _, name := range names {
			if text := Normalize(name); text != "" {
				l.texts = append(l.texts, literal{text, true, true})
			}
		}
	}
}

// linkedTo returns the entities that a value of a relation means by their address, key
// or name; nil if no path ends in a relation.
func (n *Names) linkedTo(paths [][]string, written string) []*kb.Entity {
	isOfLinks := slices.ContainsFunc(paths, func(path []string) bool {
		for i := range path {
			if rest := strings.Join(path[i:], "."); rest == "source" || rest == Link || n.IsRelation(rest) {
				return true
			}
		}
		return false
	})
	if !isOfLinks || n.kb.Partial {
		return nil
	}
	if e := n.kb.Lookup(kb.Address(written)); e != nil {
		return []*kb.Entity{e}
	}
	return n.kb.Named(written)
}

// IsEmpty reports whether nothing would be highlighted.
func (l *Highlighter) IsEmpty() bool { return len(l.texts) == 0 }

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
	for _, of := range l.texts {
		for at := 0; ; {
			next := strings.Index(folded[at:], of.text)
			if next < 0 {
				break
			}
			at += next
			found := Range{places[at], places[at+len(of.text)-1]}
			_, size := utf8.DecodeRuneInString(text[found.To:])
			if found.To += size; of.fits(text, found) {
				out = append(out, found)
				at += len(of.text)
			} else {
				at++ // the text may begin again within itself
			}
		}
	}
	if len(l.fuzzy) > 0 {
		out = append(out, l.fuzzyRanges(text)...)
	}
	return mergeRanges(text, out)
}

// fits reports whether words start and end where they must for a part of a text.
func (l literal) fits(text string, part Range) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:part.From])
	after, _ := utf8.DecodeRuneInString(text[part.To:])
	return !(l.atStart && isOfWord(before)) && !(l.atEnd && isOfWord(after))
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

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
	order.Stable(all, func(a, b Range) int { return a.From - b.From })
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
