package reader

import (
	"bytes"
	"slices"
	"sort"
	"sync"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
)

// outliner makes the outline of a knowledge base: kinds and entities as the
// headers of the files tell them, without links. An entity is read when it is
// first looked at. What only the whole can tell (keys given twice, references,
// what is wrong) is left to the reading of the whole.
type outliner struct {
	*builder
	sketches []sketch
	// values holds what the sketches hold of some entities already.
	values map[*kb.Entity]kb.Value
	// entities are all of them, in the order of files and places.
	entities []kb.Entity
	// arrays are the kinds of which each section is one entity.
	arrays map[*kb.Kind]bool
	// confused is set where headers speak of an entity that stands elsewhere
	// already, which only the whole can sort out.
	confused bool

	looking sync.Mutex
	records map[*kb.Entity]*kb.Record
	nodes   roots
}

// outline returns what the headers of the files tell, or nil where they do not.
func (b *builder) outline(files []*kb.File) *kb.KB {
	o := &outliner{
		builder: newBuilder(b.ctx, Options{}), sketches: make([]sketch, len(files)),
		values: make(map[*kb.Entity]kb.Value), arrays: make(map[*kb.Kind]bool),
		records: make(map[*kb.Entity]*kb.Record), nodes: make(roots),
	}
	o.folder, o.rootName = b.folder, b.rootName
	o.kb.Path, o.kb.Dir, o.kb.Folder, o.kb.Files, o.kb.Partial = b.kb.Path, b.kb.Dir, b.kb.Folder, files, true
	o.kb.ReadFile = b.kb.ReadFile
	_ = o.each(len(files), func(i int) {
		o.sketches[i] = sketchOf(files[i], uint32(i), !o.folder || files[i].Path == ManifestPath)
	})
	if b.ctx.Err() != nil {
		return nil
	}
	docs := make([]*document, len(files))
	for i := range o.sketches {
		if !o.sketches[i].known && (!b.folder || files[i].Path == ManifestPath) {
			return nil
		}
		docs[i] = o.sketches[i].doc
	}
	if doc := manifestOf(docs, b.folder); doc != nil {
		o.readManifest(doc)
	}
	o.count()
	for i := range o.sketches {
		if o.sketches[i].known && b.ctx.Err() == nil {
			o.lay(&o.sketches[i])
		}
	}
	if len(o.entities) == 0 || o.confused || b.ctx.Err() != nil {
		return nil
	}
	o.settle()
	return o.kb
}

// count makes room for as many entities as there can be.
func (o *outliner) count() {
	most := 0
	for _, s := range o.sketches {
		most += 1 + len(s.tables)
		for _, entry := range s.doc.root.Items {
			most += len(entry.Value.Items)
		}
	}
	o.entities = make([]kb.Entity, 0, most)
}

// lay turns one sketch into entities.
func (o *outliner) lay(s *sketch) {
	entries := o.manifest.without(s.doc)
	isManifest := o.manifest.describes(s.doc)
	kind := o.manifest.kindOfFile(s.doc.file.Path)
	if kind != "" || o.folder && hasScalar(entries) && !isManifest {
		o.single(s, kind, entries)
		return
	}
	before := len(o.entities)
	for _, entry := range entries {
		for _, loose := range o.collection(s.doc, entry) {
			o.kb.TopLevel = append(o.kb.TopLevel, kb.Statement{Field: &kb.Field{Path: loose.Key}, Value: loose.Value, Pos: loose.KeyPos})
		}
	}
	known := make(map[string]bool, len(o.drafts))
	for _, d := range o.drafts {
		o.values[o.add(d.kind, d.key, d.pos)] = d.table
		known[string(kb.NewAddress(d.kind, d.key))] = true
	}
	o.drafts = o.drafts[:0]
	o.tables(s)
	if len(known) > 0 {
		for i := before + len(known); i < len(o.entities); i++ {
			o.confused = o.confused || known[string(o.entities[i].Address())]
		}
	}
	if len(o.entities) == before && !isManifest && len(entries) > 0 {
		o.single(s, "", entries)
		return
	}
	added := o.entities[before:]
	if !slices.IsSortedFunc(added, inPlace) {
		o.sort(added)
	}
}

