package brief

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/words"
)

// introduced is an entity and the claims that say who it is.
type introduced struct {
	who    *kb.Entity
	claims []labelled
}

// people returns the entities that the claims about an entity link to, in the order
// of the file. Places, sources, events and kinds without informative columns are not
// among them.
func (b *builder) people(t *content) []introduced {
	var out []introduced
	seen := map[*kb.Entity]bool{nil: true, t.entity: true}
	for _, g := range slices.Concat(t.groups, t.inverse) {
		for i := range g.items {
			who := g.items[i].to
			if seen[who] || !b.isIntroduced(who.Kind) {
				continue
			}
			seen[who] = true
			if when, _ := b.dateOf(who); when != nil {
				continue
			}
			if claims := b.introduction(who); claims != nil {
				out = append(out, introduced{who, claims})
			}
		}
	}
	return out
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

// whoIsWho adds a line on each of some entities.
func (b *builder) whoIsWho(people []introduced) {
	s := export.Section{Title: b.words.Say(words.WhoIsWho)}
	for _, p := range people {
		s.Lines = append(s.Lines, export.Line{Head: b.voice.Name(p.who), Join: dash, Runs: b.introduce(p.claims)})
	}
	b.section(s)
}

// longestIntroduction is the maximum number of characters of a name and what
// introduces it: two lines in print.
const longestIntroduction = 190

// introduction returns the claims that say who an entity is: its summary, if it is
// short, or else its first columns; nil if none has a source.
func (b *builder) introduction(who *kb.Entity) []labelled {
	r := b.kb.Record(who)
	text, other := b.kb.TextIn(r.Summary, b.voice.Lang)
	summary := labelled{"", claimText{text: b.voice.Line(text), evidence: named(evidence.EntityEvidence(b.kb, r)), qualifiers: b.inLanguage(other)}}
	hasSummary := text != "" && !b.isHindsight(text) && len(summary.evidence) > 0 && len(r.Values("summary")) == 0
	room := longestIntroduction - utf8.RuneCountInString(b.voice.Name(who))
	if hasSummary && utf8.RuneCountInString(text) <= room {
		return []labelled{summary}
	}
	var out []labelled
	for _, path := range slices.DeleteFunc(slices.Clone(who.Kind.Columns), func(c string) bool { return !isInformative(c) }) {
		for c := range evidence.Claims(b.kb, who) {
			if c.Statement == nil || c.Statement.Field.Path != path {
				continue
			}
			label := b.label(c.Statement.Field)
			s, ok := b.claimed(c, "")
			length := utf8.RuneCountInString(label + s.text + strings.Join(s.qualifiers, ""))
			if ok && s.confidence != kb.Disputed && len(s.evidence) > 0 && length <= room {
				out, room = append(out, labelled{label, s}), room-length
			}
		}
	}
	if len(out) == 0 && hasSummary {
		return []labelled{summary}
	}
	return out
}

// introduce writes an introduction.
func (b *builder) introduce(claims []labelled) []export.Run {
	var w writer
	var groups []*group
	byLabel := make(grouping)
	for i := range claims {
		s := claims[i].claimText
		s.evidence, s.origins = b.mostCited(s.evidence), 0
		if claims[i].label == "" {
			return b.sentence(&s)
		}
		g := byLabel.of(&groups, claims[i].label)
		g.items = append(g.items, s)
	}
	for i, g := range groups {
		if i > 0 {
			w.text(b.words.Semicolon)
		}
		w.text(g.label + b.words.Colon)
		b.clusters(&w, b.clustersOf(g.items), b.words.ListComma)
	}
	return w.runs
}
