package reader

import (
	"bytes"
	"slices"
	"sync"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
	"rihla/model/reader/shape"
)

// outliner makes a Partial knowledge base from the headers of the files alone:
// kinds and entities, without links and findings. An entity is decoded when its
// record is first asked for. Duplicate keys, references and whatever is wrong
// are left to the full read.
type outliner struct {
	collector
	sketches []sketch
	// tables holds the tables of entities that the sketches have decoded, by
	// position.
	tables map[kb.Pos]kb.Value
	// entities are all of them, in the order of files and offsets.
	entities []kb.Entity
	// lateKeys are the kinds whose keys are known once an entity is loaded: arrays
	// of tables, and kinds with a key field.
	lateKeys map[*kb.Kind]bool
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
		sketches: make([]sketch, len(loaded)), tables: make(map[kb.Pos]kb.Value),
		lateKeys: make(map[*kb.Kind]bool), records: make(map[*kb.Entity]*kb.Record),
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
	plan := o.planSketches()
	for i := range o.sketches {
		o.sketches[i].layout = &plan.Layouts[i]
		if !o.sketches[i].complete && !o.isFolder {
			return nil
		}
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

// planSketches decides how each file is read, as plan does.
func (o *outliner) planSketches() *shape.Plan {
	all := make([]shape.File, len(o.sketches))
	for i := range o.sketches {
		s := &o.sketches[i]
		var skip []string
		if s.doc.file == o.manifest.file {
			skip = o.manifest.tables
		}
		all[i] = o.shapeOf(s.doc, s.keys(o.manifest.without(s.doc), skip))
		all[i].Sample = func() ([]kb.Entry, bool) { return s.sample(o.manifest.without) }
	}
	return shape.Infer(all, o.shapeOptions())
}

// maxEntities returns an upper bound of the number of entities, but for plain
// values.
func (o *outliner) maxEntities() int {
	n := 0
	for _, s := range o.sketches {
		n += 1 + len(s.sections)
	}
	return n
}

// collectSketch adds the entities of one file, as collectDocument does.
func (o *outliner) collectSketch(s *sketch) {
	switch {
	case o.manifest.excludes(s.doc.file.Path):
		return
	case s.layout.Whole:
		o.addWholeFile(s)
		return
	}
	before := len(o.entities)
	s.parts = s.prefix
	o.addSections(s)
	if s.decoded > maxSketch {
		o.conflict = o.conflict || !o.isFolder
		o.entities = o.entities[:before]
		return
	}
	if len(s.parts) == 0 {
		return
	}
	s.mergeParts()
	sections := len(o.entities)
	o.addTopLevel(o.addRows(s.doc, o.manifest.without(s.doc), s.layout.Tree))
	known := make(map[kb.Address]bool, len(o.drafts))
	for _, d := range o.drafts {
		known[kb.NewAddress(d.kind, d.key)] = true
	}
	for i := before; i < sections && len(known) > 0; i++ {
		o.conflict = o.conflict || known[o.entities[i].Address()]
	}
	for _, d := range o.drafts {
		o.tables[d.pos] = d.table
		kind := o.kind(d.kind)
		o.addEntity(kind, o.keyOf(kind, d.key), d.pos)
	}
	o.drafts = o.drafts[:0]
	if added := o.entities[before:]; !slices.IsSortedFunc(added, byOffset) {
		slices.SortStableFunc(added, byOffset)
	}
}

func byOffset(a, b kb.Entity) int { return int(int64(a.Pos.Offset) - int64(b.Pos.Offset)) }

// addWholeFile makes one entity of a file.
func (o *outliner) addWholeFile(s *sketch) {
	entries := o.manifest.without(s.doc)
	if len(entries) == 0 && len(s.sections) < 2 {
		return
	}
	o.addFile(s.doc, nil, s.layout)
	d := o.drafts[0]
	o.drafts = o.drafts[:0]
	kind := o.kind(d.kind)
	o.addEntity(kind, o.keyOf(kind, d.key), d.pos)
}

// keyOf returns the key of an entity; empty if it is known only once the entity is
// loaded, because the manifest takes it from a field.
func (o *outliner) keyOf(kind *kb.Kind, key string) string {
	if kind.KeyField == "" {
		return key
	}
	o.lateKeys[kind] = true
	return ""
}

func (o *outliner) addEntity(kind *kb.Kind, key string, pos kb.Pos) {
	if !kind.Excluded {
		o.entities = append(o.entities, kb.Entity{Kind: kind, Key: key, Pos: pos})
	}
}

// addSections makes an entity of each header of a row, and decodes what belongs to
// none. Sections below a row belong to it. The key of an element is empty until it
// is loaded.
func (o *outliner) addSections(s *sketch) {
	text := s.doc.file.Text
	var parts []scan.Span
	var before, key []byte // the path of the rows before, and the key of the last
	var kind *kb.Kind
	isManifest := s.doc.file == o.manifest.file
	for i := range s.sections[1:] {
		section := &s.sections[1+i]
		if isManifest && isManifestSection(text, *section, o.manifest.tables) {
			continue
		}
		if parts = keyParts(text, section.Header, parts); len(parts) == 0 {
			continue
		}
		at, ok := s.rowOf(parts, section.Array)
		if !ok {
			if !s.decode(int(section.Start), int(section.End)) {
				s.decoded = maxSketch + 1
				return
			}
			continue
		}
		pos := kb.Pos{File: s.doc.number, Offset: section.Header}
		path := text[parts[0].Start:parts[max(at.depth, 1)-1].End]
		if kind == nil || !bytes.Equal(path, before) || kind.Name != kindName(at.tree.Kind) {
			kind, before, key = o.kind(kindName(at.tree.Kind)), path, nil
		}
		if at.tree.Role == shape.Elements {
			if section.Array && len(parts) == at.depth {
				o.lateKeys[kind] = true
				o.addEntity(kind, "", pos)
			}
			continue
		}
		name := parts[at.depth].Of(text)
		if key == nil || !bytes.Equal(name, key) || section.Array && len(parts) == at.depth+1 {
			key = name
			o.addEntity(kind, o.keyOf(kind, decode.KeyPart(name)), pos)
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
		o.sketches[i].sections = nil
	}
}
