package list

import (
	"context"
	"sync"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
)

// Order is how a list is sorted: by its first key, equals by the next. The zero
// Order is the order that the list has at first: what a filter names best comes
// first then.
type Order []present.SortBy

// job is what arranging a list needs to know. Nothing in it changes while it runs,
// so that it may run beside the screen.
type job struct {
	subject  Subject
	entities []*kb.Entity
	voice    present.Voice
	index    *search.Index
	order    Order
	asked    *query.Query
	wrong    bool // what was asked makes no sense
	sorted   *sorted
}

// sorted holds the places of the entities in an order, nil in that of the
// files. Whichever job needs it first makes it, for all that come after.
type sorted struct {
	once  sync.Once
	order []int32
}

// arranged is what became of a job.
type arranged struct {
	rows      rows
	best      int // the row that the filter names best
	elsewhere int
	linkedTo  *kb.Entity
}

// quick is how many entities are indexed in less than a frame.
const quick = 500

// run sorts and filters.
func (j job) run() arranged {
	j.sorted.once.Do(func() {
		if len(j.order) > 0 {
			j.sorted.order = j.voice.Order(j.entities, j.order...)
		} else if kind := j.subject.Kind; kind != nil {
			if field := j.voice.FirstOrder(kind); field != "" {
				j.sorted.order = j.voice.Order(j.entities, present.SortBy{Field: field})
			}
		}
	})
	out := arranged{rows: rows{entities: j.entities}}
	order := j.sorted.order
	switch {
	case j.wrong || j.subject.Problem != nil:
		return out
	case j.asked.IsEmpty() && j.subject.Kind != nil:
		out.rows.all = order == nil
		out.rows.at, out.rows.ordered = order, order != nil
		return out
	}
	if j.voice.KB.Partial || len(j.voice.KB.Entities) <= quick {
		j.index.Build(context.Background())
	}
	out.rows = rowsOf(j.entities, j.index.Find(j.asked, j.subject.Node()), order)
	out.linkedTo = j.index.LinkedTo(j.asked, j.subject.Node(), out.rows.found.Edits)
	if out.rows.len() == 0 {
		out.elsewhere = j.index.Find(j.asked).Len()
	}
	if len(j.order) > 0 {
		out.best = out.rows.best()
	} else {
		out.rows.rank()
	}
	return out
}
