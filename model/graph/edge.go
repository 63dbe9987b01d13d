package graph

import (
	"cmp"
	"context"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// Edge is a relation between two nodes, whatever number of statements make it.
type Edge struct {
	From, To int       // nodes
	Field    *kb.Field // of the relation; nil where From cites To as a source
	// Claims are what makes the link, in the order of the files; of a citation,
	// a few of what rests on the source.
	Claims []evidence.Claim
}

// mostCitations bounds the claims of one edge that is a citation.
const mostCitations = 20

// IsSymmetric tells whether the edge has no direction.
func (e *Edge) IsSymmetric() bool { return isSymmetric(e.Field) }

// Doubt is why an edge is not to be taken as it stands.
type Doubt uint8

// The doubts.
const (
	None       Doubt = iota
	Unsourced        // nothing is named that it rests on
	Unsure           // low, disputed, inferred or alleged
	Deprecated       // deprecated
)

// Doubt returns what is doubtful about an edge, by the surest of its claims.
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
		unsure = unsure && isUnsure(c.Confidence())
		unsourced = unsourced && !c.IsSourced()
	}
	switch {
	case aside:
		return Deprecated
	case unsure:
		return Unsure
	case unsourced:
		return Unsourced
	}
	return None
}

func isUnsure(c kb.Confidence) bool {
	return c == kb.Low || c == kb.Disputed || c == kb.Inferred || c == kb.Alleged
}

// Claim returns the claim that speaks for an edge: the surest, of those that are
// not set aside, and of these one that still holds.
func (e *Edge) Claim() *evidence.Claim {
	if len(e.Claims) == 0 {
		return nil
	}
	weight := func(c evidence.Claim) float64 {
		w := evidence.Weight(c.Confidence())
		if c.IsSourced() {
			w += 2
		}
		said := c.Qualification()
		if said == nil {
			return w
		}
		if said.Until == "" {
			w += 0.1
		}
		if said.Rank == kb.Deprecated {
			w -= 10
		}
		return w
	}
	best := slices.MaxFunc(e.Claims, func(a, b evidence.Claim) int { return cmp.Compare(weight(a), weight(b)) })
	return &best
}

// Sources counts what an edge rests on, each source once.
func (e *Edge) Sources() int {
	type source struct {
		of  *kb.Entity
		ref string
	}
	seen := make(map[source]bool)
	for _, c := range e.Claims {
		for _, ev := range c.Evidence() {
			s := source{of: ev.Source}
			if ev.Source == nil {
				s.ref = ev.Ref
			}
			seen[s] = true
		}
	}
	return len(seen)
}

// IsSourced tells whether anything is named that an edge rests on.
func (e *Edge) IsSourced() bool {
	return slices.ContainsFunc(e.Claims, evidence.Claim.IsSourced)
}

// pair finds an edge.
type pair struct {
	from, to int
	path     string
}

// connect finds the links between all nodes.
func (w *walk) connect(ctx context.Context) {
	k, found := w.s.KB, make(map[pair]int)
	edge := func(from, to int, f *kb.Field) *Edge {
		p := pair{from: from, to: to}
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
			to, told := w.told[link.To]
			if !told || to == n {
				continue
			}
			switch {
			case !isEvidence(link.Field):
				made := edge(n, to, link.Field)
				made.Claims = append(made.Claims, evidence.OfLink(k, r, link))
			case to == 0 && w.cites(n):
				edge(n, to, nil)
			}
		}
	}
	if k.IsSource(w.s.Nodes[0].Entity) {
		w.citations(edge)
	}
}

// cites tells whether a node is there because it cites the centre.
func (w *walk) cites(n int) bool {
	return w.s.KB.IsSource(w.s.Nodes[0].Entity) && w.s.Nodes[n].Hop == 1
}

// citations tells, of the nodes that cite the centre, what of them rests on it.
func (w *walk) citations(edge func(from, to int, f *kb.Field) *Edge) {
	k := w.s.KB
	for c := range k.Citations(w.s.Nodes[0].Entity) {
		n, told := w.told[c.By]
		if !told || n == 0 {
			continue
		}
		made := edge(n, 0, nil)
		if len(made.Claims) == mostCitations {
			continue
		}
		s, f, _ := k.ResolveCitation(c)
		claim := evidence.Claim{Entity: c.By, Statement: s, Fact: f}
		if !slices.ContainsFunc(made.Claims, func(o evidence.Claim) bool { return o.Statement == s && o.Fact == f }) {
			made.Claims = append(made.Claims, claim)
		}
	}
}
