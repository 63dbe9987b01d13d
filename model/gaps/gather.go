package gaps

import (
	"rihla/model/evidence"
	"rihla/model/kb"
)

// gathering collects what links entities to those of a kind.
type gathering struct {
	kb   *kb.KB
	kind *kb.Kind
}

// incoming counts the links of the gathering's kind that lead to another.
func (g gathering) incoming(to *kb.Kind) int {
	n := 0
	for _, e := range to.Entities {
		g.kb.EachLinkTo(e.Number(), func(from int, _ *kb.Field) {
			if g.kb.Entities[from].Kind == g.kind {
				n++
			}
		})
	}
	return n
}

// cells returns what is known of the links between an entity and those of the
// kind, with places in the order of the files.
func (g gathering) cells(e *kb.Entity) []Cell {
	claims := make(map[*kb.Entity][]evidence.Claim)
	var met []*kb.Entity
	add := func(other *kb.Entity, c evidence.Claim, discarded bool) {
		if _, ok := claims[other]; !ok {
			met = append(met, other)
			claims[other] = nil
		}
		if !discarded {
			claims[other] = append(claims[other], c)
		}
	}
	r := g.kb.Record(e)
	for _, s := range r.Links {
		if s.To.Kind == g.kind && s.To != e && isClaim(g.kb, s) {
			add(s.To, evidence.OfLink(g.kb, r, s), isDiscarded(s))
		}
	}
	for b := range g.kb.Backlinks(e) {
		if b.From.Kind != g.kind || b.From == e {
			continue
		}
		if s := g.kb.Link(b); isClaim(g.kb, s) {
			add(b.From, evidence.OfLink(g.kb, g.kb.Record(b.From), s), isDiscarded(s))
		}
	}
	out := make([]Cell, len(met))
	for i, other := range met {
		out[i] = weigh(g.kb, claims[other])
		out[i].Column = placeIn(g.kind, other)
	}
	return out
}

// placeIn returns the place of an entity among those of its kind, which stand in
// the order of their numbers.
func placeIn(kind *kb.Kind, e *kb.Entity) int {
	at, end := 0, len(kind.Entities)
	for at < end {
		if middle := (at + end) / 2; kind.Entities[middle].Number() < e.Number() {
			at = middle + 1
		} else {
			end = middle
		}
	}
	return at
}

// isClaim tells whether a link is a claim about the world: naming a source is
// none, nor is what a source says of itself.
func isClaim(k *kb.KB, s *kb.Statement) bool {
	sources := k.SourceKind()
	return sources == nil || s.From.Kind != sources && s.Field.Path != "source"
}

func isDiscarded(s *kb.Statement) bool {
	said := s.Claim
	if s.Fact != nil {
		said = s.Fact.Claim
	}
	return said != nil && said.Rank == kb.Deprecated
}

// weigh grades the links that claims make, none of them discarded.
func weigh(k *kb.KB, claims []evidence.Claim) Cell {
	if len(claims) == 0 {
		return Cell{}
	}
	var behind []kb.Evidence
	for _, c := range claims {
		behind = append(behind, c.Behind()...)
	}
	c := Cell{Strength: evidence.Strength(k, claims...), Origins: k.Independent(behind)}
	switch {
	case c.Strength == 0:
		c.Grade = Unsourced
	case c.Strength < leastSingle:
		c.Grade = Weak
	case c.Strength < leastFirm:
		c.Grade = Single
	default:
		c.Grade = Firm
	}
	return c
}
