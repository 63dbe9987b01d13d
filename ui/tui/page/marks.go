package page

import (
	"slices"

	"rihla/model/kb"
)

// Marks are the entities that the user has marked, in the order of marking. The
// zero Marks are none.
type Marks struct {
	list []*kb.Entity
	at   map[*kb.Entity]bool
}

// List returns what is marked. It is not to be written to, and never is.
func (m *Marks) List() []*kb.Entity { return m.list }

// Len returns how many entities are marked.
func (m *Marks) Len() int { return len(m.list) }

// Has reports whether an entity is marked.
func (m *Marks) Has(e *kb.Entity) bool { return m.at[e] }

// Toggle marks an entity, or marks it no more.
func (m *Marks) Toggle(e *kb.Entity) {
	if m.Has(e) {
		m.Drop(e)
		return
	}
	m.Set(append(slices.Clip(m.list), e))
}

// Drop marks an entity no more.
func (m *Marks) Drop(e *kb.Entity) {
	m.Set(slices.DeleteFunc(slices.Clone(m.list), func(other *kb.Entity) bool { return other == e }))
}

// Set marks these entities and no others.
func (m *Marks) Set(list []*kb.Entity) {
	m.list, m.at = list, make(map[*kb.Entity]bool, len(list))
	for _, e := range list {
		m.at[e] = true
	}
}
