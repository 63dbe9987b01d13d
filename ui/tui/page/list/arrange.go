package list

import (
	"strings"

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
	texts   map[*kb.Entity]string
}

// Arranged is what became of a job.
type Arranged struct {
	Kind       *kb.Kind
	Generation int

	rows  []*kb.Entity
	texts map[*kb.Entity]string
}

// Run sorts and filters.
func (j Job) Run() Arranged {
	rows := j.Kind.Entities
	if j.order.Sorted {
		rows = j.voice.Sort(rows, j.order.Field, j.order.Reverse)
	} else {
		rows = j.voice.SortedEntities(j.Kind)
	}
	out := Arranged{Kind: j.Kind, Generation: j.Generation, rows: rows, texts: j.texts}
	words := strings.Fields(query.Fold(j.query))
	if len(words) == 0 {
		return out
	}
	if out.texts == nil {
		out.texts = make(map[*kb.Entity]string, len(rows))
		for _, e := range rows {
			out.texts[e] = j.text(e)
		}
	}
	var kept []*kb.Entity
	for _, e := range rows {
		if holdsAll(out.texts[e], words) {
			kept = append(kept, e)
		}
	}
	out.rows = kept
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
