package reader

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/decode"
	"rihla/model/reader/files"
	"rihla/model/reader/scan"
	"rihla/model/reader/shape"
)

// sketch is what the headers of one file say. Its document contains the decoded
// part: what precedes the first header, and then what belongs to no row.
type sketch struct {
	doc      *document
	sparse   *files.Sparse   // nil if all of the text has been read
	headings []scan.Headings // of all sections; nil once the outline is there
	// complete is false if the file has to be decoded as a whole.
	complete bool
	layout   *shape.Layout
	finder   finder
	// head is the decoded start of a large file, up to an offset; 0 if it is not
	// decoded.
	head struct {
		end   int
		value kb.Value
		ok    bool
	}

	decoded int        // number of bytes
	parts   []kb.Value // decoded fragments of the document's root, in order
	prefix  []kb.Value // the first of them, before the first header
}

// maxSketch is the number of bytes of a file that are decoded for its sketch at
// most, and as many again for its shape.
const maxSketch = 1 << 18

// newSketch sketches a file. mayBeManifest is set if it could contain the
// manifest, which is decoded.
func newSketch(file *kb.File, number uint32, sparse *files.Sparse, mayBeManifest bool) sketch {
	s := sketch{
		doc:    &document{file: file, number: number, root: kb.Value{Type: kb.Table, Pos: kb.Pos{File: number}}},
		sparse: sparse,
	}
	s.need(0, shape.SampleSize)
	if scan.DetectForeign(file.Text) != nil || !s.readHeadings() {
		return s
	}
	s.complete = s.decode(0, int(s.headings[0].Sections[0].End))
	s.prefix = s.parts
	if mayBeManifest && s.complete {
		s.complete = s.decodeManifest()
	}
	s.mergeParts()
	return s
}

// readHeadings finds the sections. It reports whether that is possible.
func (s *sketch) readHeadings() bool {
	if s.sparse != nil {
		var head sync.WaitGroup
		head.Go(s.decodeHead)
		var err error
		s.headings, err = scan.ReadHeadings(s.sparse, int64(len(s.sparse.Text)))
		head.Wait()
		return err == nil
	}
	sections, refused := scan.Sections(s.doc.file.Text)
	s.headings = []scan.Headings{{Sections: sections, Text: s.doc.file.Text}}
	return len(refused) == 0
}

// decodeHead decodes the sections that begin in the sample of a large file, while its
// headers are looked for.
func (s *sketch) decodeHead() {
	text := s.doc.file.Text
	text = text[:min(maxSketch, len(text))]
	s.need(0, len(text))
	sections, _ := scan.Sections(text)
	end := 0
	for _, section := range sections {
		if section.Start >= shape.SampleSize {
			break
		}
		end = int(section.End)
	}
	if end < len(text) {
		s.head.value, s.head.ok = s.fragment(0, end)
		s.head.end = end
	}
}

// need reads a part of the text if it has not been read.
func (s *sketch) need(start, end int) {
	if s.sparse != nil {
		s.sparse.Need(start, end)
	}
}

// headers yields the sections after the first, with the texts that their names are
// in.
func (s *sketch) headers() iter.Seq2[scan.Section, []byte] {
	return func(yield func(scan.Section, []byte) bool) {
		for _, h := range s.headings {
			for _, section := range h.Sections {
				if section.Parts > 0 && !yield(section, h.Text) {
					return
				}
			}
		}
	}
}

// hasHeaders reports whether there are any sections after the first.
func (s *sketch) hasHeaders() bool { return len(s.headings) > 1 || len(s.headings[0].Sections) > 1 }

// decodeManifest decodes the sections that are part of a manifest. It reports whether
// they are valid and not too long.
func (s *sketch) decodeManifest() bool {
	parts := make([][]scan.Section, len(s.headings))
	parallel.Each(len(parts), func(i int) {
		for _, section := range s.headings[i].Sections {
			if isManifestSection(s.headings[i].Text, section, manifestTables) {
				parts[i] = append(parts[i], section)
			}
		}
	})
	for _, section := range slices.Concat(parts...) {
		if !s.decode(int(section.Start), int(section.End)) {
			return false
		}
	}
	return true
}

// mergeParts makes the root of what has been decoded.
func (s *sketch) mergeParts() {
	if len(s.parts) > 0 {
		s.doc.root = mergeFragments(s.parts)
	}
}

