package place

import (
	"cmp"
	"math"
	"slices"

	"rihla/model/evidence"
	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/order"
)

// Ties are the places that an entity connects.
type Ties struct {
	Entity *kb.Entity
	// Own are the locations of the entity.
	Own []Location
	// Others are the locations of its neighbours, the nearest first, without
	// those within samePlaceKm of its own.
	Others []Tied
	// Legs join all locations: the entity's own in a chain, each other one to the
	// nearest of these; or the others by a minimum spanning tree.
	Legs []Leg
	// Skipped is the number of neighbours and locations beyond the bounds.
	Skipped int
	// NotHolding is the number of links that do not hold on the reference day, and are left out.
	NotHolding int
}

// Tied is a location, and the neighbours located there.
type Tied struct {
	Location
	Entities []*kb.Entity
	// Km is the distance from the nearest of the entity's own locations; 0 if it
	// has none.
	Km float64
}

// Leg is the great circle between two locations.
type Leg struct {
	From, To Location
	Km       float64
	// Chain is set if it joins two of the entity's own locations.
	Chain bool
	// Travelled is set if the entity went from one to the other: see isTravelled.
	Travelled bool
}

// Bounds for entities with very many links.
const (
	maxLinked   = 400 // neighbours that are located
	maxOthers   = 48  // other locations
	samePlaceKm = 0.1 // distance below which two locations are one place
)

// Ties returns the places that an entity connects.
func (l *Locator) Ties(e *kb.Entity) Ties {
	t := Ties{Entity: e, Own: l.Locate(e)}
	travelled := l.isTravelled(e, t.Own)
	seen := map[*kb.Entity]bool{e: true}
	looked := 0
	take := func(other *kb.Entity, path string) {
		if path == evidence.SourceField || seen[other] {
			return
		}
		if looked == maxLinked {
			t.Skipped++
			return
		}
		looked++
		seen[other] = true
		for _, s := range l.locateNear(other, maxNext) {
			t.addOther(s, other)
		}
	}
	holds := func(link *kb.Statement) bool {
		if l.kb.HoldsOn(link, l.at) {
			return true
		}
		t.NotHolding++
		return false
	}
	for _, s := range l.kb.Record(e).Links {
		if holds(s) {
			take(s.To, s.Field.Path)
		}
	}
	for b := range l.kb.Backlinks(e) {
		if looked == maxLinked || !l.kb.HasDatedLinks() && !l.at.HidesLater || holds(l.kb.Link(b)) {
			take(b.From, b.Field.Path)
		}
	}
	order.Stable(t.Others, func(a, b Tied) int { return cmp.Compare(a.Km, b.Km) })
	t.addLegs(travelled)
	return t
}

// addOther adds a location of a neighbour.
func (t *Ties) addOther(s Location, here *kb.Entity) {
	km := math.Inf(1)
	for _, own := range t.Own {
		km = min(km, geo.Distance(own.At, s.At))
	}
	if km < samePlaceKm {
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
	if len(t.Others) == maxOthers {
		t.Skipped++
		return
	}
	t.Others = append(t.Others, Tied{s, []*kb.Entity{here}, km})
}

func (t *Ties) addLegs(travelled bool) {
	for i := 1; i < len(t.Own); i++ {
		leg := NewLeg(t.Own[i-1], t.Own[i], true)
		leg.Travelled = travelled
		t.Legs = append(t.Legs, leg)
	}
	if len(t.Own) == 0 {
		t.addSpanningTree()
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
	// Legs from one location stand together.
	from := func(l Leg) int {
		if l.Chain {
			return -1
		}
		return slices.Index(t.Own, l.From)
	}
	order.Stable(t.Legs, func(a, b Leg) int { return from(a) - from(b) })
}

// NewLeg returns the leg between two locations.
func NewLeg(from, to Location, chain bool) Leg {
	return Leg{From: from, To: to, Km: geo.Distance(from.At, to.At), Chain: chain}
}

// addSpanningTree joins the other locations by a minimum spanning tree (R. C.
// Prim, Shortest connection networks and some generalizations, Bell System
// Technical Journal 36, 1957).
func (t *Ties) addSpanningTree() {
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
