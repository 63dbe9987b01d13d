package route

import (
	"rihla/model/evidence"
	"rihla/model/kb"
)

// citeFamily adds the hops between an end that is a source and what cites it, and
// the same of the sources that it is derived from, or that are derived from it.
func (s *search) citeFamily(end uint32) {
	if s.beside == nil {
		s.beside, s.cited = make(map[uint32][]edge), make(map[uint32]bool)
	}
	if s.cited[end] {
		return
	}
	s.cited[end] = true
	for family := []uint32{end}; len(family) > 0; {
		source := family[0]
		family = family[1:]
		s.cite(s.kb.Entities[source])
		for _, hop := range s.around(source) {
			if s.sources[hop.to] && !s.cited[hop.to] {
				s.cited[hop.to] = true
				family = append(family, hop.to)
			}
		}
	}
}

// cite adds the hops between a source and what cites it. They stand as far as a
// good source does: that it is cited is there to be read.
func (s *search) cite(source *kb.Entity) {
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
	for by, c := range s.citing(source) {
		add(by, citedAt(c))
	}
	for _, by := range order {
		var g grades
		for l := Any; l <= at[by]; l++ {
			g = g.with(l, Good)
		}
		n := uint32(source.Number())
		s.beside[n] = append(s.beside[n], edge{by, g})
		s.beside[by] = append(s.beside[by], edge{n, g})
	}
}

// citing tells which entities cite a source, each with a claim that does.
func (n *Network) citing(source *kb.Entity) func(yield func(*kb.Entity, evidence.Claim) bool) {
	return func(yield func(*kb.Entity, evidence.Claim) bool) {
		for c := range n.kb.Citations(source) {
			statement, fact, _ := n.kb.ResolveCitation(c)
			claim := evidence.Claim{Entity: c.By, Statement: statement, Fact: fact}
			if !isSetAside(claim) && !yield(c.By, claim) {
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

// citedAt returns the highest level at which a claim counts that names a source.
func citedAt(c evidence.Claim) Level {
	if c.Confidence() == "" {
		return Medium
	}
	return levelOf(c)
}

// addCitations adds to a hop the claims of one end that cite the other, and
// tells whether there are any.
func (n *Network) addCitations(h *Hop, l Level) (some bool) {
	for _, way := range [][2]*kb.Entity{{h.From, h.To}, {h.To, h.From}} {
		source := way[1]
		if !n.kb.IsSource(source) {
			continue
		}
		for by, c := range n.citing(source) {
			if by != way[0] || citedAt(c) < l {
				continue
			}
			h.Links = append(h.Links, Link{Claim: c, Forward: by == h.From, Cites: true})
			h.Level = max(h.Level, citedAt(c))
			some = true
		}
	}
	return some
}