func inPlace(a, b kb.Entity) int { return int(int64(a.Pos.Offset) - int64(b.Pos.Offset)) }

// sort brings entities in the order of their places, with what is known of
// them.
func (o *outliner) sort(added []kb.Entity) {
	known := make(map[kb.Pos]kb.Value)
	for i := range added {
		if v, ok := o.values[&added[i]]; ok {
			known[added[i].Pos] = v
			delete(o.values, &added[i])
		}
	}
	slices.SortStableFunc(added, inPlace)
	for i := range added {
		if v, ok := known[added[i].Pos]; ok {
			o.values[&added[i]] = v
		}
	}
}

// single makes one entity of a file.
func (o *outliner) single(s *sketch, kind string, entries []kb.Entry) {
	o.addFile(s.doc, kind, entries)
	d := o.drafts[0]
	o.drafts = o.drafts[:0]
	o.add(d.kind, d.key, d.pos)
	s.single = true
}

func (o *outliner) add(kind, key string, pos kb.Pos) *kb.Entity {
	o.entities = append(o.entities, kb.Entity{Kind: o.kind(kind), Key: key, Pos: pos})
	return &o.entities[len(o.entities)-1]
}

// tables makes an entity of each table, and of each element of an array; what
// is below one belongs to it.
func (o *outliner) tables(s *sketch) {
	text := s.doc.file.Text
	var parts []scan.Span
	var first, second []byte // of the entity before
	var kind *kb.Kind
	for i := range s.tables {
		section := &s.tables[i]
		cursor := scan.NewCursor(text, int(section.Header))
		if parts = cursor.Key(parts[:0]); len(parts) == 0 {
			continue
		}
		root := parts[0].Of(text)
		if kind == nil || !bytes.Equal(root, first) {
			kind, first, second = o.kind(kindName(decode.KeyPart(root))), root, nil
		}
		switch {
		case section.Array && len(parts) == 1:
			o.arrays[kind] = true
			o.append(kind, "", section, s.doc.number)
		case o.arrays[kind] || len(parts) < 2:
		case second == nil || !bytes.Equal(parts[1].Of(text), second) || section.Array && len(parts) == 2:
			second = parts[1].Of(text)
			o.append(kind, decode.KeyPart(second), section, s.doc.number)
		}
	}
}

func (o *outliner) append(kind *kb.Kind, key string, section *scan.Section, file uint32) {
	pos := kb.Pos{File: file, Offset: section.Header}
	o.entities = append(o.entities, kb.Entity{Kind: kind, Key: key, Pos: pos})
}

// settle makes the knowledge base of the entities.
func (o *outliner) settle() {
	numbers := make(map[*kb.Kind]int, len(o.kb.Kinds))
	for i := range o.entities {
		numbers[o.entities[i].Kind]++
	}
	for kind, n := range numbers {
		kind.Entities = make([]*kb.Entity, 0, n)
	}
	o.kb.Entities = make([]*kb.Entity, len(o.entities))
	for i := range o.entities {
		e := &o.entities[i]
		o.kb.Entities[i] = e
		e.Kind.Entities = append(e.Kind.Entities, e)
	}
	o.kb.IndexKeys()
	o.findHome()
	o.kb.SetLoader(o.look, o.glimpse)
	for i := range o.sketches {
		o.sketches[i].tables = nil
	}
}

// mostLookedAt bounds, in bytes, what is decoded for a look: what takes longer
// than a frame is left to the reading of the whole.
const mostLookedAt = 1 << 17

