package reader

import (
	"slices"
	"sync"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/files"
	"rihla/model/reader/shape"
)

// outliner makes a Partial knowledge base from the headers of the files alone:
// kinds and entities, without links and findings. An entity is decoded when its
// record is first asked for. Duplicate keys, references and whatever is wrong
// are left to the full read.
type outliner struct {
	collector
	sketches []sketch
	// drafted are the entities that the sketches have decoded, by position.
	drafted map[kb.Pos]*draft
	// stretches are all entities, in the order of files and offsets.
	stretches []stretch
	// lateKeys are the kinds whose keys are known once an entity is loaded: arrays
	// of tables, and kinds with a key field.
	lateKeys map[*kb.Kind]bool
	// conflict is set if two headers define one entity, so that only the full
	// read can tell which is right.
	conflict bool

	loading sync.Mutex // guards what follows, and the names of entities
	records map[*kb.Entity]*kb.Record
	decoded map[*kb.Entity]kb.Value // of entities that have been prepared and not loaded yet
	linker  *linker
}

// outline returns the outline of the files, or nil if their headers do not
// suffice.
func (r *reading) outline(loaded []*kb.File) *kb.KB {
	o := r.newOutliner(loaded)
	if o == nil {
		return nil
	}
	for i := range o.sketches {
		o.sketches[i].headings = nil
	}
	return o.kb
}

