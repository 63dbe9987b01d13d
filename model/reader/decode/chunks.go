package decode

import (
	"bytes"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/scan"
)

// chunk is a range of a file that is decoded alone, in byte offsets.
type chunk struct{ start, end int }

// decoded is the result of a valid chunk, in a map by the chunk's start.
type decoded struct {
	end      int
	fragment fragment
}

// result is the result of decoding a chunk: a fragment or a problem.
type result struct {
	fragment fragment
	problem  *Problem
}

// verdict is what the chunks of a file say about the file as a whole.
type verdict uint8

const (
	verdictValid     verdict = iota // the file is valid, with the same content
	verdictInvalid                  // the file is invalid
	verdictUncertain                // the file must be decoded as a whole
)

// decodeInChunks decodes a file in chunks of at least size bytes, in parallel. It
// returns the entries of a valid file, or the valid chunks of an invalid one.
func decodeInChunks(text []byte, number uint32, sections []scan.Section, size int, onChunk func(int, []kb.Entry)) ([]kb.Entry, map[int]decoded, verdict) {
	chunks := split(text, sections, size)
	if len(chunks) == 1 {
		return nil, nil, verdictUncertain
	}
	var doubtful, isBroken atomic.Bool
	results := make([]result, len(chunks))
	parallel.Each(len(chunks), func(i int) {
		if doubtful.Load() {
			return
		}
		r := decodeChunk(text, chunks[i], number)
		results[i] = r
		if onChunk != nil {
			onChunk(chunks[i].end-chunks[i].start, r.fragment.items)
		}
		switch {
		case r.problem != nil && r.problem.Code == kb.Syntax:
			// The syntax of a chunk does not depend on those before it.
			isBroken.Store(true)
		case r.problem != nil || len(r.fragment.problems) > 0:
			doubtful.Store(true)
		}
	})
	switch {
	case doubtful.Load():
		return nil, nil, verdictUncertain
	case isBroken.Load():
		valid := make(map[int]decoded, len(chunks))
		for i, r := range results {
			if r.problem == nil {
				valid[chunks[i].start] = decoded{chunks[i].end, r.fragment}
			}
		}
		return nil, valid, verdictInvalid
	}
	var u union
	for i := range results {
		u.add(results[i].fragment)
		results[i] = result{}
	}
	if len(u.problems) > 0 {
		return nil, nil, verdictUncertain
	}
	return u.items, nil, verdictValid
}

// split divides a file into chunks that can be decoded apart, each of at least size
// bytes except for the last one.
func split(text []byte, sections []scan.Section, size int) []chunk {
	var chunks []chunk
	for _, start := range groups(text, sections) {
		at := int(sections[start].Start)
		if n := len(chunks); n > 0 {
			if at-chunks[n-1].start < size {
				continue
			}
			chunks[n-1].end = at
		}
		chunks = append(chunks, chunk{at, len(text)})
	}
	return chunks
}

// trimBlankLines removes the blank lines at the end of a text. A text that has been
// blanked out may have many.
func trimBlankLines(text []byte) []byte {
	end := len(bytes.TrimRight(text, " \n"))
	if end < len(text) && text[end] == '\n' {
		end++ // part of the line break if a carriage return precedes it
	}
	return text[:end]
}

// decodeChunk decodes a chunk of a file.
func decodeChunk(text []byte, c chunk, number uint32) result {
	values, problem := parse(trimBlankLines(text[c.start:c.end]))
	if problem != nil {
		problem.Offset += c.start
		return result{problem: problem}
	}
	return result{fragment: build(text, c.start, c.end, number, values)}
}