// look reads an entity.
func (o *outliner) look(e *kb.Entity) *kb.Record {
	o.looking.Lock()
	defer o.looking.Unlock()
	if r := o.records[e]; r != nil {
		return r
	}
	r := new(kb.Record)
	o.records[e] = r
	table, ok := o.table(e)
	if !ok {
		return r
	}
	if e.Key == "" && o.arrays[e.Kind] {
		e.Key, _ = elementKey(table, o.kb.Languages, turn(e))
	}
	o.readNames(e, table)
	o.state(o.nodes.of(e.Kind), &draft{entity: e, table: table}, r)
	o.found = o.found[:0]
	return r
}

// turn returns the how-many-eth of its kind an entity is in its file.
func turn(e *kb.Entity) int {
	own := e.Kind.Entities
	first := sort.Search(len(own), func(i int) bool { return own[i].Pos.File >= e.Pos.File })
	at := sort.Search(len(own), func(i int) bool { return own[i].Number() >= e.Number() })
	return at - first + 1
}

// glimpse returns the key of an entity, where its header tells it, and its
// name as it is written.
func (o *outliner) glimpse(e *kb.Entity) string {
	if o.arrays[e.Kind] {
		return o.nameOf(e) // a look may be about to write its key
	}
	return e.Key + "\n" + o.nameOf(e)
}

func (o *outliner) nameOf(e *kb.Entity) string {
	if v, ok := o.values[e]; ok {
		name, _ := textOf(v.Get(nameField), o.kb.Languages)
		text, _ := name.In("", o.kb.Languages...)
		return text
	}
	text := o.sketches[e.Pos.File].doc.file.Text
	cursor := scan.NewCursor(text, int(e.Pos.Offset))
	var room [4]scan.Span
	if !o.sketches[e.Pos.File].single && cursor.Statement() != scan.Key {
		cursor.Key(room[:0])
	}
	for range longestGlimpse {
		if cursor.Statement() != scan.Key {
			break
		}
		parts := cursor.Key(room[:0])
		if len(parts) == 0 || cursor.Byte() == '[' {
			cursor.Skip()
			continue
		}
		if field := string(parts[0].Of(text)); field != nameField && field != titleField {
			cursor.Skip()
			continue
		}
		from := cursor.At
		cursor.Skip()
		return decode.KeyPart(text[from:cursor.At])
	}
	return ""
}

// longestGlimpse is how many statements are looked through for a name.
const longestGlimpse = 16

// table returns what stands in the file for an entity.
func (o *outliner) table(e *kb.Entity) (kb.Value, bool) {
	if v, ok := o.values[e]; ok {
		return v, true
	}
	s := &o.sketches[e.Pos.File]
	text := s.doc.file.Text
	start, end := int(e.Pos.Offset), o.end(e)
	if end-start > mostLookedAt {
		return kb.Value{}, false
	}
	v, problem := decode.Fragment(text, start, end, e.Pos.File)
	if problem != nil {
		return kb.Value{}, false
	}
	if s.single {
		v.Items = o.manifest.without(&document{file: s.doc.file, root: v})
		return v, true
	}
	for _, entry := range v.Items {
		switch {
		case kindName(entry.Key) != e.Kind.Name:
		case entry.Value.Type == kb.List && len(entry.Value.Items) > 0:
			return entry.Value.Items[0].Value, true
		case entry.Value.Get(e.Key).Type == kb.List:
			if list := entry.Value.Get(e.Key); len(list.Items) > 0 {
				return list.Items[0].Value, true
			}
		default:
			return entry.Value.Get(e.Key), true
		}
	}
	return kb.Value{}, false
}

// end returns where the text of an entity ends: where the next one begins.
func (o *outliner) end(e *kb.Entity) int {
	next := sort.Search(len(o.entities), func(i int) bool {
		p := o.entities[i].Pos
		return p.File > e.Pos.File || p.File == e.Pos.File && p.Offset > e.Pos.Offset
	})
	if next < len(o.entities) && o.entities[next].Pos.File == e.Pos.File {
		return int(o.entities[next].Pos.Offset)
	}
	return len(o.sketches[e.Pos.File].doc.file.Text)
}
