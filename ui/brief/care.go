package brief

import (
	"slices"
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
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

// aloneLabels lists the labels under which claims rest on one origin, or where these
// are most, on several; none if all rest on one.
func (b *builder) aloneLabels(t *content) string {
	if b.one == 0 || b.one == b.total {
		return ""
	}
	var labels []string
	alone, several, all := make(map[string]int), make(map[string]int), make(map[string]int)
	add := func(label string, s *claimText) {
		if s.confidence == kb.Disputed || len(s.evidence) == 0 {
			return
		}
		if all[label]++; all[label] == 1 {
			labels = append(labels, label)
		}
		switch {
		case s.origins == 1:
			alone[label]++
		case s.origins > 1:
			several[label]++
		}
	}
	t.each(lower(b.words.Say(words.Facts)), add)
	list := func(some map[string]int) string {
		var out []string
		for _, label := range labels {
			switch n := some[label]; {
			case n == 0:
				continue
			case n < all[label]:
				label += " (" + b.words.Number(n) + "/" + b.words.Number(all[label]) + ")"
			}
			out = append(out, label)
		}
		return strings.Join(out, b.words.ListComma) + "."
	}
	if len(several) > 0 && len(alone) > 2*len(several) && len(b.fallen) == 0 {
		return b.words.Say(words.ManyOrigins) + b.words.Colon + strings.TrimSuffix(list(several), ".") + b.words.Semicolon + b.words.Say(words.RestOneOrigin, oneOrigin) + "."
	}
	if len(alone) == 0 {
		return ""
	}
	return b.words.Say(words.OnlyOneOrigin, oneOrigin) + b.words.Colon + list(alone)
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
		var says []string
		if c.names[0].rank == kb.Preferred {
			says = append(says, b.words.Say(words.PreferredByBase))
		}
		b.parentheses(&w, append(append(says, c.names[0].qualifiers...), b.words.Count(c.origins, words.IndependentOrigins)))
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
		name := b.voice.Line(strings.TrimSpace(all[i].Ref))
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
