package reader

import (
	"bytes"
	"slices"
	"sync"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
)

// outliner makes a Partial knowledge base from the headers of the files alone:
// kinds and entities, without links and findings. An entity is decoded when its
// record is first asked for. Duplicate keys, references and whatever is wrong
// are left to the full read.
type outliner struct {
	collector
	sketches []sketch
	// tables holds the tables of entities that the sketches have decoded.
	tables map[*kb.Entity]kb.Value
	// entities are all of them, in the order of files and offsets.
	entities []kb.Entity
	// arrays are the kinds that are arrays of tables: each section is an entity.
	arrays map[*kb.Kind]bool
	// conflict is set if two headers define one entity, so that only the full
	// read can tell which is right.
	conflict bool

	loading sync.Mutex // guards what follows, and the names of entities
	records map[*kb.Entity]*kb.Record
	linker  *linker
}

// outline returns the outline of the files, or nil if their headers do not
// suffice.
func (r *reading) outline(loaded []*kb.File) *kb.KB {
	o := &outliner{
		collector: newCollector(&kb.KB{
			Path: r.kb.Path, Dir: r.kb.Dir, IsFolder: r.kb.IsFolder, Files: loaded, Partial: true, ReadFile: r.kb.ReadFile,
		}),
		sketches: make([]sketch, len(loaded)), tables: make(map[*kb.Entity]kb.Value),
		arrays: make(map[*kb.Kind]bool), records: make(map[*kb.Entity]*kb.Record),
	}
	o.isFolder, o.rootName = r.isFolder, r.rootName
	if parallel.EachContext(r.ctx, len(loaded), func(i int) {
		o.sketches[i] = newSketch(loaded[i], uint32(i), !o.isFolder || loaded[i].Path == ManifestPath)
	}) != nil {
		return nil
	}
	docs := make([]*document, len(loaded))
	for i := range o.sketches {
		if !o.sketches[i].complete && (!o.isFolder || loaded[i].Path == ManifestPath) {
			return nil
		}
		docs[i] = o.sketches[i].doc
	}
	if doc := manifestOf(docs, o.isFolder); doc != nil {
		o.readManifest(doc)
	}
	o.entities = make([]kb.Entity, 0, o.maxEntities())
	for i := range o.sketches {
		if o.sketches[i].complete && r.ctx.Err() == nil {
			o.collectSketch(&o.sketches[i])
		}
	}
	if len(o.entities) == 0 || o.conflict || r.ctx.Err() != nil {
		return nil
	}
	o.finish()
	return o.kb
}

// maxEntities returns an upper bound of the number of entities.
func (o *outliner) maxEntities() int {
	n := 0
	for _, s := range o.sketches {
		n += 1 + len(s.tables)
		for _, entry := range s.doc.root.Items {
			n += len(entry.Value.Items)
		}
	}
	return n
}

// collectSketch adds the entities of one file, as collectDocument does.
func (o *outliner) collectSketch(s *sketch) {
	entries := o.manifest.without(s.doc)
	isManifest := o.manifest.describes(s.doc)
	kind := o.manifest.kindOfFile(s.doc.file.Path)
	if kind != "" || o.isFolder && hasScalar(entries) && !isManifest {
		o.addWholeFile(s, kind, entries)
		return
	}
	before := len(o.entities)
	for _, entry := range entries {
		o.addTopLevel(o.addCollection(s.doc, entry))
	}
	known := make(map[kb.Address]bool, len(o.drafts))
	for _, d := range o.drafts {
		o.tables[o.addEntity(o.kind(d.kind), d.key, d.pos)] = d.table
		known[kb.NewAddress(d.kind, d.key)] = true
	}
	o.drafts = o.drafts[:0]
	o.addSections(s)
	if len(known) > 0 {
		for i := before + len(known); i < len(o.entities); i++ {
			o.conflict = o.conflict || known[o.entities[i].Address()]
		}
	}
	if len(o.entities) == before && !isManifest && len(entries) > 0 {
		o.addWholeFile(s, "", entries)
		return
	}
	if added := o.entities[before:]; !slices.IsSortedFunc(added, byOffset) {
		o.sort(added)
	}
}

func byOffset(a, b kb.Entity) int { return int(int64(a.Pos.Offset) - int64(b.Pos.Offset)) }

// sort sorts entities of one file by offset. It moves their tables with them.
func (o *outliner) sort(added []kb.Entity) {
	tables := make(map[kb.Pos]kb.Value)
	for i := range added {
		if v, ok := o.tables[&added[i]]; ok {
			tables[added[i].Pos] = v
			delete(o.tables, &added[i])
		}
	}
	slices.SortStableFunc(added, byOffset)
	for i := range added {
		if v, ok := tables[added[i].Pos]; ok {
			o.tables[&added[i]] = v
		}
	}
}

// addWholeFile makes one entity of a file.
func (o *outliner) addWholeFile(s *sketch, kind string, entries []kb.Entry) {
	o.addFile(s.doc, kind, entries)
	d := o.drafts[0]
	o.drafts = o.drafts[:0]
	o.addEntity(o.kind(d.kind), d.key, d.pos)
	s.isEntity = true
}

func (o *outliner) addEntity(kind *kb.Kind, key string, pos kb.Pos) *kb.Entity {
	o.entities = append(o.entities, kb.Entity{Kind: kind, Key: key, Pos: pos})
	return &o.entities[len(o.entities)-1]
}

// addSections makes an entity of each table and of each element of an array.
// Sections below one belong to it. The key of an element is empty until it is
// loaded.
func (o *outliner) addSections(s *sketch) {
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
		pos := kb.Pos{File: s.doc.number, Offset: section.Header}
		switch {
		case section.Array && len(parts) == 1:
			o.arrays[kind] = true
			o.addEntity(kind, "", pos)
		case o.arrays[kind] || len(parts) < 2:
		case second == nil || !bytes.Equal(parts[1].Of(text), second) || section.Array && len(parts) == 2:
			second = parts[1].Of(text)
			o.addEntity(kind, decode.KeyPart(second), pos)
		}
	}
}

// finish completes the knowledge base.
func (o *outliner) finish() {
	counts := make(map[*kb.Kind]int, len(o.kb.Kinds))
	for i := range o.entities {
		counts[o.entities[i].Kind]++
	}
	for kind, n := range counts {
		kind.Entities = make([]*kb.Entity, 0, n)
	}
	o.kb.Entities = make([]*kb.Entity, len(o.entities))
	for i := range o.entities {
		e := &o.entities[i]
		o.kb.Entities[i] = e
		e.Kind.Entities = append(e.Kind.Entities, e)
	}
	o.kb.IndexKeys()
	if home := o.manifest.home.Value; home.Type == kb.String {
		o.kb.Home = o.kb.Lookup(kb.Address(home.Str))
	}
	o.linker = o.newLinker()
	o.kb.SetLoader(o.load, o.peek)
	for i := range o.sketches {
		o.sketches[i].tables = nil
	}
}
