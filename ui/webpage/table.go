package webpage

import (
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// about holds the metadata of a page.
type about struct {
	Title   any      `json:"title"`
	Summary any      `json:"summary,omitempty"`
	Totals  []any    `json:"totals"`
	AsOf    any      `json:"asOf,omitempty"`
	Langs   []string `json:"langs"`
	Names   []string `json:"langNames"` // names of the languages, each in itself
	Lang    string   `json:"lang"`
	Home    *int32   `json:"home,omitempty"`
	Today   *int     `json:"today"` // the reference day, in days from 1 January 1970; nil if unknown
}

func (w *writer) about() about {
	a := about{
		Title: w.each(present.Voice.Title), Summary: w.each(func(v present.Voice) string { return v.Say(w.kb.Summary) }), AsOf: w.each(present.Voice.AsOf),
		Lang: w.voice.Words.Tag, Home: w.numberOf(w.kb.Home),
	}
	if w.voice.Day.IsKnown() {
		a.Today = new(int(w.today()))
	}
	for i := range w.voice.Totals() {
		a.Totals = append(a.Totals, w.each(func(v present.Voice) string { return present.NewVoice(v.KB, v.Lang).Totals()[i] }))
	}
	if len(w.order) < len(w.kb.Entities) {
		a.Totals = []any{w.each(func(v present.Voice) string { return v.Words.Count(len(w.order), words.EntityCount) })}
	}
	for _, l := range words.Languages {
		a.Langs, a.Names = append(a.Langs, l.Tag), append(a.Names, l.Name)
	}
	return a
}

// kindEntry is a kind. Its entities have consecutive numbers, starting at From.
type kindEntry struct {
	Name    string   `json:"name"`
	Label   any      `json:"label"`
	One     any      `json:"one"`
	Sign    string   `json:"sign"`
	Tint    int      `json:"tint"`
	From    int      `json:"from"`
	Count   int      `json:"count"`
	Columns []column `json:"columns"`
	Sources bool     `json:"sources,omitempty"`
}

// column is a column of a list. Order holds the rank of each entity of the kind when sorted
// by the column, as one list or one for each language; nil if the order is unchanged.
type column struct {
	Title   any  `json:"t"`
	Numeric bool `json:"n,omitempty"`
	Order   any  `json:"o,omitempty"`
}

func (w *writer) kindTable() []kindEntry {
	out := make([]kindEntry, 0, len(w.kinds))
	var orders []func()
	for k, t := range w.kinds {
		entry := kindEntry{
			Name: w.voice.Line(t.kind.Name), Label: w.each(func(v present.Voice) string { return v.KindLabel(t.kind) }), One: w.each(func(v present.Voice) string { return v.KindOne(t.kind) }),
			Sign: w.voice.KindSign(t.kind), Tint: int(w.voice.KindRole(t.kind) - rich.Tint), From: t.from, Count: len(t.entities), Sources: t.kind == w.kb.SourceKind(),
		}
		for i, c := range t.columns {
			entry.Columns = append(entry.Columns, column{
				Title: w.each(func(v present.Voice) string { return v.ColumnTitle(t.kind, c.Field) }), Numeric: c.Numeric,
			})
			orders = append(orders, func() { out[k].Columns[i].Order = w.orders(t.entities, c.Field, t.differs[i].Load()) })
		}
		out = append(out, entry)
	}
	parallel.Each(len(orders), func(i int) { orders[i]() })
	return out
}

// orders returns the ranks of entities sorted by a column, in each language, or once if the
// texts do not differ.
func (w *writer) orders(entities []*kb.Entity, field string, differs bool) any {
	var all [][]int32
	for _, v := range w.voices {
		ranks := make([]int32, len(entities))
		for rank, at := range v.Order(entities, present.SortBy{Field: field}) {
			ranks[at] = int32(rank)
		}
		if all = append(all, ranks); !differs {
			break
		}
	}
	if !slices.ContainsFunc(all, func(ranks []int32) bool { return !slices.IsSorted(ranks) }) {
		return nil
	}
	return all
}

// viewEntry is a saved view, with the numbers of its entities, and the relation of each to
// the entity that the view selects by.
type viewEntry struct {
	Name     string  `json:"name"`
	Label    any     `json:"label"`
	Entities []int32 `json:"entities"`
	Role     any     `json:"role,omitempty"` // header of the column of roles
	Roles    []any   `json:"roles,omitempty"`
}

func (w *writer) viewTable() []viewEntry {
	out := []viewEntry{}
	for _, view := range w.options.Views {
		entry := viewEntry{Name: w.voice.Line(view.View.Name), Label: w.each(func(v present.Voice) string { return v.ViewLabel(view.View) }), Entities: []int32{}}
		role := w.voice.WithRole([]present.Column{{}}, view.LinkedTo)[1:]
		for _, c := range role {
			entry.Role = w.each(func(v present.Voice) string { return v.ColumnTitle(nil, c.Field) })
		}
		for _, e := range view.Entities {
			n := w.numberOf(e)
			if n == nil {
				continue
			}
			entry.Entities = append(entry.Entities, *n)
			for _, c := range role {
				entry.Roles = append(entry.Roles, w.each(func(v present.Voice) string { return v.Cell(e, c.Field) }))
			}
		}
		out = append(out, entry)
	}
	return out
}

// fieldEntry is a field with its labels in both directions.
type fieldEntry struct {
	Label     any  `json:"l"`
	Inverse   any  `json:"i"`
	Symmetric bool `json:"s,omitempty"`
	Evidence  bool `json:"e,omitempty"` // names sources of the entity; not a relation
	Path      bool `json:"p,omitempty"` // the label is the path of the field, shown unchanged
}

func (w *writer) fieldTable() []fieldEntry {
	out := make([]fieldEntry, 0, len(w.fields))
	for _, f := range w.fields {
		out = append(out, fieldEntry{
			Label: w.each(func(v present.Voice) string { return v.FieldLabel(f) }), Inverse: w.each(func(v present.Voice) string { return v.InverseLabel(f) }),
			Symmetric: f.Relation != nil && f.Relation.Symmetric, Path: w.voice.OwnLabel(f) == "", Evidence: f.Path == evidence.SourceField,
		})
	}
	return out
}
