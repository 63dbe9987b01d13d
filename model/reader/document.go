package reader

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/shape"
)

// document is what one file says: its decoded text, before anything is known of
// the other files.
type document struct {
	file     *kb.File
	number   uint32 // index into KB.Files
	root     kb.Value
	problems []decode.Problem
}

// pack packs the tables below entries of the root that may be entities.
func (doc *document) pack(entries []kb.Entry) {
	for _, entry := range entries {
		if !slices.Contains(manifestTables, entry.Key) {
			doc.file.PackTables(doc.number, entry.Value.Items)
		}
	}
}

// unpack undoes pack, for a file that turns out to be one entity.
func (doc *document) unpack(entries []kb.Entry) {
	for _, entry := range entries {
		for i := range entry.Value.Items {
			v := &entry.Value.Items[i].Value
			*v = doc.file.Unpack(*v)
		}
	}
}

// sample returns the part of the entries that stands in the first
// shape.SampleSize bytes of the file, and whether that is all.
func (doc *document) sample(entries []kb.Entry) ([]kb.Entry, bool) {
	if len(doc.file.Text) <= shape.SampleSize {
		return entries, true
	}
	return doc.head(entries), false
}

func (doc *document) head(entries []kb.Entry) []kb.Entry {
	out := make([]kb.Entry, 0, min(len(entries), 256))
	for _, entry := range entries {
		if entry.KeyPos.Offset >= shape.SampleSize || entry.Key == "" && entry.Value.Pos.Offset >= shape.SampleSize {
			continue
		}
		if entry.Value.Type >= kb.List {
			entry.Value = doc.file.Unpack(entry.Value)
			entry.Value.Items = doc.head(entry.Value.Items)
		}
		out = append(out, entry)
	}
	return out
}

// draft is an entity between the file and the knowledge base: the table that
// describes it, and a key that may still have to be made unique.
type draft struct {
	kind           string
	key            string
	base           string // the key before it was made unique
	disambiguator  string
	keyField       string // the field that the key was taken from, or empty
	hasDeclaredKey bool   // whether the manifest says that keyField is the key
	layout         layout
	table          kb.Value // may be packed
	pos            kb.Pos
	path           string      // of the file
	tree           *shape.Tree // of its rows; nil for a file
	nameField      string      // the dotted path of the field that names it, or empty for those that do in any entity

	entity *kb.Entity
}

// layout is how an entity is written in its file.
type layout uint8

const (
	keyedTable   layout = iota // [kind.key]
	arrayElement               // [[kind]]
	wholeFile                  // a file of its own
	plainValue                 // key = value
	layouts
)

// place returns the dotted path of the rows' table or array; empty for a file.
func (d *draft) place() string {
	if d.tree == nil {
		return ""
	}
	return d.tree.Path
}

// appendToKey makes the key unique by a text. If visible, the entity's label
// shows the text too.
func (d *draft) appendToKey(text string, visible bool) {
	d.key += " " + text
	if !visible {
		return
	}
	if d.disambiguator != "" {
		d.disambiguator += " "
	}
	d.disambiguator += text
}

// hasName reports whether text is the draft's name.
func (d *draft) hasName(text string) bool {
	v := namingValue(d.table)
	if field := d.textField(); field != "" {
		v = d.table.Get(field)
	}
	return v.Str == text
}

// isKeyedByText reports whether the key is made of a text that is neither key nor name.
func (d *draft) isKeyedByText() bool {
	return d.layout == arrayElement && d.keyField != "" && !d.hasDeclaredKey && d.keyField != d.nameField &&
		shape.IDRank(d.keyField) < 0 && shape.NameRank(d.keyField) < 0
}

// textField returns the field of the text that the key is made of, or "".
func (d *draft) textField() string {
	if d.isKeyedByText() {
		return d.keyField
	}
	return ""
}
