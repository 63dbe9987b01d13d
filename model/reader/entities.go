package reader

import "rihla/model/kb"

// Reserved fields that an entity holds by themselves.
const (
	nameField    = "name"
	titleField   = "title"
	aliasesField = "aliases"
	summaryField = "summary"
	bodyField    = "body"
	factsField   = "facts"
	aboutField   = "about"
)

// neverRelations are the fields that are never inferred to name entities.
var neverRelations = []string{nameField, titleField, "id", aliasesField, summaryField, bodyField, "url"}

// makeEntities turns the drafts into entities with names, and indexes them. It
// finds what their texts hide on the way.
func (b *builder) makeEntities() error {
	entities := make([]kb.Entity, len(b.drafts))
	b.kb.Entities = make([]*kb.Entity, len(b.drafts))
	for i, d := range b.drafts {
		kind := b.kind(d.kind)
		entities[i] = kb.Entity{Kind: kind, Key: d.key, Pos: d.pos}
		e := &entities[i]
		e.SetDisambiguator(d.told)
		d.entity, b.kb.Entities[i] = e, e
		kind.Entities = append(kind.Entities, e)
		if d.base != d.key {
			b.bases[d.base] = append(b.bases[d.base], e)
		}
	}
	workers, err := b.share(0, func(w *builder) func(*draft) {
		return func(d *draft) {
			table := w.held(d)
			w.readNames(d.entity, table)
			w.findInTable(d, table)
		}
	})
	for _, w := range workers {
		b.found = append(b.found, w.found...)
	}
	b.kb.Index()
	return err
}

// readNames reads what an entity is called.
func (b *builder) readNames(e *kb.Entity, table kb.Value) {
	e.Name = b.reservedText(e, table, nameField)
	if e.Name.IsEmpty() {
		e.Name = b.reservedText(e, table, titleField)
	}
	switch v := table.Get(aliasesField); v.Type {
	case kb.Table:
		if !isStatement(v) {
			e.SetAliases(stringsIn(v))
		}
	case kb.String, kb.List:
		aliases := v.Strings()
		e.SetAliases(aliases)
		if v.Type == kb.List && len(aliases) != len(v.Items) {
			b.find(kb.BadType, v.Pos, e.Address(), "aliases hold something other than texts", `write them like ["ADD", "Digital Agency"]`)
		}
	}
}

// stringsIn returns the texts of a table, and of the lists in it: aliases in
// several languages.
func stringsIn(table kb.Value) []string {
	var out []string
	for _, entry := range table.Items {
		out = append(out, entry.Value.Strings()...)
	}
	return out
}

// reservedText reads a text that may stand with its evidence.
func (b *builder) reservedText(e *kb.Entity, table kb.Value, key string) kb.Text {
	v := table.Get(key)
	if isStatement(v) {
		v = said(v)
	}
	t, ok := textOf(v, b.kb.Languages)
	if !ok && v.Type != kb.Null && b.kb.HasManifest {
		b.find(kb.BadType, v.Pos, e.Address(), key+" is "+describe(v), "it takes a text, or one in each language")
	}
	if !ok && v.IsScalar() {
		return kb.Plain(v.Str)
	}
	return t
}

// isStatement tells whether a table says a value or a link with what
// qualifies it. A range from … to … is none, and text needs a qualifier beside
// it: a stranger's button has a text too.
func isStatement(v kb.Value) bool {
	if v.Type != kb.Table {
		return false
	}
	if to := v.Get("to"); to.Type == kb.String || to.Type == kb.List {
		return !v.Has("from")
	}
	if v.Has("value") {
		return true
	}
	return v.Has("text") && (v.Has("source") || v.Has("confidence") || v.Has("quote") || v.Has("since") || v.Has("until"))
}

// said returns what a statement's table says: the value, the reference or the
// words.
func said(v kb.Value) kb.Value { return v.Get(saidKey(v)) }

// saidKey returns the key of what a statement's table says; whatever else it
// holds qualifies that.
func saidKey(v kb.Value) string {
	for _, key := range []string{"to", "value", "text"} {
		if v.Has(key) {
			return key
		}
	}
	return ""
}

// isOwn tells whether a top-level field of an entity is read by itself and is
// no statement. With evidence it is both.
func isOwn(entry kb.Entry) bool {
	switch entry.Key {
	case nameField, aliasesField, summaryField, bodyField:
		return !isStatement(entry.Value)
	case factsField:
		return isFacts(entry.Value)
	}
	return false
}

// isFacts tells whether a value is an array of claims in free text.
func isFacts(v kb.Value) bool {
	if !v.IsTableArray() {
		return false
	}
	for _, item := range v.Items {
		if !item.Value.Has("text") {
			return false
		}
	}
	return true
}
