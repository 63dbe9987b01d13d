package reader

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strings"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
	"rihla/model/reader/shape"
)

// newLinker returns the linker for loading single entities. Without counts of all
// entities nothing is inferred: only the links of facts are known.
func (o *outliner) newLinker() *linker {
	f := &facts{kb: o.kb, manifest: &o.manifest, table: func(e *kb.Entity) kb.Value {
		v, _ := o.table(e)
		return v
	}}
	// The kinds of the knowledge base do not change any more: a kind without
	// entities stands in for one that is unknown.
	kindOf := func(name string) *kb.Kind {
		if kind := o.byName[name]; kind != nil {
			return kind
		}
		return &kb.Kind{Name: name}
	}
	return newLinker(f, &rules{about: aboutRule(&o.manifest, nil, kindOf)}, newFieldTable())
}

// maxLoad is the length, in bytes, of the longest entity that is decoded on
// demand: a longer one takes more than a frame, and is left to the full read.
const maxLoad = 1 << 17

// load decodes an entity, for kb.KB.Record. It sets the names of the entity, and
// its key if it is an element of an array.
func (o *outliner) load(e *kb.Entity) *kb.Record {
	o.loading.Lock()
	defer o.loading.Unlock()
	if r := o.records[e]; r != nil {
		return r
	}
	r := new(kb.Record)
	o.records[e] = r
	table, ok := o.decoded[e]
	if ok {
		delete(o.decoded, e)
	} else if table, ok = o.table(e); !ok {
		return r
	}
	textField := ""
	if d := o.drafted[e.Pos]; d != nil {
		textField = d.textField()
	}
	if e.Key == "" && o.lateKeys[e.Kind] {
		e.Key, textField = o.lateKey(e, table)
	}
	o.linker.readNames(e, table, textField, e.Kind.NameField, o.sketches[e.Pos.File].layout.Name)
	o.linker.record(e, table, r)
	o.linker.found = o.linker.found[:0]
	return r
}

// lateKey returns the key that an entity has in its table, and the field of the text
// that it is made of, or "".
func (o *outliner) lateKey(e *kb.Entity, table kb.Value) (key, textField string) {
	if field := e.Kind.KeyField; field != "" {
		if key := keyIn(table, field); key != "" {
			return key, ""
		}
	}
	s := &o.sketches[e.Pos.File]
	if s.layout.Whole {
		return s.layout.Key, ""
	}
	var buffer [8]scan.Span
	parts := keyParts(s.doc.file.Text, e.Pos.Offset, buffer[:0])
	if at, ok := s.finder.find(s.doc.file.Text, parts, false); ok && at.tree.Role == shape.Rows && at.depth < len(parts) {
		return decode.KeyPart(parts[at.depth].Of(s.doc.file.Text)), ""
	}
	d := draft{layout: arrayElement}
	d.key, d.keyField = elementKey(table, o.kb.Languages, ordinalInFile(e))
	return d.key, d.textField()
}

// nameField returns the path of the field that names an entity, or "".
func (o *outliner) nameField(e *kb.Entity) string {
	return cmp.Or(e.Kind.NameField, o.sketches[e.Pos.File].layout.Name)
}

// prepare decodes entities, for kb.KB.Prepare.
func (o *outliner) prepare(entities []*kb.Entity) {
	o.loading.Lock()
	missing := slices.DeleteFunc(slices.Clone(entities), func(e *kb.Entity) bool {
		_, isDecoded := o.decoded[e]
		return isDecoded || o.records[e] != nil
	})
	o.loading.Unlock()
	tables := make([]kb.Value, len(missing))
	parallel.Each(len(missing), func(i int) { tables[i], _ = o.table(missing[i]) })
	o.loading.Lock()
	defer o.loading.Unlock()
	for i, table := range tables {
		if table.Type == kb.Table {
			o.decoded[missing[i]] = table
		}
	}
}

// ordinalInFile returns the number of an entity among those of its kind and file,
// counted from 1.
func ordinalInFile(e *kb.Entity) int {
	all := e.Kind.Entities
	first := sort.Search(len(all), func(i int) bool { return all[i].Pos.File >= e.Pos.File })
	at := sort.Search(len(all), func(i int) bool { return all[i].Number() >= e.Number() })
	return at - first + 1
}

// peek returns the key of an entity, if its header gives it, and its name as
// written, each on a line, without decoding the entity.
func (o *outliner) peek(e *kb.Entity) string {
	if o.lateKeys[e.Kind] {
		return o.nameOf(e) // load may be setting the key
	}
	return e.Key + "\n" + o.nameOf(e)
}

// maxPeek is the number of statements that are searched for a name.
const maxPeek = 32

