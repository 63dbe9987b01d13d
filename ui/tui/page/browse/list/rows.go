package list

import (
	"cmp"
	"slices"

	"rihla/model/kb"
	"rihla/model/search"
)

// rows are the entities that a list shows: all that it has, or those at some
// places, in an order.
type rows struct {
	entities []*kb.Entity
	all      bool // in the order of the files; else those at
	at       []int32
	ordered  bool           // otherwise than in the files
	found    *search.Result // nil where nothing was asked for
}

func (r *rows) len() int {
	if r.all {
		return len(r.entities)
	}
	return len(r.at)
}

func (r *rows) entity(row int) *kb.Entity {
	if r.all {
		return r.entities[row]
	}
	return r.entities[r.at[row]]
}

func (r *rows) list() []*kb.Entity {
	if r.all {
		return r.entities
	}
	out := make([]*kb.Entity, len(r.at))
	for row := range out {
		out[row] = r.entity(row)
	}
	return out
}

// score returns the score of a row in the filter.
func (r *rows) score(row int) int {
	if r.found == nil || row >= r.len() {
		return 0
	}
	return r.found.Score(r.entity(row).Number())
}

// find returns the row of an entity, or -1.
func (r *rows) find(e *kb.Entity) int {
	if e == nil {
		return -1
	}
	// The entities of a kind are in the order in which they were read.
	place, ok := slices.BinarySearchFunc(r.entities, e, func(a, b *kb.Entity) int { return cmp.Compare(a.Number(), b.Number()) })
	switch {
	case !ok || r.entities[place] != e:
		return -1
	case r.all:
		return place
	case r.ordered:
		return slices.Index(r.at, int32(place))
	}
	if row, ok := slices.BinarySearch(r.at, int32(place)); ok {
		return row
	}
	return -1
}

// numbers map places in a list of entities to entity numbers.
type numbers struct {
	entities []*kb.Entity
	first    int
	unbroken bool // every number from the first on is there
}

func numbersOf(entities []*kb.Entity) numbers {
	n := numbers{entities: entities}
	if len(entities) > 0 {
		n.first = entities[0].Number()
		n.unbroken = entities[len(entities)-1].Number()-n.first == len(entities)-1
	}
	return n
}

// of returns the number of the entity at a place.
func (n *numbers) of(place int32) int {
	if n.unbroken {
		return n.first + int(place)
	}
	return n.entities[place].Number()
}

// rowsOf returns the entities that were found in an order, nil being that of the
// files.
func rowsOf(entities []*kb.Entity, found *search.Result, order []int32) rows {
	n := numbersOf(entities)
	out := rows{entities: entities, found: found, ordered: order != nil, at: make([]int32, 0, found.Len())}
	if order != nil {
		for _, place := range order {
			if found.Has(n.of(place)) {
				out.at = append(out.at, place)
			}
		}
		return out
	}
	if n.unbroken {
		for number := range found.Each() {
			out.at = append(out.at, int32(number-n.first))
		}
		return out
	}
	for place := range int32(len(entities)) {
		if found.Has(n.of(place)) {
			out.at = append(out.at, place)
		}
	}
	return out
}

// rank puts the rows that the words name best first; equals keep their order.
func (r *rows) rank() {
	n := numbersOf(r.entities)
	scores := make([]int32, len(r.at))
	var counts []int32
	for i, place := range r.at {
		scores[i] = int32(r.found.Score(n.of(place)))
		for int(scores[i]) >= len(counts) {
			counts = append(counts, 0)
		}
		counts[scores[i]]++
	}
	next, from := make([]int32, len(counts)), int32(0)
	for score := len(counts) - 1; score >= 0; score-- {
		next[score] = from
		from += counts[score]
	}
	ranked := make([]int32, len(r.at))
	for i, place := range r.at {
		ranked[next[scores[i]]] = place
		next[scores[i]]++
	}
	r.at, r.ordered = ranked, true
}

// best returns the row that the words name best, the first of equals.
func (r *rows) best() int {
	best, most := 0, -1
	for row := range r.at {
		if score := r.score(row); score > most {
			best, most = row, score
		}
	}
	return best
}
