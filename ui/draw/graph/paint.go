package graph

import (
	"rihla/model/graph"
	"rihla/ui/draw/canvas"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// The signs of folds, of twins and of the previous centre.
const (
	foldSign   = "+"
	twinSign   = "="
	beforeSign = "‹"
)

// The directions in which a line continues from a cell.
const (
	north = 1 << iota
	east
	south
	west
)

// strokes are the characters of lines, by the directions that they join.
var strokes = [16]rune{
	north: '│', south: '│', north | south: '│', east: '─', west: '─', east | west: '─',
	south | east: '╭', south | west: '╮', north | east: '╰', north | west: '╯',
	north | south | east: '├', north | south | west: '┤', east | west | south: '┬', east | west | north: '┴', north | east | south | west: '┼',
}

const (
	dashAcross = '╌'
	dashDown   = '╎'
	ring       = '∘'
)

// wire is a cell of a line.
type wire struct {
	joins         uint8
	stroke        stroke
	isHighlighted bool // on the path to the selected thing
}

// Lines draws the picture with the path to the selected thing highlighted; -1
// selects nothing.
func (p *Picture) Lines(selected int) []rich.Line {
	c := canvas.New(p.Width, p.Height)
	if p.column {
		p.paintColumn(c, selected)
		return c.Lines()
	}
	lit, litLabels := p.pathTo(selected)
	p.paintWires(c, p.wires(lit))
	p.paintArrows(c, lit)
	for i, l := range p.labels {
		if l.width == 0 {
			continue
		}
		role := rich.Muted
		if litLabels[i] {
			role = rich.Accent
		}
		c.Text(l.x-1, l.y, " "+l.text+" ", role, -1)
	}
	near := p.neighbours(selected)
	for i := range p.Things {
		p.paintThing(c, i, near)
	}
	return c.Lines()
}

// pathTo returns the things and the labels on the path from the centre to a
// thing.
func (p *Picture) pathTo(selected int) (things, labels map[int]bool) {
	things, labels = make(map[int]bool), make(map[int]bool)
	for at := selected; at > 0; at = p.Things[at].Parent {
		things[at] = true
		labels[p.Things[at].label] = true
	}
	return things, labels
}

// neighbours returns the nodes linked to the selected thing that are neither its
// children nor the centre.
func (p *Picture) neighbours(selected int) map[int]bool {
	near := make(map[int]bool)
	if selected <= 0 || selected >= len(p.Things) || p.Things[selected].Node < 0 {
		return near
	}
	node := p.Things[selected].Node
	for _, edge := range p.edges[node] {
		near[p.s.Edges[edge].From+p.s.Edges[edge].To-node] = true
	}
	for i := range p.Things {
		if t := &p.Things[i]; t.Parent == selected {
			delete(near, t.Node)
		}
	}
	delete(near, 0)
	return near
}

// wires returns the lines of all paths, cell by cell.
func (p *Picture) wires(lit map[int]bool) map[point]*wire {
	all := make(map[point]*wire)
	for i := range p.Things {
		t := &p.Things[i]
		for n, at := range t.path {
			w := all[at]
			if w == nil {
				w = &wire{stroke: t.stroke}
				all[at] = w
			}
			w.stroke = min(w.stroke, t.stroke)
			w.isHighlighted = w.isHighlighted || lit[i]
			w.joins |= p.joins(t, n)
		}
	}
	return all
}

// joins returns the directions in which a path continues from its cell n.
func (p *Picture) joins(t *Thing, n int) uint8 {
	at := t.path[n]
	joins := uint8(0)
	switch {
	case n > 0:
		joins |= direction(at, t.path[n-1])
	case t.Parent == 0 && at.y < p.box.y:
		joins |= south
	case t.Parent == 0:
		joins |= north
	default:
		joins |= direction(at, point{p.Things[t.Parent].X, at.y})
	}
	if n+1 < len(t.path) {
		return joins | direction(at, t.path[n+1])
	}
	return joins | direction(at, point{t.X, at.y})
}

func direction(from, to point) uint8 {
	switch {
	case to.y < from.y:
		return north
	case to.y > from.y:
		return south
	case to.x < from.x:
		return west
	case to.x > from.x:
		return east
	}
	return 0
}

func (p *Picture) paintWires(c *canvas.Canvas, all map[point]*wire) {
	for at, w := range all {
		r, role := strokes[w.joins], rich.Muted
		switch {
		case w.stroke == ringed:
			r = ring
		case w.stroke == dashed && w.joins|east|west == east|west:
			r = dashAcross
		case w.stroke == dashed && w.joins|north|south == north|south:
			r = dashDown
		}
		if w.isHighlighted {
			role = rich.Accent
		}
		c.Put(at.x, at.y, r, role, -1)
	}
}

// paintArrows draws the arrow heads, those on the path to the selected thing last.
func (p *Picture) paintArrows(c *canvas.Canvas, lit map[int]bool) {
	for pass := range 2 {
		for i := range p.Things {
			t := &p.Things[i]
			if len(t.path) == 0 || lit[i] != (pass == 1) {
				continue
			}
			role := rich.Muted
			if lit[i] {
				role = rich.Accent
			}
			for end, drawn := range t.arrows {
				if drawn {
					at, r := p.head(t, end == 1)
					c.Put(at.x, at.y, r, role, -1)
				}
			}
		}
	}
}

// head returns the position and the character of an arrow head, at the end of the
// path or beside the bus.
func (p *Picture) head(t *Thing, atThing bool) (point, rune) {
	outward, inward := '▶', '◀'
	step := 1
	if t.Column < 0 {
		outward, inward, step = inward, outward, -1
	}
	if atThing {
		return t.path[len(t.path)-1], outward
	}
	return point{t.turn.x + step, t.turn.y}, inward
}

func (p *Picture) paintThing(c *canvas.Canvas, i int, near map[int]bool) {
	t := &p.Things[i]
	if i == 0 {
		p.paintCentre(c)
		return
	}
	sign, signRole, role := foldSign, rich.Muted, rich.Muted
	if e := p.Entity(i); e != nil {
		sign, signRole, role = p.voice.KindSign(e.Kind), p.voice.KindRole(e.Kind), rich.Plain
		switch {
		case t.Twin:
			sign, role = twinSign, rich.Muted
		case p.doubt(t.Edge) == graph.Deprecated:
			role = rich.Muted
		}
		if e == p.before && !t.Twin {
			role = rich.Strong
		}
		if near[t.Node] {
			role = rich.Accent
		}
	}
	if t.Column < 0 && !p.column {
		c.Text(t.X, t.Y, t.text, role, i)
		c.Text(t.X+t.Width-2, t.Y, " ", signRole, i)
		c.Text(t.X+t.Width-1, t.Y, sign, signRole, i)
	} else {
		c.Text(t.X, t.Y, sign, signRole, i)
		c.Text(t.X+1, t.Y, " ", signRole, i)
		c.Text(t.X+2, t.Y, t.text, role, i)
	}
	leftward := t.Column < 0 && !p.column
	for n, line := range t.more {
		c.Text(t.lineX(leftward, safe.Width(line)), t.Y+1+n, line, role, i)
	}
	x := t.tailX
	for _, s := range t.tail {
		c.Text(x, t.Y+len(t.more), s.Text, s.Role, -1)
		x += rich.NewLine(s).Width()
	}
}

func (p *Picture) paintCentre(c *canvas.Canvas) {
	b := p.box
	top, bottom := b.y, b.y+b.h-1
	if b.h > len(b.lines) {
		put := func(x, y int, r rune) { c.Put(x, y, r, rich.Accent, -1) }
		for x := b.x + 1; x < b.x+b.w-1; x++ {
			put(x, top, edgeOf(p.leaves(point{x, top - 1}), '┴'))
			put(x, bottom, edgeOf(p.leaves(point{x, bottom + 1}), '┬'))
		}
		for y := top + 1; y < bottom; y++ {
			put(b.x, y, '│')
			put(b.x+b.w-1, y, '│')
		}
		put(b.x, top, '╭')
		put(b.x+b.w-1, top, '╮')
		put(b.x, bottom, '╰')
		put(b.x+b.w-1, bottom, '╯')
		top++
	}
	for i, line := range b.lines {
		c.Text(b.x+1, top+i, safe.Pad(" "+line, b.w-2), rich.Strong, 0)
	}
	kind := p.s.Nodes[0].Entity.Kind
	c.Text(b.x+2, top, p.voice.KindSign(kind), p.voice.KindRole(kind), 0)
}

// edgeOf returns r for a cell of the centre's frame that a line leaves, else '─'.
func edgeOf(leaves bool, r rune) rune {
	if leaves {
		return r
	}
	return '─'
}

// leaves reports whether a line leaves the centre at a cell.
func (p *Picture) leaves(at point) bool {
	for i := range p.Things {
		if t := &p.Things[i]; t.Parent == 0 && len(t.path) > 0 && t.path[0] == at {
			return true
		}
	}
	return false
}
