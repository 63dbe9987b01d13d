// Package decode turns the text of one TOML file into a kb.Value with the position
// of each key and value. BurntSushi/toml decides what is valid and gives the
// values; this package adds positions, decodes large files in chunks, and recovers
// what can be read of invalid ones. It knows nothing of kinds, entities or links.
//
// A file may be decoded in chunks if the result is the same as for the whole: a
// chunk starts at a header line outside of any string or bracket; all sections
// whose headers share their first two parts are in one chunk; all elements of an
// array of tables stay with their subtables; no key before the first header is
// the first part of a header; and the chunks' results are disjoint. If any of that
// is in doubt, the file is decoded as a whole.
package decode

import (
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/reader/scan"
	"rihla/model/say"
)

// Problem is one error in the text of a file.
type Problem struct {
	Code   kb.Code // kb.Syntax or kb.DuplicateKey
	Offset int     // in bytes, from 0 to the length of the text
	Says   say.Sentence
	Remedy say.Sentence // what to do about it, or empty
}

const (
	// chunkThreshold is the size, in bytes, from which a file is decoded in chunks.
	chunkThreshold = 256 << 10
	// minChunk is the minimum size of a chunk in bytes, except for the last one.
	minChunk = 64 << 10
)

// File decodes one file. The value is a Table with its entries in the order of
// first mention; number is the File of every position. If the text is not valid
// TOML, the value contains what can be read, and the problems, by offset, say what
// is left out.
//
// The position of a table is that of its header, or without one of its first
// mention; the KeyPos of a list's element is that of its value.
//
// onChunk, if not nil, is called from several goroutines while a large file is
// decoded, with the number of bytes that have been decoded since the last call and
// the entries of the root table that they contain, whose values may be replaced by
// packed ones. For a file of one chunk it is not called.
func File(text []byte, number uint32, onChunk func(bytes int, entries []kb.Entry)) (kb.Value, []Problem) {
	return decodeFile(text, number, chunkThreshold, minChunk, onChunk)
}

// decodeFile is File with other sizes, for tests.
func decodeFile(text []byte, number uint32, large, size int, onChunk func(int, []kb.Entry)) (kb.Value, []Problem) {
	if p := scan.DetectForeign(text); p != nil {
		return tableOf(nil, number), []Problem{syntax(*p)}
	}
	sections, refused := scan.Sections(text)
	if int(sections[len(sections)-1].End) < len(text) {
		return tableOf(nil, number), []Problem{syntax(refused[0])}
	}
	if len(refused) > 0 {
		return salvage(text, number, nil, nil)
	}
	if len(text) >= large {
		items, done, verdict := decodeInChunks(text, number, sections, size, onChunk)
		switch verdict {
		case verdictValid:
			return tableOf(items, number), nil
		case verdictInvalid:
			return salvage(text, number, nil, done)
		}
	}
	values, problem := parse(text)
	if problem != nil {
		return salvage(text, number, problem, nil)
	}
	p := build(text, 0, len(text), number, values)
	sortByOffset(p.problems)
	return tableOf(p.items, number), p.problems
}

func tableOf(items []kb.Entry, number uint32) kb.Value {
	return kb.Value{Type: kb.Table, Pos: kb.Pos{File: number}, Items: items}
}

func sortByOffset(problems []Problem) {
	order.Stable(problems, func(a, b Problem) int { return a.Offset - b.Offset })
}

func syntax(p scan.Problem) Problem {
	return Problem{Code: kb.Syntax, Offset: p.Offset, Says: p.Says, Remedy: p.Remedy}
}
