package graph

import (
	"slices"

	"rihla/model/graph"
	"rihla/model/kb"
)

// choice holds the candidates of a group: nodes that are not drawn yet, edges to
// drawn nodes, and the number of its entities that are not drawn.
type choice struct {
	group     *graph.Group // nil if there are only edges to drawn nodes
	field     *kb.Field
	direction graph.Direction
	nodes     []int
	twins     []int // edges
	left      int
}

func (c *choice) want() int {
	n := len(c.nodes)
	if c.left > n {
		n++
	}
	return n
}

func (p *planner) other(edge, node int) int {
	e := &p.s.Edges[edge]
	return e.From + e.To - node
}

// directionFrom returns the direction of an edge as seen from a node.
func (p *planner) directionFrom(edge, node int) graph.Direction {
	switch e := &p.s.Edges[edge]; {
	case e.IsSymmetric():
		return graph.Both
	case e.From == node:
		return graph.Out
	}
	return graph.In
}

func path(f *kb.Field) string {
	if f == nil {
		return ""
	}
	return f.Path
}

// choices returns the candidates beyond a node.
func (p *planner) choices(node, parent int) []choice {
	groups := p.s.Nodes[node].Groups
	out := make([]choice, 0, len(groups))
	for i := range groups {
		out = append(out, choice{group: &groups[i], field: groups[i].Field, direction: groups[i].Direction, left: groups[i].Count()})
	}
	find := func(f *kb.Field, way graph.Direction) *choice {
		at := slices.IndexFunc(out, func(c choice) bool { return path(c.field) == path(f) && c.direction == way })
		if at < 0 {
			at = len(out)
			out = append(out, choice{field: f, direction: way})
		}
		return &out[at]
	}
	seen := make(map[int]bool)
	for _, edge := range p.edges[node] {
		o := p.other(edge, node)
		if o == parent || o == node {
			continue
		}
		if !p.nodeDrawn[o] && p.s.Nodes[o].Hop == p.s.Nodes[node].Hop+1 && !seen[o] {
			seen[o] = true
			if at := groupOf(groups, p.s.Nodes[o].Entity); at >= 0 {
				out[at].nodes = append(out[at].nodes, o)
			}
		}
		if p.nodeDrawn[o] {
			if !seen[o] {
				seen[o] = true
				if at := groupOf(groups, p.s.Nodes[o].Entity); at >= 0 {
					out[at].left--
				}
			}
			if best := p.bestTwin(node, o); best == edge {
				c := find(p.s.Edges[edge].Field, p.directionFrom(edge, node))
				c.twins = append(c.twins, edge)
			}
		}
	}
	for i := range out {
		slices.Sort(out[i].nodes)
	}
	return out
}

// bestTwin returns the edge by which a drawn node is repeated beyond another,
// preferably not a mention, or -1 if all edges between them are drawn.
func (p *planner) bestTwin(node, other int) int {
	best := -1
	for _, edge := range p.edges[node] {
		if p.other(edge, node) != other || p.edgeDrawn[edge] {
			continue
		}
		if best < 0 || p.s.Edges[best].IsMention() && !p.s.Edges[edge].IsMention() {
			best = edge
		}
	}
	return best
}

func groupOf(groups []graph.Group, e *kb.Entity) int {
	return slices.IndexFunc(groups, func(g graph.Group) bool { return g.Has(e) })
}
