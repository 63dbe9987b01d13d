// Package scan finds, in one linear pass, the sections of a TOML file, and those
// that a decoder could not decode in bounded time, memory and stack. It checks
// neither values nor duplicate keys: only the decoder decides what is valid TOML.
package scan

import (
	"bytes"
	"math"

	"rihla/model/say"
)

// Section is the range of a file from the line of a header to that of the next
// one. Offsets are in bytes.
type Section struct {
	// Start is the offset of the header's line, End that of the next header's.
	Start, End uint32
	// Header is the offset of the header's first bracket, Name that of its key.
	// Of the section before the first header, both are Start and Parts is 0.
	Header, Name uint32
	// Parts is the number of parts of the header's key, at most 255.
	Parts uint8
	// Array is set for the [[header]] of an array of tables.
	Array bool
}

// Problem is a reason not to decode a part of a file: the statement at Offset,
// unless one of the flags is set.
type Problem struct {
	Offset int // in bytes
	Says   say.Sentence
	Remedy say.Sentence // what to do about it, or empty

	WholeSection  bool // the whole section must not be decoded
	RestOfSection bool // the section must not be decoded from Offset on
}

// Sections splits a text into its sections, in order; together they cover the whole
// text, including a byte order mark. The first one precedes the first header, and
// may be empty. An invalid text is split by a best guess.
//
// The problems, at most one for each section and by offset, are of sections that
// would cost a decoder time or memory out of proportion to their length.
func Sections(text []byte) ([]Section, []Problem) {
	if uint64(len(text)) > math.MaxUint32 {
		return []Section{{}}, []Problem{{Says: say.FileTooLarge.With(), Remedy: say.SplitFile.With()}}
	}
	s := scan(text)
	return s.sections, s.problems
}

// scanner reads a text statement by statement.
type scanner struct {
	text     []byte
	at       int // offset of the next line
	sections []Section
	problems []Problem
	work     work
}

// newScanner returns a scanner of a whole text.
func newScanner(text []byte) scanner {
	s := scanner{text: text, sections: append(make([]Section, 0, 16), Section{})}
	if bytes.HasPrefix(text, byteOrderMark) {
		s.at = len(byteOrderMark)
	}
	return s
}

// run reads statements until the start of a line that is at or after to.
func (s *scanner) run(to int) {
	text, at := s.text, s.at
	for at < to {
		line := at
		at = skipBlank(text, at)
		if at == len(text) {
			break
		}
		switch text[at] {
		case '\n':
			at++
		case '#':
			at = lineEnd(text, at)
		case '[':
			if len(s.sections) > 0 {
				s.close(line)
			}
			at = s.header(line, at)
		default:
			at = s.statement(at)
		}
	}
	s.at = at
}

// close ends the current section.
func (s *scanner) close(at int) {
	last := &s.sections[len(s.sections)-1]
	last.End = uint32(at)
	if p := s.work.close(int(last.Start), at); p != nil {
		s.problems = append(s.problems, *p)
	}
}

// header starts a section at the first bracket of its header. It returns the offset
// of the next line.
func (s *scanner) header(line, at int) int {
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

// statement skips a key and its value. It returns the offset of the next line.
func (s *scanner) statement(at int) int {
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
		if isMultiLine(s.text, at) {
			at, _ = skipLines(s.text, at)
		}
	case '[', '{':
		at, _ = s.work.nested(s.text, at, length)
	}
	return lineEnd(s.text, at)
}
