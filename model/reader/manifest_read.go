package reader

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/say"
)

// readManifest reads the manifest of a document into the knowledge base.
func (c *collector) readManifest(doc *document) {
	c.manifest.file, c.manifest.tables = doc.file, tablesOf(doc.root, c.isFolder)
	for _, entry := range doc.root.Items {
		if slices.Contains(c.manifest.tables, entry.Key) {
			c.manifest.lastTable = max(c.manifest.lastTable, entry.KeyPos.Offset, entry.Value.Pos.Offset)
		}
	}
	c.manifest.relations = make(map[string]*kb.Relation)
	if slices.Contains(c.manifest.tables, kbTable) {
		c.readHead(doc.root.Get(kbTable))
		for _, entry := range c.tablesIn(doc.root.Get(kindsTable)) {
			c.readKind(entry)
		}
		if !c.manifest.isStrict {
			c.forget()
		}
		for _, entry := range c.tablesIn(doc.root.Get(relationsTable)) {
			c.readRelation(entry)
		}
	}
	for _, entry := range c.tablesIn(doc.root.Get(viewsTable)) {
		c.readView(entry)
	}
	if slices.Contains(c.manifest.tables, refusedTable) {
		for _, item := range doc.root.Get(refusedTable).Items {
			c.readRefusal(item.Value)
		}
	}
}

func (c *collector) readHead(head kb.Value) {
	c.checkKeys(head, headKeys)
	c.kb.Languages = c.strings(head, "languages")
	c.kb.Title = c.text(head, "title")
	c.kb.Summary = c.text(head, "summary")
	if v := head.Get("format"); v.Type != kb.Null && (v.Type != kb.Int || v.Str != "1") {
		c.add(kb.BadType, v.Pos, "", say.FormatIs.With(describe(v)), say.WriteFormat.With())
	}
	c.manifest.isStrict = c.bool(head, "strict", true)
	c.kb.HasManifest = c.manifest.isStrict
	c.manifest.excluded = c.globs(head, "exclude")
	for _, entry := range head.Items {
		if entry.Key == "home" {
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
