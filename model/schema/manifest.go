package schema

import (
	"slices"

	"rihla/model/kb"
)

// reserved are the fields defined by the format for all entities.
var reserved = []string{"name", "aliases", "summary", "body", "tags", "date", "start", "end", "location", "url", "source", "facts"}

func isReserved(path string) bool { return slices.Contains(reserved, path) }

// addReserved adds the reserved fields to the properties of an entity.
func (w *writer) addReserved(properties object) {
	for _, name := range reserved {
		if properties[name] == nil {
			properties[name] = object{}
		}
	}
}

// withStatements extends the schemas of plain values with those of statements, which carry
// evidence.
func (w *writer) withStatements(plain []object, f *kb.Field, how standing) []object {
	claims := "value"
	if f.Relation != nil {
		claims = "to"
	}
	single := slices.DeleteFunc(slices.Clone(plain), func(o object) bool { return o["type"] == "object" || o["type"] == "array" })
	value := object{}
	switch {
	case len(single) == 1:
		value = single[0]
	case len(single) > 1:
		value = object{"anyOf": single}
	}
	has := func(of string) bool {
		return slices.ContainsFunc(plain, func(o object) bool { return o["type"] == of })
	}
	statement := w.share(object{"type": "object", "properties": object{claims: value}, "additionalProperties": true, "allOf": []any{w.evidence()}})
	out := slices.Clone(plain)
	if !has("object") {
		out = append(out, statement)
	}
	if !has("array") && how == asField {
		out = append(out, object{"type": "array", "items": object{"anyOf": []any{value, statement}}})
	}
	return out
}

// besideClaims are the qualifiers defined by the format.
var besideClaims = []string{"source", "locator", "quote", "since", "until", "date", "note", "confidence", "rank"}

// evidence returns a reference to the definition of the qualifiers and evidence of a claim.
func (w *writer) evidence() object {
	if w.definitions["evidence"] != nil {
		return refTo("evidence")
	}
	either := []object{{"type": "string"}}
	if kind := w.kb.SourceKind(); kind != nil {
		either = w.open(kind)
	}
	source := object{"anyOf": either}
	text := object{"anyOf": []any{object{"type": "string"}, object{"type": "object", "additionalProperties": true}}}
	properties := object{
		"source": object{"anyOf": append(slices.Clip(either),
			object{"type": "array", "items": object{"anyOf": []any{
				source,
				object{"type": "object", "properties": object{"source": source, "locator": object{}, "quote": object{}}, "additionalProperties": true},
			}}},
			object{"type": "object", "additionalProperties": true},
		)},
		"locator": object{}, "quote": object{}, "since": object{}, "until": object{}, "date": object{}, "note": text,
		"confidence": object{"anyOf": []any{object{"enum": ranks["confidence"]}, object{}}},
		"rank":       object{"anyOf": []any{object{"enum": ranks["rank"]}, object{}}},
	}
	w.definitions["evidence"] = object{"type": "object", "properties": properties, "additionalProperties": true}
	return refTo("evidence")
}

// manifest returns the schemas of the manifest tables.
func (w *writer) manifest() object {
	open := func(properties object) object {
		return object{"type": "object", "properties": properties, "additionalProperties": true}
	}
	each := func(of object) object { return object{"type": "object", "additionalProperties": of} }
	text, list, boolean := object{}, object{"type": "array", "items": object{"type": "string"}}, object{"type": "boolean"}
	var kinds []string
	for _, kind := range w.kb.Kinds {
		kinds = append(kinds, kind.Name)
	}
	kind := object{"anyOf": []any{object{"type": "string"}}}
	if len(kinds) > 0 {
		kind = object{"anyOf": []any{object{"enum": kinds}, object{"type": "string"}}}
	}
	someKinds := object{"anyOf": []any{kind, object{"type": "array", "items": kind}}}
	field := open(object{
		"type":  object{"anyOf": []any{object{"enum": kb.FieldTypes}, list}},
		"label": text, "aliases": list,
	})
	return object{
		"kb": open(object{"format": object{"const": 1}, "title": text, "summary": text, "languages": list, "home": object{"type": "string"}, "exclude": list, "strict": boolean}),
		"kinds": each(open(object{
			"label": text, "one": text, "columns": list, "sort": object{"type": "string"}, "require": list, "files": object{}, "at": object{},
			"values": boolean, "name": object{"type": "string"}, "key": object{"type": "string"}, "identities": list, "folder": object{}, "exclude": boolean,
			"fields": each(field),
		})),
		"relations": each(object{"anyOf": []any{
			open(object{"label": text, "inverse": text, "aliases": list, "from": someKinds, "to": someKinds, "symmetric": boolean}),
			boolean,
		}}),
		"views":   each(open(object{"label": text, "query": object{"type": "string"}})),
		"refused": object{},
	}
}
