package present

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// said is one thing that entities say something of: a field by its dotted path,
// or what has a place of its own in the format.
type said struct{ path, label string }

// saidBy lists what entities say something of: aliases, summary, the fields of
// their kinds in the order that the kinds have them, the text. The name, what
// it and the key repeat, and the links that small tables hold are left out.
func (v Voice) saidBy(entities []*kb.Entity) []said {
	found := make(map[string]*kb.Field)
	var met []*kb.Field
	var kinds []*kb.Kind
	var aliases, summary, body bool
	for _, e := range entities {
		if !slices.Contains(kinds, e.Kind) {
			kinds = append(kinds, e.Kind)
		}
		r := v.KB.Record(e)
		within := withinTables(r)
		for i := range r.Statements {
			s := &r.Statements[i]
			if found[s.Field.Path] == nil && !isToldApart(s.Field.Path) && !v.isSaidElsewhere(e, s) && within[s.Value.Pos] != s {
				found[s.Field.Path] = s.Field
				met = append(met, s.Field)
			}
		}
		aliases = aliases || len(e.Aliases()) > 0
		summary = summary || !r.Summary.IsEmpty()
		body = body || !r.Body.IsEmpty()
	}

	var out []said
	add := func(some bool, path, label string) {
		if some {
			out = append(out, said{path, label})
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

// isToldApart tells whether a field is none of those that saidBy takes from the
// statements.
func isToldApart(path string) bool {
	switch path {
	case "name", "aliases", "summary", "body", "facts":
		return true
	}
	return false
}

// Sheet returns what entities say as a table: a line of titles, as
// ColumnNames makes them, then a line for each entity, as Value tells its fields.
func (v Voice) Sheet(entities []*kb.Entity) [][]string {
	fields := v.saidBy(entities)
	columns := []string{AddressField, "", KindField}
	for _, f := range fields {
		columns = append(columns, f.path)
	}
	out := [][]string{ColumnNames(columns)}
	for _, e := range entities {
		row := []string{safe.Line(string(e.Address())), v.Name(e), safe.Line(e.Kind.Name)}
		for _, f := range fields {
			row = append(row, v.Value(e, f.path))
		}
		out = append(out, row)
	}
	return out
}
