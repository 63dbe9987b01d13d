package reader

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
)

// sketch is what the headers of one file say. Its document contains the decoded
// part: what precedes the first header, the tables of the top level, and the
// manifest.
type sketch struct {
	doc *document
	// tables are the sections of entities, in order: tables below the top level,
	// and elements of arrays.
	tables []scan.Section
	// complete is false if the file has to be decoded as a whole.
	complete bool
	// isEntity is set if the whole file is one entity.
	isEntity bool

	parts []kb.Value // decoded fragments of the document's root, in order
}

// maxSketch is the number of bytes of a file that are decoded for its sketch at
// most.
const maxSketch = 1 << 18

// newSketch sketches a file. mayBeManifest is set if it could contain the
// manifest.
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
	decoded := 0
	for i, section := range sections {
		if isEntitySection(text, section, mayBeManifest) {
			s.tables = sections[i:]
			break
		}
		decoded += int(section.End - section.Start)
	}
	if decoded > maxSketch || !s.decode(0, decoded) {
		return s
	}
	// In most files all other sections come first.
	s.complete = s.decodeOthers(mayBeManifest, decoded)
	if len(s.parts) > 0 {
		s.doc.root, s.parts = mergeFragments(s.parts), nil
	}
	return s
}

// decodeOthers decodes the sections among the tables that belong to no entity,
// and removes them there. It reports whether they are valid and not too long.
func (s *sketch) decodeOthers(mayBeManifest bool, decoded int) bool {
	text := s.doc.file.Text
	isOther := func(section scan.Section) bool { return !isEntitySection(text, section, mayBeManifest) }
	if !slices.ContainsFunc(s.tables, isOther) {
		return true
	}
	tables := make([]scan.Section, 0, len(s.tables))
	for _, section := range s.tables {
		if !isOther(section) {
			tables = append(tables, section)
			continue
		}
		start, end := int(section.Start), int(section.End)
		if decoded += end - start; decoded > maxSketch || !s.decode(start, end) {
			return false
		}
	}
	s.tables = tables
	return true
}

// decode adds a stretch of the file to parts. It reports whether it is valid.
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

// isEntitySection reports whether a section is part of an entity, as far as its
// header says.
func isEntitySection(text []byte, section scan.Section, mayBeManifest bool) bool {
	if section.Parts == 0 || section.Parts == 1 && !section.Array {
		return false
	}
	if !mayBeManifest || !startsLikeManifestTable(text[section.Name:]) {
		return true
	}
	var buffer [4]scan.Span
	cursor := scan.NewCursor(text, int(section.Header))
	parts := cursor.Key(buffer[:0])
	return len(parts) == 0 || !slices.Contains(manifestTables, decode.KeyPart(parts[0].Of(text)))
}

// startsLikeManifestTable is a quick test for names of the manifestTables, quoted
// or not.
func startsLikeManifestTable(name []byte) bool {
	return len(name) > 0 && strings.IndexByte(`krv"'`, name[0]) >= 0
}
