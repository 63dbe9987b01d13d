package scan

import (
	"bytes"
	"math"

	"rihla/model/parallel"
)

// chunkSize is the number of bytes that one goroutine scans at a time. Tests change
// it.
var chunkSize = 1 << 20

// scan scans a whole text, several chunks at the same time. A chunk begins at a line
// that reads like a header, on the assumption that no value is open there. It is
// right if a statement of the chunk before ends there; otherwise the chunk is
// scanned again, from the end of that statement on.
func scan(text []byte) scanner {
	if len(text) <= chunkSize {
		return scanInOrder(text)
	}
	starts := chunkStarts(text)
	chunks := make([]scanner, len(starts))
	parallel.Each(len(starts), func(i int) {
		s := scanner{text: text, at: starts[i], sections: make([]Section, 0, 256), work: work{excess: math.MinInt}}
		if i == 0 {
			s = newScanner(text)
		}
		if i+1 < len(starts) {
			s.run(starts[i+1])
		} else {
			s.run(len(text))
		}
		chunks[i] = s
	})
	n := 0
	for i := range chunks {
		n += len(chunks[i].sections)
	}
	whole := chunks[0]
	whole.sections = append(make([]Section, 0, n), whole.sections...)
	for i := 1; i < len(chunks); i++ {
		if whole.at < starts[i] {
			whole.run(starts[i])
		}
		if whole.at > starts[i] {
			continue
		}
		whole.close(starts[i])
		if whole.work.total+chunks[i].work.excess > workFree {
			return scanInOrder(text)
		}
		whole.add(&chunks[i])
	}
	whole.run(len(text))
	whole.close(len(text))
	return whole
}

// scanInOrder scans a whole text from its start.
func scanInOrder(text []byte) scanner {
	s := newScanner(text)
	s.run(len(text))
	s.close(len(text))
	return s
}

// add adds what a chunk that starts where s has ended and been closed contains.
func (s *scanner) add(chunk *scanner) {
	s.sections = append(s.sections, chunk.sections...)
	s.problems = append(s.problems, chunk.problems...)
	total := s.work.total
	s.work, s.at = chunk.work, chunk.at
	s.work.total += total
}

// chunkStarts returns 0 and offsets of lines that read like headers, at most one for
// each chunkSize bytes.
func chunkStarts(text []byte) []int {
	starts := []int{0}
	for from := chunkSize; from < len(text); from += chunkSize {
		to := min(from+chunkSize, len(text))
		line := bytes.IndexByte(text[from:to], '\n')
		if line < 0 {
			continue
		}
		if at := NextHeader(text, from+line+1, to); at < to {
			starts = append(starts, at)
		}
	}
	return starts
}
