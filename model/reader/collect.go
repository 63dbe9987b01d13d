package reader

import (
	"path"
	"slices"
	"strings"

	"rihla/model/kb"
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
	guess    guesser
}

func newCollector(k *kb.KB) collector {
	return collector{kb: k, kinds: kinds{kb: k, byName: make(map[string]*kb.Kind)}}
}

// kinds creates the kinds of a knowledge base.
type kinds struct {
	kb     *kb.KB
	byName map[string]*kb.Kind
}

// kind returns the kind of a name, created if it is new.
func (k *kinds) kind(name string) *kb.Kind {
	kind := k.byName[name]
	if kind == nil {
		kind = &kb.Kind{Name: name}
		k.byName[name] = kind
		k.kb.Kinds = append(k.kb.Kinds, kind)
	}
	return kind
}

// collect reads the manifest and drafts the entities of all documents.
func (c *collector) collect(docs []*document) {
	if doc := manifestOf(docs, c.isFolder); doc != nil {
		c.readManifest(doc)
	}
	for _, doc := range docs {
		for _, p := range doc.problems {
			c.add(p.Code, kb.Pos{File: doc.number, Offset: uint32(p.Offset)}, "", p.Message, p.Hint)
		}
		c.collectDocument(doc)
	}
	c.makeKeysUnique()
}

// collectDocument drafts the entities of one document; the fields of its top
// level that belong to none go to KB.TopLevel. In a folder, a file whose top
// level has a scalar is one entity.
func (c *collector) collectDocument(doc *document) {
	entries := c.manifest.without(doc)
	if len(entries) == 0 {
		return
	}
	isManifest := c.manifest.describes(doc)
	kind := c.manifest.kindOfFile(doc.file.Path)
	if kind != "" || c.isFolder && hasScalar(entries) && !isManifest {
		c.addFile(doc, kind, entries)
		return
	}
	before := len(c.drafts)
	var rest []kb.Entry
	for _, entry := range entries {
		rest = append(rest, c.addCollection(doc, entry)...)
	}
	if len(c.drafts) == before && !isManifest {
		c.addFile(doc, "", entries)
		return
	}
	c.addTopLevel(rest)
}

func (c *collector) addTopLevel(entries []kb.Entry) {
	for _, entry := range entries {
		c.kb.TopLevel = append(c.kb.TopLevel, kb.Statement{Field: &kb.Field{Path: entry.Key}, Value: entry.Value, Pos: entry.KeyPos})
	}
}

// hasScalar reports whether an entry is a scalar, or a list that is no array of
// tables.
func hasScalar(entries []kb.Entry) bool {
	return slices.ContainsFunc(entries, func(entry kb.Entry) bool {
		v := entry.Value
		return v.IsScalar() || v.Type == kb.List && !v.IsTableArray()
	})
}

// addCollection drafts the entities of one entry of a collection's top level. It
// returns the entries that are no entities, with their dotted paths as keys.
func (c *collector) addCollection(doc *document, entry kb.Entry) (rest []kb.Entry) {
	switch {
	case entry.Value.IsTableArray():
		c.addElements(doc, entry.Key, entry.Value, "")
		return nil
	case !entry.Value.IsTable():
		return []kb.Entry{entry}
	}
	nested := holdsTablesOnly(entry.Value)
	for _, child := range entry.Value.Items {
		switch {
		case child.Value.IsTable():
			c.drafts = append(c.drafts, &draft{
				kind: kindName(entry.Key), key: child.Key, layout: keyedTable,
				table: child.Value, pos: earlier(child.KeyPos, child.Value.Pos), path: doc.file.Path,
			})
		case nested:
			c.addElements(doc, entry.Key, child.Value, child.Key)
		default:
			child.Key = entry.Key + "." + child.Key
			rest = append(rest, child)
		}
	}
	if len(entry.Value.Items) == 0 {
		c.kind(kindName(entry.Key))
	}
	return rest
}

// holdsTablesOnly reports whether a table holds nothing but tables and arrays of
// tables: then [[kind.key]] writes elements of the kind.
func holdsTablesOnly(v kb.Value) bool {
	return !slices.ContainsFunc(v.Items, func(child kb.Entry) bool { return !child.Value.IsTable() && !child.Value.IsTableArray() })
}

// addElements drafts the elements of an array of tables. key, if not empty, is
// that of each.
func (c *collector) addElements(doc *document, kind string, list kb.Value, key string) {
	for i, item := range list.Items {
		d := &draft{kind: kindName(kind), key: key, layout: arrayElement, table: item.Value, pos: item.Value.Pos, path: doc.file.Path}
		if key == "" {
			d.key, d.keyField = elementKey(unpacked(c.kb, d), c.kb.Languages, i+1)
		}
		c.drafts = append(c.drafts, d)
	}
}

// unpacked returns the table of a draft.
func unpacked(k *kb.KB, d *draft) kb.Value { return k.Files[d.pos.File].Unpack(d.table) }

// addFile drafts a whole file as one entity. Without a kind from the manifest,
// its kind is the first folder below the root.
func (c *collector) addFile(doc *document, kind string, entries []kb.Entry) {
	folder, rest, below := strings.Cut(doc.file.Path, "/")
	if !below {
		folder, rest = c.rootName, doc.file.Path
	}
	if kind != "" {
		rest = c.manifest.belowPattern(kind, doc.file.Path)
	} else {
		kind = folder
	}
	doc.unpack(entries)
	c.drafts = append(c.drafts, &draft{
		kind: kindName(kind), key: strings.TrimSuffix(path.Base(rest), path.Ext(rest)),
		base: strings.TrimSuffix(rest, path.Ext(rest)), layout: wholeFile,
		table: kb.Value{Type: kb.Table, Items: entries, Pos: kb.Pos{File: doc.number}},
		pos:   kb.Pos{File: doc.number}, path: doc.file.Path,
	})
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
