package compare

import (
	"cmp"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// rank is where a row of a comparison stands among the others. From
// rankMention on, rows are not compared.
type rank uint8

const (
	rankKind rank = iota
	rankColumn
	rankShort
	rankLong
	rankLinked
	rankAlone // one entity alone says something
	rankMention
	rankAddress
	rankNames
	rankSummary
	rankSources
	rankBody
)

// The keys of rows that are of no field, besides KindField.
const (
	linkedKey  = present.InternalPrefix + "linked " // before the path of the field that links
	citedKey   = present.InternalPrefix + "cited"
	sourcesKey = present.InternalPrefix + "sources"
)

const (
	// longCell is the width, in cells, beyond which a value is read and not
	// glanced at.
	longCell = 80
	// mostTold bounds how many things the cells of a row hold together.
	mostTold = 20_000
)

// gathering makes the rows of a comparison.
type gathering struct {
	voice    present.Voice
	entities []*kb.Entity
	records  []*kb.Record
	rows     []Compared
	at       map[string]int // the place of each row
	ranks    map[string]rank
	sources  []Cell // those that each entity as a whole relies on, or nil
	most     int    // how many things a cell holds
}

// gather returns the rows of what entities say, not yet compared.
func gather(v present.Voice, entities []*kb.Entity) []Compared {
	g := &gathering{
		voice: v, entities: entities, at: make(map[string]int), ranks: make(map[string]rank),
		most: max(8, min(present.MaxItems, mostTold/max(1, len(entities)))),
	}
	for _, e := range entities {
		g.records = append(g.records, v.KB.Record(e))
	}
	g.kinds()
	g.fields()
	g.linked()
	g.cited()
	g.row(sourcesKey, v.Words.Say(words.InSources), rankSources)
	for i := range g.rows {
		if r := &g.rows[i]; g.ranks[r.Key] > rankColumn && g.ranks[r.Key] < rankAlone && r.telling() < 2 {
			g.ranks[r.Key] = rankAlone
		}
	}
	slices.SortStableFunc(g.rows, func(a, b Compared) int { return cmp.Compare(g.ranks[a.Key], g.ranks[b.Key]) })
	g.number()
	return g.rows
}

// row returns the place of the row of a key, made where it is new.
func (g *gathering) row(key, label string, at rank) int {
	n, there := g.at[key]
	if !there {
		n = len(g.rows)
		r := Compared{Key: key, Label: label, Cells: make([]Cell, len(g.entities)), Verdict: Alike}
		if at >= rankMention {
			r.Verdict = Aside
		}
		g.rows = append(g.rows, r)
		g.at[key], g.ranks[key] = n, at
	}
	return n
}

// kinds says what the entities are, where they are not all of one kind.
func (g *gathering) kinds() {
	if !slices.ContainsFunc(g.entities, func(e *kb.Entity) bool { return e.Kind != g.entities[0].Kind }) {
		return
	}
	r := &g.rows[g.row(present.KindField, g.voice.Words.Say(words.OfKind), rankKind)]
	for i, e := range g.entities {
		r.Cells[i].add(told{text: g.voice.KindOne(e.Kind)}, g.most)
	}
}

// fields makes the rows of what the entities say themselves.
func (g *gathering) fields() {
	fields := g.voice.FieldsOf(g.entities)
	labels := make(map[string]string, len(fields))
	for _, f := range fields {
		labels[f.Path] = f.Label
	}
	var kinds []*kb.Kind
	for _, e := range g.entities {
		if slices.Contains(kinds, e.Kind) {
			continue
		}
		kinds = append(kinds, e.Kind)
		for _, column := range g.voice.Columns(e.Kind) {
			if label, own := labels[column.Field]; own {
				g.field(column.Field, label, rankColumn)
			} else if strings.Contains(column.Field, ".") {
				g.field(column.Field, present.Lower(column.Title), rankColumn)
			}
		}
	}
	for _, f := range fields {
		g.field(f.Path, f.Label, rankShort)
	}
	// What leads through a relation has no row where it leads nowhere.
	g.rows = slices.DeleteFunc(g.rows, func(r Compared) bool { return labels[r.Key] == "" && r.telling() == 0 })
	for n := range g.rows {
		g.at[g.rows[n].Key] = n
	}
}

// field makes the row of a path that has none yet.
func (g *gathering) field(path, label string, at rank) {
	if _, there := g.at[path]; there {
		return
	}
	cells := make([]Cell, len(g.entities))
	widest := 0
	for i, e := range g.entities {
		g.fill(&cells[i], e, g.records[i], path)
		widest = max(widest, cells[i].width())
	}
	r := Compared{Cells: cells}
	switch {
	case path == "aliases":
		at = rankNames
	case path == "summary":
		at = rankSummary
	case path == "body":
		at = rankBody
	case path == "source" && r.all(func(t *told) bool { return t.to != nil && g.voice.KB.IsSource(t.to) }):
		g.sources = cells
		return
	case at == rankColumn:
	case r.all((*told).isAddress):
		at = rankAddress
	case widest > longCell:
		at = rankLong
	}
	g.rows[g.row(path, label, at)].Cells = cells
}

// isAddress tells whether what is said is what no two entities share, and no
// person reads: a web address, a checksum.
func (t *told) isAddress() bool {
	return t.to == nil && (present.IsWebAddress(t.text) || present.IsChecksum(t.text))
}

// all tells whether something is said, and something is so of all of it.
func (r *Compared) all(is func(*told) bool) bool {
	some := false
	for i := range r.Cells {
		for j := range r.Cells[i].told {
			if some = is(&r.Cells[i].told[j]); !some {
				return false
			}
		}
	}
	return some
}

// telling counts the entities that say anything.
func (r *Compared) telling() int {
	n := 0
	for i := range r.Cells {
		if len(r.Cells[i].told) > 0 {
			n++
		}
	}
	return n
}

// number numbers the sources in the order of the rows, and tells of each entity
// which it relies on.
func (g *gathering) number() {
	var numbering present.Numbering
	relied := make([][]int, len(g.entities))
	rely := func(entity int, numbers ...int) {
		for _, n := range numbers {
			if !slices.Contains(relied[entity], n) {
				relied[entity] = append(relied[entity], n)
			}
		}
	}
	for n := range g.rows {
		for i := range g.rows[n].Cells {
			for j := range g.rows[n].Cells[i].told {
				t := &g.rows[n].Cells[i].told[j]
				t.notes = numbering.Notes(t.claim)
				rely(i, t.notes...)
			}
		}
	}
	for i := range g.sources {
		for _, t := range g.sources[i].told {
			rely(i, numbering.Number(&kb.Evidence{Source: t.to}))
		}
	}
	at := slices.IndexFunc(g.rows, func(r Compared) bool { return r.Key == sourcesKey })
	for i, numbers := range relied {
		for _, n := range numbers {
			g.rows[at].Cells[i].add(g.source(numbering.Sources[n-1]), g.most)
		}
	}
	if g.rows[at].telling() == 0 {
		g.rows = slices.Delete(g.rows, at, at+1)
	}
}

// source tells a numbered source.
func (g *gathering) source(s present.Source) told {
	t := told{text: safe.Line(present.Bound(s.Ref)), to: s.Entity, source: s.Number}
	switch {
	case s.Entity != nil:
		t.text = g.voice.Name(s.Entity)
	case t.text == "":
		t.text = g.voice.Words.Say(words.NoSource)
	}
	return t
}
