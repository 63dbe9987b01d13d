package brief

import (
	"strings"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Of returns the brief about an entity.
func Of(v present.Voice, e *kb.Entity, o Options) *export.Document {
	b := newBuilder(v, o)
	b.doc.Title = v.Name(e)
	b.doc.Subtitle = present.Capital(v.KindOne(e.Kind)) + b.drawnFrom()
	if b.kb.IsSource(e) {
		b.section(b.words.Say(words.ReliesOnIt), b.reliance(e))
		return b.finish()
	}
	t := b.contentOf(e)
	near := b.backlinksOf(e, t)
	b.section("", b.lead(t))
	b.section(b.words.Say(words.KeyFacts), b.lines(t.groups))
	b.factSections(t)
	b.section(b.words.Say(words.WithCaution), b.caution(t))
	b.section(b.words.Say(words.WhoIsWho), b.introductions(e, t))
	b.section(b.words.Say(words.LinkedEntities), b.linked(near))
	return b.finish()
}

func (b *builder) drawnFrom() string {
	title := b.voice.Say(b.kb.Title)
	if title == "" {
		return ""
	}
	return b.words.ListComma + b.words.Say(words.DrawnFrom, title)
}

// entityContent holds the claims of an entity that a brief contains.
type entityContent struct {
	lead   *claimText
	groups []*group
	facts  []claimText
}

// group returns the group of a label and adds it if it is new.
func (t *entityContent) group(label string) *group {
	for _, g := range t.groups {
		if g.label == label {
			return g
		}
	}
	g := &group{label: label}
	t.groups = append(t.groups, g)
	return g
}

// contentOf gathers the claims of an entity.
func (b *builder) contentOf(e *kb.Entity) *entityContent {
	t := new(entityContent)
	r := b.kb.Record(e)
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
			if s, ok := b.claimed(c, lower(label)); ok {
				b.setDate(&s, e)
				g := t.group(label)
				g.items = append(g.items, s)
			}
		}
	}
	if t.lead == nil && !r.Summary.IsEmpty() && len(r.Values("summary")) == 0 {
		t.lead = b.summary(r)
	}
	return t
}

// summary returns the summary of an entity with the evidence of the whole entity.
func (b *builder) summary(r *kb.Record) *claimText {
	text, other := b.kb.TextIn(r.Summary, b.voice.Lang)
	s := &claimText{text: safe.Line(text), evidence: named(evidence.EntityEvidence(b.kb, r))}
	if len(s.evidence) == 0 && !b.keep {
		b.unsourced = append(b.unsourced, b.words.Say(words.InSummary))
		return nil
	}
	s.qualifiers = b.inLanguage(other)
	return s
}

// label returns the label of a field, capitalized.
func (b *builder) label(f *kb.Field) string {
	label := b.voice.FieldLabel(f)
	switch {
	case label != safe.Line(f.Path):
	case f.Path == "name":
		label = b.words.Say(words.Named)
	case f.Path == "aliases":
		label = b.words.Say(words.AlsoKnownAs)
	case f.Path == "summary":
		label = b.words.Say(words.InSummary)
	default:
		label = readable(label)
	}
	return present.Capital(label)
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

func (b *builder) lead(t *entityContent) []export.Line {
	if t.lead == nil {
		return nil
	}
	return []export.Line{{Runs: b.sentence(t.lead)}}
}

func (b *builder) lines(groups []*group) []export.Line {
	var out []export.Line
	for _, g := range groups {
		out = append(out, b.line(g))
	}
	return out
}

// factSections adds the certain facts: those of several origins, those of one, and
// those without a source.
func (b *builder) factSections(t *entityContent) {
	var many, one, none []export.Line
	for i := range t.facts {
		s := &t.facts[i]
		if !b.warns(s) && len(s.evidence) > 0 && b.origins(s) > 1 {
			many = append(many, export.Line{Runs: b.sentence(s)})
		}
	}
	for i := range t.facts {
		s := &t.facts[i]
		if !b.warns(s) && len(s.evidence) > 0 && b.origins(s) <= 1 {
			one = append(one, export.Line{Runs: b.sentence(s)})
		}
	}
	for i := range t.facts {
		if s := &t.facts[i]; !b.warns(s) && len(s.evidence) == 0 {
			none = append(none, export.Line{Runs: b.sentence(s)})
		}
	}
	b.section(b.words.Say(words.FactsOfSeveralOrigins), many)
	b.section(b.words.Say(words.FactsOfOneOrigin), one)
	b.section(b.words.Say(words.FactsWithoutSource), none)
}

// mostReliance is the maximum number of listed claims that cite a source.
const mostReliance = 200

// reliance lists the claims that cite a source.
func (b *builder) reliance(source *kb.Entity) []export.Line {
	var out []export.Line
	seen := make(map[kb.Pos]bool)
	for c := range b.kb.Citations(source) {
		statement, fact, _ := b.kb.ResolveCitation(c)
		claim := evidence.Claim{Entity: c.By, Statement: statement, Fact: fact}
		if seen[claim.Pos()] {
			continue
		}
		seen[claim.Pos()] = true
		s, ok := b.claimed(claim, "")
		switch {
		case !ok:
		case len(out) == mostReliance:
			b.mentions++
		case fact != nil:
			out = append(out, export.Line{Head: b.voice.Name(c.By), Join: dash, Runs: b.sentence(&s)})
		default:
			var w writer
			w.text(b.label(statement.Field) + b.words.Colon)
			b.values(&w, []claimText{s})
			out = append(out, export.Line{Head: b.voice.Name(c.By), Join: dash, Runs: w.runs})
		}
	}
	return out
}

// dash separates a name from the text about it.
const dash = " — "
