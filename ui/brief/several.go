package brief

import (
	"cmp"
	"regexp"
	"slices"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// A brief about several entities contains at most mostEntities of them. Unless it is
// full, it has a line on each if there are more than fewEntities.
const (
	mostEntities = 50
	fewEntities  = 8
	severalPages = 2
)

// OfSeveral returns the brief about several entities, such as the meetings of a
// day: the dated ones in order of date, then the others in file order. Sources are
// omitted unless all entities are sources.
func OfSeveral(v present.Voice, title string, entities []*kb.Entity, o Options) *export.Document {
	entities = withoutSources(v.KB, entities)
	if len(entities) == 1 {
		return Of(v, entities[0], o)
	}
	return fit(v, severalPages, func(v present.Voice) (*builder, func(float64) *export.Document) {
		b := newBuilder(v, o)
		contents := b.contentsOf(entities)
		if b.total == 0 && !b.keep {
			b = newBuilder(v, Options{o.Length, true})
			contents = b.contentsOf(entities)
		}
		return b, b.ofAll(title, contents, len(entities))
	})
}

// contentsOf gathers the claims about entities in order, at most mostEntities.
func (b *builder) contentsOf(entities []*kb.Entity) []*content {
	entities = slices.Clone(entities)
	b.inOrder(entities)
	var out []*content
	for _, e := range entities[:min(len(entities), mostEntities)] {
		out = append(out, b.contentOf(e))
	}
	b.count(out...)
	return out
}

// ofAll returns what writes a share of the brief about several entities of all.
func (b *builder) ofAll(title string, contents []*content, all int) func(share float64) *export.Document {
	w := b.words
	subtitle := w.Count(all, words.EntityCount) + b.drawnFrom()
	if b.total == 0 && !slices.ContainsFunc(contents, func(t *content) bool { return b.kb.IsSource(t.entity) }) {
		subtitle += w.Semicolon + lower(w.Say(words.NothingCited))
	}
	return func(share float64) *export.Document {
		b.begin(present.Capital(b.datesIn(title)), subtitle)
		if b.one > 0 && b.one < b.total {
			b.doc.Dates += w.Semicolon + w.Say(words.MarkOfOneOrigin, oneOrigin)
		}
		shown := part(contents, share)
		if b.isFull || len(contents) <= fewEntities {
			for _, t := range shown {
				b.short(t)
			}
		} else {
			b.section(export.Section{Title: w.Say(words.KeyFacts), Lines: b.entries(shown)})
		}
		if len(shown) < all {
			b.section(export.Section{Kind: export.Remarks, Title: w.Say(words.LeftOut), Note: w.Say(words.FirstOnly, w.Number(len(shown)), w.Number(all))})
		}
		return b.finish()
	}
}

var isoDate = regexp.MustCompile(`\b\d{4}-\d{2}(-\d{2})?\b`)

// datesIn returns a text with its dates in words.
func (b *builder) datesIn(text string) string {
	return isoDate.ReplaceAllStringFunc(text, func(date string) string {
		written, _ := b.words.WriteDate(date)
		return written
	})
}

func withoutSources(k *kb.KB, entities []*kb.Entity) []*kb.Entity {
	others := slices.DeleteFunc(slices.Clone(entities), k.IsSource)
	if len(others) > 0 {
		return others
	}
	return slices.Clone(entities)
}

func (b *builder) inOrder(entities []*kb.Entity) {
	dates := make(map[*kb.Entity]*date.Date, len(entities))
	for _, e := range entities {
		_, dates[e] = b.dateOf(e)
	}
	slices.SortStableFunc(entities, func(p, q *kb.Entity) int {
		return cmp.Or(byDate(dates[p], dates[q]), cmp.Compare(p.Number(), q.Number()))
	})
}

// short adds the section of one entity among several.
func (b *builder) short(t *content) {
	s := export.Section{Title: b.voice.Name(t.entity)}
	if b.kb.IsSource(t.entity) {
		s.Lines = b.relianceLines(b.reliance(t.entity))
	}
	if t.lead != nil {
		s.Lines = append(s.Lines, export.Line{Runs: b.sentence(t.lead)})
	}
	for _, p := range b.points(t) {
		if p.group != nil && p.group.disagrees() {
			s.Lines = append(s.Lines, b.attributions(p.group))
		} else {
			s.Lines = append(s.Lines, b.pointLine(p))
		}
	}
	b.section(s)
}

// entries writes a line on each of many entities: its dates and the columns of its
// kind, or else its summary. Those without either are left out.
func (b *builder) entries(contents []*content) []export.Line {
	var out []export.Line
	for _, t := range contents {
		var w writer
		for _, p := range b.points(t) {
			if p.group == nil || !isDateField(p.group.path) && !slices.Contains(t.entity.Kind.Columns, p.group.path) {
				continue
			}
			if len(w.runs) > 0 {
				w.text(b.words.Semicolon)
			}
			w.text(p.group.label + b.words.Colon)
			if sure := p.group.undisputed(); len(sure) > 0 {
				for i := range sure {
					sure[i].evidence = b.mostCited(sure[i].evidence)
				}
				b.clusters(&w, b.clustersOf(sure), b.words.ListComma)
			} else {
				w.runs = append(w.runs, b.attributions(p.group).Runs...)
			}
		}
		switch {
		case b.kb.IsSource(t.entity):
			w.text(b.words.Count(b.reliers(t.entity), words.ClaimCount))
			b.notes(&w, []kb.Evidence{{Source: t.entity}})
		case len(w.runs) == 0 && t.lead != nil:
			w.runs = b.sentence(t.lead)
		}
		if len(w.runs) > 0 {
			out = append(out, export.Line{Head: b.voice.Name(t.entity), Join: dash, Runs: w.runs})
		}
	}
	return out
}

// reliers returns the number of claims that cite a source.
func (b *builder) reliers(source *kb.Entity) int {
	seen := make(map[kb.Pos]bool)
	for claim := range evidence.Citing(b.kb, source) {
		seen[claim.Pos()] = true
	}
	return len(seen)
}
