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
		of   map[*kb.Entity]text
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
	// best is the row that the filter names best.
	best  int
	named func(*kb.Entity) nearness
}

// prefers tells whether the filter names its best row better than an entity.
func (a Arranged) prefers(e *kb.Entity) bool {
	return a.named != nil && len(a.rows) > 0 && a.named(a.rows[a.best]) > a.named(e)
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
		j.texts.of = make(map[*kb.Entity]text, len(j.Kind.Entities))
		for _, e := range j.Kind.Entities {
			j.texts.of[e] = j.text(e)
		}
	})
	out.rows = nil
	asked, nearest := strings.Join(words, " "), inPassing
	for _, e := range j.sorted.rows {
		text := j.texts.of[e]
		if !holdsAll(text.all, words) {
			continue
		}
		if n := text.nearness(asked); n > nearest {
			nearest, out.best = n, len(out.rows)
		}
		out.rows = append(out.rows, e)
	}
	out.named = func(e *kb.Entity) nearness { return j.texts.of[e].nearness(asked) }
	return out
}

// text is what an entity is found by in a list, folded: its names, each on a
// line, and the cells that are seen.
type text struct {
	all   string
	names int // the length of the names
}

func (j Job) text(e *kb.Entity) text {
	var b strings.Builder
	for _, names := range [][]string{e.Name.All(), {e.Key}, e.Aliases} {
		for _, name := range names {
			b.WriteString(name)
			b.WriteByte('\n')
		}
	}
	names := query.Fold(b.String())
	b.Reset()
	for _, c := range j.columns {
		b.WriteString(j.voice.Cell(e, c.Field))
		b.WriteByte('\n')
	}
	return text{names + query.Fold(b.String()), len(names)}
}

// nearness tells how well a query names an entity.
type nearness uint8

const (
	inPassing nearness = iota // somewhere
	atFirst                   // a name begins so
	inFull                    // a name is this
)

func (t text) nearness(asked string) nearness {
	nearest := inPassing
	for names := t.all[:t.names]; names != ""; {
		name, rest, _ := strings.Cut(names, "\n")
		switch {
		case name == asked:
			return inFull
		case strings.HasPrefix(name, asked):
			nearest = atFirst
		}
		names = rest
	}
	return nearest
}

func holdsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
