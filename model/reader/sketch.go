package reader

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
	"rihla/model/reader/shape"
)

// sketch is what the headers of one file say. Its document contains the decoded
// part: what precedes the first header, and then what belongs to no row.
type sketch struct {
	doc      *document
	sections []scan.Section // nil once the outline is finished
	// complete is false if the file has to be decoded as a whole.
	complete bool
	layout   *shape.Layout
	claimed  bool                   // by a pattern of the manifest
	arrays   map[string]*shape.Tree // arrays and tables of the headers that the layout's tree does not have

	decoded int        // number of bytes
	parts   []kb.Value // decoded fragments of the document's root, in order
	prefix  []kb.Value // the first of them, before the first header
}

// maxSketch is the number of bytes of a file that are decoded for its sketch at
// most, and as many again for its shape.
const maxSketch = 1 << 18

// newSketch sketches a file. mayBeManifest is set if it could contain the
// manifest, which is decoded.
func newSketch(file *kb.File, number uint32, mayBeManifest bool) sketch {
	s := sketch{doc: &document{file: file, number: number, root: kb.Value{Type: kb.Table, Pos: kb.Pos{File: number}}}}
	text := file.Text
	if scan.DetectForeign(text) != nil {
		return s
	}
	sections, refused := scan.Sections(text)
	if len(refused) > 0 {
		return s
	}
	s.sections = sections
	s.complete = s.decode(0, int(sections[0].End))
	s.prefix = s.parts
	if mayBeManifest && s.complete {
		s.complete = s.decodeIf(func(section scan.Section) bool { return isManifestSection(text, section, manifestTables) })
	}
	s.mergeParts()
	return s
}

// decodeIf decodes the sections after the first for which do returns true. It
// reports whether they are valid and not too long.
func (s *sketch) decodeIf(do func(scan.Section) bool) bool {
	for _, section := range s.sections[1:] {
		if do(section) && !s.decode(int(section.Start), int(section.End)) {
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
	v, problem := decode.Fragment(s.doc.file.Text, start, end, s.doc.number)
	if problem != nil {
		return false
	}
	s.parts = append(s.parts, v)
	return true
}

// sample returns the part of the document in its first shape.SampleSize bytes, as
// document.sample does of a decoded one. rest removes the manifest's tables.
func (s *sketch) sample(rest func(*document) []kb.Entry) (items []kb.Entry, complete bool) {
	text := s.doc.file.Text
	end := 0
	for _, section := range s.sections {
		if section.Start >= shape.SampleSize {
			break
		}
		end = int(section.End)
	}
	if !s.complete || end > maxSketch {
		s.complete = false
		return nil, false
	}
	v, problem := decode.Fragment(text, 0, end, s.doc.number)
	if problem != nil {
		s.complete = false
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
	text := s.doc.file.Text
	var parts []scan.Span
	last := ""
	for _, section := range s.sections[1:] {
		if section.Start >= shape.SampleSize {
			break
		}
		if parts = keyParts(text, section.Header, parts); len(parts) == 0 {
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

// keyParts returns the parts of the key of a header.
func keyParts(text []byte, header uint32, buffer []scan.Span) []scan.Span {
	cursor := scan.NewCursor(text, int(header))
	return cursor.Key(buffer[:0])
}

// row is where the key of a header leads.
type row struct {
	tree  *shape.Tree // of the rows
	depth int         // the number of parts before the key of the row, or up to the name of the array
}

// rowOf follows the parts of a header to the row that the header is part of; false
// if it is none.
func (s *sketch) rowOf(parts []scan.Span, array bool) (row, bool) {
	text := s.doc.file.Text
	t := s.layout.Tree
	for i, part := range parts {
		switch t.Role {
		case shape.Rows:
			return row{t, i}, true
		case shape.Elements:
			return row{t, i}, true
		}
		name := decode.KeyPart(part.Of(text))
		path := name
		if t.Path != "" {
			path = t.Path + "." + name
		}
		if known := s.arrays[path]; known != nil {
			t = known
			continue
		}
		class := shape.Table
		if array && i == len(parts)-1 {
			class = shape.Array
		}
		below := t.Child(name, class)
		if below == nil {
			return row{}, false
		}
		if s.arrays == nil {
			s.arrays = make(map[string]*shape.Tree)
		}
		s.arrays[path] = below
		t = below
	}
	return row{t, len(parts)}, t.Role == shape.Elements
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
	parts := keyParts(text, section.Header, buffer[:0])
	return len(parts) > 0 && slices.Contains(tables, decode.KeyPart(parts[0].Of(text)))
}

// startsLikeManifestTable is a quick test for names of the manifestTables, quoted
// or not.
func startsLikeManifestTable(name []byte) bool {
	return len(name) > 0 && strings.IndexByte(`krv"'`, name[0]) >= 0
}
