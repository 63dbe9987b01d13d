// Package worldmap draws entities on a map of the world: the outline in dots, a
// sign for what stands in a cell, names that do not collide, great circles
// between the places that an entity ties together. It knows no terminal.
package worldmap

import (
	"slices"

	"rihla/model/geo"
	"rihla/model/geo/outline"
	"rihla/model/kb"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
	"rihla/ui/present"
	"rihla/ui/rich"
)

// Map is what is to be drawn.
type Map struct {
	Voice   present.Voice
	Outline *outline.Outline // nil draws none
	Sites   *place.Sites
	// Ties are those of the entity that the map is about, and Legs what is drawn
	// of them, or of a chain of places.
	Ties place.Ties
	Legs []place.Leg
	// Selected is the place in Sites.All of what is selected, or -1; Tied, of what
	// is selected among Ties.Others, or -1.
	Selected, Tied int
	// Entity is what is selected of several that stand at a site, or nil.
	Entity *kb.Entity
	// Marked are entities whose names come before those of others.
	Marked []*kb.Entity
}

// Frame turns cells into the frame that a map of that size has.
func Frame(f geo.Frame, width, height int) geo.Frame {
	return f.Resize(width*canvas.DotsAcross, height*canvas.DotsDown)
}

// Mark is a sign on the map, by which what stands in a cell, or near it, can be
// selected.
type Mark struct {
	X, Y int // the cell of the sign
	// Sites are the places in Sites.All of what the sign stands for, the one that
	// it stands at first; nil for a place that is only tied to the entity.
	Sites []int
	// Tied are the places in Ties.Others of what stands there.
	Tied []int
	// Count is how many entities stand there.
	Count int

	from, to int // the cells of sign and number
	mixed    bool
	kind     *kb.Kind
	priority int
}

// IsCluster reports whether the sign stands for more than one place.
func (k *Mark) IsCluster() bool { return len(k.Sites) > 1 }

// Drawing is a map that has been drawn.
type Drawing struct {
	Frame geo.Frame
	Lines []rich.Line
	// Marks are the signs, from west to east; the link of a span is the place of
	// one here.
	Marks []Mark
	// Selected is the place in Marks of what is selected, or -1.
	Selected int

	canvas *canvas.Canvas
}

// MarkAt returns the place in Marks of what is drawn in a cell, or -1.
func (d *Drawing) MarkAt(x, y int) int { return d.canvas.LinkAt(x, y) }

// Painter draws maps, and keeps what it works with from one to the next. The zero
// Painter is ready.
type Painter struct {
	seen   []spot
	cells  []group
	owner  []int32
	stamps []uint32
	stamp  uint32
}

// Draw draws a map in a frame of so many cells.
func (p *Painter) Draw(m *Map, f geo.Frame, width, height int) *Drawing {
	width, height = max(0, width), max(0, height)
	d := &Drawing{Frame: Frame(f, width, height), Selected: -1, canvas: canvas.New(width, height)}
	pen := pen{d.canvas, d.Frame}
	if m.Outline != nil {
		pen.outline(m.Outline)
	}
	for _, leg := range m.Legs {
		pen.leg(leg)
	}
	d.Marks = p.marks(m, d.Frame, width, height)
	for i := range d.Marks {
		d.sign(m, i)
	}
	l := labeller{m, d}
	l.scale()
	l.names()
	d.Lines = d.canvas.Lines()
	return d
}

// sign draws a mark: a sign, and how many entities it stands for.
func (d *Drawing) sign(m *Map, n int) {
	mark := &d.Marks[n]
	sign, role := mixedSign, rich.Strong
	switch {
	case mark.Sites == nil:
		sign, role = tiedSign, rich.Accent
	case !mark.mixed:
		sign, role = m.Voice.KindSign(mark.kind), m.Voice.KindRole(mark.kind)
	}
	if isSelected(m, mark) {
		d.Selected = n
	}
	d.canvas.Clear(mark.from, mark.Y, mark.to-mark.from, 1)
	d.canvas.Text(mark.X, mark.Y, sign, role, n)
	if mark.Count > 1 && mark.Sites != nil {
		digits := m.Voice.Words.Number(mark.Count)
		at := mark.X + 1
		if mark.from < mark.X {
			at = mark.from
		}
		d.canvas.Text(at, mark.Y, digits, role, n)
	}
}

// The signs of what stands together and is of several kinds, and of a place that
// is tied to the entity and is not among the sites.
const (
	mixedSign = "◉"
	tiedSign  = "•"
)

func isSelected(m *Map, mark *Mark) bool {
	if m.Tied >= 0 {
		return slices.Contains(mark.Tied, m.Tied)
	}
	return slices.Contains(mark.Sites, m.Selected)
}

// Points are what there is to fit into a frame: the sites, and what the entity is
// tied to.
func (m *Map) Points() []geo.Point {
	out := m.SitePoints()
	for _, t := range m.Ties.Others {
		out = append(out, t.At)
	}
	return out
}

// SitePoints are where the sites are.
func (m *Map) SitePoints() []geo.Point {
	out := make([]geo.Point, 0, len(m.Sites.All))
	for _, s := range m.Sites.All {
		out = append(out, s.At)
	}
	return out
}
