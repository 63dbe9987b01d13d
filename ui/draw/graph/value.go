package graph

import (
	"strings"

	"rihla/model/graph"
)

// value ranks what a relation tells of its two ends; more telling relations get rows
// first.
type value uint8

const (
	stated    value = iota // with a source, or in a base without any
	unsourced              // without a source, or doubtful
	contained              // that one is a part, or of the class, of the other
	mentioned              // no relation is stated
	values
)

// containment holds the names of relations that tell no more than where an entity
// belongs.
var containment = map[string]bool{
	"part_of": true, "located_in": true, "contained_in": true, "belongs_to": true, "parent": true, "country": true,
	"type": true, "category": true, "categories": true, "tag": true, "tags": true,
}

// valueOf ranks the entities of a choice by the most telling link to any of them.
func (p *planner) valueOf(of int, c *choice) value {
	if c.field == nil || c.field.IsMention() {
		return mentioned
	}
	if name := path(c.field); containment[name[strings.LastIndexByte(name, '.')+1:]] {
		return contained
	}
	best := mentioned
	for _, node := range c.nodes {
		for _, edge := range p.edges[node] {
			if p.other(edge, node) != of || path(p.s.Edges[edge].Field) != path(c.field) || p.isOfFacts(edge) {
				continue
			}
			if p.doubt(edge) == graph.None {
				return stated
			}
			best = unsourced
		}
	}
	if len(c.nodes) == 0 {
		return unsourced
	}
	return best
}

// few is the maximum number of entities of a relation that is drawn whole before
// others get more than a row.
const few = 12

// shareRows divides rows among choices. Each gets one; the rest goes to the most
// telling first. Among equals, each names one entity, then those of few entities are
// drawn whole in the order of the file, and what is left is divided by max-min
// fairness.
func (p *planner) shareRows(of, rows int, choices []*choice) []int {
	got, ranks := make([]int, len(choices)), make([]value, len(choices))
	for i, c := range choices {
		got[i], ranks[i] = 1, p.valueOf(of, c)
		rows--
	}
	for rank := range values {
		for _, most := range []int{2, few, unbounded} {
			want := make([]int, len(choices))
			for i, c := range choices {
				if ranks[i] == rank && (most != few || c.left <= few) {
					want[i] = min(c.want(), most) - got[i]
				}
				if most == few {
					want[i] = min(want[i], rows)
					got[i] += want[i]
					rows -= want[i]
					want[i] = 0
				}
			}
			for i, more := range graph.FairShares(max(0, rows), want) {
				got[i] += more
				rows -= more
			}
		}
	}
	return got
}

// mostTelling splits choices into the most telling ones, at most n, and the others.
// Both keep their order.
func (p *planner) mostTelling(of, n int, choices []*choice) (kept, others []*choice) {
	isKept := make(map[*choice]bool)
	for rank := range values {
		for _, c := range choices {
			if len(isKept) < n && p.valueOf(of, c) == rank {
				isKept[c] = true
			}
		}
	}
	for _, c := range choices {
		if isKept[c] {
			kept = append(kept, c)
		} else {
			others = append(others, c)
		}
	}
	return kept, others
}
