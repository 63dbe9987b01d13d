package brief

import (
	"slices"
	"strings"

	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/words"
)

// mostLater is the maximum number of listed claims that begin after the day.
const mostLater = 5

// open adds what the base does not settle: fields without a value, claims without a
// source, disputes, and what is to come.
func (b *builder) open(e *kb.Entity, t *content) {
	s := export.Section{Kind: export.Remarks, Title: b.words.Say(words.OpenQuestions)}
	add := func(m words.Message, text string) {
		if text != "" {
			s.Lines = append(s.Lines, remark(b.words.Say(m), b.words.Colon, text+"."))
		}
	}
	add(words.NotKnown, strings.Join(b.missing(e), b.words.ListComma))
	if !b.keep || b.total > 0 {
		add(words.NotSourced, b.tally(b.unsourced))
	}
	add(words.SourceFallen, b.tally(b.fallen))
	add(words.ToSettle, strings.Join(b.disputedLabels(t), b.words.ListComma))
	for _, c := range b.later[:min(len(b.later), mostLater)] {
		var w writer
		w.text(c.label + b.words.Colon)
		b.values(&w, []claimText{c.claimText})
		s.Lines = append(s.Lines, export.Line{Head: b.words.Say(words.StillToCome), Join: b.words.Colon, Runs: w.runs})
	}
	b.section(s)
}

// missing returns the labels of the required fields and of the columns that an entity
// has no value of.
func (b *builder) missing(e *kb.Entity) []string {
	r := b.kb.Record(e)
	var labels []string
	for _, path := range slices.Concat(e.Kind.Required, e.Kind.Columns) {
		has := len(r.Values(path)) > 0
		switch path {
		case evidence.SourceField, "":
			continue
		case "summary":
			has = has || !r.Summary.IsEmpty()
		case "name", "title":
			has = true
		case "date":
			has = has || len(r.Values("start")) > 0
		}
		if f := e.Kind.FindField(path); f != nil && !has && !leadsElsewhere(r, f) {
			if label := b.label(f); !slices.Contains(labels, label) {
				labels = append(labels, label)
			}
		}
	}
	return labels
}

// leadsElsewhere reports whether an entity has links of other relations to the kinds
// that a relation leads to: a visit to a city says where it was.
func leadsElsewhere(r *kb.Record, f *kb.Field) bool {
	return slices.ContainsFunc(r.Links, func(link *kb.Statement) bool {
		return link.Fact == nil && slices.Contains(f.Targets, link.To.Kind)
	})
}

// mostPast is the number of claims that no longer hold which a brief names as left out.
const mostPast = 3

// leftOut adds what the brief leaves out, and how much.
func (b *builder) leftOut(points int, of words.Plural, people int) {
	s := export.Section{Kind: export.Remarks, Title: b.words.Say(words.LeftOut)}
	add := func(n int, of words.Plural) {
		if n > 0 {
			s.Note += b.words.ListComma + b.words.Count(n, of)
		}
	}
	add(points, of)
	add(people, words.PeopleLeft)
	add(len(b.past), words.PastLeft)
	if named := b.past[:min(mostPast, len(b.past))]; len(named) > 0 {
		s.Note += " (" + strings.Join(named, b.words.Semicolon)
		if len(named) < len(b.past) {
			s.Note += b.words.Semicolon + "…"
		}
		s.Note += ")"
	}
	add(b.deprecated, words.DeprecatedLeft)
	add(b.mentions, words.MentionsLeft)
	if s.Note == "" {
		return
	}
	s.Note = strings.TrimPrefix(s.Note, b.words.ListComma)
	if points+people+len(b.past) > 0 {
		s.Note += b.words.Semicolon + b.words.Say(words.HowToHaveAll)
	}
	s.Note += "."
	b.section(s)
}
