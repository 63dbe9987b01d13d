// Package scan finds, in one linear pass, where the tables of a TOML file
// stand, and what a decoder must not be given. It judges no values and no
// duplicates: whether a file is valid TOML is for the decoder to say.
package scan

import (
	"bytes"
	"math"
)

// Section is a stretch of a file: a header's line and all that follows up to
// the line of the next header. Offsets are in bytes.
type Section struct {
	// Start is where the header's line begins, End where the next one does.
	Start, End uint32
	// Header is the offset of the header's first bracket, Name that of the
	// first byte of its key. For what stands before the first header both are
	// Start and Parts is 0.
	Header, Name uint32
	// Parts counts the parts of the header's key, at most 255.
	Parts uint8
	// Array is set for [[a header]] of an array of tables.
	Array bool
}

// Problem is a reason to keep a stretch of a file from the decoder. Offset is
// a byte offset into the text.
type Problem struct {
	Offset  int
	Message string
	Hint    string
	// Whole is set where the section is the problem, and not only the
	// statement at the offset.
	Whole bool
	// Rest is set where all of the section from the offset on is the problem.
	Rest bool
}

// Sections splits a text into its sections, in order: together they are the
// whole text, a byte order mark included. The first holds what stands before
// the first header, and is there even where it is empty. A text that is not
// valid TOML is split as well as can be.
//
// The problems, at most one a section, tell of sections that would cost a
// decoder time or memory out of proportion; they are in the order of the text.
func Sections(text []byte) ([]Section, []Problem) {
	if uint64(len(text)) > math.MaxUint32 {
		return []Section{{}}, []Problem{{Message: "the file is larger than 4 GB", Hint: "split it into several files"}}
	}
	s := skimmer{text: text}
	s.run()
	return s.sections, s.problems
}

// skimmer goes through a text statement by statement.
type skimmer struct {
	text     []byte
	sections []Section
	problems []Problem
	work     work
}

func (s *skimmer) run() {
	s.sections = append(make([]Section, 0, 16), Section{})
	at := 0
	if bytes.HasPrefix(s.text, mark) {
		at = len(mark)
	}
	for at < len(s.text) {
		line := at
		at = skipBlank(s.text, at)
		if at == len(s.text) {
			break
		}
		switch s.text[at] {
		case '\n':
			at++
		case '#':
			at = lineEnd(s.text, at)
		case '[':
			s.close(line)
			at = s.header(line, at)
		default:
			at = s.statement(at)
		}
	}
	s.close(len(s.text))
}

// close ends the section that is open.
func (s *skimmer) close(at int) {
	last := &s.sections[len(s.sections)-1]
	last.End = uint32(at)
	if p := s.work.close(int(last.Start), at); p != nil {
		s.problems = append(s.problems, *p)
	}
}

// header opens a section at its first bracket and returns the offset of the
// line after it.
func (s *skimmer) header(line, at int) int {
	section := Section{Start: uint32(line), Header: uint32(at)}
	at++
	if at < len(s.text) && s.text[at] == '[' {
		section.Array = true
		at++
	}
	name := skipBlank(s.text, at)
	end, parts := skipKey(s.text, name)
	section.Name = uint32(name)
	section.Parts = uint8(min(parts, math.MaxUint8))
	s.sections = append(s.sections, section)
	s.work.open(name, end-name, parts)
	return lineEnd(s.text, end)
}

// statement passes over a key and its value and returns the offset of the
// line after it.
func (s *skimmer) statement(at int) int {
	start := at
	at, parts := skipKey(s.text, at)
	length := at - start
	s.work.key(start, length, parts)
	if at == len(s.text) || s.text[at] != '=' {
		return lineEnd(s.text, at)
	}
	at = skipBlank(s.text, at+1)
	if at == len(s.text) {
		return at
	}
	switch s.text[at] {
	case '"', '\'':
		at, _ = skipString(s.text, at)
	case '[', '{':
		at, _ = s.work.nested(s.text, at, length)
	}
	return lineEnd(s.text, at)
}
