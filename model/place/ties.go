package place

import (
	"cmp"
	"math"
	"slices"

	"rihla/model/geo"
	"rihla/model/kb"
)

// Ties are the places that an entity ties together.
type Ties struct {
	Entity *kb.Entity
	// Own is where the entity stands.
	Own []Location
	// Others are the other places where what it is linked with stands, either
	// way, the nearest first.
	Others []Tied
	// Legs join all of these places: the entity's own one after the other, each
	// other to the nearest of them; where it stands nowhere, the shortest legs
	// that join the others.
	Legs []Leg
	// Left is how many links were not looked at.
	Skipped int
}

// Tied is a place, and what stands there.
type Tied struct {
	Location
	Entities []*kb.Entity
	// Km is how far it is from the nearest place of the entity, 0 where that
	// stands nowhere.
	Km float64
}

// Leg is the great circle between two places.
type Leg struct {
	From, To Location
	Km       float64
	// Chain is set where it leads from one of the entity's own places to the next.
	Chain bool
}

// Bounds of what is looked at of an entity with a crowd around it.
const (
	mostTies  = 400 // links
	mostTied  = 48  // other places
	sameplace = 0.1 // kilometres within which a place is no other
)

// Ties returns what an entity ties together.
func (l *Locator) Ties(e *kb.Entity) Ties {
	t := Ties{Entity: e, Own: l.Locate(e)}
	seen := map[*kb.Entity]bool{e: true}
	looked := 0
	take := func(other *kb.Entity, path string) {
		if path == sourceField || seen[other] {
			return
		}
		if looked == mostTies {
			t.Skipped++
			return
		}
		looked++
		seen[other] = true
		for _, s := range l.near(other) {
			t.take(s, other)
		}
	}
	for _, s := range l.kb.Record(e).Links {
		take(s.To, s.Field.Path)
	}
	for b := range l.kb.Backlinks(e) {
		take(b.From, b.Field.Path)
	}
	slices.SortStableFunc(t.Others, func(a, b Tied) int { return cmp.Compare(a.Km, b.Km) })
	t.join()
	return t
}

// take adds a place of something that the entity is linked with.
func (t *Ties) take(s Location, here *kb.Entity) {
	km := math.Inf(1)
	for _, own := range t.Own {
		km = min(km, geo.Distance(own.At, s.At))
	}
	if km < sameplace {
		return
	}
	if len(t.Own) == 0 {
		km = 0
	}
	for i := range t.Others {
		if t.Others[i].At == s.At {
			t.Others[i].Entities = append(t.Others[i].Entities, here)
			return
		}
	}
	if len(t.Others) == mostTied {
		t.Skipped++
		return
	}
	t.Others = append(t.Others, Tied{s, []*kb.Entity{here}, km})
}

func (t *Ties) join() {
	for i := 1; i < len(t.Own); i++ {
		t.Legs = append(t.Legs, NewLeg(t.Own[i-1], t.Own[i], true))
	}
	if len(t.Own) == 0 {
		t.span()
		return
	}
	for _, other := range t.Others {
		nearest := t.Own[0]
		for _, own := range t.Own[1:] {
			if geo.Distance(own.At, other.At) < geo.Distance(nearest.At, other.At) {
				nearest = own
			}
		}
		t.Legs = append(t.Legs, NewLeg(nearest, other.Location, false))
	}
	// Those from one place stand together.
	from := func(l Leg) int {
		if l.Chain {
			return -1
		}
		return slices.Index(t.Own, l.From)
	}
	slices.SortStableFunc(t.Legs, func(a, b Leg) int { return from(a) - from(b) })
}

// NewLeg returns the great circle between two places.
func NewLeg(from, to Location, chain bool) Leg {
	return Leg{from, to, geo.Distance(from.At, to.At), chain}
}

// span joins the other places by a minimum spanning tree, as Prim finds it: Prim,
// Shortest Connection Networks, Bell System Technical Journal 36 (1957).
func (t *Ties) span() {
	n := len(t.Others)
	joined, nearest := make([]bool, n), make([]int, n)
	for range n - 1 {
		joined[0] = true
		from, to, least := 0, 0, math.Inf(1)
		for i := range n {
			if joined[i] {
				continue
			}
			if d := geo.Distance(t.Others[nearest[i]].At, t.Others[i].At); d < least {
				from, to, least = nearest[i], i, d
			}
		}
		joined[to] = true
		t.Legs = append(t.Legs, NewLeg(t.Others[from].Location, t.Others[to].Location, false))
		for i := range n {
			if !joined[i] && geo.Distance(t.Others[to].At, t.Others[i].At) < geo.Distance(t.Others[nearest[i]].At, t.Others[i].At) {
				nearest[i] = to
			}
		}
	}
}
