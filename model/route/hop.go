package route

import (
	"cmp"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/order"
)

// Hop is the connection between two adjacent entities of a route.
type Hop struct {
	From, To *kb.Entity
	Links    []Link // at least one, the strongest first
	Grade    Grade  // of the strongest
	Level    Level  // of its surest claim
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
	// Support is that of this claim alone.
	evidence.Support
}

// Strongest returns the link with the strongest evidence.
func (h *Hop) Strongest() *Link { return &h.Links[0] }

// IsSourced reports whether the strongest link has evidence.
func (h *Hop) IsSourced() bool { return h.Links[0].Strength > 0 }

// Relations returns the links without the mentions, which come after them.
func (h *Hop) Relations() []Link {
	n := 0
	for n < len(h.Links) && !h.Links[n].Mention {
		n++
	}
	return h.Links[:n]
}

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
	return cmp.Or(h.Strongest().Compare(other.Strongest().Support), cmp.Compare(h.Level, other.Level))
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
	for _, pair := range [][2]*kb.Entity{{from, to}, {to, from}} {
		for c, s := range n.linkClaims(pair[0]) {
			if level := hopLevel(n.kb, c); s.To == pair[1] && level >= l {
				link := Link{Claim: c, Field: s.Field, Forward: pair[0] == from, Own: isOfSource(n.kb, c), Support: supportOf(n.kb, c, s)}
				h.Links = append(h.Links, link)
				h.Level, h.Grade = max(h.Level, level), max(h.Grade, gradeOf(link.Support))
			}
		}
	}
	if h.Grade < Good && n.addCitationLinks(&h, l) {
		h.Grade = Good
	}
	order.Stable(h.Links, func(a, b Link) int {
		return cmp.Or(b.Compare(a.Support), cmp.Compare(evidence.Weight(b.Claim.Confidence()), evidence.Weight(a.Claim.Confidence())))
	})
	return h
}
