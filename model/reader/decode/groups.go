package decode

import (
	"rihla/model/reader/scan"
)

// groups divides the sections of a text into runs that can be decoded apart from
// each other and merged afterwards. It returns the index of the first section of
// each run. All sections of one table are in one run: those whose headers share
// their first two parts or, if the first part names an array of tables, one
// element and its subtables. If that cannot be decided, there is a single run.
func groups(text []byte, sections []scan.Section) []int {
	ids, n := identify(text, sections)
	if ids == nil {
		return []int{0}
	}
	last := make([]int, n)
	for i, id := range ids {
		last[id] = i
	}
	starts := []int{0}
	reach := 0
	for i, id := range ids {
		if i > reach {
			starts = append(starts, i)
		}
		reach = max(reach, last[id])
	}
	return starts
}

// root is the first part of headers.
type root struct {
	array   bool           // it names an array of tables
	own     int            // the table of the header of this part alone, or of the last element
	members map[string]int // the tables by the second part, from 1
}

// identify returns the number of the table that each section belongs to, and how
// many tables there are; nil if that cannot be decided.
func identify(text []byte, sections []scan.Section) (ids []int, n int) {
	roots := make(map[string]*root)
	first := make([]*root, len(sections))
	second := make([]scan.Span, len(sections))
	var parts []scan.Span
	for i, s := range sections[1:] {
		cursor := scan.NewCursor(text[:s.End], int(s.Header))
		parts = cursor.Key(parts[:0])
		if len(parts) != int(s.Parts) {
			return nil, 0
		}
		r := find(roots, parts[0].Of(text))
		if r == nil {
			r = &root{own: -1}
			roots[unquote(parts[0].Of(text))] = r
		}
		r.array = r.array || s.Array && s.Parts == 1
		first[i+1] = r
		if len(parts) > 1 {
			second[i+1] = parts[1]
		}
	}
	if hasConflict(text[:sections[0].End], roots) {
		return nil, 0
	}

	next := 0 // the number of the section before the first header
	number := func() int { next++; return next }
	ids = make([]int, len(sections))
	for i := 1; i < len(sections); i++ {
		s, r := &sections[i], first[i]
		switch {
		case r.array && s.Array && s.Parts == 1:
			r.own = number()
			ids[i] = r.own
		case r.array && r.own < 0:
			return nil, 0 // a subtable before the first element
		case r.array:
			ids[i] = r.own
		case s.Parts == 1:
			if r.own < 0 {
				r.own = number()
			}
			ids[i] = r.own
		default:
			ids[i] = r.member(second[i].Of(text), number)
		}
	}
	return ids, next + 1
}

// member returns the number of the table of a second part.
func (r *root) member(name []byte, number func() int) int {
	id := find(r.members, name)
	if id == 0 {
		if r.members == nil {
			r.members = make(map[string]int)
		}
		id = number()
		r.members[unquote(name)] = id
	}
	return id
}

// find looks up the value of a key part. For a bare one it allocates no string.
func find[V any](m map[string]V, name []byte) V {
	if quoted(name) {
		return m[unquote(name)]
	}
	return m[string(name)]
}

// quoted reports whether a key part is in quotation marks.
func quoted(name []byte) bool {
	return len(name) > 0 && (name[0] == '"' || name[0] == '\'')
}

// hasConflict reports whether a key before the first header is also the first part
// of a header.
func hasConflict(text []byte, roots map[string]*root) bool {
	if len(roots) == 0 {
		return false
	}
	cursor := scan.NewCursor(text, 0)
	var parts []scan.Span
	for cursor.Statement() == scan.Key {
		parts = cursor.Key(parts[:0])
		if len(parts) > 0 && find(roots, parts[0].Of(text)) != nil {
			return true
		}
		cursor.Skip()
	}
	return false
}
