package brief

import (
	"slices"
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/words"
)

// caution tells what is not to be repeated as certain: where sources disagree,
// what is doubtful, and what one origin alone tells.
func (b *builder) caution(t *entityContent) []export.Line {
	var out []export.Line
	for _, g := range t.groups {
		if g.disagrees() {
			out = append(out, b.attributions(g))
		}
	}
	for _, g := range t.groups {
		if doubtful := b.doubtful(g); len(doubtful) > 0 {
			var w writer
			b.values(&w, doubtful)
			out = append(out, b.labelled(g.label, w))
		}
	}
	for i := range t.facts {
		if b.warns(&t.facts[i]) {
			out = append(out, export.Line{Runs: b.sentence(&t.facts[i])})
		}
	}
	return append(out, b.byOrigins(t)...)
}

// doubtful are the claims of a group that are not to be repeated as certain,
// unless the sources of all of them disagree.
func (b *builder) doubtful(g *group) []claimText {
	if g.disagrees() {
		return nil
	}
	var out []claimText
	for i := range g.items {
		if b.warns(&g.items[i]) {
			out = append(out, g.items[i])
		}
	}
	return out
}

// attributions names, of claims that contradict each other, who makes each.
func (b *builder) attributions(g *group) export.Line {
	var w writer
	for i, c := range b.sides(g) {
		if i > 0 {
			w.text(b.words.Semicolon)
		}
		w.text(b.together(c))
		if names := b.publishers(c.evidence); names != "" {
			w.text(" " + b.words.Say(words.AccordingTo, names))
		}
		b.notes(&w, c.evidence)
	}
	return b.labelled(g.label, w)
}

// mostPublishers bounds the names of those who say something.
const mostPublishers = 3

// publishers names those who published the sources of some evidence.
func (b *builder) publishers(all []kb.Evidence) string {
	var names []string
	for i := range all {
		name := line(strings.TrimSpace(all[i].Ref))
		if e := all[i].Source; e != nil {
			if name = b.voice.Value(e, "publisher"); name == "" {
				name = b.voice.Name(e)
			}
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if more := len(names) - mostPublishers; more > 0 {
		names = append(names[:mostPublishers:mostPublishers], b.words.Count(more, words.OthersSay))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], b.words.ListComma) + b.words.Say(words.AndLast) + names[last]
}

// byOrigins tells which values and links one origin alone tells; where most are
// told by one, which are told by more. What names no source of its own may come
// from any of those that its entity names.
func (b *builder) byOrigins(t *entityContent) []export.Line {
	one, many := new(entityContent), new(entityContent)
	ones, manys := 0, 0
	for _, g := range t.groups {
		if g.disagrees() {
			continue
		}
		for _, s := range g.items {
			switch n := b.origins(&s); {
			case s.isGeneral:
			case n == 1:
				ones++
				one.addUnqualified(g.label, s)
			case n > 1:
				manys++
				many.addUnqualified(g.label, s)
			}
		}
	}
	switch {
	case manys == 0 || ones == 0:
		return nil
	case ones <= manys:
		return []export.Line{{Head: b.words.Say(words.OnlyOneOrigin), Join: dash, Runs: b.inOne(one).runs}}
	}
	w := b.inOne(many)
	w.text(b.words.Semicolon + b.words.Say(words.RestOneOrigin))
	return []export.Line{{Head: b.words.Say(words.ManyOrigins), Join: dash, Runs: w.runs}}
}

// addUnqualified adds a claim without what qualifies it.
func (t *entityContent) addUnqualified(label string, s claimText) {
	s.qualifiers, s.date = nil, nil
	g := t.group(label)
	g.items = append(g.items, s)
}

// inOne writes groups one after the other on a line.
func (b *builder) inOne(t *entityContent) writer {
	var w writer
	for i, g := range t.groups {
		if i > 0 {
			w.text(b.words.Semicolon)
		}
		w.text(lower(g.label) + b.words.Colon)
		if g.disagrees() {
			b.disagreement(&w, g)
		} else {
			b.clusters(&w, clustersOf(g.items), b.words.ListComma)
		}
	}
	return w
}
