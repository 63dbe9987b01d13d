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
)

// OfSeveral returns the brief about several entities, such as the meetings of a
// day: the dated ones in order of date, then the others in file order. Sources are
// omitted unless all entities are sources.
func OfSeveral(v present.Voice, title string, entities []*kb.Entity, o Options) *export.Document {
	entities = withoutSources(v.KB, entities)
	if len(entities) == 1 {
		return Of(v, entities[0], o)
	}
	b := newBuilder(v, o)
	b.doc.Title = present.Capital(b.datesIn(title))
	b.doc.Subtitle = v.Words.Count(len(entities), words.EntityCount) + b.drawnFrom()
	b.inOrder(entities)
	if all := len(entities); all > mostEntities {
		entities = entities[:mostEntities]
		b.leaveOut(v.Words.Say(words.FirstOnly, v.Words.Number(mostEntities), v.Words.Number(all)))
	}
	for _, e := range entities {
		b.short(e, len(entities) <= fewEntities)
	}
	return b.finish()
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
func (b *builder) short(e *kb.Entity, all bool) {
	if b.kb.IsSource(e) {
		b.section(b.voice.Name(e), b.reliance(e))
		return
	}
	t := b.contentOf(e)
	if !all {
		t = b.shown(e, t)
	}
	lines := append(b.lead(t), b.lines(t.groups)...)
	for i := range t.facts {
		lines = append(lines, export.Line{Runs: b.sentence(&t.facts[i])})
	}
	b.section(b.voice.Name(e), lines)
}

// shown reduces the claims of an entity to its columns and its dates.
func (b *builder) shown(e *kb.Entity, t *entityContent) *entityContent {
	var labels []string
	for _, path := range append([]string{"date", "start", "end"}, e.Kind.Columns...) {
		if f := e.Kind.FindField(path); f != nil && path != "" {
			labels = append(labels, b.label(f))
		}
	}
	if len(e.Kind.Columns) > 0 {
		t.groups = slices.DeleteFunc(t.groups, func(g *group) bool { return !slices.Contains(labels, g.label) })
	}
	t.facts = nil
	return t
}
