package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"rihla/model/export"
	"rihla/model/kb"
)

// Draft is the URI of the JSON Schema version in use.
const Draft = "http://json-schema.org/draft-07/schema#"

// object is a JSON Schema or a part of one.
type object = map[string]any

// Options configures a schema.
type Options struct {
	Lang string // language of the descriptions
	// Kind, if not nil, restricts the schema to files that are one entity of this kind.
	Kind *kb.Kind
}

// Write writes the schema of a knowledge base as JSON. The knowledge base must not be
// Partial.
func Write(w io.Writer, k *kb.KB, o Options) error {
	text, err := export.Marshal(Of(k, o))
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, text, "", " "); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err = out.WriteTo(w)
	return err
}

// Of returns the schema of a knowledge base as values for encoding/json. The knowledge base
// must not be Partial.
func Of(k *kb.KB, o Options) map[string]any {
	w := &writer{observer: observe(k), lang: o.Lang, definitions: make(object), used: make(map[string]map[string]bool), called: make(map[*kb.Kind]called), shared: make(map[string]string)}
	w.collectUsed()
	for i, kind := range k.Kinds {
		w.names = append(w.names, definitionName(kind.Name, i))
		keys, others := namesOf(kind)
		w.called[kind] = called{keys, others}
	}
	for _, kind := range k.Kinds {
		w.define(kind)
	}
	out := w.root(o.Kind)
	out["$schema"] = Draft
	if title, _ := k.TextIn(k.Title, o.Lang); title != "" {
		out["title"] = title
	}
	out["definitions"] = w.definitions
	return out
}

// definitionName returns the name of the definition of a kind, which needs no escaping in a
// JSON pointer.
func definitionName(kind string, number int) string {
	isOdd := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_')
	}
	for _, r := range kind {
		if isOdd(r) {
			return fmt.Sprintf("kind.%d", number)
		}
	}
	return kind
}

// writer generates the schema from the observed structure.
type writer struct {
	*observer
	lang        string
	names       []string // definition names by kind
	definitions object
	// used contains the reference texts that resolve to an entity, by relation path.
	used   map[string]map[string]bool
	called map[*kb.Kind]called
	shared map[string]string // names of the shared definitions, by content
}

// called holds the keys of a kind's entities and their other names.
type called struct{ keys, others []string }

// share returns a reference to a definition with the given content, and adds the definition
// if it is new.
func (w *writer) share(o object) object {
	text, err := json.Marshal(o)
	if err != nil {
		return o
	}
	name, isKnown := w.shared[string(text)]
	if !isKnown {
		name = fmt.Sprintf("shared.%d", len(w.shared)+1)
		w.shared[string(text)] = name
		w.definitions[name] = o
	}
	return refTo(name)
}

func refTo(name string) object { return object{"$ref": "#/definitions/" + name} }

func (w *writer) nameOf(kind *kb.Kind) string {
	return w.names[slices.Index(w.kb.Kinds, kind)]
}

// root returns the schema of a file: of a collection of entities, of a single entity, or of
// either.
func (w *writer) root(only *kb.Kind) object {
	if only != nil {
		return object{"allOf": []any{refTo(w.nameOf(only))}}
	}
	collection := w.table(w.observer.root, nil, "")
	properties := collection["properties"].(object)
	for name, part := range w.manifest() {
		if properties[name] == nil && hasManifest(w.kb) {
			properties[name] = part
		}
	}
	if len(w.whole) == 0 {
		return collection
	}
	either := []any{collection}
	for _, kind := range w.whole {
		either = append(either, refTo(w.nameOf(kind)))
	}
	return object{"anyOf": either}
}

// define adds the definitions of a kind: its entities, their keys and their other names.
func (w *writer) define(kind *kb.Kind) {
	n := w.kinds[kind]
	entity := w.table(n, kind, "")
	if label := w.text(kind.Singular, kind.Label); label != "" {
		entity["title"] = label
	}
	properties := entity["properties"].(object)
	if w.kb.HasManifest {
		for _, f := range kind.Fields {
			if properties[f.Path] == nil && !isNested(f.Path) {
				properties[f.Path] = w.field(new(node), kind, f.Path, asField)
			}
		}
		w.addReserved(properties)
		var required []string
		for _, name := range kind.Required {
			if c := n.fields[name]; c != nil && c.count == n.count {
				required = append(required, name)
			}
		}
		if len(required) > 0 {
			entity["required"] = required
		}
	}
	w.definitions[w.nameOf(kind)] = entity
	if len(kind.Entities) == 0 {
		return
	}
	of := w.called[kind]
	w.definitions[w.nameOf(kind)+".key"] = object{"type": "string", "enum": of.keys}
	if len(of.others) > 0 {
		w.definitions[w.nameOf(kind)+".name"] = object{"type": "string", "enum": of.others}
	}
}

// mostNamed is the maximum number of entities of a kind for which a schema lists all names
// and not only the keys.
const mostNamed = 2000

// namesOf returns the keys and the other names of a kind's entities.
func namesOf(kind *kb.Kind) (keys, others []string) {
	known := make(map[string]bool, len(kind.Entities))
	for _, e := range kind.Entities {
		if !known[e.Key] {
			known[e.Key] = true
			keys = append(keys, e.Key)
		}
	}
	if len(kind.Entities) > mostNamed {
		return keys, nil
	}
	add := func(name string) {
		if !known[name] {
			known[name] = true
			others = append(others, name)
		}
	}
	for _, e := range kind.Entities {
		add(string(e.Address()))
	}
	for _, e := range kind.Entities {
		for name := range e.Names() {
			add(name)
		}
	}
	return keys, others
}

// text returns the first non-empty text, in the language of the schema.
func (w *writer) text(texts ...kb.Text) string {
	for _, t := range texts {
		if text, _ := w.kb.TextIn(t, w.lang); text != "" {
			return text
		}
	}
	return ""
}

// collectUsed collects the reference texts that resolve to an entity.
func (w *writer) collectUsed() {
	for _, e := range w.kb.Entities {
		for _, s := range w.kb.Record(e).Statements {
			if s.To == nil || s.Field.Relation == nil {
				continue
			}
			path := s.Field.Path
			if w.used[path] == nil {
				w.used[path] = make(map[string]bool)
			}
			if s.Value.Type == kb.String {
				w.used[path][s.Value.Str] = true
			}
		}
	}
}
