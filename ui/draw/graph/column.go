package graph

import (
	"slices"

	"rihla/model/graph"
	"rihla/ui/draw/canvas"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// leastRows is the minimum number of rows for each side in one column, which may be
// scrolled.
const leastRows = 24

// indent is the indentation per hop in cells.
const indent = 2

// layColumn lays a neighbourhood out as an indented list: each relation on a line
// and its entities below it.
func layColumn(s *graph.Neighbourhood, v present.Voice, o Options, hops int) *Picture {
	p := newPicture(s, v, o, hops)
	p.column = true
	if !p.printed {
		p.Width = max(1, p.Width-1) // for the mark at the edge where it goes on
	}
	sides := plan(p, hops, max(leastRows, o.Height))
	p.box = box{w: max(1, p.Width), h: 1}
	kind := p.s.Nodes[0].Entity.Kind
	name, _ := p.cut(p.voice.Name(p.s.Nodes[0].Entity), max(1, p.Width-2))
	name = safe.Cut(p.voice.KindSign(kind)+" "+name, p.Width)
	p.box.lines = []string{name}
	p.Things = []Thing{{Node: 0, Parent: -1, Edge: -1, Width: safe.Width(name), text: name, label: -1}}
	y := 1
	for _, sd := range slices.Backward(sides) {
		y = p.listBranches(sd.toward, &sd.root, 0, 0, y)
	}
	p.Height = y
	return p
}

// listBranches lists the branches of an item from row y and returns the row after
// them.
func (p *Picture) listBranches(toward int, of *item, parent, hop, y int) int {
	x := min(hop*2*indent, p.Width/2)
	for _, b := range of.branches {
		relation := -1
		if b.named {
			text := safe.Cut(arrowOf(b.direction)+" "+p.cutRelation(p.label(b), p.Width-x-2), p.Width-x)
			relation = len(p.labels)
			p.labels = append(p.labels, label{text: text, x: x, y: y, width: safe.Width(text)})
			y++
		}
		for _, it := range b.items {
			t := Thing{Node: it.node, Fold: it.fold, Twin: it.twin, Parent: parent, Column: toward * (hop + 1), Edge: it.edge, Also: it.also, X: x + indent, Y: y, label: relation}
			p.describe(it)
			room := max(1, p.Width-t.X-2)
			if it.lines = p.broken(it, room); it.lines == nil {
				text, _ := p.cut(it.name, room)
				if it.lines = []string{text}; it.alsoWidth > 0 {
					it.lines = append(it.lines, "")
				}
			}
			t.setText(it.lines)
			t.stroke = p.strokeOf(t.Edge)
			p.placeTail(it, &t, false, room)
			it.thing = len(p.Things)
			p.Things = append(p.Things, t)
			y = p.listBranches(toward, it, it.thing, hop+1, y+t.Height())
		}
	}
	return y
}

// arrowOf returns the arrow of a direction.
func arrowOf(way graph.Direction) string {
	switch way {
	case graph.Out:
		return "→"
	case graph.In:
		return "←"
	}
	return "↔"
}

func (p *Picture) paintColumn(c *canvas.Canvas, selected int) {
	_, lit := p.pathTo(selected)
	for i, l := range p.labels {
		role := rich.Muted
		if lit[i] {
			role = rich.Accent
		}
		c.Text(l.x, l.y, l.text, role, -1)
	}
	near := p.neighbours(selected)
	c.Text(0, 0, p.Things[0].text, rich.Strong, 0)
	for i := 1; i < len(p.Things); i++ {
		p.paintThing(c, i, near)
	}
}
