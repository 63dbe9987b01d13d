package reader

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rihla/model/kb"
)

// readManifest reads the manifest of a document into the knowledge base.
func (c *collector) readManifest(doc *document) {
	c.manifest.file, c.manifest.tables = doc.file, tablesOf(doc.root, c.isFolder)
	c.manifest.relations = make(map[string]*kb.Relation)
	if c.kb.HasManifest = c.manifest.describes(doc); c.kb.HasManifest {
		c.readHead(doc.root.Get(kbTable))
		for _, entry := range c.tablesIn(doc.root.Get(kindsTable)) {
			c.readKind(entry)
		}
		for _, entry := range c.tablesIn(doc.root.Get(relationsTable)) {
			c.readRelation(entry)
		}
	}
	for _, entry := range c.tablesIn(doc.root.Get(viewsTable)) {
		c.readView(entry)
	}
}

func (c *collector) readHead(head kb.Value) {
	c.kb.Languages = c.strings(head, "languages")
	c.kb.Title = c.text(head, "title")
	c.kb.Summary = c.text(head, "summary")
	if v := head.Get("format"); v.Type != kb.Null && (v.Type != kb.Int || v.Str != "1") {
		c.add(kb.BadType, v.Pos, "", fmt.Sprintf("format %s is not known", describe(v)), "this program reads format = 1")
	}
	for _, entry := range head.Items {
		if entry.Key == "home" {
			c.manifest.home = entry
		}
	}
}

func (c *collector) readKind(entry kb.Entry) {
	kind := c.kind(kindName(entry.Key))
	kind.Declared, kind.Pos = true, earlier(entry.KeyPos, entry.Value.Pos)
	kind.Label, kind.Singular = c.text(entry.Value, labelKey), c.text(entry.Value, "one")
	kind.Columns, kind.Required = c.strings(entry.Value, "columns"), c.strings(entry.Value, "require")
	kind.Files = c.strings(entry.Value, "files")
	kind.Sort = c.string(entry.Value, "sort")
	for _, glob := range kind.Files {
		if !doublestar.ValidatePattern(glob) {
			c.add(kb.BadType, entry.Value.Get("files").Pos, "", fmt.Sprintf("%q is no pattern of files", glob), `write it like "companies/*.toml"`)
			continue
		}
		c.manifest.patterns = append(c.manifest.patterns, pattern{kind.Name, glob})
	}
	for _, f := range c.tablesIn(entry.Value.Get("fields")) {
		c.readField(kind, f)
	}
}

func (c *collector) readField(kind *kb.Kind, entry kb.Entry) {
	field := kind.Field(entry.Key)
	field.Declared, field.Pos = true, earlier(entry.KeyPos, entry.Value.Pos)
	field.Label, field.Aliases = c.text(entry.Value, labelKey), c.strings(entry.Value, "aliases")
	field.Choices = c.strings(entry.Value, "choices")
	v := entry.Value.Get("type")
	if v.Type == kb.List {
		field.Choices = v.Strings()
		return
	}
	field.Type = kb.FieldType(c.string(entry.Value, "type"))
	if v.Type == kb.String && !slices.Contains(kb.FieldTypes, v.Str) {
		c.addBadType(v, "type", strings.Join(kb.FieldTypes, ", ")+", or a list of the values to choose from")
	}
}

func (c *collector) readRelation(entry kb.Entry) {
	r := &kb.Relation{Name: entry.Key, Declared: true, Pos: earlier(entry.KeyPos, entry.Value.Pos)}
	r.Label, r.Inverse = c.text(entry.Value, labelKey), c.text(entry.Value, "inverse")
	r.Aliases = c.strings(entry.Value, "aliases")
	r.From, r.To = c.strings(entry.Value, "from"), c.strings(entry.Value, "to")
	if v := entry.Value.Get("symmetric"); v.Type == kb.Bool {
		r.Symmetric = v.Str == "true"
	} else if v.Type != kb.Null {
		c.addBadType(v, "symmetric", "true or false")
	}
	c.manifest.relations[r.Name] = r
	c.kb.Relations = append(c.kb.Relations, r)
}

// tablesIn returns the tables that a table of the manifest contains; anything
// else in it is an issue.
func (c *collector) tablesIn(v kb.Value) []kb.Entry {
	if v.Type != kb.Table {
		if v.Type != kb.Null {
			c.addBadType(v, "this", "a table")
		}
		return nil
	}
	var out []kb.Entry
	for _, entry := range v.Items {
		if entry.Value.Type == kb.Table {
			out = append(out, entry)
		} else {
			c.addBadType(entry.Value, entry.Key, "a table")
		}
	}
	return out
}

func (c *collector) text(table kb.Value, key string) kb.Text {
	v := table.Get(key)
	t, ok := textOf(v, c.kb.Languages)
	if !ok && v.Type != kb.Null {
		c.addBadType(v, key, `a text, or one in each language: { fr = "…", en = "…" }`)
	}
	return t
}

func (c *collector) string(table kb.Value, key string) string {
	v := table.Get(key)
	if v.Type == kb.String {
		return v.Str
	}
	if v.Type != kb.Null {
		c.addBadType(v, key, "a text")
	}
	return ""
}

// strings returns a string, or the strings of a list.
func (c *collector) strings(table kb.Value, key string) []string {
	v := table.Get(key)
	out := v.Strings()
	if v.Type != kb.Null && v.Type != kb.String && (v.Type != kb.List || len(out) != len(v.Items)) {
		c.addBadType(v, key, "a list of texts")
	}
	return out
}
