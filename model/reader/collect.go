package reader

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/shape"
)

// collector turns documents into drafts, in the order of the files. It belongs
// to one goroutine.
type collector struct {
	issues
	kinds
	isFolder bool
	rootName string // the base name of the root folder
	kb       *kb.KB // being built
	manifest manifest
	drafts   []*draft
	reasons  []kb.Reason    // for reading each file as it is read
	layouts  []shape.Layout // of the files
	excluded []string       // files that the manifest leaves out
	guess    guesser
}

func newCollector(k *kb.KB) collector {
	return collector{kb: k, kinds: kinds{kb: k, byName: make(map[string]*kb.Kind)}}
}

// kinds creates the kinds of a knowledge base.
type kinds struct {
	kb     *kb.KB
	byName map[string]*kb.Kind
	// unseen are those that only a manifest which is not strict has named so far:
	// they come among the others where they are first used.
	unseen map[*kb.Kind]bool
}

// kind returns the kind of a name, created if it is new.
func (k *kinds) kind(name string) *kb.Kind {
	kind := k.byName[name]
	if kind == nil {
		kind = &kb.Kind{Name: name}
		k.byName[name] = kind
		k.kb.Kinds = append(k.kb.Kinds, kind)
	} else if len(k.unseen) > 0 && k.unseen[kind] {
		delete(k.unseen, kind)
		k.kb.Kinds = append(k.kb.Kinds, kind)
	}
	return kind
}

// forget makes declared kinds unseen.
func (k *kinds) forget(declared []*kb.Kind) {
	if k.unseen == nil {
		k.unseen = make(map[*kb.Kind]bool, len(declared))
	}
	for _, kind := range declared {
		k.unseen[kind] = true
	}
	k.kb.Kinds = slices.DeleteFunc(k.kb.Kinds, func(kind *kb.Kind) bool { return k.unseen[kind] })
}

// seeAll adds the kinds that are unseen still.
func (k *kinds) seeAll() {
	for _, kind := range k.kb.Declared {
		k.kind(kind.Name)
	}
}

// collect reads the manifest and drafts the entities of all documents.
func (c *collector) collect(docs []*document) {
	for _, doc := range c.manifestsOf(docs) {
		c.readManifest(doc)
	}
	plan := c.plan(docs)
	c.layouts, c.reasons = plan.Layouts, make([]kb.Reason, len(docs))
	for i, doc := range docs {
		if c.descriptionOf(doc.file.Path).excludes(c.belowRoot(doc.file.Path)) {
			c.excluded = append(c.excluded, doc.file.Path)
			continue
		}
		c.reasons[i] = plan.Layouts[i].Reason
		for _, p := range doc.problems {
			c.add(p.Code, kb.Pos{File: doc.number, Offset: uint32(p.Offset)}, "", p.Says, p.Remedy)
		}
		c.collectDocument(doc, &plan.Layouts[i])
	}
	c.obeyKinds()
	c.makeKeysUnique()
}

// obeyKinds leaves out the drafts of kinds that the manifest leaves out, and keys
// the others as it says.
func (c *collector) obeyKinds() {
	c.drafts = slices.DeleteFunc(c.drafts, func(d *draft) bool {
		kind := c.kindAsDeclared(d.kind, d.path)
		return kind != nil && kind.Excluded
	})
	for _, d := range c.drafts {
		kind := c.kindAsDeclared(d.kind, d.path)
		if kind == nil || kind.KeyField == "" {
			continue
		}
		if key := keyIn(unpacked(c.kb, d), kind.KeyField); key != "" {
			d.key, d.base, d.keyField, d.hasDeclaredKey = key, "", kind.KeyField, true
		}
	}
}

// keyIn returns the text or the whole number at a dotted path of a table, or "".
func keyIn(table kb.Value, path string) string {
	at, key := parentOf(table, path)
	if v := at.Get(key); v.Type == kb.String || v.Type == kb.Int {
		return v.Str
	}
	return ""
}

// plan decides how each document is read.
func (c *collector) plan(docs []*document) *shape.Plan {
	all := make([]shape.File, len(docs))
	for i, doc := range docs {
		entries := c.without(doc)
		all[i] = c.shapeOf(doc, topLevelKeys(entries))
		all[i].Sample = func() ([]kb.Entry, bool) { return doc.sample(entries) }
	}
	return shape.Infer(all, c.shapeOptions())
}

// shapeOf returns what the path and the manifest say of a file with some keys at
// its top level.
func (c *collector) shapeOf(doc *document, keys []shape.Key) shape.File {
	m, below := c.descriptionOf(doc.file.Path), c.belowRoot(doc.file.Path)
	f := shape.File{
		Path: below, Keys: keys, IsManifest: m.describes(doc),
		IsExcluded: m.excludes(below) || doc.file == m.file && m.tables != nil && len(keys) == 0, Rows: m.rowsOf(below, keys),
	}
	f.Kind, f.Folder = m.claimOf(below)
	return f
}

func (c *collector) shapeOptions() shape.Options {
	o := shape.Options{IsFolder: c.isFolder, RootName: c.rootName}
	for _, kind := range c.kb.Declared {
		o.Declared = append(o.Declared, kind.Name)
	}
	return o
}

// topLevelKeys returns the keys of a file's sample.
func topLevelKeys(entries []kb.Entry) []shape.Key {
	var keys []shape.Key
	for _, entry := range entries {
		if entry.KeyPos.Offset < shape.SampleSize {
			keys = append(keys, shape.Key{Name: entry.Key, Class: shape.ClassOf(entry.Value)})
		}
	}
	return keys
}

