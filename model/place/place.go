// Package place tells where on Earth entities stand, and which places an entity
// ties together. It reads the knowledge base and draws nothing.
package place

import (
	"slices"

	"rihla/model/geo"
	"rihla/model/kb"
)

// Standing is one place where an entity stands.
type Location struct {
	At geo.Point
	// Of is the entity whose location that is: the entity itself, or the one that
	// its relations lead to.
	Entity *kb.Entity
	// Via are the relations that lead there, in the order in which they are
	// followed; nil where the location is the entity's own.
	Via [2]*kb.Field
}

// IsOwn tells whether the entity itself has the location.
func (s Location) IsOwn() bool { return s.Via[0] == nil }

// Locator finds where entities stand, and remembers each location that it read.
// It is for one goroutine at a time.
type Locator struct {
	kb    *kb.KB
	today string
	own   []located // by the numbers of entities
}

// located is what is known of an entity's own location.
type located struct {
	at            geo.Point
	read, located bool
}

// NewLocator returns a locator for a knowledge base that has been read in full.
// What ended before today, as "2026-11-23", no longer tells where an entity
// stands; where today is empty, neither does anything that ends.
func NewLocator(k *kb.KB, today string) *Locator {
	return &Locator{kb: k, today: today, own: make([]located, len(k.Entities))}
}

// Bounds of what is followed from one entity, so that a crowd costs no more than
// a few: the links of a relation, and those of each entity that they lead to.
const (
	mostLinks = 256
	mostNext  = 16
)

// Of returns where an entity stands: at its own location; else where the first of
// its relations that leads to a location leads, in the order of its kind's
// columns and then of the file; else where such a relation leads of what one of
// its own leads to. One relation may lead to several places, each given once. What
// an entity names as its sources leads nowhere.
func (l *Locator) Locate(e *kb.Entity) []Location {
	if at, ok := l.location(e); ok {
		return []Location{{At: at, Entity: e}}
	}
	r := l.kb.Record(e)
	fields := l.relations(e, r)
	for _, f := range fields {
		if out := l.follow(r, f, mostLinks); len(out) > 0 {
			return out
		}
	}
	for _, f := range fields {
		var out []Location
		for _, to := range l.targets(r, f, mostNext) {
			next := l.kb.Record(to)
			for _, g := range l.relations(to, next) {
				further := l.follow(next, g, mostNext)
				for _, s := range further {
					if s.Entity == e {
						continue
					}
					s.Via = [2]*kb.Field{f, g}
					out = add(out, s)
				}
				if len(further) > 0 {
					break
				}
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// near is Of without what it takes two relations to reach.
func (l *Locator) near(e *kb.Entity) []Location {
	if at, ok := l.location(e); ok {
		return []Location{{At: at, Entity: e}}
	}
	r := l.kb.Record(e)
	for _, f := range l.relations(e, r) {
		if out := l.follow(r, f, mostNext); len(out) > 0 {
			return out
		}
	}
	return nil
}

func add(all []Location, s Location) []Location {
	if slices.ContainsFunc(all, func(has Location) bool { return has.Entity == s.Entity || has.At == s.At }) {
		return all
	}
	return append(all, s)
}

// follow returns the locations of what a relation leads to.
func (l *Locator) follow(r *kb.Record, f *kb.Field, most int) []Location {
	var out []Location
	for _, to := range l.targets(r, f, most) {
		if at, ok := l.location(to); ok {
			out = add(out, Location{At: at, Entity: to, Via: [2]*kb.Field{f}})
		}
	}
	return out
}

// relations are the fields of an entity that lead to others.
func (l *Locator) relations(e *kb.Entity, r *kb.Record) []*kb.Field {
	var out []*kb.Field
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.To != nil && s.To != e && s.Field.Path != sourceField && !slices.Contains(out, s.Field) {
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

// sourceField is where an entity names the sources of all that it says.
const sourceField = "source"

// targets returns what a relation leads to of what holds today; where nothing
// does, all of it.
func (l *Locator) targets(r *kb.Record, f *kb.Field, most int) []*kb.Entity {
	var holding, all []*kb.Entity
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Field != f || s.To == nil || len(all) == most {
			continue
		}
		all = append(all, s.To)
		if !l.isOver(s.Claim) {
			holding = append(holding, s.To)
		}
	}
	if len(holding) > 0 {
		return holding
	}
	return all
}

// isOver tells whether a claim no longer holds, or never did.
func (l *Locator) isOver(c *kb.Claim) bool {
	return c.IsDeprecated() || c != nil && c.Until != "" && (l.today == "" || c.Until < l.today)
}

// location returns an entity's own location. Of several, the one that is
// preferred, else the first that holds, else the first.
func (l *Locator) location(e *kb.Entity) (geo.Point, bool) {
	n := e.Number()
	if n >= len(l.own) || l.kb.Entities[n] != e {
		return geo.Point{}, false
	}
	if o := l.own[n]; o.read {
		return o.at, o.located
	}
	o := located{read: true}
	if hasLocations(e.Kind) {
		best := -1
		r := l.kb.Record(e)
		for i := range r.Statements {
			s := &r.Statements[i]
			if !isLocation(s.Field) {
				continue
			}
			at, ok := geo.FromValue(s.Value)
			if !ok {
				continue
			}
			if grade := l.grade(s.Claim); grade > best {
				best, o.at, o.located = grade, at, true
			}
		}
	}
	l.own[n] = o
	return o.at, o.located
}

func (l *Locator) grade(c *kb.Claim) int {
	switch {
	case l.isOver(c):
		return 0
	case c != nil && c.Rank == kb.Preferred:
		return 2
	}
	return 1
}

// isLocation tells whether a field holds locations: it is called so, or the
// manifest says so.
func isLocation(f *kb.Field) bool {
	return f.Type == "location" || f.Type == "" && f.Path == "location"
}

func hasLocations(kind *kb.Kind) bool { return slices.ContainsFunc(kind.Fields, isLocation) }
