package decode

import (
	"bytes"
	"fmt"
	"slices"
	"sort"

	"rihla/model/reader/scan"
)

// damage says which stretch to paint over for a problem at an offset, and
// whether what begins there seems not to be closed.
func (s *salvager) damage(sections []scan.Section, offset int) (start, end int, unclosed bool) {
	at := sectionAt(sections, offset)
	section := sections[at]
	body := int(section.Start)
	if section.Parts > 0 {
		body = lineAfter(s.text, int(section.Header))
		if offset < body {
			return int(section.Start), int(sections[s.below(sections, at)-1].End), false
		}
	}

	var before, here scan.Statement
	for next, ok := scan.Next(s.text[:section.End], body); ok; next, ok = scan.Next(s.text[:section.End], next.End) {
		if next.Start > offset {
			break
		}
		before, here = here, next
	}
	if here.End == 0 {
		return int(section.Start), int(section.End), false
	}
	line := bytes.LastIndexByte(s.text[:min(offset, len(s.text))], '\n') + 1
	switch {
	case here.Open && line > here.Start && scan.IsStatement(s.text, line):
		return here.Start, line, true
	case here.Open, offset >= here.ValueEnd:
		if end := s.headerIn(here); end < here.End {
			return here.Start, end, true
		}
	default:
		if end := s.headerIn(before); end < before.End {
			return before.Start, end, true
		}
	}
	return here.Start, here.End, false
}

// headerIn returns the offset of the first line of a statement, after its
// first, that reads like a header, or the statement's end.
func (s *salvager) headerIn(st scan.Statement) int {
	return scan.NextHeader(s.text, lineAfter(s.text, st.Start), st.End)
}

// below returns the index of the first section, after one, that is not below
// it: whose header does not begin with all of its parts.
func (s *salvager) below(sections []scan.Section, at int) int {
	above := s.key(sections[at])
	next := at + 1
	for next < len(sections) {
		key := s.key(sections[next])
		if len(key) <= len(above) || !slices.Equal(key[:len(above)], above) {
			break
		}
		next++
	}
	return next
}

// key returns the parts of a section's header.
func (s *salvager) key(section scan.Section) []string {
	cursor := scan.NewCursor(s.text[:section.End], int(section.Header))
	return s.parts(&cursor)
}

func (s *salvager) parts(cursor *scan.Cursor) []string {
	var parts []string
	for _, part := range cursor.Key(nil) {
		parts = append(parts, unquote(part.Of(s.text)))
	}
	return parts
}

// firstLine returns the line on which the key or the header at an offset is
// defined for the first time, or 0 where that is not found.
func (s *salvager) firstLine(sections []scan.Section, offset int) int {
	at := sectionAt(sections, offset)
	section := sections[at]
	body := int(section.Start)
	if section.Parts > 0 {
		body = lineAfter(s.text, int(section.Header))
		if offset < body {
			return s.firstHeader(sections, at)
		}
	}
	seen := make(map[string]int)
	for st, ok := scan.Next(s.text[:section.End], body); ok; st, ok = scan.Next(s.text[:section.End], st.End) {
		cursor := scan.NewCursor(s.text[:st.End], st.Start)
		cursor.Statement()
		start := cursor.At
		key := fmt.Sprintf("%q", s.parts(&cursor))
		if st.End > offset {
			if first, ok := seen[key]; ok {
				return s.line(first)
			}
			return 0
		}
		seen[key] = start
	}
	return 0
}

func (s *salvager) firstHeader(sections []scan.Section, at int) int {
	key := s.key(sections[at])
	for i := at - 1; i > 0; i-- {
		if int(sections[i].Parts) == len(key) && slices.Equal(s.key(sections[i]), key) {
			return s.line(int(sections[i].Header))
		}
	}
	return 0
}

// sectionAt returns the index of the section that an offset is in.
func sectionAt(sections []scan.Section, offset int) int {
	return max(0, sort.Search(len(sections), func(i int) bool { return int(sections[i].Start) > offset })-1)
}

func lineAfter(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}
