package list

import (
	"strings"
	"sync"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
)

// Order is how a list is sorted: by which of its columns, and which way round.
// The zero Order is the order that the list has at first.
type Order struct {
	Sorted  bool
	Field   string // of the column; empty for the name
	Reverse bool
}

// Job is what arranging a list needs to know. Nothing in it changes while it
// runs, so that it may run beside the screen.
type Job struct {
	Kind       *kb.Kind
	Generation int

	voice   present.Voice
	order   Order
	query   string
	columns []present.Column
	texts   *texts
	sorted  *sorted
}

// texts holds what each entity is found by, and sorted the entities in an
// order. Whichever job needs them first makes them, for all that come after.
type (
	texts struct {
		once sync.Once
		of   map[*kb.Entity]string
	}
	sorted struct {
		once sync.Once
		rows []*kb.Entity
	}
)

// Arranged is what became of a job.
type Arranged struct {
	Kind       *kb.Kind
	Generation int

	rows []*kb.Entity
}

// Run sorts and filters.
func (j Job) Run() Arranged {
	j.sorted.once.Do(func() {
		if j.order.Sorted {
			j.sorted.rows = j.voice.Sort(j.Kind.Entities, j.order.Field, j.order.Reverse)
		} else {
			j.sorted.rows = j.voice.SortedEntities(j.Kind)
		}
	})
	out := Arranged{Kind: j.Kind, Generation: j.Generation, rows: j.sorted.rows}
	words := strings.Fields(query.Fold(j.query))
	if len(words) == 0 {
		return out
	}
	j.texts.once.Do(func() {
		j.texts.of = make(map[*kb.Entity]string, len(j.Kind.Entities))
		for _, e := range j.Kind.Entities {
			j.texts.of[e] = j.text(e)
		}
	})
	out.rows = nil
	for _, e := range j.sorted.rows {
		if holdsAll(j.texts.of[e], words) {
			out.rows = append(out.rows, e)
		}
	}
	return out
}

// text is what an entity is found by in a list: its names and the cells that
// are seen, folded.
func (j Job) text(e *kb.Entity) string {
	var b strings.Builder
	for _, name := range e.Name.All() {
		b.WriteString(name)
		b.WriteByte('\n')
	}
	b.WriteString(e.Key)
	for _, alias := range e.Aliases {
		b.WriteByte('\n')
		b.WriteString(alias)
	}
	for _, c := range j.columns {
		b.WriteByte('\n')
		b.WriteString(j.voice.Cell(e, c.Field))
	}
	return query.Fold(b.String())
}

func holdsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
