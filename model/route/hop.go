package route

import (
	"cmp"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// Hop is the connection between two adjacent entities of a route.
type Hop struct {
	From, To *kb.Entity
	Links    []Link  // at least one, the strongest first
	Strength float64 // see evidence.Strength
	Origins  int     // the number of independent origins
	Grade    Grade
	Level    Level // of its surest claim
}

// Link is a claim that links the two ends of a hop.
type Link struct {
	Claim evidence.Claim
	// Field is the relation from Claim.Entity to the other end; nil for a
	// citation.
	Field *kb.Field
	// Forward is set if Hop.From makes the claim.
	Forward bool
	// Cites is set if the claim only names the other end as its source.
	Cites bool
	// Own is set if a source makes the claim about itself.
	Own bool
}

// Strongest returns the link with the strongest evidence.
func (h *Hop) Strongest() *Link { return &h.Links[0] }

// Evidence returns the evidence for a link: for a citation, the use of the
// cited source; for a claim of a source about itself, that source.
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

// compare orders hops by their evidence, the weakest first.
func (h *Hop) compare(other *Hop) int {
	return cmp.Or(cmp.Compare(h.Grade, other.Grade), cmp.Compare(h.Strength, other.Strength),
		cmp.Compare(h.Origins, other.Origins), cmp.Compare(h.Level, other.Level))
}

// newRoute describes a route, given by entity numbers.
func (n *Network) newRoute(numbers []uint32, l Level) *Route {
	r := &Route{Weakest: -1, Entities: make([]*kb.Entity, len(numbers))}
	for i, e := range numbers {
		r.Entities[i] = n.kb.Entities[e]
	}
	cost := uint64(0)
	for i := range len(numbers) - 1 {
		h := n.hop(r.Entities[i], r.Entities[i+1], l)
		r.Hops = append(r.Hops, h)
		cost += gradeCosts[h.Grade]
		if r.Weakest < 0 || h.compare(&r.Hops[r.Weakest]) < 0 {
			r.Weakest = i
		}
	}
	r.Cost = float64(cost) / 100
	return r
}

// hop collects the links between two entities that reach a level.
func (n *Network) hop(from, to *kb.Entity, l Level) Hop {
	h := Hop{From: from, To: to}
	var claims []evidence.Claim
	for _, pair := range [][2]*kb.Entity{{from, to}, {to, from}} {
		for c, s := range linkClaims(n.kb, pair[0]) {
			if level := hopLevel(n.kb, c); s.To == pair[1] && level >= l {
				h.Links = append(h.Links, Link{Claim: c, Field: s.Field, Forward: pair[0] == from, Own: isOfSource(n.kb, c)})
				claims = append(claims, c)
				h.Level = max(h.Level, level)
			}
		}
	}
	if len(claims) > 0 {
		h.Strength, h.Origins = strength(n.kb, claims, l), n.kb.IndependentCount(h.allEvidence())
		h.Grade = gradeOf(h.Strength)
	}
	if h.Grade < Good && n.addCitationLinks(&h, l) {
		h.Strength, h.Origins, h.Grade = minGood, max(1, h.Origins), Good
	}
	slices.SortStableFunc(h.Links, func(a, b Link) int { return cmp.Compare(n.linkStrength(b), n.linkStrength(a)) })
	return h
}

func (h *Hop) allEvidence() []kb.Evidence {
	var all []kb.Evidence
	for i := range h.Links {
		all = append(all, h.Evidence(&h.Links[i])...)
	}
	return all
}

// linkStrength orders the links of a hop: by strength, then by confidence.
func (n *Network) linkStrength(l Link) float64 {
	return strength(n.kb, []evidence.Claim{l.Claim}, Any) + evidence.Weight(l.Claim.Confidence())/16
}
