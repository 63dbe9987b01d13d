package reader

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
)

// sketch is what the headers of a file tell of it. Its document holds what is
// soon decoded: what stands before the first header, tables of the top level,
// and the manifest's.
type sketch struct {
	doc *document
	// tables are the sections of entities, in order: of tables below the top
	// level, and of elements of arrays.
	tables []scan.Section
	// known is false where the headers do not tell, and the file has to be
	// decoded first.
	known bool
	// single is set where the whole file is one entity.
	single bool

	parts []kb.Value // of the document's root, in the order of the file
}

// mostAtOnce bounds, in bytes, what is decoded of a file for its sketch.
const mostAtOnce = 1 << 18

// sketchOf sketches a file, which may hold the manifest.
func sketchOf(file *kb.File, number uint32, manifest bool) sketch {
	s := sketch{doc: &document{file: file, number: number, root: kb.Value{Type: kb.Table, Pos: kb.Pos{File: number}}}}
	text := file.Text
	if scan.DetectForeign(text) != nil {
		return s
	}
	sections, refused := scan.Sections(text)
	if len(refused) > 0 {
		return s
	}
	decoded := 0
	for i := 0; i < len(sections); i++ {
		if isOfEntity(text, sections[i], manifest) {
			s.tables = sections[i:]
			break
		}
		decoded += int(sections[i].End - sections[i].Start)
	}
	if decoded > mostAtOnce || !s.decode(0, decoded) {
		return s
	}
	// Most files have such sections at their beginning or not at all.
	s.known = s.takeOut(manifest, decoded)
	if len(s.parts) > 0 {
		s.doc.root, s.parts = together(s.parts), nil
	}
	return s
}

// takeOut decodes the sections among the tables that are no entity's.
func (s *sketch) takeOut(manifest bool, decoded int) bool {
	text := s.doc.file.Text
	other := func(section scan.Section) bool { return !isOfEntity(text, section, manifest) }
	if !slices.ContainsFunc(s.tables, other) {
		return true
	}
	tables := make([]scan.Section, 0, len(s.tables))
	for _, section := range s.tables {
		if !other(section) {
			tables = append(tables, section)
			continue
		}
		start, end := int(section.Start), int(section.End)
		if decoded += end - start; decoded > mostAtOnce || !s.decode(start, end) {
			return false
		}
	}
	s.tables = tables
	return true
}

// decode adds a stretch of the file to what is decoded of it.
func (s *sketch) decode(start, end int) bool {
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

// together makes one value of what several stretches of a file hold of it: the
// elements of a list, the entries of a table. What is of another type than the
// first is left out.
func together(parts []kb.Value) kb.Value {
	whole := parts[0]
	if len(parts) == 1 {
		return whole
	}
	var items []kb.Entry
	of := make(map[string][]kb.Value)
	for _, part := range parts {
		if part.Type != whole.Type {
			continue
		}
		for _, entry := range part.Items {
			if whole.Type == kb.List || len(of[entry.Key]) == 0 {
				items = append(items, entry)
			}
			of[entry.Key] = append(of[entry.Key], entry.Value)
		}
	}
	if whole.Type == kb.Table {
		for i := range items {
			items[i].Value = together(of[items[i].Key])
		}
	}
	whole.Items = items
	return whole
}

// isOfEntity tells whether a section is part of an entity, as far as its header
// tells.
func isOfEntity(text []byte, section scan.Section, manifest bool) bool {
	if section.Parts == 0 || section.Parts == 1 && !section.Array {
		return false
	}
	if !manifest || !mayBeManifest(text[section.Name:]) {
		return true
	}
	var room [4]scan.Span
	cursor := scan.NewCursor(text, int(section.Header))
	parts := cursor.Key(room[:0])
	return len(parts) == 0 || !contains(manifestTables, decode.KeyPart(parts[0].Of(text)))
}

// mayBeManifest tells whether the name of a manifest's table may begin so.
func mayBeManifest(name []byte) bool {
	return len(name) > 0 && strings.IndexByte(`krv"'`, name[0]) >= 0
}
