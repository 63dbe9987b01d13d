package list

import (
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
)

// texts are what the entities of a kind are found by in their list, folded: of
// each its names, every one after a newline, then the cells that are seen. They
// are made when they are first needed.
type texts struct {
	once   sync.Once
	chunks []chunk
}

// chunk is the texts of neighbours, one after the other.
type chunk struct {
	all   string
	start []uint32 // of each text, and of what comes after the last
	cells []uint32 // where its names end
}

const chunkSize = 1 << 13

// fill makes the texts, several chunks at a time.
func (t *texts) fill(voice present.Voice, entities []*kb.Entity, columns []present.Column) {
	t.once.Do(func() {
		t.chunks = make([]chunk, (len(entities)+chunkSize-1)/chunkSize)
		each(len(t.chunks), func(i int) {
			t.chunks[i] = newChunk(voice, entities[i*chunkSize:min((i+1)*chunkSize, len(entities))], columns)
		})
	})
}

func newChunk(voice present.Voice, entities []*kb.Entity, columns []present.Column) chunk {
	c := chunk{start: make([]uint32, 0, len(entities)+1), cells: make([]uint32, 0, len(entities))}
	var all strings.Builder
	for _, e := range entities {
		c.start = append(c.start, uint32(all.Len()))
		names, cells := said(voice, e, columns)
		all.WriteString(query.Fold(names))
		c.cells = append(c.cells, uint32(all.Len()))
		all.WriteString(query.Fold(cells))
	}
	c.start = append(c.start, uint32(all.Len()))
	c.all = all.String()
	return c
}

// said returns the names of an entity and the cells that are seen of it. While
// not everything has been read, that is the name as it is glimpsed.
func said(voice present.Voice, e *kb.Entity, columns []present.Column) (names, cells string) {
	if voice.KB.Partial {
		return "\n" + voice.KB.Glimpse(e) + "\n", ""
	}
	var b strings.Builder
	for _, list := range [][]string{e.Name.All(), {e.Key}, e.Aliases} {
		for _, name := range list {
			b.WriteByte('\n')
			b.WriteString(name)
		}
	}
	b.WriteByte('\n')
	names = b.String()
	b.Reset()
	for _, c := range columns {
		if c.Field != "" {
			b.WriteString(voice.Cell(e, c.Field))
			b.WriteByte('\n')
		}
	}
	return names, b.String()
}

// each calls do for each number below n, several at a time.
func each(n int, do func(int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	workers.Wait()
}

// nearness tells how well a query names an entity.
type nearness uint8

const (
	nowhere   nearness = iota
	inPassing          // somewhere
	atFirst            // a name begins so
	inFull             // a name is this
)

// nearness tells how well a query names the entity of a text that holds all
// its words.
func (c *chunk) nearness(at int, asked string) nearness {
	names := c.all[c.start[at]:c.cells[at]]
	for {
		found := strings.Index(names, asked)
		switch {
		case found < 0:
			return inPassing
		case found > 0 && names[found-1] == '\n':
			if end := found + len(asked); end < len(names) && names[end] == '\n' {
				return inFull
			}
			if strings.Contains(names, "\n"+asked+"\n") {
				return inFull
			}
			return atFirst
		}
		names = names[found+1:]
	}
}

// find appends the places of the texts that hold every word: all of them, or
// those among some.
func (c *chunk) find(to []int32, words []string, base int32, among []int32) []int32 {
	if among != nil {
		for _, at := range among {
			if c.holds(int(at-base), words) {
				to = append(to, at)
			}
		}
		return to
	}
	// From one find of the first word to the next, past the text that it is in.
	for at, from := 0, 0; ; {
		found := strings.Index(c.all[from:], words[0])
		if found < 0 {
			return to
		}
		for int(c.start[at+1]) <= from+found {
			at++
		}
		if from+found+len(words[0]) <= int(c.start[at+1]) && c.holds(at, words[1:]) {
			to = append(to, base+int32(at))
			from = int(c.start[at+1])
		} else {
			from += found + 1
		}
	}
}

func (c *chunk) holds(at int, words []string) bool {
	text := c.all[c.start[at]:c.start[at+1]]
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
