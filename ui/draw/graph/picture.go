// Package graph draws what surrounds an entity: the centre in the middle, what
// leads to it in columns on the left, what it leads to on the right, hop by hop
// outward. Each relation is a trunk with its label on it, and an arrow head
// where the relation leads to. It is pure: the same surroundings draw the same
// picture.
package graph

import (
	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
)

// Options are what a picture is drawn for.
type Options struct {
	Width, Height int
	// Hops bounds how many hops are drawn; fewer are where there is no room.
	Hops int
	// Before is what was the centre before, to be marked, or nil.
	Before *kb.Entity
}

// Picture is surroundings laid out.
type Picture struct {
	// Width and Height are the cells that the picture takes. A picture in one
	// column may be higher than was asked for.
	Width, Height int
	// Things are what can be selected, the centre first.
	Things []Thing
	// Hops is how many hops are drawn.
	Hops int
	// Tight reports whether names are cut short.
	Tight bool
	// Missing counts the edges between entities that are drawn which are not
	// drawn themselves.
	Missing int

	s          *graph.Neighbourhood
	voice      present.Voice
	before     *kb.Entity
	labels     []label
	box        box
	column     bool                // all in one column
	hasSources bool                // whether what has no source is told from what has
	edges      [][]int             // of each node
	drawn      map[*kb.Entity]bool // what has a thing of its own
}

// Thing is what can be selected: an entity, or a fold, which is a crowd of them
// told by their number.
type Thing struct {
	Node   int // of the surroundings; -1 for a fold
	Fold   *Fold
	Twin   bool  // whether it stands for an entity that is drawn elsewhere
	Parent int   // the thing nearer to the centre; -1 for the centre
	Column int   // hops from the centre, less than 0 on the left
	Edge   int   // that joins it to its parent, by its place in the surroundings; -1 for a fold and for the centre
	Also   []int // other edges between the two
	X, Y   int   // of its first cell
	Width  int

	text   string
	tail   []rich.Span
	tailX  int
	beyond int     // cells, outward of the name, after which what lies beyond goes on
	path   []point // from the parent to the thing, without the cells of either
	turn   point   // where the path leaves the line that is common to all that lies beyond the parent
	label  int     // of the relation, -1 where it has none
	arrows [2]bool // at the parent's end of the path, at the thing's end
	dashed bool
}

// Fold is a crowd of entities that are told by their number.
type Fold struct {
	Groups []*graph.Group
	Count  int
	Kinds  []KindCount // the most frequent first

	best []int // some of them, by their nodes, the best connected of each group first
}

// KindCount is how many entities are of a kind.
type KindCount struct {
	Kind  *kb.Kind
	Count int
}

// label is the name of a relation at its position.
type label struct {
	text  string
	x, y  int
	width int
}

// box is the centre.
type box struct {
	x, y, w, h int
	lines      []string
}

func (b box) holdsRow(y int) bool { return y >= b.y && y < b.y+b.h }

type point struct{ x, y int }

// narrow and low are the cells under which there is one column.
const (
	narrow = 60
	low    = 7
)

// Lay lays surroundings out for a frame.
func Lay(s *graph.Neighbourhood, v present.Voice, o Options) *Picture {
	hops := max(1, min(o.Hops, s.Hops))
	if o.Width < narrow || o.Height < low {
		return layColumn(s, v, o, hops)
	}
	for ; hops > 1; hops-- {
		if p := layAround(s, v, o, hops); p != nil {
			return p
		}
	}
	if p := layAround(s, v, o, 1); p != nil {
		return p
	}
	return layColumn(s, v, o, 1)
}

func newPicture(s *graph.Neighbourhood, v present.Voice, o Options, hops int) *Picture {
	p := &Picture{Width: o.Width, Height: o.Height, Hops: hops, s: s, voice: v, before: o.Before, drawn: make(map[*kb.Entity]bool)}
	p.edges = make([][]int, len(s.Nodes))
	for i := range s.Edges {
		e := &s.Edges[i]
		p.edges[e.From] = append(p.edges[e.From], i)
		p.edges[e.To] = append(p.edges[e.To], i)
		p.hasSources = p.hasSources || e.IsSourced()
	}
	return p
}

// Entity returns the entity of a thing, nil for a fold.
func (p *Picture) Entity(thing int) *kb.Entity {
	if thing < 0 || thing >= len(p.Things) || p.Things[thing].Node < 0 {
		return nil
	}
	return p.s.Nodes[p.Things[thing].Node].Entity
}

// Find returns the thing of an entity, -1 where it is not drawn.
func (p *Picture) Find(e *kb.Entity) int {
	for i := range p.Things {
		if !p.Things[i].Twin && e != nil && p.Entity(i) == e {
			return i
		}
	}
	return -1
}

// Folded returns the entities of a fold, in the order of the files.
func (p *Picture) Folded(f *Fold) []*kb.Entity {
	var out []*kb.Entity
	for _, g := range f.Groups {
		for _, e := range p.s.Entities(g) {
			if !p.drawn[e] {
				out = append(out, e)
			}
		}
	}
	return out
}

// doubt returns why an edge is doubtful. Missing sources count only if some edge
// has sources.
func (p *Picture) doubt(edge int) graph.Doubt {
	d := p.s.Edges[edge].Doubt()
	if d == graph.Unsourced && !p.hasSources {
		return graph.None
	}
	return d
}
