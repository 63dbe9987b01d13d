package brief

import (
	"cmp"
	"slices"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// The maximum numbers of backlinks in a brief.
const (
	mostLinked   = 60 // entities under one label
	mostMentions = 40
)

// entityBacklinks holds the claims of other entities about an entity: relations, and
// facts as mentions.
type entityBacklinks struct {
	entityContent
	mentions []mention
}

type mention struct {
	by *kb.Entity
	claimText
}

// backlinksOf gathers the claims of other entities about an entity. Symmetric
// relations join the claims of the entity itself.
func (b *builder) backlinksOf(e *kb.Entity, own *entityContent) *entityBacklinks {
	n := new(entityBacklinks)
	seen := make(map[kb.Pos]bool)
	for link := range b.kb.Backlinks(e) {
		if link.From == e || b.kb.IsSource(link.From) || link.Field.IsMention() {
			continue
		}
		claim := evidence.OfLink(b.kb, b.kb.Record(link.From), b.kb.Link(link))
		switch {
		case claim.Fact != nil:
			if !seen[claim.Fact.Pos] {
				seen[claim.Fact.Pos] = true
				n.mention(b, link.From, claim)
			}
		case link.Field.Relation != nil && link.Field.Relation.Symmetric:
			b.join(own.group(b.label(link.Field)), link.From, claim)
		default:
			b.join(n.group(b.inverse(link.Field)), link.From, claim)
		}
	}
	own.groups = slices.DeleteFunc(own.groups, isEmpty)
	n.groups = slices.DeleteFunc(n.groups, isEmpty)
	return n
}

func isEmpty(g *group) bool { return len(g.items) == 0 }

// inverse returns the label of a relation from its target.
func (b *builder) inverse(f *kb.Field) string {
	if label := b.voice.InverseName(f); label != "" {
		return present.Capital(label)
	}
	return present.Capital(b.words.Say(words.NamedAs, lower(b.label(f))))
}

// join adds the source entity of a link to a group.
func (b *builder) join(g *group, from *kb.Entity, c evidence.Claim) {
	s, ok := b.claimed(c, lower(g.label))
	if !ok {
		return
	}
	s.text, s.to, s.url = b.voice.Name(from), from, ""
	if len(g.items) == mostLinked {
		g.more++
		return
	}
	b.setDate(&s, nil)
	g.items = append(g.items, s)
}

func (n *entityBacklinks) mention(b *builder, by *kb.Entity, c evidence.Claim) {
	s, ok := b.claimed(c, lower(b.words.Say(words.Facts)))
	switch {
	case !ok:
	case len(n.mentions) == mostMentions:
		b.mentions++
	default:
		n.mentions = append(n.mentions, mention{by, s})
	}
}

// linked lists the backlinks of the entity, sorted by date within each relation.
func (b *builder) linked(n *entityBacklinks) []export.Line {
	for _, g := range n.groups {
		slices.SortStableFunc(g.items, func(p, q claimText) int { return byDate(p.when, q.when) })
	}
	out := b.lines(n.groups)
	for i := range n.mentions {
		m := &n.mentions[i]
		out = append(out, export.Line{Head: b.voice.Name(m.by), Join: dash, Runs: b.sentence(&m.claimText)})
	}
	return out
}

// byDate compares dates; no date comes last.
func byDate(p, q *date.Date) int {
	switch {
	case p == nil && q == nil:
		return 0
	case p == nil:
		return 1
	case q == nil:
		return -1
	}
	return cmp.Or(cmp.Compare(p.Span().From, q.Span().From), cmp.Compare(p.Precision, q.Precision))
}

// mostTies is the maximum number of groups in an introduction.
const mostTies = 4

// introductions describes each entity named in the brief on one line: the columns of
// its kind and its links to other named entities. Places, sources and kinds without
// informative columns are not introduced.
func (b *builder) introductions(e *kb.Entity, t *entityContent) []export.Line {
	var among []*kb.Entity
	for _, g := range t.groups {
		for _, s := range g.items {
			if s.to != nil && s.to != e && !slices.Contains(among, s.to) {
				among = append(among, s.to)
			}
		}
	}
	var out []export.Line
	for _, who := range among {
		if !b.isIntroduced(who.Kind) {
			continue
		}
		if runs := b.introduction(who, e, among); runs != nil {
			out = append(out, export.Line{Head: b.voice.Name(who), Join: dash, Runs: runs})
		}
	}
	return out
}

// introduction describes an entity by its columns and links, or else its summary.
func (b *builder) introduction(who, but *kb.Entity, among []*kb.Entity) []export.Run {
	if ties := b.tiesOf(who, but, among); len(ties.groups) > 0 {
		return b.inOne(ties).runs
	}
	r := b.kb.Record(who)
	summary, other := b.kb.TextIn(r.Summary, b.voice.Lang)
	s := claimText{text: safe.Line(summary), evidence: named(evidence.EntityEvidence(b.kb, r)), qualifiers: b.inLanguage(other)}
	if summary == "" || len(s.evidence) == 0 || len(r.Values("summary")) > 0 {
		return nil
	}
	return b.sentence(&s)
}

// isIntroduced reports whether entities of a kind have introductions.
func (b *builder) isIntroduced(kind *kb.Kind) bool {
	place := kind.FindField("location")
	isPlace := place != nil && place.Relation == nil
	return kind != b.kb.SourceKind() && !isPlace && slices.ContainsFunc(kind.Columns, isInformative)
}

// isInformative reports whether a column is not one that every kind has.
func isInformative(column string) bool {
	return !slices.Contains([]string{"", "name", "title", "summary", "body", "aliases", "kind", "key", "address"}, column)
}

// tiesOf returns the claims of an entity for its introduction.
func (b *builder) tiesOf(who, but *kb.Entity, among []*kb.Entity) *entityContent {
	t := new(entityContent)
	for c := range evidence.Claims(b.kb, who) {
		s := c.Statement
		if s == nil || s.To == but {
			continue
		}
		column := isInformative(s.Field.Path) && slices.Contains(who.Kind.Columns, s.Field.Path)
		if !column && !slices.Contains(among, s.To) {
			continue
		}
		if claim, ok := b.claimed(c, ""); ok && len(claim.evidence) > 0 {
			g := t.group(b.label(s.Field))
			g.items = append(g.items, claim)
		}
	}
	for _, g := range t.groups {
		g.present()
	}
	t.groups = t.groups[:min(len(t.groups), mostTies)]
	return t
}

// present removes the claims with an end, unless all have one.
func (g *group) present() {
	isOver := func(s claimText) bool { return s.until != "" }
	if slices.ContainsFunc(g.items, func(s claimText) bool { return !isOver(s) }) {
		g.items = slices.DeleteFunc(g.items, isOver)
	}
}
