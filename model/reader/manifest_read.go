package reader

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/say"
)

// readManifest reads the manifest of a document into the knowledge base: that of the first
// root that has one, or of a further one.
func (c *collector) readManifest(doc *document) {
	m := &c.manifest.description
	if m.file != nil {
		m = c.furtherDescription(doc)
	} else {
		c.manifest.relations = make(map[string]*kb.Relation)
	}
	m.file, m.tables = doc.file, c.tablesOf(doc)
	for _, entry := range doc.root.Items {
		if m == &c.manifest.description && slices.Contains(m.tables, entry.Key) {
			c.manifest.lastTable = max(c.manifest.lastTable, entry.KeyPos.Offset, entry.Value.Pos.Offset)
		}
	}
	if slices.Contains(m.tables, kbTable) {
		c.readHead(m, doc.root.Get(kbTable))
		for _, entry := range c.tablesIn(doc.root.Get(kindsTable)) {
			c.readKind(m, entry)
		}
		if !m.isStrict {
			c.forget(m.kinds)
		}
		for _, entry := range c.tablesIn(doc.root.Get(relationsTable)) {
			c.readRelation(m, entry)
		}
	}
	for _, entry := range c.tablesIn(doc.root.Get(viewsTable)) {
		c.readView(m, entry)
	}
	if slices.Contains(m.tables, refusedTable) {
		for _, item := range doc.root.Get(refusedTable).Items {
			c.readRefusal(item.Value)
		}
	}
}

func (c *collector) readHead(m *description, head kb.Value) {
	c.checkKeys(head, headKeys)
	c.kb.Languages = union(c.kb.Languages, c.strings(head, "languages"))
	title, summary := c.text(head, "title"), c.text(head, "summary")
	if c.kb.Title.IsEmpty() {
		c.kb.Title = title
	}
	if c.kb.Summary.IsEmpty() {
		c.kb.Summary = summary
	}
	if v := head.Get("format"); v.Type != kb.Null && (v.Type != kb.Int || v.Str != "1") {
		c.add(kb.BadType, v.Pos, "", say.FormatIs.With(describe(v)), say.WriteFormat.With())
	}
	m.isStrict = c.bool(head, "strict", true)
	if !c.manifest.hasHead {
		c.manifest.hasHead, c.kb.HasManifest = true, m.isStrict
	}
	m.excluded = c.globs(head, "exclude")
	for _, entry := range head.Items {
		if entry.Key == "home" && c.manifest.home.Value.Type == kb.Null {
			c.manifest.home = entry
		}
	}
}

// tablesIn returns the tables that a table of the manifest contains; anything
// else in it is an issue.
func (c *collector) tablesIn(v kb.Value) []kb.Entry {
	if v.Type != kb.Table {
		if v.Type != kb.Null {
			c.add(kb.BadType, v.Pos, "", say.ThisIs.With(describe(v)), say.ExpectTable.With())
		}
		return nil
	}
	var out []kb.Entry
	for _, entry := range v.Items {
		if entry.Value.Type == kb.Table {
			out = append(out, entry)
		} else {
			c.addBadType(entry.Value, entry.Key, say.ExpectTable.With())
		}
	}
	return out
}

func (c *collector) text(table kb.Value, key string) kb.Text {
	v := table.Get(key)
	t, ok := textOf(v, c.kb.Languages)
	if !ok && v.Type != kb.Null {
		c.addBadType(v, key, say.ExpectByLanguage.With())
	}
	return t
}

func (c *collector) string(table kb.Value, key string) string {
	v := table.Get(key)
	if v.Type == kb.String {
		return v.Str
	}
	if v.Type != kb.Null {
		c.addBadType(v, key, say.ExpectText.With())
	}
	return ""
}

// strings returns a string, or the strings of a list.
func (c *collector) strings(table kb.Value, key string) []string {
	v := table.Get(key)
	out := v.Strings()
	if v.Type != kb.Null && v.Type != kb.String && (v.Type != kb.List || len(out) != len(v.Items)) {
		c.addBadType(v, key, say.ExpectTexts.With())
	}
	return out
}

// bool returns a truth value, or otherwise where there is none.
func (c *collector) bool(table kb.Value, key string, otherwise bool) bool {
	v := table.Get(key)
	if v.Type == kb.Bool {
		return v.Str == "true"
	}
	if v.Type != kb.Null {
		c.addBadType(v, key, say.ExpectBool.With())
	}
	return otherwise
}
