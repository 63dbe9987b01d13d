package importer

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader"
)

// ftmReading converts followthemoney entities to rows: https://followthemoney.tech/docs/.
// Each schema becomes a kind, each property a list of texts. Statements, which have one
// value each, are grouped by entity.
type ftmReading struct {
	*reading
	byKind   map[string]*table
	entities map[string]*ftmEntity // entities built from statements, by ID
	order    []*ftmEntity
}

// ftmEntity is an entity assembled from statements.
type ftmEntity struct {
	id, schema string
	line       int
	properties []kb.Entry
}

func newFTMReading(r *reading) *ftmReading {
	return &ftmReading{r, make(map[string]*table), make(map[string]*ftmEntity), nil}
}

// takesStatement reports whether an object is a followthemoney statement.
func (f *ftmReading) takesStatement(v kb.Value) bool {
	return v.Get("entity_id").Type == kb.String && v.Get("prop").Type == kb.String && v.Get("schema").Type == kb.String && v.Has("value")
}

// addStatement adds the value of a statement to its entity.
func (f *ftmReading) addStatement(v kb.Value, line int) {
	id := v.Get("canonical_id").Str
	if id == "" {
		id = v.Get("entity_id").Str
	}
	e := f.entities[id]
	if e == nil {
		e = &ftmEntity{id: id, line: line}
		f.entities[id] = e
		f.order = append(f.order, e)
	}
	if schema := v.Get("schema").Str; e.schema == "" || e.schema == "Thing" {
		e.schema = schema
	}
	prop, value := v.Get("prop").Str, v.Get("value")
	if prop == "id" {
		return
	}
	at := slices.IndexFunc(e.properties, func(p kb.Entry) bool { return p.Key == prop })
	if at < 0 {
		at = len(e.properties)
		e.properties = append(e.properties, kb.Entry{Key: prop, Value: kb.Value{Type: kb.List}})
	}
	list := &e.properties[at].Value
	if !slices.ContainsFunc(list.Items, func(item kb.Entry) bool { return item.Value.Str == value.Str }) {
		list.Items = append(list.Items, kb.Entry{Value: value})
	}
}

// end adds a row for each entity assembled from statements.
func (f *ftmReading) end() {
	for _, e := range f.order {
		text := func(text string) kb.Value { return kb.Value{Type: kb.String, Str: text} }
		f.add(kb.Value{Type: kb.Table, Items: []kb.Entry{
			{Key: "id", Value: text(e.id)}, {Key: "schema", Value: text(e.schema)}, {Key: "properties", Value: kb.Value{Type: kb.Table, Items: e.properties}},
		}}, e.line, "line "+strconv.Itoa(e.line))
	}
}

// takes reports whether an object is a followthemoney entity.
func (f *ftmReading) takes(v kb.Value) bool {
	return v.Get("id").Type == kb.String && v.Get("schema").Type == kb.String && v.Get("properties").Type == kb.Table
}

// ftmAliases are the properties that become aliases.
var ftmAliases = map[string]bool{"alias": true, "weakAlias": true, "previousName": true, "abbreviation": true}

// add adds a row for an entity.
func (f *ftmReading) add(v kb.Value, line int, place string) {
	schema := v.Get("schema").Str
	kind := f.kindBelow(hyphenated(schema))
	t := f.byKind[kind]
	if t == nil {
		t = f.table(kind)
		t.isText = true
		f.byKind[kind] = t
	}
	var fields, aliases []kb.Entry
	name := v.Get("caption").Str
	properties := v.Get("properties")
	if names := properties.Get("name").Strings(); len(names) > 0 {
		if name == "" {
			name = names[0]
		}
		for _, other := range names {
			if other != name {
				aliases = append(aliases, kb.Entry{Value: kb.Value{Type: kb.String, Str: other}})
			}
		}
	}
	if name != "" {
		fields = append(fields, kb.Entry{Key: "name", Value: kb.Value{Type: kb.String, Str: name}})
	}
	var rest []kb.Entry
	for _, p := range properties.Items {
		switch {
		case p.Key == "name":
		case ftmAliases[p.Key]:
			aliases = append(aliases, p.Value.Items...)
		case len(p.Value.Items) == 1:
			rest = append(rest, kb.Entry{Key: p.Key, Value: p.Value.Items[0].Value})
		default:
			rest = append(rest, p)
		}
	}
	for _, m := range v.Items {
		switch m.Key {
		case "id", "caption", "schema", "properties":
		default:
			rest = append(rest, m)
		}
	}
	if len(aliases) > 0 {
		fields = append(fields, kb.Entry{Key: "aliases", Value: kb.Value{Type: kb.List, Items: aliases}})
	}
	fields = append(fields, rest...)
	t.rows = append(t.rows, row{key: v.Get("id").Str, input: f.input(), line: line, place: place, fields: fields})
	t.note(fields)
	f.Inputs[f.input()].Rows++
	f.Inputs[f.input()].Format = FTM
}

// hyphenated converts camel case to lower case with hyphens: LegalEntity becomes
// legal-entity.
func hyphenated(name string) string {
	var b strings.Builder
	for i, r := range name {
		if i > 0 && 'A' <= r && r <= 'Z' {
			b.WriteByte('-')
		}
		b.WriteRune(r)
	}
	return reader.Slug(b.String())
}