func (o *outliner) nameOf(e *kb.Entity) string {
	if d := o.drafted[e.Pos]; d != nil {
		if field := d.textField(); field != "" {
			return d.table.Get(field).Str
		}
		name, _ := textOf(namingValue(d.table), o.kb.Languages)
		text, _ := name.In("", o.kb.Languages...)
		return text
	}
	s := &o.sketches[e.Pos.File]
	end := min(o.end(e), int(e.Pos.Offset)+maxLoad)
	s.need(int(e.Pos.Offset), end)
	text := s.doc.file.Text[:end]
	cursor := scan.NewCursor(text, int(e.Pos.Offset))
	var buffer [4]scan.Span
	if !s.layout.Whole && cursor.Statement() != scan.Key {
		cursor.Key(buffer[:0])
	}
	table, field, nested := strings.Cut(o.nameField(e), ".")
	if !nested {
		table, field = "", table
	}
	header := ""
	best, bestRank := "", -1
	firstText := ""
	isKeyed := !o.isElement(s, e)
	for range maxPeek {
		kind := cursor.Statement()
		parts := cursor.Key(buffer[:0])
		if kind != scan.Key && (table == "" || len(parts) == 0) {
			break
		}
		if kind != scan.Key {
			header = decode.KeyPart(parts[0].Of(text))
			if len(parts) > 1 {
				header = ""
			}
			continue
		}
		if len(parts) == 0 || cursor.Byte() == '[' {
			cursor.Skip()
			continue
		}
		from := cursor.At
		cursor.Skip()
		key := decode.KeyPart(parts[0].Of(text))
		if field != "" && header == table && key == field {
			return decode.KeyPart(text[from:cursor.At])
		}
		isKeyed = isKeyed || header == "" && (shape.IDRank(key) >= 0 || key == e.Kind.KeyField)
		if value := text[from:cursor.At]; header == "" && !isKeyed && firstText == "" && isKeyText(value) {
			firstText = decode.KeyPart(value)
		}
		rank := shape.NameRank(key)
		if header != "" || rank < 0 || bestRank >= 0 && rank >= bestRank {
			continue
		}
		if best, bestRank = decode.KeyPart(text[from:cursor.At]), rank; rank == 0 {
			break
		}
	}
	if bestRank < 0 && !isKeyed {
		return firstText
	}
	return best
}

// isKeyText reports whether a value as it is written is a text that a key can be
// made of.
func isKeyText(raw []byte) bool {
	if len(raw) == 0 || raw[0] != '"' && raw[0] != '\'' {
		return false
	}
	text := decode.KeyPart(raw)
	return len(text) <= maxKeyText && Slug(text) != ""
}

// isElement reports whether the header of an entity is that of an array's element,
// which has no key.
func (o *outliner) isElement(s *sketch, e *kb.Entity) bool {
	if s.layout.Whole || !o.lateKeys[e.Kind] {
		return false
	}
	var buffer [8]scan.Span
	parts := keyParts(s.doc.file.Text, e.Pos.Offset, buffer[:0])
	at, ok := s.finder.find(s.doc.file.Text, parts, true)
	return ok && at.tree.Role == shape.Elements
}

// table decodes the table of an entity; false if it is too long or not valid.
func (o *outliner) table(e *kb.Entity) (kb.Value, bool) {
	if d := o.drafted[e.Pos]; d != nil {
		return d.table, true
	}
	s := &o.sketches[e.Pos.File]
	start, end := int(e.Pos.Offset), o.end(e)
	if end-start > maxLoad {
		return kb.Value{}, false
	}
	v, ok := s.fragment(start, end)
	if last := bytes.LastIndex(s.doc.file.Text[start:end], []byte("\n[")); !ok && last >= 0 {
		// The next entity is written inline, in the middle of another section.
		v, ok = s.fragment(start, start+last+1)
	}
	if !ok {
		return kb.Value{}, false
	}
	if s.layout.Whole {
		v.Items = o.without(&document{file: s.doc.file, root: v})
		return o.withFolder(v, s.layout), true
	}
	return s.rowIn(v, start)
}

// rowIn returns the table of a row in the fragment of its file that begins with
// its header.
func (s *sketch) rowIn(v kb.Value, header int) (kb.Value, bool) {
	text := s.doc.file.Text
	var buffer [8]scan.Span
	parts := keyParts(text, uint32(header), buffer[:0])
	at, ok := s.finder.find(text, parts, text[header+1] == '[')
	if !ok {
		return kb.Value{}, false
	}
	depth := at.depth
	if at.tree.Role == shape.Rows {
		depth++
	}
	for _, part := range parts[:depth] {
		v = v.Get(decode.KeyPart(part.Of(text)))
	}
	if v.Type != kb.List {
		return v, v.Type == kb.Table
	}
	if len(v.Items) == 0 {
		return kb.Value{}, false
	}
	return v.Items[0].Value, true
}

// end returns the offset at which the text of an entity ends: that of the next
// one, or the end of the file.
func (o *outliner) end(e *kb.Entity) int {
	for _, next := range o.kb.Entities[e.Number()+1:] {
		if next.Pos.File != e.Pos.File {
			break
		}
		if next.Pos.Offset > e.Pos.Offset {
			return int(next.Pos.Offset)
		}
	}
	return len(o.sketches[e.Pos.File].doc.file.Text)
}
