package suggest

import (
	"bytes"
	"context"
	"math"
	"slices"
	"strings"
	"unicode"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// mentions finds entities named in the texts of others that are not linked to
// them.
func mentions(ctx context.Context, b *index) []Suggestion {
	n := collectNames(b)
	const chunkSize = 256
	parts, _ := parallel.Chunks(ctx, b.Entities, chunkSize, func(chunk []*kb.Entity) mentionPart {
		p := mentionPart{in: make(map[*kb.Entity]int), common: make(map[string]bool)}
		for _, e := range chunk {
			b.findMentions(n, e, &p)
		}
		return p
	})
	in, common := make(map[*kb.Entity]int), make(map[string]bool)
	for _, p := range parts {
		for e, n := range p.in {
			in[e] += n
		}
		for e := range p.common {
			common[e] = true
		}
	}
	often := max(maxMentioning, len(b.Entities)/mentioningShare)
	var all []Suggestion
	for _, p := range parts {
		for _, s := range p.found {
			if in[s.Other] > often || common[plainName(s.Name)] && (s.titled || isWord(s.Name)) {
				continue
			}
			s.Score *= 1 / (1 + math.Log(float64(in[s.Other]))/10)
			all = append(all, s.Suggestion)
		}
	}
	return all
}

// isWord reports whether a name is a single word, which may also be a common
// one.
func isWord(name string) bool { return len(tokens(name)) == 1 && !isAcronym(name) }

// An entity mentioned by more others than this, and than this share of all, is
// the subject of the whole base.
const (
	maxMentioning   = 12
	mentioningShare = 20
)

// mentionPart is the mentions in the texts of some entities: how many of these
// name another, which names also occur as common words, and the candidates.
type mentionPart struct {
	in     map[*kb.Entity]int
	common map[string]bool
	found  []mentioned
}

// collectNames returns the names by which texts may mention entities.
func collectNames(b *index) *nameTrie {
	n := newNameTrie()
	for _, e := range b.Entities {
		if b.IsSource(e) {
			continue
		}
		for text := range e.Names() {
			if text != e.Key || !e.Name.IsEmpty() && e.Name.Has(text) {
				n.add(text, e)
			}
		}
	}
	return n
}

// candidate is an entity that a text may mention.
type candidate struct {
	text  int
	other *kb.Entity
}

// findMentions collects the mentions in the texts of an entity.
func (b *index) findMentions(n *nameTrie, e *kb.Entity, to *mentionPart) {
	r := b.Record(e)
	seen := make(map[*kb.Entity]bool)
	doubtful := make(map[candidate]bool)
	var found []mentioned
	eachText(e, r, func(p passage) {
		text := tokens(p.text)
		n.each(text, func(m match) {
			to.noteSpelling(text, m)
			if !m.exact || len(m.bearers) != 1 || m.bearers[0] == e {
				return
			}
			other := m.bearers[0]
			name := p.text[text[m.from].from:text[m.to-1].to]
			if m.to-m.from == 1 && !isDistinctive(name) {
				return
			}
			if !seen[other] {
				seen[other] = true
				to.in[other]++
			}
			if inLongerName(text, m) || isDenied(text, m) {
				doubtful[candidate{p.index, other}] = true
			}
			alike := e.Kind == other.Kind && !b.linkedKinds[[2]*kb.Kind{e.Kind, e.Kind}]
			if alike || b.areLinked(e, other) || b.IsSource(e) {
				return
			}
			s := b.mention(e, other, r, p, name, text, m)
			found = append(found, mentioned{s, p.index, isTitled(text, m)})
		})
	})
	reported := make(map[*kb.Entity]bool)
	for _, f := range found {
		if reported[f.Other] || doubtful[candidate{f.text, f.Other}] {
			continue
		}
		reported[f.Other] = true
		if !b.isImplied(r, f.Other) && !b.isImplied(b.Record(f.Other), e) {
			to.found = append(to.found, f)
		}
	}
}

// mentioned is a mention; titled is set if its name is capitalised as in a
// title.
type mentioned struct {
	Suggestion
	text   int
	titled bool
}

// noteSpelling records names that also occur without capitals.
func (s *mentionPart) noteSpelling(text []token, m match) {
	if slices.ContainsFunc(text[m.from:m.to], func(t token) bool { return isCapital(t.word) }) {
		return
	}
	words := make([]string, 0, m.to-m.from)
	for _, t := range text[m.from:m.to] {
		words = append(words, t.fold)
	}
	s.common[strings.Join(words, " ")] = true
}

// isTitled reports whether a name of several words has its only capital at its
// beginning, which is not the beginning of a sentence.
func isTitled(text []token, m match) bool {
	rest := slices.ContainsFunc(text[m.from+1:m.to], func(t token) bool { return isCapital(t.word) })
	return m.to-m.from > 1 && m.from > 0 && !text[m.from].afterBreak && isCapital(text[m.from].word) && !rest
}

// inLongerName reports whether a capitalised name is next to other capitalised
// words, as in Oracle Academy, and so may be part of another name.
func inLongerName(text []token, m match) bool {
	beside := func(i, next int) bool {
		return i >= 0 && i < len(text) && isCased(text[i].word) && isCapital(text[i].word) && !text[max(i, next)].afterBreak && text[max(i, next)].from-text[min(i, next)].to == 1
	}
	return beside(m.from-1, m.from) || beside(m.to, m.to-1)
}

// isDenied reports whether a text says that it does not mean the name, as in
// "not to be confused with".
func isDenied(text []token, m match) bool {
	const near = 4
	after, before := text[m.to:min(len(text), m.to+near)], text[max(0, m.from-near):m.from]
	return slices.ContainsFunc(after, func(t token) bool { return t.fold == "not" || t.fold == "pas" }) ||
		slices.ContainsFunc(before, func(t token) bool { return t.fold == "confused" || t.fold == "confondre" })
}

// isCased reports whether the script of a word has case.
func isCased(word string) bool { return strings.ToLower(word) != strings.ToUpper(word) }

// isImplied reports whether a link already leads on to the other: an entity
// linked to Austin need not be linked to Texas.
func (b *index) isImplied(r *kb.Record, other *kb.Entity) bool {
	for _, s := range r.Links {
		if b.isAncestor(s.To, other, 0) {
			return true
		}
	}
	return false
}

func (b *index) isAncestor(e, other *kb.Entity, depth int) bool {
	const deepest = 1
	if depth > deepest {
		return false
	}
	if !has(b.neighbours[e.Number()], other) && depth == deepest {
		return false
	}
	for _, s := range b.Record(e).Links {
		if s.Field != nil && s.Fact == nil && b.hierarchical[s.Field.Relation] && (s.To == other || s.To != e && b.isAncestor(s.To, other, depth+1)) {
			return true
		}
	}
	return false
}

func (b *index) mention(e, other *kb.Entity, r *kb.Record, p passage, name string, text []token, m match) Suggestion {
	s := Suggestion{Code: Mention, Entity: e, Other: other, Name: name, TablePos: e.Pos, Key: "about", TableName: e.Key, Adds: []string{string(other.Address())}, Pos: b.locate(p, text, m), Score: 0.7}
	const around = 5
	s.Passage = wholeWords(p.text, text[max(0, m.from-around)].from, text[min(len(text), m.to+around)-1].to)
	var links []*kb.Statement
	if p.fact != nil {
		s.TablePos, s.TableName, s.Score = p.fact.Pos, "", 0.8
		for i := range p.fact.About {
			links = append(links, &p.fact.About[i])
		}
	} else {
		links = r.Values("about")
	}
	if m.to-m.from > 1 {
		s.Score += 0.1
	}
	s.about = append(written(links), string(other.Address()))
	return s
}

// wholeWords returns what is between two bytes of a text on one line, with the rest of
// words that begin before or end after it, as "d’accord" does after its first letter.
func wholeWords(text string, from, to int) string {
	from = len(strings.TrimRightFunc(text[:from], func(r rune) bool { return !unicode.IsSpace(r) }))
	if at := strings.IndexFunc(text[to:], unicode.IsSpace); at >= 0 {
		to += at
	} else {
		to = len(text)
	}
	return strings.TrimRight(strings.Join(strings.Fields(text[from:to]), " "), ".,;:")
}

// locate returns the position of a name in its file, or of the text's beginning
// if the file writes it differently, as with escapes.
func (b *index) locate(p passage, text []token, m match) kb.Pos {
	const before, widest = 4, 1 << 16
	file := b.Files[p.pos.File].Text
	from := min(int(p.pos.Offset), len(file))
	window := file[from:min(len(file), from+widest)]
	begin := text[max(0, m.from-before)].from
	if i := bytes.Index(window, []byte(p.text[begin:text[m.to-1].to])); i >= 0 {
		return kb.Pos{File: p.pos.File, Offset: uint32(from + i + text[m.from].from - begin)}
	}
	return p.pos
}
