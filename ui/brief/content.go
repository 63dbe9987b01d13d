package brief

import (
	"slices"
	"strings"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/ui/words"
)

// content holds the claims about an entity that a brief may contain.
type content struct {
	entity  *kb.Entity
	lead    *claimText
	groups  []*group // its own values and links, and those of symmetric relations
	facts   []claimText
	inverse []*group // links of others to it, under the labels of their relations
	others  []mention
	isAhead bool // it begins after the day

	byLabel, inverseByLabel grouping
}

// mention is a fact of another entity that names this one.
type mention struct {
	by *kb.Entity
	claimText
}

// grouping finds the groups of a list by their labels.
type grouping map[string]*group

// of returns the group of a label in a list and adds it if it is new.
func (known grouping) of(groups *[]*group, label string) *group {
	g := known[label]
	if g == nil {
		g = &group{label: label}
		known[label] = g
		*groups = append(*groups, g)
	}
	return g
}

// contentOf gathers the claims about an entity.
func (b *builder) contentOf(e *kb.Entity) *content {
	t := &content{entity: e, byLabel: make(grouping), inverseByLabel: make(grouping)}
	own := b.voice.OwnStatements(e)
	for c := range evidence.Claims(b.kb, e) {
		switch {
		case c.Fact != nil:
			if s, ok := b.claimed(c, lower(b.words.Say(words.Facts))); ok {
				t.facts = append(t.facts, s)
			}
		case c.Statement.Field.Path == "body" || !own(c.Statement):
		case c.Statement.Field.Path == "summary":
			if s, ok := b.claimed(c, b.label(c.Statement.Field)); ok {
				t.lead = &s
			}
		default:
			label := b.label(c.Statement.Field)
			if s, ok := b.claimed(c, label); ok {
				b.setDate(&s, e)
				if d, ok := c.Statement.Field.DateOf(c.Statement.Value); ok && s.to == nil {
					s.when = &d
				}
				switch isAhead := b.isAhead(s.when); {
				case isAhead && isDateField(c.Statement.Field.Path):
					t.isAhead = true
				case isAhead:
					b.later = append(b.later, labelled{label, s})
					continue
				}
				g := t.byLabel.of(&t.groups, label)
				g.path, g.isNoun = c.Statement.Field.Path, b.isNoun(c.Statement, label)
				g.items, g.statements = append(g.items, s), append(g.statements, c.Statement)
			}
		}
	}
	if r := b.kb.Record(e); t.lead == nil && !r.Summary.IsEmpty() && len(r.Values("summary")) == 0 {
		t.lead = b.summary(r)
	}
	return t
}

// summary returns the summary of an entity with the evidence of the whole entity.
func (b *builder) summary(r *kb.Record) *claimText {
	text, other := b.kb.TextIn(r.Summary, b.voice.Lang)
	s := &claimText{text: b.voice.Line(text), isGeneral: true, qualifiers: append([]string{b.words.Say(words.BaseSummary)}, b.inLanguage(other)...)}
	s.evidence = named(evidence.EntityEvidence(b.kb, r))
	if s.origins = evidence.Origins(b.kb, s.evidence); s.origins == 0 && len(s.evidence) > 0 {
		s.qualifiers = append(s.qualifiers, b.words.Say(words.OnlyFallen))
	}
	if b.isHindsight(s.text) {
		return nil
	}
	if len(s.evidence) == 0 && !b.keep {
		b.unsourced = append(b.unsourced, b.words.Say(words.InSummary))
		return nil
	}
	return s
}

// label returns the label of a field, as it stands within a sentence.
func (b *builder) label(f *kb.Field) string {
	label := b.voice.FieldLabel(f)
	switch {
	case label != b.voice.Line(f.Path):
	case f.Path == "name":
		label = b.words.Say(words.Named)
	case f.Path == "aliases":
		label = b.words.Say(words.AlsoKnownAs)
	case f.Path == "summary":
		label = b.words.Say(words.InSummary)
	default:
		label = readable(label)
	}
	return label
}

// setDate sets the date of the other end of a link, unless its name contains the
// year.
func (b *builder) setDate(s *claimText, but *kb.Entity) {
	if s.to == nil || s.to == but || b.kb.IsSource(s.to) {
		return
	}
	if s.date, s.when = b.dateOf(s.to); s.when != nil && namesYear(s.text, *s.when) {
		s.date = nil
	}
}

// namesYear reports whether a name contains the year of a date.
func namesYear(name string, d date.Date) bool { return strings.Contains(name, date.WriteYear(d.Year)) }

// isDateField reports whether a field holds when an entity took place.
func isDateField(path string) bool { return path == "date" || path == "start" || path == "end" }

