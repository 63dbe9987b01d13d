package importer

import (
	"bytes"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/shape"
)

// isOwnExport reports whether an object is a knowledge base written by package export.
func isOwnExport(v kb.Value) bool {
	entities := v.Get("entities")
	return v.Has("format") && isRecords(entities) && all(entities, isOwnEntity)
}

// isOwnEntity reports whether an object is an entity written by package export.
func isOwnEntity(v kb.Value) bool {
	address := v.Get("address").Str
	return address != "" && address == v.Get("kind").Str+"/"+v.Get("key").Str && v.Get("fields").Type == kb.Table && v.Get("links").Type == kb.List
}

// ownExport imports an exported knowledge base.
func (r *reading) ownExport(v kb.Value) {
	r.title, r.summary = v.Get("title").Str, v.Get("summary").Str
	for _, tag := range v.Get("languages").Strings() {
		r.addLanguage(tag)
	}
	for _, kind := range v.Get("kinds").Items {
		if name, label := kind.Value.Get("kind").Str, kind.Value.Get("label").Str; label != name {
			r.labels[name] = label
		}
	}
	o := newOwnReading(r)
	for _, e := range v.Get("entities").Items {
		o.entity(e.Value)
	}
	o.end()
}

func (r *reading) addLanguage(tag string) {
	if !slices.Contains(r.languages, tag) {
		r.languages = append(r.languages, tag)
	}
}

// ownReading converts exported entities to rows and collects the relations of their links.
type ownReading struct {
	*reading
	byKind    map[string]*table
	relations map[string]*relation
	order     []string
}

func newOwnReading(r *reading) *ownReading {
	return &ownReading{r, make(map[string]*table), make(map[string]*relation), nil}
}

// Relations of the links in bodies and facts.
const (
	bodyField  = "body"
	aboutField = "about"
)

// entity adds a row for an exported entity.
func (o *ownReading) entity(v kb.Value) {
	kind := v.Get("kind").Str
	t := o.byKind[kind]
	if t == nil {
		t = o.table(kind)
		t.isOwn = true
		o.byKind[kind] = t
	}
	var fields []kb.Entry
	add := func(key string, v kb.Value) { fields = append(fields, kb.Entry{Key: key, Value: v}) }
	texts, values := v.Get("texts"), v.Get("fields")
	inAll := func(path string, v kb.Value) kb.Value {
		all := texts.Get(path)
		if all.Type != kb.Table || !slices.ContainsFunc(all.Items, func(text kb.Entry) bool { return text.Value.Str == v.Str }) {
			return v
		}
		for _, text := range all.Items {
			o.addLanguage(text.Key)
		}
		return all
	}
	name := v.Get("name")
	isNamed := slices.ContainsFunc(values.Items, func(f kb.Entry) bool { return shape.NameRank(f.Key) >= 0 && f.Value.Str == name.Str })
	if name.Str != v.Get("key").Str && !isNamed || texts.Has("name") {
		add("name", inAll("name", name))
	}
	if aliases := v.Get("aliases"); len(aliases.Items) > 0 {
		add("aliases", aliases)
	}
	if summary := v.Get("summary"); summary.Str != "" {
		add("summary", inAll("summary", summary))
	}
	claims := slices.Clone(v.Get("statements").Items)
	for _, f := range values.Items {
		add(f.Key, qualified(f.Key, f.Value, inAll, &claims))
	}
	fields = o.links(kind, fields, v)
	if facts := v.Get("facts"); len(facts.Items) > 0 {
		list := kb.Value{Type: kb.List}
		for _, f := range facts.Items {
			var fact []kb.Entry
			if text := f.Value.Get("text"); text.Type != kb.Null {
				fact = append(fact, kb.Entry{Key: "text", Value: text})
			}
			if about := f.Value.Get("about"); len(about.Items) > 0 {
				fact = append(fact, kb.Entry{Key: "about", Value: about})
			}
			list.Items = append(list.Items, kb.Entry{Value: kb.Value{Type: kb.Table, Items: append(fact, claimOf(f.Value)...)}})
		}
		add("facts", list)
	}
	t.rows = append(t.rows, row{key: v.Get("key").Str, input: o.input(), fields: fields})
	t.note(fields)
	o.Inputs[o.input()].Rows++
}

