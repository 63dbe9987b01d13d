package list

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// rows are the entities that a list shows: all of a kind, or those at some
// places, in an order.
type rows struct {
	entities []*kb.Entity
	all      bool // in the order of the files; else those at
	at       []int32
	sorted   bool     // otherwise than in the files
	matches  *matches // nil where there is no filter
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

// nearness tells how well the filter names a row.
func (r *rows) nearness(row int) nearness {
	if r.matches == nil || row >= len(r.at) {
		return nowhere
	}
	return r.matches.nearness(r.at[row])
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
	}
	return r.rowAt(int32(place))
}

// rowAt returns the row of a place, or -1.
func (r *rows) rowAt(place int32) int {
	if r.sorted {
		return slices.Index(r.at, place)
	}
	if row, ok := slices.BinarySearch(r.at, place); ok {
		return row
	}
	return -1
}
