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

// collectNames returns the names by which texts may mention entities. A text that
// serves as a name may be any text.
func collectNames(b *index) *nameTrie {
	n := newNameTrie()
	for _, e := range b.Entities {
		if b.IsSource(e) {
			continue
		}
		for text := range e.Names() {
			isName := !e.Name.IsEmpty() && e.Name.Has(text)
			if isName && !e.IsNamedByText || !isName && text != e.Key {
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

// place is an occurrence of an entity's name in a text.
type place struct {
	passage
	words []token
	match
}

func (p place) other() *kb.Entity { return p.bearers[0] }

// name returns the matched name as written in the text.
func (p place) name() string { return p.text[p.words[p.from].from:p.words[p.to-1].to] }

// maxAbout is the maximum number of mentions suggested per table. The suggestions of a
// table share one about list, whose length it bounds.
const maxAbout = 100

// findMentions collects the mentions in the texts of an entity.
func (b *index) findMentions(n *nameTrie, e *kb.Entity, to *mentionPart) {
	r := b.Record(e)
	seen := make(map[*kb.Entity]bool)
	doubtful := make(map[candidate]bool)
	var found []place
	eachText(e, r, func(p passage) {
		text := tokens(p.text)
		n.each(text, func(m match) {
			to.noteSpelling(text, m)
			if !m.exact || len(m.bearers) != 1 || m.bearers[0] == e {
				return
			}
			at := place{p, text, m}
			other := at.other()
			if m.to-m.from == 1 && !isDistinctive(at.name()) {
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
			if !alike && !b.areLinked(e, other) && !b.IsSource(e) {
				found = append(found, at)
			}
		})
	})
	if len(found) == 0 {
		return
	}
	implied := b.implied(r)
	const left = -1 // out
	reported := make(map[*kb.Entity]int)
	about := make(map[*kb.Fact]int) // number of mentions by table; nil stands for the table of the entity
	for _, p := range found {
		other := p.other()
		if at, isReported := reported[other]; isReported {
			if at != left && to.found[at].text == p.index {
				to.found[at].translate(b, p)
			}
			continue
		}
		if doubtful[candidate{p.index, other}] || about[p.fact] == maxAbout {
			continue
		}
		reported[other] = left
		if !implied[other] && !b.implied(b.Record(other))[e] {
			about[p.fact]++
			reported[other] = len(to.found)
			to.found = append(to.found, mentioned{b.mention(e, r, p), p.index, isTitled(p.words, p.match)})
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

// implied returns the entities that the links of an entity imply: an entity linked to
// Austin need not be linked to Texas or the United States.
func (b *index) implied(r *kb.Record) map[*kb.Entity]bool {
	above := make(map[*kb.Entity]bool)
	for _, s := range r.Links {
		for _, parent := range b.parents(s.To) {
			above[parent] = true
			for _, grandparent := range b.parents(parent) {
				above[grandparent] = true
			}
		}
	}
	return above
}

// parents returns the targets of the hierarchical links of an entity.
func (b *index) parents(e *kb.Entity) []*kb.Entity {
	var out []*kb.Entity
	for _, s := range b.Record(e).Links {
		if s.Field != nil && s.Fact == nil && s.To != e && b.hierarchical[s.Field.Relation] {
			out = append(out, s.To)
		}
	}
	return out
}

// mention returns the suggestion for a mention.
func (b *index) mention(e *kb.Entity, r *kb.Record, p place) Suggestion {
	other := string(p.other().Address())
	s := Suggestion{
		Code: Mention, Entity: e, Other: p.other(), Name: p.name(), Passage: p.around(), Lang: p.lang, Pos: b.locate(p),
		TablePos: e.Pos, Key: "about", TableName: e.Key, Adds: []string{other}, Score: 0.7,
	}
	var links []*kb.Statement
	if p.fact != nil {
		s.TablePos, s.TableName, s.Score = p.fact.Pos, "", 0.8
		for i := range p.fact.About {
			links = append(links, &p.fact.About[i])
		}
	} else {
		links = r.Values("about")
	}
	if p.to-p.from > 1 {
		s.Score += 0.1
	}
	s.about = append(written(links), other)
	return s
}

// translate adds a mention in another language of the same text.
func (s *Suggestion) translate(b *index, p place) {
	if p.lang == s.Lang || slices.ContainsFunc(s.translations, func(t translation) bool { return t.lang == p.lang }) {
		return
	}
	s.translations = append(s.translations, translation{p.lang, p.around(), p.name(), b.locate(p)})
}

// around returns the words surrounding a mention.
func (p place) around() string {
	const words = 5
	return wholeWords(p.text, p.words[max(0, p.from-words)].from, p.words[min(len(p.words), p.to+words)-1].to)
}

// wholeWords returns what is between two bytes of a text on one line, without the signs
// of lists, with the rest of words that begin before or end after it, as "d’accord" does
// after its first letter.
func wholeWords(text string, from, to int) string {
	from = len(strings.TrimRightFunc(text[:from], func(r rune) bool { return !unicode.IsSpace(r) }))
	if at := strings.IndexFunc(text[to:], unicode.IsSpace); at >= 0 {
		to += at
	} else {
		to = len(text)
	}
	const noBreak = '\u00a0' // stands before punctuation in French
	var words []string
	for line := range strings.Lines(text[from:to]) {
		fields := strings.FieldsFunc(line, func(r rune) bool { return r != noBreak && unicode.IsSpace(r) })
		if len(words) > 0 && len(fields) > 0 && (fields[0] == "-" || fields[0] == "*") {
			fields = fields[1:]
		}
		words = append(words, fields...)
	}
	return strings.TrimRight(strings.Join(words, " "), ".,;:")
}

// locate returns the position of a name in its file, or of the text's beginning
// if the file writes it differently, as with escapes.
func (b *index) locate(p place) kb.Pos {
	const before, widest = 4, 1 << 16
	file := b.Files[p.pos.File].Text
	from := min(int(p.pos.Offset), len(file))
	window := file[from:min(len(file), from+widest)]
	begin := p.words[max(0, p.from-before)].from
	if i := bytes.Index(window, []byte(p.text[begin:p.words[p.to-1].to])); i >= 0 {
		return kb.Pos{File: p.pos.File, Offset: uint32(from + i + p.words[p.from].from - begin)}
	}
	return p.pos
}
