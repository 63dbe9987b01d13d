package suggest

import (
	"bytes"
	"context"
	"math"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// mentions finds entities that are named in the texts of others and not linked
// to them.
func mentions(ctx context.Context, b *base) []Suggestion {
	n := namesOf(b)
	const few = 256
	parts := make([]said, (len(b.Entities)+few-1)/few)
	parallel.Each(len(parts), func(i int) {
		parts[i] = said{in: make(map[*kb.Entity]int), common: make(map[string]bool)}
		for _, e := range b.Entities[i*few : min((i+1)*few, len(b.Entities))] {
			if ctx.Err() == nil {
				b.listen(n, e, &parts[i])
			}
		}
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
	often := max(mostOften, len(b.Entities)/oftenShare)
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

// isWord tells whether a name is one word that may be a common one.
func isWord(name string) bool { return len(tokens(name)) == 1 && !isAcronym(name) }

// An entity named in the texts of more others than this, and than one in so
// many of all, is what everything is about.
const (
	mostOften  = 12
	oftenShare = 20
)

// said is what a few entities say: in how many of them another is named, which
// names are written as common words too, and what is not linked.
type said struct {
	in     map[*kb.Entity]int
	common map[string]bool
	found  []mentioned
}

// namesOf takes down the names by which texts may speak of entities.
func namesOf(b *base) *names {
	n := newNames()
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

// hint is an entity that a text may name.
type hint struct {
	said  int
	other *kb.Entity
}

func (b *base) listen(n *names, e *kb.Entity, to *said) {
	r := b.Record(e)
	heard := make(map[*kb.Entity]bool)
	doubtful := make(map[hint]bool)
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
			if m.to-m.from == 1 && !isTelling(name) {
				return
			}
			if !heard[other] {
				heard[other] = true
				to.in[other]++
			}
			if inLongerName(text, m) || isDenied(text, m) {
				doubtful[hint{p.said, other}] = true
			}
			alike := e.Kind == other.Kind && !b.kinds[[2]*kb.Kind{e.Kind, e.Kind}]
			if alike || b.areTied(e, other) || b.IsSource(e) {
				return
			}
			s := b.mention(e, other, r, p, name, text, m)
			found = append(found, mentioned{s, p.said, isTitled(text, m)})
		})
	})
	told := make(map[*kb.Entity]bool)
	for _, f := range found {
		if told[f.Other] || doubtful[hint{f.said, f.Other}] {
			continue
		}
		told[f.Other] = true
		if !b.isImplied(r, f.Other) && !b.isImplied(b.Record(f.Other), e) {
			to.found = append(to.found, f)
		}
	}
}

// mentioned is a mention, whose name may be written as a title is: with a
// capital where no sentence begins.
type mentioned struct {
	Suggestion
	said   int
	titled bool
}

// noteSpelling notes names that are also written as common words: of one word
// in small letters, or of several without any capital.
func (s *said) noteSpelling(text []token, m match) {
	if slices.ContainsFunc(text[m.from:m.to], func(t token) bool { return isCapital(t.word) }) {
		return
	}
	words := make([]string, 0, m.to-m.from)
	for _, t := range text[m.from:m.to] {
		words = append(words, t.fold)
	}
	s.common[strings.Join(words, " ")] = true
}

// isTitled tells whether a name of several words begins with its only capital, where no sentence
// begins.
func isTitled(text []token, m match) bool {
	rest := slices.ContainsFunc(text[m.from+1:m.to], func(t token) bool { return isCapital(t.word) })
	return m.to-m.from > 1 && m.from > 0 && !text[m.from].apart && isCapital(text[m.from].word) && !rest
}

// inLongerName tells whether a name of capitals stands beside words with
// capitals of their own, as in Oracle Academy: that may be another's name.
func inLongerName(text []token, m match) bool {
	beside := func(i, next int) bool {
		return i >= 0 && i < len(text) && isCased(text[i].word) && isCapital(text[i].word) && !text[max(i, next)].apart && text[max(i, next)].from-text[min(i, next)].to == 1
	}
	return beside(m.from-1, m.from) || beside(m.to, m.to-1)
}

// isDenied tells whether a text says that it does not speak of what it names.
func isDenied(text []token, m match) bool {
	const near = 4
	after, before := text[m.to:min(len(text), m.to+near)], text[max(0, m.from-near):m.from]
	return slices.ContainsFunc(after, func(t token) bool { return t.fold == "not" || t.fold == "pas" }) ||
		slices.ContainsFunc(before, func(t token) bool { return t.fold == "confused" || t.fold == "confondre" })
}

// isCased tells whether a word is written in capitals or small letters.
func isCased(word string) bool { return strings.ToLower(word) != strings.ToUpper(word) }

// isImplied tells whether what is linked already leads on to the other: whoever
// is seated in Austin need not be linked to Texas.
func (b *base) isImplied(r *kb.Record, other *kb.Entity) bool {
	for _, s := range r.Links {
		if b.leadsUp(s.To, other, 0) {
			return true
		}
	}
	return false
}

func (b *base) leadsUp(e, other *kb.Entity, depth int) bool {
	const deepest = 1
	if depth > deepest {
		return false
	}
	if !has(b.near[e.Number()], other) && depth == deepest {
		return false
	}
	for _, s := range b.Record(e).Links {
		if s.Field != nil && s.Fact == nil && b.nested[s.Field.Relation] && (s.To == other || s.To != e && b.leadsUp(s.To, other, depth+1)) {
			return true
		}
	}
	return false
}

func (b *base) mention(e, other *kb.Entity, r *kb.Record, p passage, name string, text []token, m match) Suggestion {
	s := Suggestion{Code: Mention, Entity: e, Other: other, Name: name, At: e.Pos, Pos: b.locate(p, text, m), Score: 0.7}
	const around = 5
	s.Passage = strings.Join(strings.Fields(p.text[text[max(0, m.from-around)].from:text[min(len(text), m.to+around)-1].to]), " ")
	var links []*kb.Statement
	if p.fact != nil {
		s.At, s.Score = p.fact.Pos, 0.8
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

// locate returns where in its file a name stands; where the file writes the
// text otherwise, as with escapes, where what it belongs to begins.
func (b *base) locate(p passage, text []token, m match) kb.Pos {
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
