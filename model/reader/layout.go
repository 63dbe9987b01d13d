package reader

import (
	"path"
	"strings"

	"rihla/model/kb"
)

// draft is an entity on its way: where it was found and what its table holds.
type draft struct {
	kind     string
	key      string
	base     string // the key before it was told apart
	told     string
	keyField string // the field that the key was taken from
	layout   layout
	table    kb.Value
	pos      kb.Pos
	path     string // of the file

	entity *kb.Entity
}

// add tells the draft apart by a text; where its label does not say that text
// yet, it will.
func (d *draft) add(told string, said bool) {
	d.key += " " + told
	if !said {
		return
	}
	if d.told != "" {
		d.told += " "
	}
	d.told += told
}

// isNamed tells whether a text is the draft's name.
func (d *draft) isNamed(text string) bool {
	for _, field := range nameFields {
		if v := d.table.Get(field); v.Type != kb.Null {
			return v.Str == text
		}
	}
	return false
}

// layout says how an entity stands in its file.
type layout uint8

const (
	keyed   layout = iota // [kind.key]
	element               // [[kind]]
	single                // a file of its own
)

// document is one decoded file.
type document struct {
	file     *kb.File
	number   uint32
	root     kb.Value
	problems []problem
}

// layoutOf turns one document into drafts, and into the fields that belong to
// no entity. In a folder, a file with a scalar of its own is one entity.
func (b *builder) layoutOf(doc *document) {
	entries := b.manifest.without(doc)
	if len(entries) == 0 {
		return
	}
	isManifest := b.manifest.describes(doc)
	kind := b.manifest.kindOfFile(doc.file.Path)
	alone := b.folder && hasScalar(entries) && !isManifest
	if kind != "" || alone {
		b.addFile(doc, kind, entries)
		return
	}
	before := len(b.drafts)
	var loose []kb.Entry
	for _, entry := range entries {
		loose = append(loose, b.collection(doc, entry)...)
	}
	if len(b.drafts) == before && !isManifest {
		b.addFile(doc, "", entries)
		return
	}
	for _, entry := range loose {
		b.kb.TopLevel = append(b.kb.TopLevel, kb.Statement{Field: &kb.Field{Path: entry.Key}, Value: entry.Value, Pos: entry.KeyPos})
	}
}

// hasScalar tells whether a file's top level holds a scalar or a list that is
// no list of tables.
func hasScalar(entries []kb.Entry) bool {
	for _, entry := range entries {
		if v := entry.Value; v.IsScalar() || v.Type == kb.List && !v.IsTableArray() {
			return true
		}
	}
	return false
}

// collection reads one top-level entry of a collection and returns what of it
// is no entity, with its dotted path as key.
func (b *builder) collection(doc *document, entry kb.Entry) (loose []kb.Entry) {
	switch {
	case entry.Value.IsTableArray():
		b.addElements(doc, entry.Key, entry.Value, "")
		return nil
	case !entry.Value.IsTable():
		return []kb.Entry{entry}
	}
	nested := isNested(entry.Value)
	for _, child := range entry.Value.Items {
		switch {
		case child.Value.IsTable():
			b.drafts = append(b.drafts, &draft{
				kind: kindName(entry.Key), key: child.Key, layout: keyed,
				table: child.Value, pos: earlier(child.KeyPos, child.Value.Pos), path: doc.file.Path,
			})
		case nested:
			b.addElements(doc, entry.Key, child.Value, child.Key)
		default:
			child.Key = entry.Key + "." + child.Key
			loose = append(loose, child)
		}
	}
	if len(entry.Value.Items) == 0 {
		b.kind(kindName(entry.Key))
	}
	return loose
}

// isNested tells whether a table holds nothing but tables and arrays of
// tables, so that [[kind.key]] names elements of the kind.
func isNested(v kb.Value) bool {
	for _, child := range v.Items {
		if !child.Value.IsTable() && !child.Value.IsTableArray() {
			return false
		}
	}
	return true
}

// addElements drafts the elements of an array of tables. A key that is given
// serves those that name themselves by nothing better.
func (b *builder) addElements(doc *document, kind string, list kb.Value, given string) {
	for i, item := range list.Items {
		d := &draft{kind: kindName(kind), layout: element, table: item.Value, pos: item.Value.Pos, path: doc.file.Path}
		if given == "" {
			d.key, d.keyField = elementKey(b.held(d), b.kb.Languages, i+1)
		} else {
			d.key = given
		}
		b.drafts = append(b.drafts, d)
	}
}

// addFile drafts a whole file as one entity.
func (b *builder) addFile(doc *document, kind string, entries []kb.Entry) {
	folder, rest, below := strings.Cut(doc.file.Path, "/")
	if !below {
		folder, rest = b.rootName, doc.file.Path
	}
	if kind != "" {
		rest = b.manifest.belowPattern(kind, doc.file.Path)
	} else {
		kind = folder
	}
	unpackEntities(doc, entries)
	b.drafts = append(b.drafts, &draft{
		kind: kindName(kind), key: strings.TrimSuffix(path.Base(rest), path.Ext(rest)),
		base: strings.TrimSuffix(rest, path.Ext(rest)), layout: single,
		table: kb.Value{Type: kb.Table, Items: entries, Pos: kb.Pos{File: doc.number}},
		pos:   kb.Pos{File: doc.number}, path: doc.file.Path,
	})
}

// kindName makes a kind's name fit to stand before the slash of an address.
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
