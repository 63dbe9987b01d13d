package brief

import (
	"slices"
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// caution lists the uncertain claims: disagreements of sources, doubtful claims, and
// claims of a single origin.
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

// doubtful returns the uncertain claims of a group, none if the group disagrees.
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

// attributions attributes each of several contradictory claims to its publishers.
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

// mostPublishers is the maximum number of names in an attribution.
const mostPublishers = 3

// publishers names the publishers of some evidence, or else its sources.
func (b *builder) publishers(all []kb.Evidence) string {
	var names []string
	for i := range all {
		name := safe.Line(strings.TrimSpace(all[i].Ref))
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

// byOrigins lists the values and links of a single origin, or if these are the
// majority, those of several. Claims without own evidence are left out: any source of
// their entity may support them.
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

// addUnqualified adds a claim without its qualifiers.
func (t *entityContent) addUnqualified(label string, s claimText) {
	s.qualifiers, s.date = nil, nil
	g := t.group(label)
	g.items = append(g.items, s)
}

// inOne writes groups in sequence on one line.
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
