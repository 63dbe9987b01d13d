// Package decode turns the text of one TOML file into a kb.Value that knows
// where each of its keys and values stands. It knows TOML and nothing of
// kinds, entities or links.
package decode

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/reader/scan"
)

// Problem is one thing that is wrong with a file's text. Code is kb.Syntax or
// kb.DuplicateKey; Offset is a byte offset into the text, at most its length.
// Message and Hint may hold text of the file as it stands there.
type Problem struct {
	Code    kb.Code
	Offset  int
	Message string
	Hint    string
}

const (
	// large is the size in bytes from which a file is decoded in pieces.
	large = 256 << 10
	// pieceSize is what a piece of it has at least, the last one aside.
	pieceSize = 64 << 10
)

// File decodes one file. The value is a Table, its entries in the order in
// which their keys first appear; number is stamped into every position. Where
// the text is not valid TOML, the value holds what can be read all the same,
// and the problems, in the order of their places, say what is left out.
//
// A table stands at its header, else where it is first mentioned; an element
// of a list has its own place for KeyPos.
func File(text []byte, number uint32) (kb.Value, []Problem) {
	return FileWithProgress(text, number, func(int, []kb.Entry) {})
}

// FileWithProgress is File, and tells while it goes on how many more bytes of a
// large file have been decoded, and which entries of the file's table they
// hold, from several goroutines. What is in those entries may be packed there.
// A file of one piece tells nothing.
func FileWithProgress(text []byte, number uint32, note func(bytes int, entries []kb.Entry)) (kb.Value, []Problem) {
	return file(text, number, large, pieceSize, note)
}

// file decodes a file in pieces from a size on, each of a size at least.
func file(text []byte, number uint32, large, size int, note func(int, []kb.Entry)) (kb.Value, []Problem) {
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
		items, done, verdict := inPieces(text, number, sections, size, note)
		switch verdict {
		case sound:
			return tableOf(items, number), nil
		case broken:
			return salvage(text, number, nil, done)
		}
	}
	values, problem := parse(text)
	if problem != nil {
		return salvage(text, number, problem, nil)
	}
	p := build(text, 0, len(text), number, values)
	inOrder(p.problems)
	return tableOf(p.items, number), p.problems
}

func tableOf(items []kb.Entry, number uint32) kb.Value {
	return kb.Value{Type: kb.Table, Pos: kb.Pos{File: number}, Items: items}
}

// inOrder sorts problems by their places.
func inOrder(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int { return a.Offset - b.Offset })
}

func syntax(p scan.Problem) Problem {
	return Problem{Code: kb.Syntax, Offset: p.Offset, Message: p.Message, Hint: p.Hint}
}
