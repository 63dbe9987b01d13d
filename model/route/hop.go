package route

import (
	"cmp"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// Hop is all that links two stations of a route that are next to each other.
type Hop struct {
	From, To *kb.Entity
	Links    []Link // what stands on most first; at least one
	Strength float64
	Origins  int // independent ones
	Grade    Grade
	Level    Level // how sure the surest of its claims is
}

// Link is a claim that links the ends of a hop.
type Link struct {
	Claim evidence.Claim
	// Field is the relation, from Claim.Entity to the other end; nil for what
	// only cites.
	Field *kb.Field
	// Forward is set where the claim is one of Hop.From.
	Forward bool
	// Cites is set where the claim links the two only by naming the other as
	// its source.
	Cites bool
	// Own is set where the claim is what a source says of itself.
	Own bool
}

// Main returns the link that stands on most.
func (h *Hop) Strongest() *Link { return &h.Links[0] }

// Behind returns what a link rests on: of what only cites, the use of that source
// alone; a source stands for what it says of itself.
func (h *Hop) Evidence(l *Link) []kb.Evidence {
	source := h.To
	switch {
	case l.Own:
		source = l.Claim.Entity
	case !l.Cites:
		return l.Claim.Evidence()
	case !l.Forward:
		source = h.From
	}
	var out []kb.Evidence
	for _, ev := range l.Claim.OwnEvidence() {
		if ev.Source == source {
			out = append(out, ev)
		}
	}
	if out == nil {
		out = []kb.Evidence{{Source: source, Ref: source.Key, Pos: l.Claim.Pos()}}
	}
	return out
}

// compare tells whether a hop stands on less than another (< 0), or on more.
func (h *Hop) compare(other *Hop) int {
	return cmp.Or(cmp.Compare(h.Grade, other.Grade), cmp.Compare(h.Strength, other.Strength),
		cmp.Compare(h.Origins, other.Origins), cmp.Compare(h.Level, other.Level))
}

// route tells all of a way.
func (n *Network) route(way []uint32, l Level) *Route {
	r := &Route{Weakest: -1, Entities: make([]*kb.Entity, len(way))}
	for i, e := range way {
		r.Entities[i] = n.kb.Entities[e]
	}
	cost := uint64(0)
	for i := range len(way) - 1 {
		h := n.hop(r.Entities[i], r.Entities[i+1], l)
		r.Hops = append(r.Hops, h)
		cost += hundredths[h.Grade]
		if r.Weakest < 0 || h.compare(&r.Hops[r.Weakest]) < 0 {
			r.Weakest = i
		}
	}
	r.Cost = float64(cost) / 100
	return r
}

// hop gathers what links two entities.
func (n *Network) hop(from, to *kb.Entity, l Level) Hop {
	h := Hop{From: from, To: to}
	var claims []evidence.Claim
	for _, way := range [][2]*kb.Entity{{from, to}, {to, from}} {
		for c, s := range linking(n.kb, way[0]) {
			if level := levelIn(n.kb, c); s.To == way[1] && level >= l {
				h.Links = append(h.Links, Link{Claim: c, Field: s.Field, Forward: way[0] == from, Own: isOfSource(n.kb, c)})
				claims = append(claims, c)
				h.Level = max(h.Level, level)
			}
		}
	}
	if len(claims) > 0 {
		h.Strength, h.Origins = strength(n.kb, claims, l), n.kb.IndependentCount(h.behind())
		h.Grade = gradeOf(h.Strength)
	}
	if h.Grade < Good && n.addCitations(&h, l) {
		h.Strength, h.Origins, h.Grade = leastGood, max(1, h.Origins), Good
	}
	slices.SortStableFunc(h.Links, func(a, b Link) int { return cmp.Compare(n.standing(b), n.standing(a)) })
	return h
}

func (h *Hop) behind() []kb.Evidence {
	var all []kb.Evidence
	for i := range h.Links {
		all = append(all, h.Evidence(&h.Links[i])...)
	}
	return all
}

// standing says on how much a link stands, for their order in a hop.
func (n *Network) standing(l Link) float64 {
	return strength(n.kb, []evidence.Claim{l.Claim}, Any) + evidence.Weight(l.Claim.Confidence())/16
}