// collectDocument drafts the entities of one document; the fields of its top
// level that belong to none go to KB.TopLevel.
func (c *collector) collectDocument(doc *document, layout *shape.Layout) {
	entries := c.without(doc)
	if len(entries) == 0 {
		return
	}
	if layout.Whole {
		c.addFile(doc, entries, layout)
		return
	}
	c.addTopLevel(c.addRows(doc, entries, layout.Tree))
}

func (c *collector) addTopLevel(entries []kb.Entry) {
	for _, entry := range entries {
		c.kb.TopLevel = append(c.kb.TopLevel, kb.Statement{Field: &kb.Field{Path: entry.Key}, Value: entry.Value, Pos: entry.KeyPos})
	}
}

// addRows drafts the rows below a table of a collection. It returns the values
// that belong to none, with their dotted paths as keys.
func (c *collector) addRows(doc *document, entries []kb.Entry, t *shape.Tree) (rest []kb.Entry) {
	for _, entry := range entries {
		class := shape.ClassOf(entry.Value)
		if t.Role == shape.Rows {
			if !c.addRow(doc, entry, class, t) {
				rest = append(rest, entry)
			}
			continue
		}
		switch below := t.Child(entry.Key, class); {
		case below == nil && class == shape.Table:
			rest = append(rest, flatten(entry)...)
		case below == nil:
			rest = append(rest, entry)
		case below.Role == shape.Elements:
			c.addElements(doc, below, entry.Value, "")
		default:
			if len(entry.Value.Items) == 0 && below.Role == shape.Rows {
				c.kind(kindName(below.Kind))
			}
			for _, other := range c.addRows(doc, entry.Value.Items, below) {
				other.Key = entry.Key + "." + other.Key
				rest = append(rest, other)
			}
		}
	}
	return rest
}

// flatten returns the values of a table and of those below it, with their dotted
// paths as keys.
func flatten(entry kb.Entry) []kb.Entry {
	if entry.Value.Type != kb.Table {
		return []kb.Entry{entry}
	}
	var out []kb.Entry
	for _, child := range entry.Value.Items {
		child.Key = entry.Key + "." + child.Key
		out = append(out, flatten(child)...)
	}
	return out
}

// addRow drafts the row that an entry of a table of rows is. It reports whether it
// is one.
func (c *collector) addRow(doc *document, entry kb.Entry, class shape.Class, t *shape.Tree) bool {
	d := &draft{
		kind: kindName(t.Kind), key: entry.Key, layout: keyedTable, tree: t,
		table: entry.Value, pos: earlier(entry.KeyPos, entry.Value.Pos), path: doc.file.Path,
	}
	switch {
	case class == shape.Table:
	case class == shape.Array:
		c.addElements(doc, t, entry.Value, entry.Key)
		return true
	case t.Values:
		d.layout = plainValue
		d.table = kb.Value{Type: kb.Table, Pos: entry.KeyPos, Items: []kb.Entry{{Key: valueField, KeyPos: entry.KeyPos, Value: entry.Value}}}
	default:
		return false
	}
	c.drafts = append(c.drafts, d)
	return true
}

// addElements drafts the elements of an array of tables. key, if not empty, is
// that of each.
func (c *collector) addElements(doc *document, t *shape.Tree, list kb.Value, key string) {
	for i, item := range list.Items {
		d := &draft{kind: kindName(t.Kind), key: key, layout: arrayElement, tree: t, table: item.Value, pos: item.Value.Pos, path: doc.file.Path}
		if key == "" {
			d.key, d.keyField = elementKey(unpacked(c.kb, d), c.kb.Languages, i+1)
		}
		c.drafts = append(c.drafts, d)
	}
}

// unpacked returns the table of a draft.
func unpacked(k *kb.KB, d *draft) kb.Value { return k.Files[d.pos.File].Unpack(d.table) }

// addFile drafts a whole file as one entity.
func (c *collector) addFile(doc *document, entries []kb.Entry, layout *shape.Layout) {
	doc.unpack(entries)
	d := &draft{
		kind: kindName(layout.Kind), key: layout.Key, base: layout.Long, nameField: layout.Name, layout: wholeFile,
		table: kb.Value{Type: kb.Table, Items: entries, Pos: kb.Pos{File: doc.number}},
		pos:   kb.Pos{File: doc.number}, path: doc.file.Path,
	}
	d.table = c.withFolder(d.table, layout)
	c.drafts = append(c.drafts, d)
}

// withFolder adds the field of the folder that a file stands in to its table.
func (c *collector) withFolder(table kb.Value, layout *shape.Layout) kb.Value {
	field := folderField
	if kind := c.kindAsDeclared(kindName(layout.Kind), c.kb.Files[table.Pos.File].Path); kind != nil && kind.FolderField != "" {
		field = kind.FolderField
	} else if layout.Reason == shape.ReasonManifest {
		field = noFolder
	}
	if layout.Folder == "" || field == noFolder || table.Has(field) {
		return table
	}
	value := kb.Value{Type: kb.String, Str: layout.Folder, Pos: table.Pos}
	table.Items = append(slices.Clip(table.Items), kb.Entry{Key: field, KeyPos: table.Pos, Value: value})
	return table
}

// kindName turns a text into the name of a kind: not empty and without the slash
// that ends the kind of an address.
func kindName(name string) string {
	if name == "" {
		return "_"
	}
	return strings.ReplaceAll(name, "/", "-")
}

func earlier(a, b kb.Pos) kb.Pos {
	if b.Offset < a.Offset {
		return b
	}
	return a
}
