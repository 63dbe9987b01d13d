package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// rank orders the rows. Those from rankMention on are long and nearly always differ.
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
	maxValues = 20_000
)

// gatherer makes the rows of a comparison.
type gatherer struct {
	voice    present.Voice
	entities []*kb.Entity
	records  []*kb.Record
	values   []map[string][]*kb.Statement // of each record, by the paths of fields
	rows     []Row
	at       map[string]int // the place of each row
	ranks    map[string]rank
	sources  []Cell // those that each entity as a whole relies on, or nil
	most     int    // how many things a cell holds
}

// gather returns the rows of what entities say, not yet compared.
func gather(v present.Voice, entities []*kb.Entity) []Row {
	g := &gatherer{
		voice: v, entities: entities, at: make(map[string]int), ranks: make(map[string]rank),
		most: max(8, min(present.MaxItems, maxValues/max(1, len(entities)))),
	}
	for _, e := range entities {
		r := v.KB.Record(e)
		g.records, g.values = append(g.records, r), append(g.values, byPath(r))
	}
	g.addKinds()
	g.addFields()
	g.addBacklinks()
	g.addCited()
	g.row(sourcesKey, v.Words.Say(words.InSources), rankSources)
	for i := range g.rows {
		if r := &g.rows[i]; g.ranks[r.Key] > rankColumn && g.ranks[r.Key] < rankAlone && r.nonEmpty() < 2 {
			g.ranks[r.Key] = rankAlone
		}
	}
	order.Stable(g.rows, func(a, b Row) int { return cmp.Compare(g.ranks[a.Key], g.ranks[b.Key]) })
	g.numberSources()
	return g.rows
}

// byPath returns the statements of a record by the paths of their fields.
func byPath(r *kb.Record) map[string][]*kb.Statement {
	out := make(map[string][]*kb.Statement, len(r.Statements))
	for i := range r.Statements {
		s := &r.Statements[i]
		out[s.Field.Path] = append(out[s.Field.Path], s)
	}
	return out
}

// row returns the place of the row of a key, made where it is new.
func (g *gatherer) row(key, label string, at rank) int {
	n, there := g.at[key]
	if !there {
		n = len(g.rows)
		r := Row{Key: key, Label: label, Cells: make([]Cell, len(g.entities)), isLong: at >= rankMention}
		g.rows = append(g.rows, r)
		g.at[key], g.ranks[key] = n, at
	}
	return n
}

// addKinds adds a row for the kinds, if the entities are of several.
func (g *gatherer) addKinds() {
	if !slices.ContainsFunc(g.entities, func(e *kb.Entity) bool { return e.Kind != g.entities[0].Kind }) {
		return
	}
	r := &g.rows[g.row(present.KindField, g.voice.Words.Say(words.OfKind), rankKind)]
	for i, e := range g.entities {
		r.Cells[i].add(cellValue{text: g.voice.KindOne(e.Kind)}, g.most)
	}
}

// addFields makes the rows of what the entities say themselves.
func (g *gatherer) addFields() {
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
				g.addField(column.Field, label, rankColumn)
			} else if strings.Contains(column.Field, ".") {
				g.addField(column.Field, present.Lower(column.Title), rankColumn)
			}
		}
	}
	for _, f := range fields {
		g.addField(f.Path, f.Label, rankShort)
	}
	// What leads through a relation has no row where it leads nowhere.
	g.rows = slices.DeleteFunc(g.rows, func(r Row) bool { return labels[r.Key] == "" && r.nonEmpty() == 0 })
	for n := range g.rows {
		g.at[g.rows[n].Key] = n
	}
}

// addField makes the row of a path that has none yet.
func (g *gatherer) addField(path, label string, at rank) {
	if _, there := g.at[path]; there {
		return
	}
	cells := make([]Cell, len(g.entities))
	widest := 0
	for i := range g.entities {
		g.fill(&cells[i], i, path)
		widest = max(widest, cells[i].width())
	}
	r := Row{Cells: cells}
	switch {
	case path == "aliases":
		at = rankNames
	case path == "summary":
		at = rankSummary
	case path == "body":
		at = rankBody
	case path == "source" && r.all(func(t *cellValue) bool { return t.to != nil && g.voice.KB.IsSource(t.to) }):
		g.sources = cells
		return
	case at == rankColumn:
	case r.all((*cellValue).isAddress):
		at = rankAddress
	case widest > longCell:
		at = rankLong
	}
	g.rows[g.row(path, label, at)].Cells = cells
}

// isAddress reports whether a value is a URL or a checksum, which two entities
// never share.
func (t *cellValue) isAddress() bool {
	return t.to == nil && (present.LooksLikeURL(t.text) || present.LooksLikeChecksum(t.text))
}

// all reports whether something is said, and something is so of all of it.
func (r *Row) all(is func(*cellValue) bool) bool {
	some := false
	for i := range r.Cells {
		for j := range r.Cells[i].values {
			if some = is(&r.Cells[i].values[j]); !some {
				return false
			}
		}
	}
	return some
}

// nonEmpty counts the entities that say anything.
func (r *Row) nonEmpty() int {
	n := 0
	for i := range r.Cells {
		if len(r.Cells[i].values) > 0 {
			n++
		}
	}
	return n
}

// numberSources numbers the sources in the order of the rows, and adds to each
// entity the sources that it relies on.
func (g *gatherer) numberSources() {
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
			for j := range g.rows[n].Cells[i].values {
				t := &g.rows[n].Cells[i].values[j]
				t.notes = numbering.Notes(t.claim)
				rely(i, t.notes...)
			}
		}
	}
	for i := range g.sources {
		for _, t := range g.sources[i].values {
			rely(i, numbering.Number(&kb.Evidence{Source: t.to}))
		}
	}
	at := slices.IndexFunc(g.rows, func(r Row) bool { return r.Key == sourcesKey })
	for i, numbers := range relied {
		for _, n := range numbers {
			g.rows[at].Cells[i].add(g.sourceValue(numbering.Sources[n-1]), g.most)
		}
	}
	if g.rows[at].nonEmpty() == 0 {
		g.rows = slices.Delete(g.rows, at, at+1)
	}
}

// sourceValue returns a numbered source as a value.
func (g *gatherer) sourceValue(s present.Source) cellValue {
	t := cellValue{text: safe.Line(present.Bound(s.Ref)), key: strconv.Itoa(s.Number), to: s.Entity, source: s.Number}
	switch {
	case s.Entity != nil:
		t.text = g.voice.Name(s.Entity)
	case t.text == "":
		t.text = g.voice.Words.Say(words.NoSource)
	}
	return t
}
