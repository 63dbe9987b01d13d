// Package worldmap draws entities on a map of the world: the outline in dots, a
// sign for each site or cluster of sites, names that do not overlap, and great
// circles between tied places. It reads no keys and writes to no terminal.
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

// Map is the input of a drawing.
type Map struct {
	Voice   present.Voice
	Outline *outline.Outline // nil draws none
	Sites   *place.Sites
	// Ties are the places tied to the entity of the map, and Legs the great circles
	// between them or along a chain of places.
	Ties place.Ties
	Legs []place.Leg
	// Selected is the index in Sites.All of the selected site, or -1; Tied is the
	// index in Ties.Others of the selected tied place, or -1.
	Selected, Tied int
	// Entity is the selected entity of the site, or nil.
	Entity *kb.Entity
	// Marked are entities whose names are placed before others.
	Marked []*kb.Entity
}

// Frame returns a frame resized to a map of width by height cells.
func Frame(f geo.Frame, width, height int) geo.Frame {
	return f.Resize(width*canvas.DotsAcross, height*canvas.DotsDown)
}

// Mark is a sign on the map that stands for a site, a cluster of sites, or tied
// places.
type Mark struct {
	X, Y int // the cell of the sign
	// Sites are indices in Map.Sites.All. The sign is at the first of them. It is
	// nil if the place is only tied to the entity.
	Sites []int
	// Tied are indices in Map.Ties.Others.
	Tied []int
	// Count is the number of distinct entities.
	Count int

	from, to int // the columns of sign and number, to excluded
	mixed    bool
	kind     *kb.Kind
	priority int

	isNumbered bool // whether the number of its entities stands beside the sign
}

// IsCluster reports whether the sign stands for more than one place.
func (k *Mark) IsCluster() bool { return len(k.Sites) > 1 }

// Drawing is a drawn map.
type Drawing struct {
	Frame geo.Frame
	Lines []rich.Line
	// Marks are sorted from west to east; the link of a span is an index in them.
	Marks []Mark
	// Selected is the index in Marks of the selected mark, or -1.
	Selected int
	// Beyond is the number of sites beyond the edges.
	Beyond int

	canvas  *canvas.Canvas
	kinds   []*kb.Kind // those that have a sign
	isMixed bool       // whether a sign stands for several kinds
	// Whether any of a route is seen, and of another line.
	hasRoute, hasTie bool
}

// MarkAt returns the index of the mark drawn in a cell, or -1.
func (d *Drawing) MarkAt(x, y int) int { return d.canvas.LinkAt(x, y) }

// Painter draws maps and reuses its buffers. The zero Painter is ready to use. It is
// not safe for concurrent use.
type Painter struct {
	seen   []spot
	cells  []group
	owner  []int32
	stamps []uint32
	stamp  uint32
}

// Draw draws a map of width by height cells; negative sizes count as 0. The frame
// gives the centre and the scale.
func (p *Painter) Draw(m *Map, f geo.Frame, width, height int) *Drawing {
	width, height = max(0, width), max(0, height)
	d := &Drawing{Frame: Frame(f, width, height), Selected: -1, canvas: canvas.New(width, height)}
	pen := pen{d.canvas, d.Frame}
	if m.Outline != nil {
		pen.outline(m.Outline)
	}
	for _, leg := range m.Legs {
		if m.isDrawn(leg) && pen.leg(leg) {
			d.hasRoute, d.hasTie = d.hasRoute || leg.Travelled, d.hasTie || !leg.Travelled
		}
	}
	d.Marks = p.marks(m, d.Frame, width, height)
	if width > 0 && height > 0 {
		d.Beyond = len(m.Sites.All) - len(p.seen)
	}
	for i := range d.Marks {
		d.sign(m, i)
	}
	l := labeller{m, d}
	l.scale()
	l.names()
	d.Lines = d.canvas.Lines()
	return d
}

// sign draws the sign of a mark and, for several entities, their number.
func (d *Drawing) sign(m *Map, n int) {
	mark := &d.Marks[n]
	kind := mark.kind
	if mark.mixed {
		kind = nil
	} else if mark.Sites == nil {
		kind = m.tiedKind(mark.Tied)
	}
	sign, role := m.sign(kind)
	if d.isMixed = d.isMixed || kind == nil; kind != nil && !slices.Contains(d.kinds, kind) {
		d.kinds = append(d.kinds, kind)
	}
	if isSelected(m, mark) {
		d.Selected = n
	}
	d.canvas.Clear(mark.from, mark.Y, mark.to-mark.from, 1)
	d.canvas.Text(mark.X, mark.Y, sign, role, n)
	d.number(m, n)
}

// number draws the number of a sign for several entities beside it.
func (d *Drawing) number(m *Map, n int) {
	mark := &d.Marks[n]
	if mark.Count < 2 || mark.Sites == nil {
		return
	}
	at := mark.X + 1
	if mark.from < mark.X {
		at = mark.from
	}
	mark.isNumbered = true
	d.canvas.Text(at, mark.Y, m.Voice.Words.Number(mark.Count), rich.Muted, n)
}

// mixedSign is the sign of a mark with entities of several kinds.
const mixedSign = "◉"

// sign returns the sign of entities of a kind; nil is several kinds.
func (m *Map) sign(kind *kb.Kind) (sign string, role rich.Role) {
	if kind == nil {
		return mixedSign, rich.Strong
	}
	return m.Voice.KindSign(kind), m.Voice.KindRole(kind)
}

// tiedKind returns the kind of tied places, or of the entities at places that are not
// tied themselves; nil if these are of several kinds.
func (m *Map) tiedKind(tied []int) *kb.Kind {
	var kind *kb.Kind
	for _, n := range tied {
		t := &m.Ties.Others[n]
		here := t.Entities
		if slices.Contains(here, t.Entity) {
			here = []*kb.Entity{t.Entity}
		}
		for _, e := range here {
			if kind != nil && kind != e.Kind {
				return nil
			}
			kind = e.Kind
		}
	}
	return kind
}

// isDrawn reports whether a leg is drawn. The legs that join the places tied to an
// entity without a location only measure: nothing ties one of these to the next.
func (m *Map) isDrawn(leg place.Leg) bool {
	return leg.Chain || leg.Travelled || len(m.Ties.Own) > 0
}

func isSelected(m *Map, mark *Mark) bool {
	if m.Tied >= 0 {
		return slices.Contains(mark.Tied, m.Tied)
	}
	return slices.Contains(mark.Sites, m.Selected)
}

// Points returns the positions of the sites and of the tied places.
func (m *Map) Points() []geo.Point {
	out := m.SitePoints()
	for _, t := range m.Ties.Others {
		out = append(out, t.At)
	}
	return out
}

// SitePoints returns the positions of the sites.
func (m *Map) SitePoints() []geo.Point {
	out := make([]geo.Point, 0, len(m.Sites.All))
	for _, s := range m.Sites.All {
		out = append(out, s.At)
	}
	return out
}
