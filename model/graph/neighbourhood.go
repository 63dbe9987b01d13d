// Package graph finds the neighbourhood of an entity: its neighbours hop by
// hop, and the links between them. It draws nothing; what it reads in detail is
// bounded, however many links an entity has.
package graph

import (
	"context"
	"slices"

	"rihla/model/kb"
)

// MaxHops is the largest radius of a neighbourhood.
const MaxHops = 3

// The most neighbours that become nodes: those of the centre, and those of all
// nodes of one hop further out. The others are only counted.
const (
	maxNear = 240
	maxFar  = 480
)

// Neighbourhood is the surroundings of an entity, as a graph.
type Neighbourhood struct {
	KB   *kb.KB
	Hops int
	// Nodes are the centre, then the nodes one hop from it, and so on.
	Nodes []Node
	// Edges are the links between nodes, one for each pair and relation.
	Edges []Edge
	// Loops counts the links from the centre to itself.
	Loops int
	// NotHolding counts the links of the centre left out because they do not hold at
	// Options.At.
	NotHolding int
}

// Node is an entity of a neighbourhood.
type Node struct {
	Entity *kb.Entity
	Hop    int
	// Parent is the index of the node, one hop nearer, with a group that holds
	// this one; -1 for the centre.
	Parent int
	// Groups are the neighbours that are farther from the centre.
	Groups []Group
}

// Direction is the direction of the links of a group, seen from its node.
type Direction uint8

// The directions.
const (
	Out  Direction = iota // from the node
	In                    // to the node
	Both                  // by a symmetric relation
)

// Group is the neighbours of a node by one relation in one direction, without
// those nearer to the centre. A neighbour by several relations is in the first
// group only.
type Group struct {
	Of        int       // index of the node
	Field     *kb.Field // the relation; nil if the others cite the node as a source
	Direction Direction
	// Nodes are the indexes of the nodes that this group adds, those with the
	// most links first. Others may have been added by another group.
	Nodes []int

	members []uint32 // entity numbers, ascending
}

// Count returns the number of entities of the group.
func (g *Group) Count() int { return len(g.members) }

// Has reports whether an entity is in the group.
func (g *Group) Has(e *kb.Entity) bool {
	_, has := slices.BinarySearch(g.members, uint32(e.Number()))
	return has
}

// Entities returns the entities of a group in the order of the files.
func (s *Neighbourhood) Entities(g *Group) []*kb.Entity {
	out := make([]*kb.Entity, len(g.members))
	for i, n := range g.members {
		out[i] = s.KB.Entities[n]
	}
	return out
}

// Omission is the number of entities of one kind in a group that are not nodes.
type Omission struct {
	Group *Group
	Kind  *kb.Kind
	Count int
}

// Omissions returns what is not among the nodes, node by node, each group by
// kind in the order of the tabs.
func (s *Neighbourhood) Omissions() []Omission {
	isNode := make(map[*kb.Entity]bool, len(s.Nodes))
	for i := range s.Nodes {
		isNode[s.Nodes[i].Entity] = true
	}
	var out []Omission
	for n := range s.Nodes {
		for i := range s.Nodes[n].Groups {
			g := &s.Nodes[n].Groups[i]
			counts := make(map[*kb.Kind]int)
			for _, number := range g.members {
				if e := s.KB.Entities[number]; !isNode[e] {
					counts[e.Kind]++
				}
			}
			for _, kind := range s.KB.Kinds {
				if counts[kind] > 0 {
					out = append(out, Omission{g, kind, counts[kind]})
				}
			}
		}
	}
	return out
}

// Options bound a neighbourhood.
type Options struct {
	Hops int // 1 to MostHops
	// MaxPerGroup bounds the nodes that a group adds; 0 is no bound but the total.
	MaxPerGroup int
	// At is the time at which links have to hold.
	At kb.Reference
	// Prefer become nodes before others if they are neighbours.
	Prefer []*kb.Entity
}

