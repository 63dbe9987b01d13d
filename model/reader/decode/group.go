package decode

import (
	"rihla/model/kb"
	"rihla/model/reader/scan"
)

// Group is a run of sections that can be decoded apart from the rest of its
// file: a table with all that is below it, or one element of an array of
// tables. It lets a reader know what a large file names before it decodes any
// of it.
type Group struct {
	text     []byte
	number   uint32
	sections []scan.Section
}

// Groups splits a file into its groups, in order; what stands before the first
// header is one of them, where it says anything. There are none where the file
// has sections that must not be decoded, and a single one where it cannot be
// split. That the groups are valid, and together too, is not known before all
// of them are decoded: File alone tells all that is wrong.
func Groups(text []byte, number uint32) []Group {
	sections, refused := scan.Sections(text)
	if len(refused) > 0 || scan.Foreign(text) != nil {
		return nil
	}
	starts := groups(text, sections)
	out := make([]Group, 0, len(starts))
	for i, from := range starts {
		to := len(sections)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if sections[from].Start < sections[to-1].End {
			out = append(out, Group{text, number, sections[from:to]})
		}
	}
	return out
}

// Headers returns the parts of the group's headers, in order.
func (g Group) Headers() [][]string {
	var out [][]string
	for _, s := range g.sections {
		if s.Parts > 0 {
			out = append(out, headerKey(g.text, s))
		}
	}
	return out
}

// Decode decodes the group: a table of the file's root that holds nothing
// else, its positions those in the file. Where there is a problem, there is no
// value.
func (g Group) Decode() (kb.Value, *Problem) {
	first, last := g.sections[0], g.sections[len(g.sections)-1]
	r := decode(g.text, span{int(first.Start), int(last.End)}, g.number)
	if r.problem != nil {
		return kb.Value{}, r.problem
	}
	if len(r.piece.problems) > 0 {
		return kb.Value{}, &r.piece.problems[0]
	}
	return tableOf(r.piece.items, g.number), nil
}

// headerKey returns the parts of a section's header.
func headerKey(text []byte, section scan.Section) []string {
	cursor := scan.NewCursor(text[:section.End], int(section.Header))
	return keyParts(text, &cursor)
}

// keyParts reads the key that a cursor stands at.
func keyParts(text []byte, cursor *scan.Cursor) []string {
	var parts []string
	for _, part := range cursor.Key(nil) {
		parts = append(parts, unquote(part.Of(text)))
	}
	return parts
}
