package present

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/words"
)

// LabelledField is a field of entities, or one of the format's own: aliases,
// summary, body.
type LabelledField struct{ Path, Label string }

// FieldsOf lists the fields that any of the entities has: aliases, summary, the
// fields of their kinds in the order of the kinds, body. It omits the name, what
// repeats it or the key, and the links within small tables.
func (v Voice) FieldsOf(entities []*kb.Entity) []LabelledField {
	found := make(map[string]*kb.Field)
	var met []*kb.Field
	var kinds []*kb.Kind
	var aliases, summary, body bool
	for _, e := range entities {
		if !slices.Contains(kinds, e.Kind) {
			kinds = append(kinds, e.Kind)
		}
		r := v.KB.Record(e)
		within := LinksWithinTables(r)
		for i := range r.Statements {
			s := &r.Statements[i]
			if found[s.Field.Path] == nil && !isNotInStatements(s.Field.Path) && !v.isShownElsewhere(e, s) && within[s.Value.Pos] != s {
				found[s.Field.Path] = s.Field
				met = append(met, s.Field)
			}
		}
		aliases = aliases || len(e.Aliases()) > 0
		summary = summary || !r.Summary.IsEmpty()
		body = body || !r.Body.IsEmpty()
	}

	var out []LabelledField
	add := func(some bool, path, label string) {
		if some {
			out = append(out, LabelledField{path, label})
		}
	}
	add(aliases, "aliases", v.Words.Say(words.AlsoKnownAs))
	add(summary, "summary", v.Words.Say(words.InSummary))
	take := func(f *kb.Field) {
		if first := found[f.Path]; first != nil {
			add(true, f.Path, v.FieldLabel(first))
			delete(found, f.Path)
		}
	}
	for _, kind := range kinds {
		for _, f := range kind.Fields {
			take(f)
		}
	}
	for _, f := range met {
		take(f)
	}
	add(body, "body", v.Words.Say(words.InBody))
	return out
}

// isNotInStatements reports whether FieldsOf does not take a field from the
// statements.
func isNotInStatements(path string) bool {
	switch path {
	case "name", "aliases", "summary", "body", "facts":
		return true
	}
	return false
}

// Sheet returns entities as a table for export: a row of ColumnNames, then a row
// of Values for each entity.
func (v Voice) Sheet(entities []*kb.Entity) [][]string {
	v.Medium = Data
	fields := v.FieldsOf(entities)
	columns := []string{AddressField, "", KindField}
	for _, f := range fields {
		columns = append(columns, f.Path)
	}
	out := [][]string{ColumnNames(columns)}
	for _, e := range entities {
		row := []string{v.Line(string(e.Address())), v.Name(e), v.Line(e.Kind.Name)}
		for _, f := range fields {
			row = append(row, v.Value(e, f.Path))
		}
		out = append(out, row)
	}
	return out
}
