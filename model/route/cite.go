package route

import (
	"rihla/model/evidence"
	"rihla/model/kb"
)

// addEndCitations adds the hops between an end that is a source and the
// entities that cite it, and likewise for the sources that it is derived from
// or that derive from it, transitively.
func (s *search) addEndCitations(end uint32) {
	if s.extraEdges == nil {
		s.extraEdges, s.citedSources = make(map[uint32][]edge), make(map[uint32]bool)
	}
	if s.citedSources[end] {
		return
	}
	s.citedSources[end] = true
	for family := []uint32{end}; len(family) > 0; {
		source := family[0]
		family = family[1:]
		s.addCitations(s.kb.Entities[source])
		for _, hop := range s.around(source) {
			if s.sources[hop.to] && !s.citedSources[hop.to] {
				s.citedSources[hop.to] = true
				family = append(family, hop.to)
			}
		}
	}
}

// addCitations adds the hops between a source and the entities that cite it,
// all of grade Good: that it is cited can be read there.
func (s *search) addCitations(source *kb.Entity) {
	at := make(map[uint32]Level)
	var order []uint32
	add := func(by *kb.Entity, l Level) {
		n := uint32(by.Number())
		if by == source {
			return
		}
		if _, met := at[n]; !met {
			order = append(order, n)
		}
		at[n] = max(at[n], l)
	}
	for by, c := range s.citations(source) {
		add(by, citationLevel(c))
	}
	for _, by := range order {
		var g grades
		for l := Any; l <= at[by]; l++ {
			g = g.with(l, Good)
		}
		n := uint32(source.Number())
		s.extraEdges[n] = append(s.extraEdges[n], edge{by, g})
		s.extraEdges[by] = append(s.extraEdges[by], edge{n, g})
	}
}

// citations returns the entities that cite a source, each with the claim that
// does.
func (n *Network) citations(source *kb.Entity) func(yield func(*kb.Entity, evidence.Claim) bool) {
	return func(yield func(*kb.Entity, evidence.Claim) bool) {
		for c := range n.kb.Citations(source) {
			statement, fact, _ := n.kb.ResolveCitation(c)
			claim := evidence.Claim{Entity: c.By, Statement: statement, Fact: fact}
			if !claim.IsDeprecated() && !yield(c.By, claim) {
				return
			}
		}
		for b := range n.kb.Backlinks(source) {
			if b.Field.Path != evidence.SourceField {
				continue
			}
			claim := evidence.Claim{Entity: b.From, Statement: n.kb.Link(b)}
			if !yield(b.From, claim) {
				return
			}
		}
	}
}

// citationLevel returns the highest level at which a citation counts.
func citationLevel(c evidence.Claim) Level {
	if c.Confidence() == "" {
		return Medium
	}
	return levelOf(c)
}

// addCitationLinks adds to a hop the claims of one end that cite the other, and
// reports whether there are any.
func (n *Network) addCitationLinks(h *Hop, l Level) (some bool) {
	for _, way := range [][2]*kb.Entity{{h.From, h.To}, {h.To, h.From}} {
		source := way[1]
		if !n.kb.IsSource(source) {
			continue
		}
		for by, c := range n.citations(source) {
			if by != way[0] || citationLevel(c) < l {
				continue
			}
			h.Links = append(h.Links, Link{Claim: c, Forward: by == h.From, Cites: true})
			h.Level = max(h.Level, citationLevel(c))
			some = true
		}
	}
	return some
}
