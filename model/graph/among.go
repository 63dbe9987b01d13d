package graph

import (
	"iter"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// Among yields the links between some entities that hold at a time, with their indexes as
// From and To: one edge for each pair and relation, or mention. Links to themselves and
// citations are left out. An edge is valid until the next.
func Among(k *kb.KB, entities []*kb.Entity, at kb.Reference) iter.Seq[*Edge] {
	place := make([]int32, len(k.Entities)) // by entity number: the index and 1
	for i, e := range entities {
		place[e.Number()] = int32(i + 1)
	}
	return func(yield func(*Edge) bool) {
		var edges []Edge
		found := make(map[edgeKey]int)
		for i, e := range entities {
			edges = edges[:0]
			clear(found)
			r := k.Record(e)
			claim := evidence.OfLinks(k, r)
			for _, link := range r.Links {
				to := int(place[link.To.Number()]) - 1
				if to < 0 || to == i || isEvidence(link.Field) || !k.HoldsOn(link, at) {
					continue
				}
				key := edgeKey{i, to, link.Field.Path, evidence.IsMention(link)}
				n, there := found[key]
				if !there {
					n = len(edges)
					found[key] = n
					edges = append(edges, Edge{From: i, To: to, Field: link.Field})
				}
				edges[n].Claims = append(edges[n].Claims, claim(link))
			}
			for n := range edges {
				edge := &edges[n]
				if edge.IsSymmetric() && !edge.IsMention() && !addOther(k, entities, edge, at) {
					continue
				}
				if !yield(edge) {
					return
				}
			}
		}
	}
}

// addOther adds the claims by which the other end states a symmetric relation. It reports
// whether the edge is yielded at this end: at the first of two that state it.
func addOther(k *kb.KB, entities []*kb.Entity, edge *Edge, at kb.Reference) bool {
	from, to := entities[edge.From], entities[edge.To]
	isBack := func(s *kb.Statement) bool {
		return s.To == from && s.Field.Path == edge.Field.Path && !evidence.IsMention(s) && k.HoldsOn(s, at)
	}
	var back []*kb.Statement
	if k.Degree(to) < k.Degree(from) {
		for _, s := range k.Record(to).Links {
			if isBack(s) {
				back = append(back, s)
			}
		}
	} else {
		for b := range k.Backlinks(from) {
			if b.From != to || b.Field.Path != edge.Field.Path {
				continue
			}
			if s := k.Link(b); isBack(s) {
				back = append(back, s)
			}
		}
	}
	if len(back) > 0 && edge.To < edge.From {
		return false
	}
	claim := evidence.OfLinks(k, k.Record(to))
	for _, s := range back {
		edge.Claims = append(edge.Claims, claim(s))
	}
	return true
}
