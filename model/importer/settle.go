package importer

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/shape"
	"rihla/model/say"
)

// settle converts the tables to kinds.
func (r *reading) settle(ctx context.Context) error {
	r.settleNotes()
	for _, t := range merged(r.tables) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.kind(t); err != nil {
			return err
		}
	}
	if r.Count() == 0 {
		return &Error{Path: r.Inputs[0].Name, Reason: ErrNothing}
	}
	r.addSources()
	r.findReferences()
	r.tables = nil
	return nil
}

// merged joins the tables of the same kind.
func merged(tables []*table) []*table {
	var out []*table
	byKind := make(map[string]*table)
	for _, t := range tables {
		first := byKind[t.kind]
		if first == nil {
			byKind[t.kind] = t
			out = append(out, t)
			continue
		}
		for _, c := range t.columns {
			if !slices.Contains(first.columns, c) {
				first.columns = append(first.columns, c)
			}
		}
		first.rows = append(first.rows, t.rows...)
		first.isText, first.isCells, first.isOwn = first.isText || t.isText, first.isCells || t.isCells, first.isOwn && t.isOwn
	}
	return out
}

// column is a column during type inference.
type column struct {
	Column
	path   []string
	isText bool // never converted to another type
}

// kind converts the rows of a table to entities.
func (r *reading) kind(t *table) error {
	if len(t.rows) == 0 {
		return nil
	}
	k := &Kind{Name: t.kind}
	r.Kinds = append(r.Kinds, k)
	columns := t.fieldsOfColumns()
	if c := columns["source"]; c != nil && r.namesSources(t) {
		c.Field, c.path = "source", []string{"source"}
	}
	key, err := r.keyColumn(t, columns)
	if err != nil {
		return err
	}
	r.chooseName(t, columns, key)
	r.setTypes(t, columns)
	r.sayOddTexts(t, columns, key)
	k.KeyFrom, k.HasKeys = key, t.rows[0].key != ""
	if c := columns[key]; c != nil && t.identifies(key) && shape.NameRank(c.Field) < 0 {
		c.Field, c.Type = "", Text // the keys already contain its values
	}
	names := nameColumns(t, columns)
	taken := make(map[string]bool, len(t.rows))
	last := make(map[string]int)
	for n := range t.rows {
		row := &t.rows[n]
		e := Entity{Key: row.key, source: row.input, place: row.place, isOwn: row.isOwn || t.isOwn && t.isCells}
		if e.Key == "" {
			e.Key = chosenKey(row, key, names, n+1)
		}
		if taken[e.Key] {
			base := e.Key
			for next := max(2, last[base]+1); taken[e.Key]; next++ {
				e.Key, last[base] = base+"-"+strconv.Itoa(next), next
			}
			if k.Renamed++; key != "" || row.key != "" {
				r.find(r.Inputs[row.input].Name, row.line, say.KeyTaken.With(say.Text(base), say.Text(e.Key)))
			}
		}
		taken[e.Key] = true
		e.Fields = row.fields[:0]
		for _, f := range row.fields {
			c := columns[f.Key]
			c.Filled++
			if c.Field == "" {
				continue
			}
			e.Fields = put(e.Fields, c.path, c.value(f.Value))
		}
		k.Entities = append(k.Entities, e)
	}
	for _, name := range t.columns {
		k.Columns = append(k.Columns, columns[name].Column)
	}
	return nil
}

// namesSources reports whether each text of the column source is a web address or names an
// imported source.
func (r *reading) namesSources(t *table) bool {
	if r.sources == nil {
		r.sources = make(map[string]bool)
		for _, of := range r.tables {
			if of.kind != "source" && of.kind != "sources" {
				continue
			}
			for n := range of.rows {
				key := of.rows[n].key
				for _, name := range []string{"key", "slug", "id"} {
					if v := valueOf(&of.rows[n], name); key == "" && v.IsScalar() {
						key = v.Str
					}
				}
				r.sources[key], r.sources[of.kind+"/"+key] = true, true
			}
		}
	}
	for n := range t.rows {
		v := valueOf(&t.rows[n], "source")
		texts := v.Strings()
		if v.Type != kb.Null && len(texts) == 0 || slices.ContainsFunc(texts, func(text string) bool { return !kb.IsURL(text) && !r.sources[text] }) {
			return false
		}
	}
	return true
}

// put adds a value at a path to the fields of an entity. Several values at a path form a
// list.
func put(fields []kb.Entry, path []string, v kb.Value) []kb.Entry {
	for i := range fields {
		if fields[i].Key != path[0] {
			continue
		}
		old := &fields[i].Value
		switch {
		case len(path) > 1 && old.Type == kb.Table:
			old.Items = put(old.Items, path[1:], v)
		case len(path) == 1 && old.Type == kb.Table && v.Type == kb.Table:
			for _, item := range v.Items {
				old.Items = put(old.Items, []string{item.Key}, item.Value)
			}
		case len(path) == 1 && old.Type == kb.List:
			old.Items = append(old.Items, kb.Entry{Value: v})
		default:
			*old = kb.Value{Type: kb.List, Items: []kb.Entry{{Value: *old}, {Value: nested(path[1:], v)}}}
		}
		return fields
	}
	return append(fields, kb.Entry{Key: path[0], Value: nested(path[1:], v)})
}

// nested wraps a value in a table for each part of a path.
func nested(path []string, v kb.Value) kb.Value {
	for _, key := range slices.Backward(path) {
		v = kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: key, Value: v}}}
	}
	return v
}

// fieldsOfColumns assigns a field to each column.
func (t *table) fieldsOfColumns() map[string]*column {
	out := make(map[string]*column, len(t.columns))
	taken := make(map[string]bool)
	for _, name := range t.columns {
		c := &column{Column: Column{Name: name}}
		out[name] = c
		if t.labels[name] || t.isOwn && name == "key" && t.isText {
			continue
		}
		field := name
		if !t.isOwn {
			field = fieldName(name)
		} else if base, found := strings.CutSuffix(name, "_2"); found && slices.Contains(ownColumns, base) {
			field = base
		}
		for n := 2; taken[field]; n++ {
			field = fieldName(name) + "_" + strconv.Itoa(n)
		}
		taken[field] = true
		c.Field, c.path = field, []string{field}
	}
	for _, name := range t.columns {
		c := out[name]
		parts := strings.Split(c.Field, ".")
		if len(parts) < 2 || slices.Contains(parts, "") || !t.isText && !t.isOwn {
			continue
		}
		isWithin := false
		for i := range parts {
			isWithin = isWithin || i > 0 && taken[strings.Join(parts[:i], ".")]
		}
		if !isWithin {
			c.path = parts
		}
	}
	return out
}
