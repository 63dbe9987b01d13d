package schema

import (
	"maps"
	"slices"
	"strings"

	"rihla/model/kb"
)

func isNested(path string) bool { return strings.Contains(path, ".") }

// table returns the schema of a table: an entity of a kind, the part of one at a dotted
// path, or a collection of entities. Additional properties are allowed.
func (w *writer) table(n *node, kind *kb.Kind, path string) object {
	properties := make(object, len(n.names))
	out := object{"type": "object", "properties": properties, "additionalProperties": true}
	isStatement := w.kb.HasManifest && path != "" && slices.ContainsFunc(n.names, func(name string) bool { return below(path, name, kind) == path })
	if isStatement {
		out["allOf"] = []any{w.evidence()}
	}
	for _, name := range n.names {
		switch to := below(path, name, kind); {
		case isStatement && slices.Contains(besideClaims, name):
		case to == path:
			properties[name] = w.field(n.fields[name], kind, to, asValue)
		default:
			properties[name] = w.field(n.fields[name], kind, to, asField)
		}
	}
	if n.rest != nil {
		out["additionalProperties"] = w.field(n.rest, kind, path, asValue)
	}
	if f := fieldAt(kind, path); f != nil && f.Keyed {
		out["propertyNames"] = object{"anyOf": w.references(f)}
	}
	return out
}

func fieldAt(kind *kb.Kind, path string) *kb.Field {
	if kind == nil || path == "" {
		return nil
	}
	return kind.FindField(path)
}

// standing is the position of a value, which determines whether it may be a statement.
type standing uint8

const (
	asField   standing = iota // a value, a statement, or a list of them
	asElement                 // an element of a list
	asValue                   // a plain value
)

// field returns the schema of the values at a path, with a description.
func (w *writer) field(n *node, kind *kb.Kind, path string, how standing) object {
	f := fieldAt(kind, path)
	variants := w.variants(n, kind, path, how)
	if w.kb.HasManifest && f != nil && !isReserved(path) && how != asValue {
		variants = w.withStatements(variants, f, how)
	}
	out := object{}
	switch {
	case len(variants) == 1:
		out = variants[0]
	case len(variants) > 0:
		out["anyOf"] = variants
	}
	about := w.about(f, path)
	switch {
	case about == "":
	case out["$ref"] != nil: // draft-07 ignores the siblings of $ref
		out = object{"allOf": []any{out}, "description": about}
	default:
		out = maps.Clone(out)
		out["description"] = about
	}
	return out
}

// about returns the description of a field.
func (w *writer) about(f *kb.Field, path string) string {
	if f == nil {
		return ""
	}
	label := w.text(f.Label)
	if f.Relation != nil {
		label = w.text(f.Label, f.Relation.Label)
		var targets []string
		for _, target := range f.Targets {
			targets = append(targets, target.Name)
		}
		if len(targets) > 0 {
			label = strings.TrimSpace(label + " → " + strings.Join(targets, ", "))
		}
	}
	if label == path {
		return ""
	}
	return label
}

// variants returns the schemas of the values observed at a path or allowed there by the
// manifest.
func (w *writer) variants(n *node, kind *kb.Kind, path string, how standing) []object {
	var out []object
	add := func(o object) { out = append(out, o) }
	f := fieldAt(kind, path)
	has := func(types ...kb.Type) bool {
		return slices.ContainsFunc(types, func(t kb.Type) bool { return n.types[t] })
	}
	last := path[strings.LastIndexByte(path, '.')+1:]
	isKeyed := f != nil && f.Keyed
	switch {
	case f != nil && f.Relation != nil && !isKeyed && (has(kb.String) || n.count == 0 || w.kb.HasManifest):
		out = append(out, w.references(f)...)
	case isSource(last) && has(kb.String) && w.kb.SourceKind() != nil:
		out = append(out, w.open(w.kb.SourceKind())...)
	case has(kb.String) && f != nil && len(f.Choices) > 0:
		add(object{"type": "string", "enum": f.Choices})
	case has(kb.String) && isNested(path) && ranks[last] != nil:
		add(object{"anyOf": []any{object{"enum": ranks[last]}, object{"type": "string"}}})
	case has(kb.String):
		add(object{"type": "string"})
	case n.count == 0 && f != nil && len(f.Choices) > 0:
		add(object{"type": "string", "enum": f.Choices})
	case n.count == 0 && f != nil && typeNames[f.Type] != nil:
		add(object{"type": typeNames[f.Type]})
	}
	switch {
	case n.hasTimes:
		add(object{})
	case has(kb.Date):
		add(object{"type": "string", "format": "date"})
	}
	switch {
	case has(kb.Float):
		add(object{"type": "number"})
	case has(kb.Int):
		add(object{"type": "integer"})
	}
	if has(kb.Bool) {
		add(object{"type": "boolean"})
	}
	if n.items != nil {
		list := object{"type": "array"}
		if n.items.count > 0 || len(n.items.kinds) > 0 || n.items.isTable {
			list["items"] = w.field(n.items, kind, path, max(how, asElement))
		}
		add(list)
	}
	for _, of := range n.kinds {
		add(refTo(w.nameOf(of)))
	}
	if n.isTable && (len(n.kinds) == 0 || len(n.names) > 0 || n.rest != nil) {
		add(w.table(n, kind, path))
	}
	return out
}

// typeNames maps declared field types to JSON Schema types.
var typeNames = map[kb.FieldType]any{
	kb.FieldBool: "boolean", kb.FieldNumber: "number", kb.FieldText: "string", kb.FieldURL: "string", kb.FieldEmail: "string",
	kb.FieldYear: []string{"integer", "string"},
}

// ranks are the predefined values of qualifiers.
var ranks = map[string][]string{
	"confidence": {string(kb.High), string(kb.Medium), string(kb.Low), string(kb.Disputed), string(kb.Inferred), string(kb.Alleged)},
	"rank":       {string(kb.Preferred), string(kb.Normal), string(kb.Deprecated)},
}

func isSource(last string) bool { return last == "source" || last == "sources" }

// references returns the schemas of a relation's values: an enumeration of the possible
// targets for each kind and, unless a manifest declares the target kinds, any string. They
// are separate schemas because editors do not complete nested enumerations.
func (w *writer) references(f *kb.Field) []object {
	targets := f.Targets
	isClosed := f.Relation.Declared && !f.Relation.Lenient && len(targets) > 0
	if len(targets) == 0 {
		targets = w.kb.Kinds
	}
	var either []object
	known := make(map[string]bool)
	for _, kind := range targets {
		if isClosed = isClosed && len(kind.Entities) <= mostNamed; len(kind.Entities) == 0 {
			continue
		}
		either = append(either, refTo(w.nameOf(kind)+".key"))
		if len(w.called[kind].others) > 0 {
			either = append(either, refTo(w.nameOf(kind)+".name"))
		}
		for _, name := range slices.Concat(w.called[kind].keys, w.called[kind].others) {
			known[name] = isClosed
		}
	}
	if !isClosed || len(either) == 0 {
		return append(either, object{"type": "string"})
	}
	var more []string // in other notations
	for _, text := range slices.Sorted(maps.Keys(w.used[f.Path])) {
		if !known[text] {
			more = append(more, text)
		}
	}
	if len(more) > 0 {
		either = append(either, object{"enum": more})
	}
	return either
}

// open returns the schemas of references to a kind that are not restricted to its entities.
func (w *writer) open(kind *kb.Kind) []object {
	if len(kind.Entities) == 0 {
		return []object{{"type": "string"}}
	}
	return []object{refTo(w.nameOf(kind) + ".key"), {"type": "string"}}
}
