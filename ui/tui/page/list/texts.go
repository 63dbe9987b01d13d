package list

import (
	"slices"
	"strings"
	"sync"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
)

// texts are what the entities of a kind are found by in their list: their
// names, then the cells that are seen. They are indexed when they are first
// needed.
type texts struct {
	once  sync.Once
	index *query.Index
}

func (t *texts) fill(voice present.Voice, entities []*kb.Entity, columns []present.Column) {
	t.once.Do(func() {
		t.index = query.NewIndex(len(entities), func(at int, terms *query.Terms) {
			eachName(voice, entities[at], terms.Name)
			if voice.KB.Partial {
				return
			}
			for _, c := range columns {
				if c.Field != "" {
					terms.Text(voice.Cell(entities[at], c.Field))
				}
			}
		})
	})
}

// eachName tells what an entity is called. While not everything has been read,
// that is the name as it is glimpsed.
func eachName(voice present.Voice, e *kb.Entity, do func(string)) {
	if voice.KB.Partial {
		for name := range strings.SplitSeq(voice.KB.Glimpse(e), "\n") {
			do(name)
		}
		return
	}
	e.EachName(do)
}

// nearness tells how well a query names an entity.
type nearness uint8

const (
	nowhere   nearness = iota
	inPassing          // somewhere
	atFirst            // a name begins so
	inFull             // a name is this
)

// matches are the entities that hold some words.
type matches struct {
	*query.Found
	words    []string
	voice    present.Voice
	entities []*kb.Entity
}

// nearness tells how well the words name the entity at a place, which holds
// them.
func (m *matches) nearness(at int32) nearness {
	begin, full := m.MayBegin(at), m.MayBe(at)
	if len(m.words) > 1 && (begin || full) {
		begin, full = m.named(at)
	}
	switch {
	case full:
		return inFull
	case begin:
		return atFirst
	}
	return inPassing
}

// named tells whether a name begins with the words, and whether one is them.
func (m *matches) named(at int32) (begin, full bool) {
	asked := strings.Join(m.words, " ")
	eachName(m.voice, m.entities[at], func(name string) {
		name = query.Fold(name)
		begin = begin || strings.HasPrefix(name, asked)
		full = full || name == asked
	})
	return begin, full
}

// best returns the row that the words name best, the first of equals.
func (m *matches) best(r *rows) int {
	for _, nearest := range []nearness{inFull, atFirst} {
		right := func(at int32) bool { return m.nearness(at) == nearest }
		if !r.sorted {
			if at := m.First(nearest == inFull, right); at >= 0 {
				return r.rowAt(at)
			}
		} else if row := slices.IndexFunc(r.at, right); row >= 0 {
			return row
		}
	}
	return 0
}