// dateOf returns the date or start of an entity as a claim and, where it can be
// read, as a date; nil if the brief contains none.
func (b *builder) dateOf(e *kb.Entity) (*claimText, *date.Date) {
	var found *claimText
	var when *date.Date
	for c := range evidence.Claims(b.kb, e) {
		if c.Statement == nil || c.Statement.To != nil || c.Statement.Field.Path != "date" && c.Statement.Field.Path != "start" {
			continue
		}
		s, ok := b.claimed(c, "")
		if ok && (found == nil || s.rank == kb.Preferred && found.rank != kb.Preferred) {
			if word, _ := b.voice.Confidence(kb.Disputed); s.confidence == kb.Disputed {
				s.qualifiers = []string{word} // the rest stands in its own brief
			}
			found, when = &s, nil
			if d, ok := c.Statement.Field.DateOf(c.Statement.Value); ok {
				when = &d
			}
		}
	}
	return found, when
}

// The maximum numbers of backlinks in a brief.
const (
	mostLinked   = 60 // entities under one label
	mostMentions = 40
)

// addBacklinks gathers the claims of other entities about the entity: their links
// to it, by date, and the facts that name it.
func (b *builder) addBacklinks(t *content) {
	for link := range b.kb.Backlinks(t.entity) {
		if link.From == t.entity || b.kb.IsSource(link.From) || link.Field.IsMention() {
			continue
		}
		claim := evidence.OfLink(b.kb, b.kb.Record(link.From), b.kb.Link(link))
		switch {
		case claim.Fact != nil:
			b.addMention(t, link.From, claim)
		case link.Field.Relation != nil && link.Field.Relation.Symmetric:
			b.join(t.byLabel.of(&t.groups, b.label(link.Field)), link.From, claim)
		default:
			b.join(t.inverseByLabel.of(&t.inverse, b.inverse(link.Field)), link.From, claim)
		}
	}
	isEmpty := func(g *group) bool { return len(g.items) == 0 }
	t.groups = slices.DeleteFunc(t.groups, isEmpty)
	t.inverse = slices.DeleteFunc(t.inverse, isEmpty)
	for _, g := range t.inverse {
		order.Stable(g.items, func(p, q claimText) int { return byDate(p.when, q.when) })
	}
}

// inverse returns the label of a relation from its target.
func (b *builder) inverse(f *kb.Field) string {
	if label := b.voice.InverseName(f); label != "" {
		return label
	}
	return b.words.Say(words.NamedAs, b.label(f))
}

// join adds the source entity of a link to a group.
func (b *builder) join(g *group, from *kb.Entity, c evidence.Claim) {
	past, later := len(b.past), len(b.later)
	s, ok := b.claimed(c, g.label)
	name := b.voice.Name(from)
	if !ok {
		if len(b.past) > past {
			b.past[past] = g.label + b.words.Colon + name
		}
		if len(b.later) > later {
			b.later[later].text, b.later[later].to = name, from
		}
		return
	}
	s.text, s.to, s.url, s.isNumber = name, from, "", false
	if len(g.items) == mostLinked {
		g.more++
		return
	}
	if b.setDate(&s, nil); b.isAhead(s.when) {
		b.later = append(b.later, labelled{g.label, s})
		return
	}
	g.items = append(g.items, s)
}

// isAhead reports whether a date is after the day.
func (b *builder) isAhead(when *date.Date) bool {
	return when != nil && when.Span().From > b.voice.Day.Span().To
}

// each calls f with each claim about the entity and its label, the summary excepted.
func (t *content) each(facts string, f func(label string, s *claimText)) {
	for _, g := range slices.Concat(t.groups, t.inverse) {
		for i := range g.items {
			f(g.label, &g.items[i])
		}
	}
	for i := range t.facts {
		f(facts, &t.facts[i])
	}
	for i := range t.others {
		f(facts, &t.others[i].claimText)
	}
}

// count counts the claims with a source, those of one origin, and those whose sources
// have all fallen.
func (b *builder) count(contents ...*content) {
	b.total, b.one, b.fallen = 0, 0, nil
	for _, t := range contents {
		t.each(lower(b.words.Say(words.Facts)), func(label string, s *claimText) {
			if len(s.evidence) == 0 {
				return
			}
			b.total++
			switch s.origins {
			case 0:
				b.fallen = append(b.fallen, label)
			case 1:
				b.one++
			}
		})
	}
}

// keepDates leaves of what begins after the day only when it begins: the rest had not
// happened.
func (t *content) keepDates() {
	*t = content{entity: t.entity, isAhead: true, groups: slices.DeleteFunc(t.groups, func(g *group) bool { return !isDateField(g.path) })}
}

func (b *builder) addMention(t *content, by *kb.Entity, c evidence.Claim) {
	if b.seen[c.Pos()] {
		return
	}
	s, ok := b.claimed(c, lower(b.words.Say(words.Facts)))
	switch {
	case !ok:
	case len(t.others) == mostMentions:
		b.mentions++
	default:
		t.others = append(t.others, mention{by, s})
	}
}