// newOutliner returns the outliner of the files when it is done, or nil if their
// headers do not suffice.
func (r *reading) newOutliner(loaded []*kb.File) *outliner {
	if len(r.kb.Roots) > 0 {
		return nil
	}
	o := &outliner{
		collector: newCollector(&kb.KB{
			Path: r.kb.Path, Dir: r.kb.Dir, IsFolder: r.kb.IsFolder, Files: loaded, Partial: true, ReadFile: r.kb.ReadFile,
		}),
		sketches: make([]sketch, len(loaded)), drafted: make(map[kb.Pos]*draft),
		lateKeys: make(map[*kb.Kind]bool), records: make(map[*kb.Entity]*kb.Record), decoded: make(map[*kb.Entity]kb.Value),
	}
	o.isFolder, o.rootName = r.isFolder, r.rootName
	if parallel.EachContext(r.ctx, len(loaded), func(i int) {
		o.sketches[i] = newSketch(loaded[i], uint32(i), r.sparseOf(i), !o.isFolder || loaded[i].Path == ManifestPath)
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
	rows := make([][]*rowReader, len(o.sketches))
	if parallel.EachContext(r.ctx, len(o.sketches), func(i int) {
		if s := &o.sketches[i]; s.complete && !s.layout.Whole && !o.manifest.excludes(s.doc.file.Path) {
			rows[i] = o.readRows(s)
		}
	}) != nil {
		return nil
	}
	for i := range o.sketches {
		if o.sketches[i].complete {
			o.collectSketch(&o.sketches[i], rows[i])
		}
	}
	if o.conflict || !o.finish() {
		return nil
	}
	return o
}

// sparseOf returns the file of a number as far as it has been read, or nil.
func (r *reading) sparseOf(i int) *files.Sparse {
	if r.sparse == nil {
		return nil
	}
	return r.sparse[i]
}

// planSketches decides how each file is read, as plan does.
func (o *outliner) planSketches() *shape.Plan {
	all := make([]shape.File, len(o.sketches))
	parallel.Each(len(o.sketches), func(i int) {
		s := &o.sketches[i]
		var skip []string
		if s.doc.file == o.manifest.file {
			skip = o.manifest.tables
		}
		all[i] = o.shapeOf(s.doc, s.keys(o.without(s.doc), skip))
		all[i].Sample = func() ([]kb.Entry, bool) { return s.sample(o.without) }
	})
	return shape.Infer(all, o.shapeOptions())
}

// collectSketch adds the entities of one file, as collectDocument does.
func (o *outliner) collectSketch(s *sketch, rows []*rowReader) {
	switch {
	case o.manifest.excludes(s.doc.file.Path):
		return
	case s.layout.Whole:
		o.addWholeFile(s)
		return
	}
	s.parts = s.prefix
	for _, r := range rows {
		for _, section := range r.rest {
			if !s.decode(int(section.Start), int(section.End)) {
				o.conflict = o.conflict || !o.isFolder
				return
			}
		}
	}
	before := len(o.stretches)
	for _, r := range rows {
		o.addStretch(r.stretch)
	}
	if len(s.parts) == 0 {
		return
	}
	s.mergeParts()
	o.addTopLevel(o.addRows(s.doc, o.without(s.doc), s.layout.Tree))
	if len(o.drafts) == 0 {
		return
	}
	merged := o.withDrafts(o.stretches[before:])
	o.stretches = o.stretches[:before]
	o.addStretch(merged)
	o.drafts = o.drafts[:0]
}

// addStretch adds entities. Those of excluded kinds are left out, and keys that are
// known only once an entity is loaded are empty.
func (o *outliner) addStretch(b stretch) {
	hasExcluded := false
	at := 0
	for _, run := range b.runs {
		// A kind is created when the order of all entities is known.
		if kind := o.byName[run.kind]; kind != nil {
			hasExcluded = hasExcluded || kind.Excluded
			for i := range run.count {
				if kind.KeyField != "" {
					b.entities[at+i].Key = ""
				}
			}
		}
		at += run.count
	}
	if hasExcluded {
		b = b.without(func(kind string) bool { return o.byName[kind] != nil && o.byName[kind].Excluded })
	}
	o.stretches = append(o.stretches, b)
}

// withDrafts merges the drafts into the entities of their file, by their offsets.
// Two of one address are a conflict.
func (o *outliner) withDrafts(stretches []stretch) stretch {
	type entity struct {
		kb.Entity
		kind     string
		elements bool
	}
	var all []entity
	for _, b := range stretches {
		for _, run := range b.runs {
			for range run.count {
				all = append(all, entity{b.entities[0], run.kind, run.elements})
				b.entities = b.entities[1:]
			}
		}
	}
	known := make(map[kb.Address]bool, len(o.drafts))
	for _, d := range o.drafts {
		known[kb.NewAddress(d.kind, d.key)] = true
	}
	o.conflict = o.conflict || slices.ContainsFunc(all, func(e entity) bool { return known[kb.NewAddress(e.kind, e.Key)] })
	for _, d := range o.drafts {
		o.drafted[d.pos] = d
		all = append(all, entity{kb.Entity{Key: d.key, Pos: d.pos}, d.kind, false})
	}
	slices.SortStableFunc(all, func(a, b entity) int { return int(int64(a.Pos.Offset) - int64(b.Pos.Offset)) })
	var out stretch
	for _, e := range all {
		out.add(e.kind, e.elements, e.Entity)
	}
	return out
}

// addWholeFile makes one entity of a file.
func (o *outliner) addWholeFile(s *sketch) {
	entries := o.without(s.doc)
	if len(entries) == 0 && !s.hasHeaders() {
		return
	}
	o.addFile(s.doc, nil, s.layout)
	d := o.drafts[0]
	o.drafts = o.drafts[:0]
	var b stretch
	b.add(d.kind, false, kb.Entity{Key: d.key, Pos: d.pos})
	o.addStretch(b)
}

// finish completes the knowledge base. It returns false if there are no entities.
func (o *outliner) finish() bool {
	o.seeAll()
	counts := make(map[*kb.Kind]int, len(o.kb.Kinds))
	starts := make([]int, len(o.stretches)+1)
	for i, b := range o.stretches {
		starts[i+1] = starts[i] + len(b.entities)
		for _, run := range b.runs {
			kind := o.kind(run.kind)
			counts[kind] += run.count
			if kind.KeyField != "" || run.elements && run.count > 0 {
				o.lateKeys[kind] = true
			}
		}
	}
	for kind, n := range counts {
		kind.Entities = make([]*kb.Entity, 0, n)
	}
	o.kb.Entities = make([]*kb.Entity, starts[len(o.stretches)])
	fill := make([]func(), len(o.stretches))
	for i, b := range o.stretches {
		fill[i] = o.filling(b, starts[i])
	}
	parallel.Each(len(fill), func(i int) { fill[i]() })
	o.kb.IndexLater(func(kind *kb.Kind) bool { return !o.lateKeys[kind] })
	if home := o.manifest.home.Value; home.Type == kb.String {
		o.kb.Home = o.kb.Lookup(kb.Address(home.Str))
	}
	o.linker = o.newLinker()
	o.kb.SetLoader(o.load, o.peek, o.prepare)
	o.stretches = nil
	for i := range o.sketches {
		o.sketches[i].finder.isComplete = true
	}
	return len(o.kb.Entities) > 0
}

// filling makes room for the entities of a stretch in the lists of entities. It
// returns a function that enters them there, the first one with a number.
func (o *outliner) filling(b stretch, number int) func() {
	rooms := make([][]*kb.Entity, len(b.runs))
	for i, run := range b.runs {
		kind := o.byName[run.kind]
		n := len(kind.Entities)
		kind.Entities = kind.Entities[:n+run.count]
		rooms[i] = kind.Entities[n:]
	}
	return func() {
		at := 0
		for i, run := range b.runs {
			kind := o.byName[run.kind]
			for j := range run.count {
				e := &b.entities[at]
				e.Assign(kind, number+at)
				o.kb.Entities[number+at], rooms[i][j] = e, e
				at++
			}
		}
	}
}