// decode adds a stretch of the file to parts. It reports whether it is valid and
// not too long.
func (s *sketch) decode(start, end int) bool {
	if s.decoded += end - start; s.decoded > maxSketch {
		return false
	}
	if start == end {
		return true
	}
	v, ok := s.fragment(start, end)
	if ok {
		s.parts = append(s.parts, v)
	}
	return ok
}

// fragment decodes a stretch of the file, from the start of a section to the end
// of one; false if it is not valid.
func (s *sketch) fragment(start, end int) (kb.Value, bool) {
	text := s.doc.file.Text
	if s.sparse != nil {
		s.need(start, end)
		if _, refused := scan.Sections(text[start:end]); len(refused) > 0 {
			return kb.Value{}, false
		}
	}
	v, problem := decode.Fragment(text, start, end, s.doc.number)
	return v, problem == nil
}

// sample returns the part of the document in its first shape.SampleSize bytes, as
// document.sample does of a decoded one. rest removes the manifest's tables.
func (s *sketch) sample(rest func(*document) []kb.Entry) (items []kb.Entry, complete bool) {
	if !s.complete {
		return nil, false
	}
	end := int(s.headings[0].Sections[0].End)
	for section := range s.headers() {
		if section.Start >= shape.SampleSize {
			break
		}
		end = int(section.End)
	}
	v := s.head.value
	if s.complete = end <= maxSketch && (s.head.ok || s.head.end != end); s.complete && s.head.end != end {
		v, s.complete = s.fragment(0, end)
	}
	if !s.complete {
		return nil, false
	}
	head := &document{file: s.doc.file, number: s.doc.number, root: v}
	return head.sample(rest(head))
}

// keys returns the keys of the top level, as topLevelKeys does of a decoded
// document. known are those that are decoded; headers named skip are passed over.
func (s *sketch) keys(known []kb.Entry, skip []string) []shape.Key {
	keys := topLevelKeys(known)
	if !s.complete {
		return keys
	}
	var parts []scan.Span
	last := ""
	for section, text := range s.headers() {
		if section.Start >= shape.SampleSize {
			break
		}
		if parts = keyParts(text, section.Name, parts); len(parts) == 0 {
			continue
		}
		name := decode.KeyPart(parts[0].Of(text))
		if name == last || slices.Contains(skip, name) || slices.ContainsFunc(keys, func(key shape.Key) bool { return key.Name == name }) {
			continue
		}
		last = name
		key := shape.Key{Name: name, Class: shape.Table}
		if section.Array && len(parts) == 1 {
			key.Class = shape.Array
		}
		keys = append(keys, key)
	}
	return keys
}

// keyParts returns the parts of the key of a header, which begins at an offset of a
// text.
func keyParts(text []byte, name uint32, buffer []scan.Span) []scan.Span {
	cursor := scan.NewCursor(text, int(name))
	return cursor.Key(buffer[:0])
}

// mergeFragments merges the values that several fragments of a file have for one
// key: the elements of lists, the entries of tables. Values of another type than
// the first are dropped.
func mergeFragments(parts []kb.Value) kb.Value {
	whole := parts[0]
	if len(parts) == 1 {
		return whole
	}
	var items []kb.Entry
	values := make(map[string][]kb.Value)
	for _, part := range parts {
		if part.Type != whole.Type {
			continue
		}
		for _, entry := range part.Items {
			if whole.Type == kb.List || len(values[entry.Key]) == 0 {
				items = append(items, entry)
			}
			values[entry.Key] = append(values[entry.Key], entry.Value)
		}
	}
	if whole.Type == kb.Table {
		for i := range items {
			items[i].Value = mergeFragments(values[items[i].Key])
		}
	}
	whole.Items = items
	return whole
}

// isManifestSection reports whether a section is part of one of the tables of a
// manifest, as far as its header says.
func isManifestSection(text []byte, section scan.Section, tables []string) bool {
	if section.Parts == 0 || !startsLikeManifestTable(text[section.Name:]) {
		return false
	}
	var buffer [4]scan.Span
	parts := keyParts(text, section.Name, buffer[:0])
	return len(parts) > 0 && slices.Contains(tables, decode.KeyPart(parts[0].Of(text)))
}

// startsLikeManifestTable is a quick test for names of the manifestTables, quoted
// or not.
func startsLikeManifestTable(name []byte) bool {
	return len(name) > 0 && strings.IndexByte(`krv"'`, name[0]) >= 0
}
