package reader

import (
	"bytes"
	"slices"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
	"rihla/model/reader/shape"
)

// stretch is consecutive entities, of an outline whose kinds are not counted yet.
type stretch struct {
	entities []kb.Entity // without kinds
	runs     []run
}

// run is a number of consecutive entities of a stretch that have one kind.
type run struct {
	kind     string
	count    int
	elements bool // of an array: each header is an entity
}

func (b *stretch) add(kind string, elements bool, e kb.Entity) {
	b.begin(kind, elements)
	b.runs[len(b.runs)-1].count++
	b.entities = append(b.entities, e)
}

// begin begins a run, unless the last one is of the same kind.
func (b *stretch) begin(kind string, elements bool) {
	if n := len(b.runs); n == 0 || b.runs[n-1].kind != kind || b.runs[n-1].elements != elements {
		b.runs = append(b.runs, run{kind: kind, elements: elements})
	}
}

// dropFirst removes the first entity.
func (b *stretch) dropFirst() {
	b.entities = b.entities[1:]
	for i := range b.runs {
		if b.runs[i].count > 0 {
			b.runs[i].count--
			return
		}
	}
}

// without returns the entities whose kinds are not among those for which drop
// returns true.
func (b *stretch) without(drop func(kind string) bool) stretch {
	var out stretch
	for _, run := range b.runs {
		if !drop(run.kind) {
			out.runs = append(out.runs, run)
			out.entities = append(out.entities, b.entities[:run.count]...)
		}
		b.entities = b.entities[run.count:]
	}
	return out
}

// rowReader makes an entity of each header of a row. Sections below a row belong to
// it. The key of an element is empty until it is loaded.
type rowReader struct {
	stretch
	finder
	file   uint32
	tables []string       // of the manifest, if the file contains it
	rest   []scan.Section // that belong to no row

	path, key []byte // of the rows before, and of the last row; key is nil after an array
	kind      string
	last      row // of the last header
	// first is the path and the key of the first row with a key, if its header may
	// continue a row that was begun before.
	first struct{ path, key []byte }
	seen  bool // a header of a row has been read
}

func (o *outliner) newRowReader(s *sketch) *rowReader {
	r := &rowReader{finder: finder{tree: s.layout.Tree}, file: s.doc.number}
	if s.doc.file == o.manifest.file {
		r.tables = o.manifest.tables
	}
	return r
}

// read reads the headers that follow those read before.
func (r *rowReader) read(h *scan.Headings) {
	r.entities = slices.Grow(r.entities, len(h.Sections))
	var parts []scan.Span
	for i := range h.Sections {
		section := &h.Sections[i]
		if section.Parts == 0 || r.tables != nil && isManifestSection(h.Text, *section, r.tables) {
			continue
		}
		if key := r.sibling(h.Text[section.Name:]); key != nil {
			if r.key == nil || section.Array || !bytes.Equal(key, r.key) {
				r.addRow(section, key)
			}
			continue
		}
		if parts = keyParts(h.Text, section.Name, parts); len(parts) == 0 {
			continue
		}
		at, ok := r.find(h.Text, parts, section.Array)
		if !ok {
			r.rest = append(r.rest, *section)
			continue
		}
		r.header(section, h.Text, parts, at)
	}
}

// sibling returns the key of a header, given from its name on, that stands below the
// same table as the row before, if its last part is the key and is a bare one; else
// nil.
func (r *rowReader) sibling(header []byte) []byte {
	if r.key == nil || r.last.depth == 0 || !bytes.HasPrefix(header, r.path) {
		return nil
	}
	start := len(r.path)
	if start == len(header) || header[start] != '.' {
		return nil
	}
	start++
	end := start
	for end < len(header) && isBare[header[end]] {
		end++
	}
	if end == start || end == len(header) || header[end] != ']' {
		return nil
	}
	return header[start:end]
}

// isBare holds the bytes of bare keys.
var isBare = func() (in [256]bool) {
	for _, b := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") {
		in[b] = true
	}
	return in
}()

// header reads the header of a section that is part of a row.
func (r *rowReader) header(section *scan.Section, text []byte, parts []scan.Span, at row) {
	path := text[parts[0].Start:parts[max(at.depth, 1)-1].End]
	kind, isElements := kindName(at.tree.Kind), at.tree.Role == shape.Elements
	isFirst := !r.seen
	if isFirst || !bytes.Equal(path, r.path) || kind != r.kind {
		r.kind, r.path, r.key, r.seen = kind, path, nil, true
		r.begin(kind, isElements)
	}
	r.last = at
	if isElements {
		if section.Array && len(parts) == at.depth {
			r.add(kind, true, kb.Entity{Pos: kb.Pos{File: r.file, Offset: section.Header}})
		}
		return
	}
	key := parts[at.depth].Of(text)
	isOwn := section.Array && len(parts) == at.depth+1
	if isFirst && !isOwn {
		r.first.path, r.first.key = path, key
	}
	if r.key == nil || !bytes.Equal(key, r.key) || isOwn {
		r.addRow(section, key)
	}
}

func (r *rowReader) addRow(section *scan.Section, key []byte) {
	r.key = key
	r.add(r.kind, false, kb.Entity{Key: decode.KeyPart(key), Pos: kb.Pos{File: r.file, Offset: section.Header}})
}

// readRows reads the headers of a file, several stretches at the same time. What a
// path is depends on its first header: if the stretches disagree, they are read one
// after the other.
func (o *outliner) readRows(s *sketch) []*rowReader {
	readers := make([]*rowReader, len(s.headings))
	parallel.Each(len(readers), func(i int) {
		readers[i] = o.newRowReader(s)
		readers[i].read(&s.headings[i])
	})
	s.finder = finder{tree: s.layout.Tree}
	var last *rowReader // the last one with a row
	for _, r := range readers {
		if !s.finder.merge(r.finder) {
			return []*rowReader{o.readInOrder(s)}
		}
		if !r.seen {
			continue
		}
		if last != nil && r.first.key != nil && bytes.Equal(r.first.path, last.path) && r.kindOfFirst() == last.kind && bytes.Equal(r.first.key, last.key) {
			r.dropFirst()
		}
		last = r
	}
	return readers
}

// kindOfFirst returns the kind of the first row.
func (r *rowReader) kindOfFirst() string { return r.runs[0].kind }

func (o *outliner) readInOrder(s *sketch) *rowReader {
	r := o.newRowReader(s)
	for i := range s.headings {
		r.read(&s.headings[i])
	}
	s.finder = r.finder
	return r
}