// qualified returns the values of a field. Values with claims become statements, and texts
// are given in all languages.
func qualified(path string, v kb.Value, inAll func(string, kb.Value) kb.Value, claims *[]kb.Entry) kb.Value {
	one := func(v kb.Value) kb.Value {
		for i, c := range *claims {
			if c.Value.Get("field").Str == path && bytes.Equal(c.Value.Get("value").AppendContent(nil), v.AppendContent(nil)) {
				*claims = slices.Delete(*claims, i, i+1)
				return kb.Value{Type: kb.Table, Items: append([]kb.Entry{{Key: "value", Value: inAll(path, v)}}, claimOf(c.Value)...)}
			}
		}
		return inAll(path, v)
	}
	if whole := one(v); whole.Type != v.Type || v.Type != kb.List {
		return whole
	}
	list := kb.Value{Type: kb.List}
	for _, item := range v.Items {
		list.Items = append(list.Items, kb.Entry{Value: one(item.Value)})
	}
	return list
}

// claimOf returns the qualifiers and the evidence of a statement as fields of the format.
func claimOf(v kb.Value) []kb.Entry {
	out := slices.Clone(v.Get("qualifiers").Items)
	all := v.Get("evidence").Items
	part := func(ev kb.Value) []kb.Entry {
		var of []kb.Entry
		for _, key := range []string{"source", "locator", "quote"} {
			if part := ev.Get(key); part.Str != "" {
				of = append(of, kb.Entry{Key: key, Value: part})
			}
		}
		return of
	}
	if len(all) == 1 {
		return append(out, part(all[0].Value)...)
	}
	list := kb.Value{Type: kb.List}
	for _, ev := range all {
		if of := part(ev.Value); len(of) == 1 && of[0].Key == "source" {
			list.Items = append(list.Items, kb.Entry{Value: of[0].Value})
		} else {
			list.Items = append(list.Items, kb.Entry{Value: kb.Value{Type: kb.Table, Items: of}})
		}
	}
	if len(all) > 0 {
		out = append(out, kb.Entry{Key: "source", Value: list})
	}
	return out
}

// links adds the links of an entity to its fields, grouped by relation.
func (o *ownReading) links(kind string, fields []kb.Entry, e kb.Value) []kb.Entry {
	var about []string // targets of the facts
	for _, f := range e.Get("facts").Items {
		about = append(about, f.Value.Get("about").Strings()...)
	}
	for _, l := range e.Get("links").Items {
		path, to := l.Value.Get("relation").Str, l.Value.Get("to").Str
		if path == bodyField {
			continue
		}
		if at := slices.Index(about, to); path == aboutField && at >= 0 {
			about = slices.Delete(about, at, at+1)
			continue
		}
		o.relate(path, kind, kb.Address(to).Kind())
		if isInList(fields, path) {
			continue
		}
		v := kb.Value{Type: kb.String, Str: to}
		if claim := claimOf(l.Value); len(claim) > 0 {
			v = kb.Value{Type: kb.Table, Items: append([]kb.Entry{{Key: "to", Value: v}}, claim...)}
		}
		at := slices.IndexFunc(fields, func(f kb.Entry) bool { return f.Key == path })
		if at < 0 {
			fields = append(fields, kb.Entry{Key: path, Value: v})
			continue
		}
		if old := fields[at].Value; old.Type != kb.List {
			fields[at].Value = kb.Value{Type: kb.List, Items: []kb.Entry{{Value: old}}}
		}
		fields[at].Value.Items = append(slices.Clip(fields[at].Value.Items), kb.Entry{Value: v})
	}
	return fields
}

// isInList reports whether a path leads into the tables of a list.
func isInList(fields []kb.Entry, path string) bool {
	return slices.ContainsFunc(fields, func(f kb.Entry) bool {
		return strings.HasPrefix(path, f.Key+".") && f.Value.Type == kb.List
	})
}

func (o *ownReading) relate(path, from, to string) {
	r := o.relations[path]
	if r == nil {
		r = &relation{name: path}
		o.relations[path] = r
		o.order = append(o.order, path)
	}
	if !slices.Contains(r.from, from) {
		r.from = append(r.from, from)
	}
	if !slices.Contains(r.to, to) {
		r.to = append(r.to, to)
	}
}

// end adds the collected relations to the manifest.
func (o *ownReading) end() {
	for _, path := range o.order {
		o.Import.relations = append(o.Import.relations, *o.relations[path])
	}
	if len(o.byKind) > 0 {
		o.isOwn[o.input()] = true
	}
}
