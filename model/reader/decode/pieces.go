package decode

import (
	"runtime"
	"sync"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/reader/scan"
)

// span is a stretch of a file that is decoded alone, in byte offsets.
type span struct{ start, end int }

// result is what came of a stretch: a piece, or the problem with it.
type result struct {
	piece   piece
	problem *Problem
}

// inPieces decodes a file in pieces of at least so many bytes, as many at a
// time as there are processors. Where it cannot be sure that the whole file
// would give the same, it says so and gives nothing.
func inPieces(text []byte, number uint32, sections []scan.Section, size int) ([]kb.Entry, bool) {
	spans := split(text, sections, size)
	if len(spans) == 1 {
		return nil, false
	}
	var doubt atomic.Bool
	results := make([]piece, len(spans))
	parallel(len(spans), func(i int) {
		if doubt.Load() {
			return
		}
		r := decode(text, spans[i], number)
		results[i] = r.piece
		if r.problem != nil || len(r.piece.problems) > 0 {
			doubt.Store(true)
		}
	})
	if doubt.Load() {
		return nil, false
	}
	var u union
	for i := range results {
		u.add(results[i])
		results[i] = piece{}
	}
	return u.items, len(u.problems) == 0
}

// split returns the stretches of a file that can be decoded apart, neighbours
// joined until they have so many bytes.
func split(text []byte, sections []scan.Section, size int) []span {
	starts := groups(text, sections)
	var spans []span
	for i, from := range starts {
		end := len(text)
		if i+1 < len(starts) {
			end = int(sections[starts[i+1]].Start)
		}
		if n := len(spans); n > 0 && spans[n-1].end-spans[n-1].start < size {
			spans[n-1].end = end
			continue
		}
		spans = append(spans, span{int(sections[from].Start), end})
	}
	return spans
}

// decode decodes a stretch of a file.
func decode(text []byte, s span, number uint32) result {
	values, problem := parse(text[s.start:s.end])
	if problem != nil {
		problem.Offset += s.start
		return result{problem: problem}
	}
	return result{piece: build(text, s.start, s.end, number, values)}
}

// parallel calls do for each number below n.
func parallel(n int, do func(int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	wait.Wait()
}
