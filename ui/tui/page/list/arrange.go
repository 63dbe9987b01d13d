package list

import (
	"slices"
	"sort"
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
	last    *matches
}

// sorted holds the places of the entities in an order, nil in that of the
// files. Whichever job needs it first makes it, for all that come after.
type sorted struct {
	once  sync.Once
	order []int32
}

// matches are the places of the entities that hold some words, in the order of
// the files.
type matches struct {
	words []string
	texts *texts
	at    []int32
}

// Arranged is what became of a job.
type Arranged struct {
	Kind       *kb.Kind
	Generation int

	rows    []*kb.Entity
	matches *matches
	// best is the row that the filter names best, and nearest how well.
	best    int
	nearest nearness
	named   func(row int) nearness
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
		out.rows = pick(j.Kind.Entities, j.sorted.order)
		return out
	}
	j.texts.fill(j.voice, j.Kind.Entities, j.columns)
	out.matches = &matches{words, j.texts, j.find(words)}
	at := inOrder(out.matches.at, j.sorted.order)
	out.rows = pick(j.Kind.Entities, at)
	if at == nil {
		out.rows = nil
	}
	asked := strings.Join(words, " ")
	out.named = func(row int) nearness {
		return j.texts.chunks[at[row]/chunkSize].nearness(int(at[row]%chunkSize), asked)
	}
	for row := range out.rows {
		if n := out.named(row); n > out.nearest {
			out.nearest, out.best = n, row
		}
		if out.nearest == inFull {
			break
		}
	}
	return out
}

// pick returns the entities at some places, nil being all.
func pick(entities []*kb.Entity, at []int32) []*kb.Entity {
	if at == nil {
		return entities
	}
	out := make([]*kb.Entity, len(at))
	for i, n := range at {
		out[i] = entities[n]
	}
	return out
}

// inOrder returns places in an order, nil being that of the files.
func inOrder(at, order []int32) []int32 {
	if order == nil || len(at) == 0 {
		return at
	}
	chosen := make([]bool, len(order))
	for _, n := range at {
		chosen[n] = true
	}
	out := make([]int32, 0, len(at))
	for _, n := range order {
		if chosen[n] {
			out = append(out, n)
		}
	}
	return out
}

// find returns the places of the entities whose texts hold every word. What
// was found last is all that has to be looked at where no word can match more
// than one of its words did.
func (j Job) find(words []string) []int32 {
	chunks := j.texts.chunks
	found := make([][]int32, len(chunks))
	narrowed := j.last != nil && j.last.texts == j.texts && narrows(words, j.last.words)
	each(len(chunks), func(i int) {
		base := int32(i * chunkSize)
		var among []int32
		if narrowed {
			from := sort.Search(len(j.last.at), func(n int) bool { return j.last.at[n] >= base })
			to := sort.Search(len(j.last.at), func(n int) bool { return j.last.at[n] >= base+chunkSize })
			if among = j.last.at[from:to]; len(among) == 0 {
				return
			}
		}
		found[i] = chunks[i].find(nil, words, base, among)
	})
	return slices.Concat(found...)
}

// narrows tells whether whatever holds all of some words holds all of others
// too.
func narrows(words, others []string) bool {
	for _, other := range others {
		if !slices.ContainsFunc(words, func(word string) bool { return strings.Contains(word, other) }) {
			return false
		}
	}
	return true
}
