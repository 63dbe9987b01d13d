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

// sorted holds the places of the entities in an order, nil in that of the
// files. Whichever job needs it first makes it, for all that come after.
type sorted struct {
	once  sync.Once
	order []int32
}

// Arranged is what became of a job.
type Arranged struct {
	Kind       *kb.Kind
	Generation int

	rows rows
	best int // the row that the filter names best
}

// Run sorts and filters.
func (j Job) Run() Arranged {
	j.sorted.once.Do(func() {
		if j.order.Sorted {
			j.sorted.order = j.voice.Order(j.Kind.Entities, j.order.Field, j.order.Reverse)
		} else if field := j.voice.FirstOrder(j.Kind); field != "" {
			j.sorted.order = j.voice.Order(j.Kind.Entities, field, false)
		}
	})
	out := Arranged{Kind: j.Kind, Generation: j.Generation}
	words := strings.Fields(query.Fold(j.query))
	if len(words) == 0 {
		out.rows = rows{entities: j.Kind.Entities, all: true}
		if order := j.sorted.order; order != nil {
			out.rows = rows{entities: j.Kind.Entities, at: order, sorted: true}
		}
		return out
	}
	j.texts.fill(j.voice, j.Kind.Entities, j.columns)
	m := &matches{j.texts.index.Find(words), words, j.voice, j.Kind.Entities}
	out.rows = m.rows(j.sorted.order)
	out.best = m.best(&out.rows)
	return out
}

// rows returns the entities that were found in an order, nil being that of the
// files.
func (m *matches) rows(order []int32) rows {
	out := rows{entities: m.entities, matches: m}
	if order == nil {
		out.at = m.Texts()
		return out
	}
	out.at, out.sorted = make([]int32, 0, m.Len()), true
	for _, at := range order {
		if m.Has(at) {
			out.at = append(out.at, at)
		}
	}
	return out
}
