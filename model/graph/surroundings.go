// Package graph tells what surrounds an entity: its neighbours hop by hop, and
// the links between them. It knows no picture; what it reads in detail is
// bounded, whatever an entity is linked to.
package graph

import (
	"context"
	"slices"

	"rihla/model/kb"
)

// MostHops is how far surroundings reach at most.
const MaxHops = 3

// How many neighbours are told at most, each with what links it: those of the
// centre, and those of all nodes of a hop further out. The others are counted.
const (
	mostNear = 240
	mostFar  = 480
)

// Surroundings are what surrounds an entity.
type Neighbourhood struct {
	KB   *kb.KB
	Hops int
	// Nodes are the entities that are told: the centre, then those of one hop
	// from it, and so on.
	Nodes []Node
	// Edges are all links between them, each pair and relation once.
	Edges []Edge
	// Loops counts the links from the centre to itself.
	Loops int
}

// Node is an entity that is told.
type Node struct {
	Entity *kb.Entity
	Hop    int
	// Parent is the node, one hop nearer, among whose groups this one is; -1 for
	// the centre.
	Parent int
	// Groups are how it goes on from here, away from the centre.
	Groups []Group
}

// Way is the direction of the links of a group, as seen from the node that they
// are of.
type Direction uint8

// The ways.
const (
	Out  Direction = iota // from the node
	In                    // to the node
	Both                  // by a symmetric relation
)

// Group is what a node is linked to by one relation, one way, of what is no
// nearer to the centre. An entity that several relations lead to is in the
// first group alone.
type Group struct {
	Of        int       // the node
	Field     *kb.Field // of the relation; nil where the others cite the node as a source
	Direction Direction
	// Nodes are those of the group that are told with it, best connected first.
	// Of a hop beyond the first some may be told with another group.
	Nodes []int

	members []uint32 // the numbers of all, in order
}

// Count counts the entities of a group.
func (g *Group) Count() int { return len(g.members) }

// Has tells whether an entity is in the group.
func (g *Group) Has(e *kb.Entity) bool {
	_, has := slices.BinarySearch(g.members, uint32(e.Number()))
	return has
}

// Entities returns the entities of a group, in the order of the files.
func (s *Neighbourhood) Entities(g *Group) []*kb.Entity {
	out := make([]*kb.Entity, len(g.members))
	for i, n := range g.members {
		out[i] = s.KB.Entities[n]
	}
	return out
}

// Crowd is how many entities of a kind a group holds that are not told.
type Omission struct {
	Group *Group
	Kind  *kb.Kind
	Count int
}

// Crowds are all that is not told, node by node, each group by kind in the order
// of the tabs.
func (s *Neighbourhood) Omissions() []Omission {
	told := make(map[*kb.Entity]bool, len(s.Nodes))
	for i := range s.Nodes {
		told[s.Nodes[i].Entity] = true
	}
	var out []Omission
	for n := range s.Nodes {
		for i := range s.Nodes[n].Groups {
			g := &s.Nodes[n].Groups[i]
			counts := make(map[*kb.Kind]int)
			for _, number := range g.members {
				if e := s.KB.Entities[number]; !told[e] {
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

// Find returns the node of an entity, -1 where it is not told.
func (s *Neighbourhood) Find(e *kb.Entity) int {
	return slices.IndexFunc(s.Nodes, func(n Node) bool { return n.Entity == e })
}

// Options are how far surroundings reach.
type Options struct {
	Hops int // 1 to MostHops
	// Each bounds how many entities of a group are told; 0 is no bound but that
	// of all together.
	MaxPerGroup int
	// Keep are told before others where they are neighbours.
	Prefer []*kb.Entity
}

// Around returns what surrounds an entity. Sources that are only evidence are no
// neighbours, but those who cite a source are its own. It returns nil where the
// context ends before.
func Around(ctx context.Context, k *kb.KB, centre *kb.Entity, o Options) *Neighbourhood {
	hops := max(1, min(o.Hops, MaxHops))
	w := &walk{
		s:    &Neighbourhood{KB: k, Hops: hops, Nodes: []Node{{Entity: centre, Parent: -1}}},
		near: make([]bool, len(k.Entities)), seen: make([]int32, len(k.Entities)), told: make(map[*kb.Entity]int), keep: o.Prefer, each: o.MaxPerGroup,
	}
	w.told[centre] = 0
	w.near[centre.Number()] = true
	from := 0
	for hop := range hops {
		to := len(w.s.Nodes)
		for n := from; n < to; n++ {
			if ctx.Err() != nil {
				return nil
			}
			w.s.Nodes[n].Groups = w.groupsOf(n)
		}
		most := mostNear
		if hop > 0 {
			most = max(3, mostFar/max(1, to-from))
		}
		for n := from; n < to; n++ {
			w.tell(n, most)
		}
		for n := from; n < to; n++ {
			for i := range w.s.Nodes[n].Groups {
				for _, e := range w.s.Nodes[n].Groups[i].members {
					w.near[e] = true
				}
			}
		}
		from = to
	}
	w.connect(ctx)
	if ctx.Err() != nil {
		return nil
	}
	return w.s
}

// walk is how surroundings are found.
type walk struct {
	s    *Neighbourhood
	near []bool             // by number, what is found at the hops before
	seen []int32            // by number, the node of which it was last seen to be a neighbour, counted from 1
	told map[*kb.Entity]int // the nodes
	keep []*kb.Entity
	each int
}

// tell makes nodes of so many neighbours of a node at most, fairly spread over
// its groups.
func (w *walk) tell(n, most int) {
	groups := w.s.Nodes[n].Groups
	want := make([]int, len(groups))
	for i := range groups {
		want[i] = groups[i].Count()
		if w.each > 0 {
			want[i] = min(want[i], w.each)
		}
	}
	for i, share := range FairShares(most, want) {
		for _, e := range w.best(&groups[i], share) {
			if _, there := w.told[e]; there {
				continue
			}
			w.told[e] = len(w.s.Nodes)
			groups[i].Nodes = append(groups[i].Nodes, len(w.s.Nodes))
			w.s.Nodes = append(w.s.Nodes, Node{Entity: e, Hop: w.s.Nodes[n].Hop + 1, Parent: n})
		}
	}
}

// best returns so many entities of a group: those to be kept, then those with
// most links, then those that come first in the files.
func (w *walk) best(g *Group, most int) []*kb.Entity {
	k := w.s.KB
	before := func(a, b *kb.Entity) bool {
		keptA, keptB := slices.Contains(w.keep, a), slices.Contains(w.keep, b)
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
		if len(out) == most && (most == 0 || !before(e, out[most-1])) {
			continue
		}
		at := len(out)
		for at > 0 && before(e, out[at-1]) {
			at--
		}
		out = slices.Insert(out, at, e)
		out = out[:min(len(out), most)]
	}
	return out
}

// Share divides a total among those who want so much each: everyone gets what
// all others get, or all that they want where that is less, and what is left
// over goes to the first.
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
