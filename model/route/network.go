package route

import (
	"cmp"
	"context"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// Network is who is linked with whom, seen from both ends, and how firmly. It
// takes eight bytes for each end of each pair that is linked, and as many for
// each entity. It never changes, and any number of goroutines may ask it.
type Network struct {
	kb      *kb.KB
	start   []uint32 // of each entity's edges, and of what comes after the last
	edges   []edge
	passing []weight // what it costs to pass each entity
	sources []bool   // which entities are sources; nil where none is
}

// edge leads to an entity.
type edge struct {
	to     uint32
	grades grades
}

// grades are the grades that a hop has at each level, three bits each.
type grades uint16

func (g grades) at(l Level) Grade { return Grade(g >> (3 * l) & 7) }

func (g grades) with(l Level, grade Grade) grades { return g | grades(grade)<<(3*l) }

// chunk is how many entities are looked at before it is seen whether that is
// still wanted.
const chunk = 256

// half is a pair that is linked, told once.
type half struct {
	from uint32
	edge
}

// NewNetwork looks at all that entities say. It fails with the context's error.
func NewNetwork(ctx context.Context, k *kb.KB) (*Network, error) {
	n := &Network{kb: k, start: make([]uint32, len(k.Entities)+1), passing: make([]weight, len(k.Entities))}
	if k.Partial {
		return n, nil
	}
	k.FindOrigins()
	defer k.ClearCache()
	parts := make([][]half, (len(k.Entities)+chunk-1)/chunk)
	parallel.Each(len(parts), func(part int) {
		if ctx.Err() != nil {
			return
		}
		g := gathering{kb: k}
		for _, e := range k.Entities[part*chunk : min(len(k.Entities), (part+1)*chunk)] {
			g.gather(e)
		}
		parts[part] = slices.Clip(g.found)
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	n.join(parts)
	for i, e := range k.Entities {
		n.passing[i] = stationWeight(e, n.degree(uint32(i)))
	}
	n.findSources()
	return n, nil
}

// join sets each pair at both of its ends.
func (n *Network) join(parts [][]half) {
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

// degree counts the entities that one is linked with.
func (n *Network) degree(e uint32) int { return int(n.start[e+1] - n.start[e]) }

func (n *Network) around(e uint32) []edge { return n.edges[n.start[e]:n.start[e+1]] }

// gathering collects the pairs that some entities are the one end of.
type gathering struct {
	kb    *kb.KB
	said  []saying
	back  []uint32 // those that link to the entity, in order
	found []half
}

// saying is a claim that links to an entity.
type saying struct {
	to    uint32
	claim evidence.Claim
}

func (g *gathering) gather(e *kb.Entity) {
	g.said = g.said[:0]
	for c, s := range linking(g.kb, e) {
		if s.To != e {
			g.said = append(g.said, saying{uint32(s.To.Number()), c})
		}
	}
	if len(g.said) == 0 {
		return
	}
	slices.SortStableFunc(g.said, func(a, b saying) int { return cmp.Compare(a.to, b.to) })
	g.back = g.back[:0]
	g.kb.EachLinkTo(e.Number(), func(from int, _ *kb.Field) { g.back = append(g.back, uint32(from)) })
	var claims []evidence.Claim
	for i := 0; i < len(g.said); {
		to := g.said[i].to
		claims = claims[:0]
		for ; i < len(g.said) && g.said[i].to == to; i++ {
			claims = append(claims, g.said[i].claim)
		}
		if _, mutual := slices.BinarySearch(g.back, to); mutual {
			mine := len(claims)
			for c, s := range linking(g.kb, g.kb.Entities[to]) {
				if s.To == e {
					claims = append(claims, c)
				}
			}
			if len(claims) > mine && int(to) < e.Number() {
				continue // the other has told it
			}
		}
		g.found = append(g.found, half{uint32(e.Number()), edge{to, weigh(g.kb, claims)}})
	}
}
