package decode

import (
	"rihla/model/reader/scan"
)

// groups splits the sections of a text into runs that can be decoded apart
// from each other and put together afterwards, and returns the index of the
// first section of each. What belongs to one table stays together: all
// sections whose headers share their first two parts; or, where the first part
// names an array of tables, one element and what is below it. Sections that
// cannot be told apart make one single run.
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

// root is what is known of a header's first part.
type root struct {
	array   bool
	own     int            // the run of the header of this part alone, or of the last element
	members map[string]int // the runs by the second part, from 1
}

// identify numbers the runs that sections belong to, and says how many there
// are. It gives no numbers where there is any doubt.
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
	if clash(text[:sections[0].End], roots) {
		return nil, 0
	}

	next := 0 // the run of what stands before the first header
	number := func() int { next++; return next }
	ids = make([]int, len(sections))
	for i := 1; i < len(sections); i++ {
		s, r := &sections[i], first[i]
		switch {
		case r.array && s.Array && s.Parts == 1:
			r.own = number()
			ids[i] = r.own
		case r.array && r.own < 0:
			return nil, 0 // the array is used before it begins
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

// member returns the run of a second part.
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

// find looks up what one part of a key says. It makes no string for a bare
// one.
func find[V any](m map[string]V, name []byte) V {
	if quoted(name) {
		return m[unquote(name)]
	}
	return m[string(name)]
}

// quoted tells whether a part of a key stands in quotation marks.
func quoted(name []byte) bool {
	return len(name) > 0 && (name[0] == '"' || name[0] == '\'')
}

// clash tells whether what stands before the first header has a key that
// headers begin with too.
func clash(text []byte, roots map[string]*root) bool {
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
