// Package place locates entities on the Earth, and finds the places that an
// entity connects. It reads the knowledge base and draws nothing.
package place

import (
	"slices"
	"sync/atomic"

	"rihla/model/evidence"
	"rihla/model/geo"
	"rihla/model/kb"
)

// Location is a point where an entity is located.
type Location struct {
	At geo.Point
	// Entity is the one whose location field it is: the located entity itself, or
	// one that its relations lead to.
	Entity *kb.Entity
	// Via are the relations followed to Entity, in order; nil after the last.
	Via [2]*kb.Field
}

// IsOwn reports whether the located entity itself has the location.
func (s Location) IsOwn() bool { return s.Via[0] == nil }

// Locator locates entities, and caches each location that it reads. It is safe for
// concurrent use.
type Locator struct {
	kb  *kb.KB
	at  kb.Reference
	own []atomic.Pointer[ownLocation] // by entity number
}

// ownLocation caches an entity's own location.
type ownLocation struct {
	at geo.Point
	ok bool
}

// nowhere is the location of an entity that has none.
var nowhere ownLocation

// NewLocator returns a locator for a knowledge base that has been read in full.
// Claims that do not hold at a day, month or year locate an entity only if none
// does.
func NewLocator(k *kb.KB, at kb.Reference) *Locator {
	return &Locator{kb: k, at: at, own: make([]atomic.Pointer[ownLocation], len(k.Entities))}
}

// The most links of a relation that are followed from an entity, and from each
// entity that they lead to.
const (
	maxLinks = 256
	maxNext  = 16
)

// Locate returns the locations of an entity: its own; else those that the first
// of its relations to lead to any leads to, in the order of its kind's columns
// and then of the file; else those two relations away. One relation may lead to
// several locations, each returned once. Naming a source locates nothing.
func (l *Locator) Locate(e *kb.Entity) []Location {
	if out := l.locateNear(e, maxLinks); out != nil {
		return out
	}
	r := l.kb.Record(e)
	for _, f := range l.relations(e, r) {
		var out []Location
		for _, to := range l.targets(r, f, maxNext) {
			for _, s := range l.related(to, maxNext) {
				if s.Entity != e {
					s.Via = [2]*kb.Field{f, s.Via[0]}
					out = appendNew(out, s)
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// locateNear is Locate over at most one relation, of which it follows at most
// limit links.
func (l *Locator) locateNear(e *kb.Entity, limit int) []Location {
	if at, ok := l.location(e); ok {
		return []Location{{At: at, Entity: e}}
	}
	return l.related(e, limit)
}

// related returns the locations of what the first relation of an entity to lead
// to any leads to.
func (l *Locator) related(e *kb.Entity, limit int) []Location {
	r := l.kb.Record(e)
	for _, f := range l.relations(e, r) {
		if out := l.follow(r, f, limit); len(out) > 0 {
			return out
		}
	}
	return nil
}

func appendNew(all []Location, s Location) []Location {
	if slices.ContainsFunc(all, func(has Location) bool { return has.Entity == s.Entity || has.At == s.At }) {
		return all
	}
	return append(all, s)
}

// follow returns the locations of the entities that a relation leads to.
func (l *Locator) follow(r *kb.Record, f *kb.Field, limit int) []Location {
	var out []Location
	for _, to := range l.targets(r, f, limit) {
		if at, ok := l.location(to); ok {
			out = appendNew(out, Location{At: at, Entity: to, Via: [2]*kb.Field{f}})
		}
	}
	return out
}

// relations returns the fields of an entity that lead to others, its kind's
// columns first.
func (l *Locator) relations(e *kb.Entity, r *kb.Record) []*kb.Field {
	var out []*kb.Field
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.To != nil && s.To != e && s.Field.Path != evidence.SourceField && !slices.Contains(out, s.Field) {
			out = append(out, s.Field)
		}
	}
	rank := func(f *kb.Field) int {
		if at := slices.Index(e.Kind.Columns, f.Path); at >= 0 {
			return at
		}
		return len(e.Kind.Columns)
	}
	slices.SortStableFunc(out, func(a, b *kb.Field) int { return rank(a) - rank(b) })
	return out
}

// targets returns what a relation leads to on the reference day, or if that is nothing, at
// any time.
func (l *Locator) targets(r *kb.Record, f *kb.Field, limit int) []*kb.Entity {
	var current, all []*kb.Entity
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Field != f || s.To == nil || len(all) == limit {
			continue
		}
		all = append(all, s.To)
		if s.Claim.HoldsAt(l.at.At) != kb.HoldsNot {
			current = append(current, s.To)
		}
	}
	if len(current) > 0 {
		return current
	}
	return all
}

// location returns an entity's own location: of several the preferred one, else
// the first that holds, else the first.
func (l *Locator) location(e *kb.Entity) (geo.Point, bool) {
	n := e.Number()
	if n >= len(l.own) || l.kb.Entities[n] != e {
		return geo.Point{}, false
	}
	o := l.own[n].Load()
	if o == nil {
		o = l.read(e)
		l.own[n].Store(o)
	}
	return o.at, o.ok
}

// read is location without the cache.
func (l *Locator) read(e *kb.Entity) *ownLocation {
	var o ownLocation
	if hasLocations(e.Kind) {
		best := -1
		r := l.kb.Record(e)
		for i := range r.Statements {
			s := &r.Statements[i]
			if !s.Field.IsLocation() {
				continue
			}
			at, ok := geo.FromValue(s.Value)
			if !ok {
				continue
			}
			if grade := l.grade(s.Claim); grade > best {
				best, o.at, o.ok = grade, at, true
			}
		}
		if !o.ok {
			o.at, o.ok = fromCoordinates(r)
		}
	}
	if !o.ok {
		return &nowhere
	}
	return &o
}

func (l *Locator) grade(c *kb.Claim) int {
	switch {
	case c.HoldsAt(l.at.At) == kb.HoldsNot:
		return 0
	case c != nil && c.Rank == kb.Preferred:
		return 2
	}
	return 1
}

func hasLocations(kind *kb.Kind) bool {
	return slices.ContainsFunc(kind.Fields, func(f *kb.Field) bool {
		_, isLatitude, _ := coordinate(f)
		return isLatitude || f.IsLocation()
	})
}
