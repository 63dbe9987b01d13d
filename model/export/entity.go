package export

import "rihla/model/kb"

// entity writes one entity, or its columns if the selection has some.
func (e *encoder) entity(s Selection, entity *kb.Entity) {
	if s.Columns != nil {
		e.columns(s, entity)
		return
	}
	k, lang, r := s.KB, s.Lang, s.Record(entity)
	e.open('{')
	e.key("address")
	e.string(string(entity.Address()))
	e.key("kind")
	e.string(entity.Kind.Name)
	e.key("key")
	e.string(entity.Key)
	e.key("name")
	name, _ := k.TextIn(entity.Name, lang)
	if name == "" {
		name = entity.Key
	}
	e.string(name)
	e.key("aliases")
	e.strings(entity.Aliases())
	e.key("summary")
	summary, _ := k.TextIn(r.Summary, lang)
	e.string(summary)
	place := k.Position(entity.Pos)
	e.key("file")
	e.string(place.File)
	e.place(place)

	fields := fieldsOf(r.Statements)
	body, _ := k.TextIn(r.Body, lang)
	if body != "" {
		value := kb.Value{Type: kb.String, Str: body}
		fields = append(fields, field{path: "body", values: []kb.Value{value}})
	}
	e.key("fields")
	e.fields(k, lang, fields)
	e.texts(k, entity, r)
	e.statements(k, lang, r)
	e.links(k, lang, r)
	e.facts(k, lang, r)
	e.backlinks(s, entity)
	e.close('}')
}

func (e *encoder) place(p kb.Position) {
	e.key("line")
	e.int(p.Line)
	e.key("column")
	e.int(p.Column)
}

// field is what an entity says by values, not links, in one field.
type field struct {
	path   string
	listed bool
	values []kb.Value
}

// fieldsOf gathers the values of statements by their fields, in the order in
// which the fields are met. Those that every entity has are left out: they
// are members of the entity itself.
func fieldsOf(statements []kb.Statement) []field {
	var out []field
	place := make(map[string]int)
	for i := range statements {
		s := &statements[i]
		if s.To != nil || isMember(s.Field.Path) {
			continue
		}
		at, ok := place[s.Field.Path]
		if !ok {
			at = len(out)
			place[s.Field.Path] = at
			out = append(out, field{path: s.Field.Path})
		}
		out[at].values = append(out[at].values, s.Value)
		out[at].listed = out[at].listed || s.InList
	}
	return out
}

// isMember reports whether a field is a member of the exported entity itself.
func isMember(path string) bool {
	switch path {
	case "name", "aliases", "summary", "body":
		return true
	}
	return false
}

func (e *encoder) fields(k *kb.KB, lang string, fields []field) {
	e.open('{')
	for _, f := range fields {
		e.key(f.path)
		if !f.listed && len(f.values) == 1 {
			e.value(f.values[0], k, lang)
			continue
		}
		e.open('[')
		for _, v := range f.values {
			e.comma()
			e.value(v, k, lang)
		}
		e.close(']')
	}
	e.close('}')
}

// texts writes the texts that are given in several languages, by the path of
// their field, where there are any.
func (e *encoder) texts(k *kb.KB, entity *kb.Entity, r *kb.Record) {
	var open bool
	add := func(path string, t kb.Text) {
		if len(t.Translations()) == 0 {
			return
		}
		if !open {
			e.key("texts")
			e.open('{')
			open = true
		}
		e.key(path)
		e.open('{')
		for _, tr := range t.Translations() {
			e.key(tr.Lang)
			e.string(tr.Text)
		}
		e.close('}')
	}
	add("name", entity.Name)
	add("summary", r.Summary)
	add("body", r.Body)
	seen := make(map[string]bool)
	for i := range r.Statements {
		s := &r.Statements[i]
		if t, ok := k.TextOf(s.Value); ok && s.To == nil && !isMember(s.Field.Path) && !seen[s.Field.Path] {
			seen[s.Field.Path] = len(t.Translations()) > 0
			add(s.Field.Path, t)
		}
	}
	if open {
		e.close('}')
	}
}