// Around returns the neighbourhood of an entity. Sources that are only evidence
// are no neighbours, but entities that cite a source are its neighbours. It
// returns nil if the context ends.
func Around(ctx context.Context, k *kb.KB, centre *kb.Entity, o Options) *Neighbourhood {
	hops := max(1, min(o.Hops, MaxHops))
	w := &walker{
		s:      &Neighbourhood{KB: k, Hops: hops, Nodes: []Node{{Entity: centre, Parent: -1}}},
		nearer: make([]bool, len(k.Entities)), seen: make([]int32, len(k.Entities)), nodes: make(map[*kb.Entity]int), at: o.At, prefer: o.Prefer, maxPerGroup: o.MaxPerGroup,
	}
	w.nodes[centre] = 0
	w.nearer[centre.Number()] = true
	first := 0
	for hop := range hops {
		end := len(w.s.Nodes)
		for n := first; n < end; n++ {
			if ctx.Err() != nil {
				return nil
			}
			w.s.Nodes[n].Groups = w.findGroups(n)
		}
		limit := maxNear
		if hop > 0 {
			limit = max(3, maxFar/max(1, end-first))
		}
		for n := first; n < end; n++ {
			w.addNeighbours(n, limit)
		}
		for n := first; n < end; n++ {
			for i := range w.s.Nodes[n].Groups {
				for _, e := range w.s.Nodes[n].Groups[i].members {
					w.nearer[e] = true
				}
			}
		}
		first = end
	}
	w.connect(ctx)
	if ctx.Err() != nil {
		return nil
	}
	return w.s
}

// walker builds a neighbourhood.
type walker struct {
	s           *Neighbourhood
	nearer      []bool             // by entity number, whether it was found at an earlier hop
	seen        []int32            // by entity number, the last node that it was a neighbour of, plus 1
	nodes       map[*kb.Entity]int // indexes of the nodes
	at          kb.Reference
	prefer      []*kb.Entity
	maxPerGroup int
}

// addNeighbours makes nodes of at most limit neighbours of a node, spread
// fairly over its groups.
func (w *walker) addNeighbours(n, limit int) {
	groups := w.s.Nodes[n].Groups
	want := make([]int, len(groups))
	for i := range groups {
		want[i] = groups[i].Count()
		if w.maxPerGroup > 0 {
			want[i] = min(want[i], w.maxPerGroup)
		}
	}
	for i, share := range FairShares(limit, want) {
		for _, e := range w.best(&groups[i], share) {
			if _, there := w.nodes[e]; there {
				continue
			}
			w.nodes[e] = len(w.s.Nodes)
			groups[i].Nodes = append(groups[i].Nodes, len(w.s.Nodes))
			w.s.Nodes = append(w.s.Nodes, Node{Entity: e, Hop: w.s.Nodes[n].Hop + 1, Parent: n})
		}
	}
}

// best returns the first limit entities of a group: those preferred, then those
// with the most links, then in the order of the files.
func (w *walker) best(g *Group, limit int) []*kb.Entity {
	k := w.s.KB
	before := func(a, b *kb.Entity) bool {
		keptA, keptB := slices.Contains(w.prefer, a), slices.Contains(w.prefer, b)
		if keptA != keptB {
			return keptA
		}
		if da, db := k.Degree(a), k.Degree(b); da != db {
			return da > db
		}
		return a.Number() < b.Number()
	}
	var out []*kb.Entity
	for _, number := range g.members {
		e := k.Entities[number]
		if len(out) == limit && (limit == 0 || !before(e, out[limit-1])) {
			continue
		}
		at := len(out)
		for at > 0 && before(e, out[at-1]) {
			at--
		}
		out = slices.Insert(out, at, e)
		out = out[:min(len(out), limit)]
	}
	return out
}

// FairShares divides a total among claimants by max-min fairness: each gets an
// equal share, or all it wants if that is less (D. Bertsekas, R. Gallager, Data
// networks, 1987). A remainder goes to the first ones.
func FairShares(total int, want []int) []int {
	got := make([]int, len(want))
	for total > 0 {
		open := 0
		for i := range want {
			if got[i] < want[i] {
				open++
			}
		}
		if open == 0 {
			break
		}
		each := max(1, total/open)
		for i := range want {
			give := min(each, want[i]-got[i], total)
			if give > 0 {
				got[i] += give
				total -= give
			}
		}
	}
	return got
}
