package brief

import (
	"cmp"
	"regexp"
	"slices"

	"rihla/model/date"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// A brief about several entities contains at most mostEntities of them. If it has
// more than fewEntities, it only contains the columns of their kinds.
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
	if b.total == 0 {
		subtitle += w.Semicolon + lower(w.Say(words.NothingCited))
	}
	return func(share float64) *export.Document {
		b.begin(present.Capital(b.datesIn(title)), subtitle)
		if b.one > 0 && b.one < b.total {
			b.doc.Dates += w.Semicolon + w.Say(words.MarkOfOneOrigin, oneOrigin)
		}
		shown := part(contents, share)
		for _, t := range shown {
			b.short(t, len(contents) <= fewEntities)
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

// short adds the section of one entity among several, with all its claims or those of
// its columns.
func (b *builder) short(t *content, all bool) {
	name := b.voice.Name(t.entity)
	if b.kb.IsSource(t.entity) {
		b.section(export.Section{Title: name, Lines: b.relianceLines(b.reliance(t.entity))})
		return
	}
	s := export.Section{Title: name}
	if t.lead != nil {
		s.Lines = append(s.Lines, export.Line{Runs: b.sentence(t.lead)})
	}
	for _, p := range b.points(t) {
		isShown := all || p.group != nil && (isDateField(p.group.path) || slices.Contains(t.entity.Kind.Columns, p.group.path))
		switch {
		case !isShown:
		case p.group != nil && p.group.disagrees():
			s.Lines = append(s.Lines, b.attributions(p.group))
		default:
			s.Lines = append(s.Lines, b.pointLine(p))
		}
	}
	b.section(s)
}
