// Package graph draws the neighbourhood of an entity as a layered tree: the centre in
// the middle, incoming links on the left, outgoing links on the right, a column per
// hop. Items keep the order of the neighbourhood, so lines of the tree never cross; an
// edge outside the tree leads to a repetition of its entity, a twin, if there is room.
// The picture depends on its input alone.
package graph

import (
	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
)

// Options are the size and the depth of a picture.
type Options struct {
	Width, Height int
	// Hops is the maximum number of hops; fewer are drawn if there is no room.
	Hops int
	// Printed reports that nothing can be selected.
	Printed bool
	// Before is the previous centre, which is marked, or nil.
	Before *kb.Entity
}

// Picture is the layout of a neighbourhood.
type Picture struct {
	// Width and Height are in cells. A picture in one column may be higher than
	// Options.Height, and leaves the last cell of Options.Width free.
	Width, Height int
	// Things are selectable, the centre first.
	Things []Thing
	// Hops is the number of drawn hops.
	Hops int
	// Tight reports whether labels or names are cut short.
	Tight bool
	// Missing is the number of edges between drawn entities that are not drawn.
	Missing int

	s          *graph.Neighbourhood
	voice      present.Voice
	before     *kb.Entity
	printed    bool
	labels     []label
	box        box
	column     bool                // whether the layout is a list in one column
	hasSources bool                // whether any edge has a source
	edges      [][]int             // by node
	drawn      map[*kb.Entity]bool // entities with a thing other than a twin
	names      []string            // of these
	relations  []string            // the labels of all branches
	isUnclear  bool                // whether a name may be that of another, or has no room for its relations
}

// Thing is a selectable part of a picture: an entity or a fold.
type Thing struct {
	Node   int // index in the neighbourhood; -1 for a fold
	Fold   *Fold
	Twin   bool  // whether it repeats an entity that is drawn elsewhere
	Parent int   // the thing nearer to the centre; -1 for the centre
	Column int   // hops from the centre, negative on the left
	Edge   int   // the edge to its parent, an index in the neighbourhood; -1 for a fold and for the centre
	Also   []int // other edges between the two
	X, Y   int   // the first cell
	Width  int

	text   string
	more   []string // the lines of the name after the first
	tail   []rich.Span
	tailX  int
	beyond int     // cells between the first line and the lines to the children
	path   []point // from the parent to the thing, without the cells of either
	turn   point   // where the path leaves the bus of the parent
	label  int     // the label of the relation, -1 for none
	arrows [2]bool // at the parent's end of the path, at the thing's end
	stroke stroke
}

// stroke is how the line of an edge is drawn. A line of several edges has the
// least of theirs.
type stroke uint8

const (
	solid  stroke = iota
	dashed        // no source, or doubtful
	ringed        // a mention by facts
)

func (p *Picture) strokeOf(edge int) stroke {
	if edge < 0 {
		return solid
	}
	return strokeOf(&p.s.Edges[edge], p.doubt(edge))
}

func strokeOf(e *graph.Edge, doubt graph.Doubt) stroke {
	switch {
	case isOfFacts(e):
		return ringed
	case doubt != graph.None:
		return dashed
	}
	return solid
}

// Fold stands for a number of entities that are not drawn.
type Fold struct {
	Groups []*graph.Group
	Count  int
	Kinds  []KindCount // in descending order of count

	best []int // some of the nodes, the best connected of each group first
}

// KindCount is the number of entities of a kind.
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

// A picture narrower than narrow or lower than low cells has one column.
const (
	narrow = 60
	low    = 7
)

// Lay lays a neighbourhood out. It reduces the hops until both sides fit and no cut
// name may be taken for another, and falls back to one column.
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
	p := &Picture{Width: o.Width, Height: o.Height, Hops: hops, s: s, voice: v, before: o.Before, printed: o.Printed, drawn: make(map[*kb.Entity]bool)}
	p.edges = make([][]int, len(s.Nodes))
	for i := range s.Edges {
		e := &s.Edges[i]
		p.edges[e.From] = append(p.edges[e.From], i)
		p.edges[e.To] = append(p.edges[e.To], i)
		p.hasSources = p.hasSources || e.IsSourced()
	}
	return p
}

// HasMore reports whether there are entities beyond the drawn hops.
func (p *Picture) HasMore() bool {
	for i := range p.s.Nodes {
		if p.s.Nodes[i].Hop > p.Hops {
			return true
		}
	}
	return false
}

// Entity returns the entity of a thing, nil for a fold.
func (p *Picture) Entity(thing int) *kb.Entity {
	if thing < 0 || thing >= len(p.Things) || p.Things[thing].Node < 0 {
		return nil
	}
	return p.s.Nodes[p.Things[thing].Node].Entity
}

// Find returns the thing of an entity other than a twin, or -1.
func (p *Picture) Find(e *kb.Entity) int {
	for i := range p.Things {
		if !p.Things[i].Twin && e != nil && p.Entity(i) == e {
			return i
		}
	}
	return -1
}

// Folded returns the entities of a fold in file order.
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
