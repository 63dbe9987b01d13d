package route

import (
	"iter"

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
	for c := range s.citations(source) {
		if c.Entity == source {
			continue
		}
		by := uint32(c.Entity.Number())
		if _, seen := at[by]; !seen {
			order = append(order, by)
		}
		at[by] = max(at[by], citationLevel(c))
	}
	for _, by := range order {
		g := grades(0).with(at[by], Good)
		n := uint32(source.Number())
		s.extraEdges[n] = append(s.extraEdges[n], edge{by, g})
		s.extraEdges[by] = append(s.extraEdges[by], edge{n, g})
	}
}

// citations returns the claims that cite a source, without deprecated ones, and
// the statements by which entities name it.
func (n *Network) citations(source *kb.Entity) iter.Seq[evidence.Claim] {
	return func(yield func(evidence.Claim) bool) {
		for c := range evidence.Citing(n.kb, source) {
			if !c.IsDeprecated() && !yield(c) {
				return
			}
		}
		for b := range n.kb.Backlinks(source) {
			if b.Field.Path == evidence.SourceField && !yield(evidence.Claim{Entity: b.From, Statement: n.kb.Link(b)}) {
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
func (n *Network) addCitationLinks(h *Hop, l Level) (found bool) {
	for _, pair := range [][2]*kb.Entity{{h.From, h.To}, {h.To, h.From}} {
		source := pair[1]
		if !n.kb.IsSource(source) {
			continue
		}
		for c := range n.citations(source) {
			if c.Entity != pair[0] || citationLevel(c) < l {
				continue
			}
			h.Links = append(h.Links, Link{Claim: c, Forward: c.Entity == h.From, Cites: true, Support: read})
			h.Level = max(h.Level, citationLevel(c))
			found = true
		}
	}
	return found
}
