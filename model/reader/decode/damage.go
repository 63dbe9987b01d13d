package decode

import (
	"bytes"
	"fmt"
	"slices"
	"sort"

	"rihla/model/kb"
	"rihla/model/reader/scan"
)

// damage returns the range of the text to blank out for a problem, and whether the
// value that begins there seems to lack its closing delimiter.
func (s *salvager) damage(sections []scan.Section, p Problem) (start, end int, unclosed bool) {
	offset := p.Offset
	at := sectionAt(sections, offset)
	section := sections[at]
	body := int(section.Start)
	if section.Parts > 0 {
		body = lineAfter(s.text, int(section.Header))
		if offset < body {
			return int(section.Start), s.endOfSubtables(sections, at, p.Code), false
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
	if here.Open && s.text[here.Value] != '"' && s.text[here.Value] != '\'' {
		line := bytes.LastIndexByte(s.text[:min(offset, len(s.text))], '\n') + 1
		if line > here.Start && scan.IsStatement(s.text, line) {
			return here.Start, line, true
		}
	}
	if here.Open || offset >= here.ValueEnd && s.closedByNext(here) {
		if end := s.headerIn(here); end < here.End {
			return here.Start, end, true
		}
	}
	if s.closedByNext(before) && !scan.IsStatement(s.text, here.Start) {
		if end := s.headerIn(before); end < before.End {
			return before.Start, end, true
		}
	}
	if scan.IsHeaderBroken(s.text, here.Start) {
		// The statements after the broken header belong to another table.
		return here.Start, int(section.End), false
	}
	return here.Start, here.End, false
}

// closedByNext reports whether the line that closes a statement of several lines
// reads like another statement.
func (s *salvager) closedByNext(st scan.Statement) bool {
	line := bytes.LastIndexByte(s.text[:st.ValueEnd], '\n') + 1
	return line > st.Start && scan.IsStatement(s.text, line)
}

// headerIn returns the offset of the first line of a statement, other than its
// first one, that reads like a header; without one, the statement's end.
func (s *salvager) headerIn(st scan.Statement) int {
	return scan.NextHeader(s.text, lineAfter(s.text, st.Start), st.End)
}

// endOfSubtables returns the end of a section whose header is broken or a
// duplicate, and of the sections of its subtables after it, which would be taken
// for subtables of another table.
func (s *salvager) endOfSubtables(sections []scan.Section, at int, code kb.Code) int {
	last := at
	if code == kb.DuplicateKey || sections[at].Array && scan.EndsHeader(s.text, sections[at]) {
		above := headerKey(s.text, sections[at])
		for last+1 < len(sections) {
			key := headerKey(s.text, sections[last+1])
			if len(key) <= len(above) || !slices.Equal(key[:len(above)], above) {
				break
			}
			last++
		}
	}
	return int(sections[last].End)
}

// firstLine returns the line of the first definition of the key or header at an
// offset; 0 if it is not found.
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
		key := fmt.Sprintf("%q", keyParts(s.text, &cursor))
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
	key := headerKey(s.text, sections[at])
	for i := at - 1; i > 0; i-- {
		if int(sections[i].Parts) == len(key) && slices.Equal(headerKey(s.text, sections[i]), key) {
			return s.line(int(sections[i].Header))
		}
	}
	return 0
}

// sectionAt returns the index of the section that contains an offset.
func sectionAt(sections []scan.Section, offset int) int {
	return max(0, sort.Search(len(sections), func(i int) bool { return int(sections[i].Start) > offset })-1)
}

func lineAfter(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// headerKey returns the parts of a section's header.
func headerKey(text []byte, section scan.Section) []string {
	cursor := scan.NewCursor(text[:section.End], int(section.Header))
	return keyParts(text, &cursor)
}

// keyParts reads the key at a cursor.
func keyParts(text []byte, cursor *scan.Cursor) []string {
	var parts []string
	for _, part := range cursor.Key(nil) {
		parts = append(parts, unquote(part.Of(text)))
	}
	return parts
}
