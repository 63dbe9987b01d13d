package brief

import (
	"slices"
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// disputed adds the claims on which sources differ, each with who says it, and the
// labels of those that rest on one origin.
func (b *builder) disputed(t *content) {
	s := export.Section{Title: b.words.Say(words.DisputedOrAlone), Note: b.aloneLabels(t)}
	for _, g := range slices.Concat(t.groups, t.inverse) {
		if g.disagrees() {
			s.Lines = append(s.Lines, b.attributions(g))
			continue
		}
		var w writer
		if doubted := g.inDispute(); len(doubted) > 0 {
			b.values(&w, doubted)
			s.Lines = append(s.Lines, b.labelled(g.label, w))
		}
	}
	for i := range t.facts {
		if t.facts[i].confidence == kb.Disputed {
			s.Lines = append(s.Lines, export.Line{Runs: b.sentence(&t.facts[i])})
		}
	}
	for i := range t.others {
		if m := &t.others[i]; m.confidence == kb.Disputed {
			s.Lines = append(s.Lines, export.Line{Head: b.voice.Name(m.by), Join: dash, Runs: b.sentence(&m.claimText)})
		}
	}
	switch {
	case len(s.Lines) == 0:
		s.Title = b.words.Say(words.OneOriginTitle)
	case s.Note == "":
		s.Title = b.words.Say(words.DisputedTitle)
	}
	b.section(s)
}

// inDispute returns the disputed claims of a group.
func (g *group) inDispute() []claimText {
	return slices.DeleteFunc(slices.Clone(g.items), func(s claimText) bool { return s.confidence != kb.Disputed })
}

// disputedLabels returns the labels of the groups with disputed claims.
func (b *builder) disputedLabels(t *content) []string {
	var labels []string
	for _, g := range slices.Concat(t.groups, t.inverse) {
		if len(g.inDispute()) > 0 || g.disagrees() {
			labels = append(labels, g.label)
		}
	}
	return labels
}

// aloneLabels lists the labels under which claims rest on one origin, unless all
// claims do.
func (b *builder) aloneLabels(t *content) string {
	if b.one == 0 || b.one == b.total {
		return ""
	}
	var alone, several []string
	add := func(label string, items []claimText) {
		for i := range items {
			switch {
			case items[i].confidence == kb.Disputed:
			case items[i].origins == 1:
				alone = append(alone, label)
			case items[i].origins > 1:
				several = append(several, label)
			}
		}
	}
	for _, g := range slices.Concat(t.groups, t.inverse) {
		add(g.label, g.items)
	}
	facts := lower(b.words.Say(words.Facts))
	add(facts, t.facts)
	for i := range t.others {
		add(facts, []claimText{t.others[i].claimText})
	}
	if len(several) > 0 && len(alone) > 2*len(several) {
		return b.words.Say(words.ManyOrigins) + b.words.Colon + b.tally(several) + b.words.Semicolon + b.words.Say(words.RestOneOrigin, oneOrigin) + "."
	}
	return b.words.Say(words.OnlyOneOrigin, oneOrigin) + b.words.Colon + b.tally(alone) + "."
}

// attributions attributes each of several contradictory claims to its publishers.
func (b *builder) attributions(g *group) export.Line {
	var w writer
	for i, c := range b.sides(g) {
		if i > 0 {
			w.text(b.words.Say(words.But))
		}
		w.text(b.together(c))
		if names := b.publishers(c.evidence); names != "" {
			w.text(" " + b.words.Say(words.AccordingTo, names))
		}
		b.parentheses(&w, append(c.names[0].qualifiers, b.words.Count(c.origins, words.IndependentOrigins)))
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
	return b.list(names)
}
