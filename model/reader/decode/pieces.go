package decode

import (
	"bytes"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/scan"
)

// span is a stretch of a file that is decoded alone, in byte offsets.
type span struct{ start, end int }

// done is a stretch that has been decoded, but for its beginning.
type done struct {
	end   int
	piece piece
}

// result is what came of a stretch: a piece, or the problem with it.
type result struct {
	piece   piece
	problem *Problem
}

// verdict says what decoding in pieces tells of the whole.
type verdict uint8

const (
	sound  verdict = iota // the whole is valid, and the same
	broken                // the whole is not valid
	doubt                 // only decoding the whole can tell
)

// inPieces decodes a file in pieces of at least so many bytes, as many at a
// time as there are processors. The entries are those of a sound file; of a
// broken one the pieces that are not are given back, by their beginnings.
func inPieces(text []byte, number uint32, sections []scan.Section, size int, note func(int, []kb.Entry)) ([]kb.Entry, map[int]done, verdict) {
	spans := split(text, sections, size)
	if len(spans) == 1 {
		return nil, nil, doubt
	}
	var doubtful, isBroken atomic.Bool
	results := make([]result, len(spans))
	parallel.Each(len(spans), func(i int) {
		if doubtful.Load() {
			return
		}
		r := decode(text, spans[i], number)
		results[i] = r
		note(spans[i].end-spans[i].start, r.piece.items)
		switch {
		case r.problem != nil && r.problem.Code == kb.Syntax:
			// How a piece reads does not depend on what stands before it.
			isBroken.Store(true)
		case r.problem != nil || len(r.piece.problems) > 0:
			doubtful.Store(true)
		}
	})
	switch {
	case doubtful.Load():
		return nil, nil, doubt
	case isBroken.Load():
		sane := make(map[int]done, len(spans))
		for i, r := range results {
			if r.problem == nil {
				sane[spans[i].start] = done{spans[i].end, r.piece}
			}
		}
		return nil, sane, broken
	}
	var u union
	for i := range results {
		u.add(results[i].piece)
		results[i] = result{}
	}
	if len(u.problems) > 0 {
		return nil, nil, doubt
	}
	return u.items, nil, sound
}

// split returns the stretches of a file that can be decoded apart, neighbours
// joined until they have so many bytes.
func split(text []byte, sections []scan.Section, size int) []span {
	var spans []span
	for _, start := range groups(text, sections) {
		at := int(sections[start].Start)
		if n := len(spans); n > 0 {
			if at-spans[n-1].start < size {
				continue
			}
			spans[n-1].end = at
		}
		spans = append(spans, span{at, len(text)})
	}
	return spans
}

// withoutBlanks leaves out the blank lines that a text ends with: of a file that
// has been painted over there may be many.
func withoutBlanks(text []byte) []byte {
	end := len(bytes.TrimRight(text, " \n"))
	if end < len(text) && text[end] == '\n' {
		end++ // a carriage return before it belongs to it
	}
	return text[:end]
}

// decode decodes a stretch of a file.
func decode(text []byte, s span, number uint32) result {
	values, problem := parse(withoutBlanks(text[s.start:s.end]))
	if problem != nil {
		problem.Offset += s.start
		return result{problem: problem}
	}
	return result{piece: build(text, s.start, s.end, number, values)}
}
