package graph

import (
	"cmp"
	"context"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/order"
)

// Edge is a relation between two nodes that one or more statements make, or the
// mention of one by facts or the body of the other.
type Edge struct {
	From, To int       // indexes of nodes
	Field    *kb.Field // the relation; nil if From cites To as a source
	// Claims make the link, in the order of the files; for a citation, at most
	// maxCitations of the claims that cite the source.
	Claims []evidence.Claim
}

// maxCitations bounds the claims of a citation.
const maxCitations = 20

// IsSymmetric reports whether the edge has no direction.
func (e *Edge) IsSymmetric() bool { return isSymmetric(e.Field) }

// Doubt is a reason to distrust an edge.
type Doubt uint8

// The doubts.
const (
	None       Doubt = iota
	Unsourced        // no evidence
	Unsure           // low, disputed, inferred or alleged
	Deprecated       // deprecated
)

// IsMention reports whether the edge states no relation.
func (e *Edge) IsMention() bool {
	return e.Field != nil && (e.Field.IsMention() || len(e.Claims) > 0 && e.Claims[0].Fact != nil)
}

// Doubt returns the doubt about an edge: the least of those of its claims. Of a
// mention, it is only whether it is deprecated.
func (e *Edge) Doubt() Doubt {
	if e.Field == nil {
		return None
	}
	aside, unsure, unsourced := true, true, true
	for _, c := range e.Claims {
		if c.IsDeprecated() {
			continue
		}
		aside = false
		unsure = unsure && isDoubtful(c.Confidence())
		unsourced = unsourced && !c.IsSourced()
	}
	switch {
	case aside:
		return Deprecated
	case e.IsMention():
		return None
	case unsure:
		return Unsure
	case unsourced:
		return Unsourced
	}
	return None
}

func isDoubtful(c kb.Confidence) bool {
	return c == kb.Low || c == kb.Disputed || c == kb.Inferred || c == kb.Alleged
}

// Claim returns the claim that best represents an edge: the surest one that is
// not deprecated, of equals one that still holds. It is nil without claims.
func (e *Edge) Claim() *evidence.Claim {
	if len(e.Claims) == 0 {
		return nil
	}
	best := slices.MaxFunc(e.Claims, compareClaims)
	return &best
}

// Ranked returns the claims of an edge, the one that best represents it first.
func (e *Edge) Ranked() []evidence.Claim {
	claims := slices.Clone(e.Claims)
	order.Stable(claims, func(a, b evidence.Claim) int { return compareClaims(b, a) })
	return claims
}

// compareClaims orders claims by how well they represent an edge, the worst first.
func compareClaims(a, b evidence.Claim) int { return cmp.Compare(weightOf(a), weightOf(b)) }

func weightOf(c evidence.Claim) float64 {
	w := evidence.Weight(c.Confidence())
	if c.IsSourced() {
		w += 2
	}
	q := c.Qualification()
	if q == nil {
		return w
	}
	if q.Until == "" {
		w += 0.1
	}
	if q.Rank == kb.Deprecated {
		w -= 10
	}
	return w
}

// Origins returns the number of independent origins of the claim that best
// represents the edge.
func (e *Edge) Origins(k *kb.KB) int {
	if c := e.Claim(); c != nil {
		return c.Origins(k)
	}
	return 0
}

// IsSourced reports whether any claim of the edge has evidence.
func (e *Edge) IsSourced() bool {
	return slices.ContainsFunc(e.Claims, evidence.Claim.IsSourced)
}

// edgeKey identifies an edge.
type edgeKey struct {
	from, to int
	path     string
	mention  bool
}

// connect adds the links between all nodes.
func (w *walker) connect(ctx context.Context) {
	k, found := w.s.KB, make(map[edgeKey]int)
	edge := func(from, to int, f *kb.Field, mention bool) *Edge {
		p := edgeKey{from: from, to: to, mention: mention}
		if f != nil {
			p.path = f.Path
		}
		if isSymmetric(f) && from > to {
			p.from, p.to = to, from
		}
		at, there := found[p]
		if !there {
			at = len(w.s.Edges)
			found[p] = at
			w.s.Edges = append(w.s.Edges, Edge{From: p.from, To: p.to, Field: f})
		}
		return &w.s.Edges[at]
	}
	for n := range w.s.Nodes {
		if ctx.Err() != nil {
			return
		}
		e := w.s.Nodes[n].Entity
		r := k.Record(e)
		for _, link := range r.Links {
			to, ok := w.nodes[link.To]
			if !ok || to == n {
				continue
			}
			switch {
			case !k.HoldsOn(link, w.at):
			case !isEvidence(link.Field):
				made := edge(n, to, link.Field, evidence.IsMention(link))
				made.Claims = append(made.Claims, evidence.OfLink(k, r, link))
			case to == 0 && w.cites(n):
				edge(n, to, nil, false)
			}
		}
	}
	if k.IsSource(w.s.Nodes[0].Entity) {
		w.addCitations(edge)
	}
}

// cites reports whether a node is a neighbour because it cites the centre.
func (w *walker) cites(n int) bool {
	return w.s.KB.IsSource(w.s.Nodes[0].Entity) && w.s.Nodes[n].Hop == 1
}

// addCitations adds the claims of nodes that cite the centre.
func (w *walker) addCitations(edge func(from, to int, f *kb.Field, mention bool) *Edge) {
	for c := range evidence.Citing(w.s.KB, w.s.Nodes[0].Entity) {
		n, ok := w.nodes[c.Entity]
		if !ok || n == 0 {
			continue
		}
		made := edge(n, 0, nil, false)
		if len(made.Claims) == maxCitations {
			continue
		}
		if !slices.ContainsFunc(made.Claims, func(o evidence.Claim) bool { return o.Statement == c.Statement && o.Fact == c.Fact }) {
			made.Claims = append(made.Claims, c)
		}
	}
}
