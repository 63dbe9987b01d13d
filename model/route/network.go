package route

import (
	"cmp"
	"context"
	"slices"
	"sync/atomic"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/parallel"
)

// Network is the graph of links between entities, with the grade of each. It
// takes eight bytes for each end of each linked pair and eight for each entity.
// It is immutable and safe for concurrent use.
type Network struct {
	kb             *kb.KB
	at             kb.Reference
	notHolding     int      // claims of another time
	start          []uint32 // index in edges of the first of each entity, and the end
	edges          []edge
	passingWeights []weight // by entity number
	sources        []bool   // by entity number; nil without sources
}

// edge leads to an adjacent entity.
type edge struct {
	to     uint32
	grades grades
}

// chunkSize is the number of entities collected between two looks at the
// context.
const chunkSize = 256

// halfEdge is a linked pair, listed once.
type halfEdge struct {
	from uint32
	edge
}

// NewNetwork reads the links of all entities that hold at a time. Its error is the context's; a partial knowledge base
// yields an empty network.
func NewNetwork(ctx context.Context, k *kb.KB, at kb.Reference) (*Network, error) {
	n := &Network{kb: k, at: at, start: make([]uint32, len(k.Entities)+1), passingWeights: make([]weight, len(k.Entities))}
	if k.Partial {
		return n, nil
	}
	k.FindOrigins()
	defer k.ClearCache()
	var notHolding atomic.Int64
	parts, err := parallel.Chunks(ctx, k.Entities, chunkSize, func(entities []*kb.Entity) []halfEdge {
		g := collector{network: n, kb: k}
		for _, e := range entities {
			g.collect(e)
			notHolding.Add(n.countNotHolding(e))
		}
		return slices.Clip(g.found)
	})
	if err != nil {
		return nil, err
	}
	n.notHolding = int(notHolding.Load())
	n.fillEdges(parts)
	for i, e := range k.Entities {
		n.passingWeights[i] = passingWeight(e, n.degree(uint32(i)))
	}
	n.findSources()
	return n, nil
}

// fillEdges lists each pair at both of its ends.
func (n *Network) fillEdges(parts [][]halfEdge) {
	for _, part := range parts {
		for _, h := range part {
			n.start[h.from+1]++
			n.start[h.to+1]++
		}
	}
	for i := 1; i < len(n.start); i++ {
		n.start[i] += n.start[i-1]
	}
	n.edges = make([]edge, n.start[len(n.start)-1])
	next := slices.Clone(n.start)
	for _, part := range parts {
		for _, h := range part {
			n.edges[next[h.from]] = h.edge
			n.edges[next[h.to]] = edge{h.from, h.grades}
			next[h.from]++
			next[h.to]++
		}
	}
}

func (n *Network) findSources() {
	kind := n.kb.SourceKind()
	if kind == nil {
		return
	}
	n.sources = make([]bool, len(n.kb.Entities))
	for _, e := range kind.Entities {
		n.sources[e.Number()] = true
	}
}

// degree returns the number of entities linked to one.
func (n *Network) degree(e uint32) int { return int(n.start[e+1] - n.start[e]) }

func (n *Network) around(e uint32) []edge { return n.edges[n.start[e]:n.start[e+1]] }

// collector collects the linked pairs of which some entities are the first end.
type collector struct {
	network  *Network
	kb       *kb.KB
	outgoing []outgoingLink
	incoming []uint32 // the entities that link to the current one, ascending
	found    []halfEdge
}

// outgoingLink is a claim that links to an entity, graded.
type outgoingLink struct {
	to    uint32
	level Level
	grade Grade
}

func (g *collector) graded(c evidence.Claim, s *kb.Statement) outgoingLink {
	return outgoingLink{uint32(s.To.Number()), hopLevel(g.kb, c), gradeOf(supportOf(g.kb, c, s))}
}

func (g *collector) collect(e *kb.Entity) {
	g.outgoing = g.outgoing[:0]
	for c, s := range g.network.linkClaims(e) {
		if s.To != e {
			g.outgoing = append(g.outgoing, g.graded(c, s))
		}
	}
	if len(g.outgoing) == 0 {
		return
	}
	order.Stable(g.outgoing, func(a, b outgoingLink) int { return cmp.Compare(a.to, b.to) })
	g.incoming = g.incoming[:0]
	g.kb.EachLinkTo(e.Number(), func(from int, _ *kb.Field) { g.incoming = append(g.incoming, uint32(from)) })
	for i := 0; i < len(g.outgoing); {
		to := g.outgoing[i].to
		var all grades
		for ; i < len(g.outgoing) && g.outgoing[i].to == to; i++ {
			all = all.with(g.outgoing[i].level, g.outgoing[i].grade)
		}
		if _, mutual := slices.BinarySearch(g.incoming, to); mutual {
			answered := false
			for c, s := range g.network.linkClaims(g.kb.Entities[to]) {
				if s.To == e {
					answered = true
					back := g.graded(c, s)
					all = all.with(back.level, back.grade)
				}
			}
			if answered && int(to) < e.Number() {
				continue // the other end lists it
			}
		}
		g.found = append(g.found, halfEdge{uint32(e.Number()), edge{to, all}})
	}
}
