package sqlite

import (
	"encoding/json"
	"slices"
	"strings"

	"rihla/model/kb"
)

// maxColumns is the maximum number of columns of a table, below the limit of 2,000 in
// SQLite: https://www.sqlite.org/limits.html. The values of further fields are only in the
// table of statements.
const maxColumns = 1_990

// table is the table of a kind.
type table struct {
	*insert
	place  map[*kb.Field]int // column by field; of a relation, the column of the key
	cells  [][]any           // cells of the current row
	record []any
}

// isMember reports whether a field is a column of the table entities.
func isMember(path string) bool {
	return path == "name" || path == "aliases" || path == "summary" || path == "body"
}

func (b *writer) newTable(name string, kind *kb.Kind) *table {
	t := &table{place: make(map[*kb.Field]int)}
	names := newNames("id", "key", "name")
	columns := []string{"id INTEGER PRIMARY KEY REFERENCES entities(id)", "key TEXT NOT NULL", "name TEXT NOT NULL"}
	for _, f := range kind.Fields {
		if isMember(f.Path) || len(columns) > maxColumns {
			continue
		}
		t.place[f] = len(columns)
		columns = append(columns, quoted(names.of(f.Path)))
		if f.Relation != nil {
			columns = append(columns, quoted(names.of(f.Path+".name")))
		}
	}
	b.exec("CREATE TABLE " + quoted(name) + " (" + strings.Join(columns, ", ") + ")")
	t.insert = b.into(name, len(columns))
	t.cells, t.record = make([][]any, len(columns)), make([]any, len(columns))
	return t
}

// has reports whether the table has a column for a field.
func (t *table) has(f *kb.Field) bool { return isMember(f.Path) || t.place[f] > 0 }

func (t *table) row(b *writer, id int, e *kb.Entity, r *kb.Record, name string) {
	for i := range t.cells {
		t.cells[i] = t.cells[i][:0]
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		at := t.place[st.Field]
		switch {
		case at == 0:
		case st.To != nil:
			t.cells[at] = append(t.cells[at], text(reference(st)))
			t.cells[at+1] = append(t.cells[at+1], text(st.To.Label(b.Lang, b.KB.Languages...)))
		default:
			t.cells[at] = append(t.cells[at], b.value(st.Value))
		}
	}
	for i, values := range t.cells {
		t.record[i] = cell(values)
	}
	t.record[0], t.record[1], t.record[2] = id, text(e.Key), text(name)
	t.insert.row(slices.Clone(t.record)...)
}

// cell returns the value of a cell: a single value unchanged, several values as a JSON
// array.
func cell(values []any) any {
	switch len(values) {
	case 0:
		return nil
	case 1:
		return values[0]
	}
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(values); err != nil {
		return nil // unreachable: numbers that JSON cannot represent are texts here
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// reference returns the key of a link's target; if the field has several target kinds, its
// address.
func reference(link *kb.Statement) string {
	if targets := link.Field.Targets; len(targets) == 1 && targets[0] == link.To.Kind {
		return link.To.Key
	}
	return string(link.To.Address())
}
