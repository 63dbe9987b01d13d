package graph

import "rihla/ui/safe"

// Direction is a direction of movement from the selected thing.
type Direction uint8

// The directions.
const (
	Left Direction = iota
	Right
	Up
	Down
)

// Toward returns the next thing in a direction, or the thing itself if there is none.
// Left and right follow the edges, outward to the nearest child and back to the
// parent; up and down stay in the column.
func (p *Picture) Toward(thing int, d Direction) int {
	if thing < 0 || thing >= len(p.Things) {
		return 0
	}
	if p.column {
		return p.towardInColumn(thing, d)
	}
	t := &p.Things[thing]
	switch d {
	case Left, Right:
		step := 1
		if d == Left {
			step = -1
		}
		if t.Column*step < 0 {
			return t.Parent
		}
		return p.nearest(thing, func(o *Thing) (int, bool) {
			return abs(o.Y - t.Y), o.Parent == thing && o.Column == t.Column+step
		})
	case Up, Down:
		step := 1
		if d == Up {
			step = -1
		}
		return p.nearest(thing, func(o *Thing) (int, bool) {
			if thing == 0 {
				return abs(o.Y-t.Y)*4 + abs(o.X-t.X), (o.Y-t.Y)*step > 0
			}
			return abs(o.Y - t.Y), o.Column == t.Column && (o.Y-t.Y)*step > 0
		})
	}
	return thing
}

// nearest returns the first of the eligible things at the least distance, or from if
// there is none.
func (p *Picture) nearest(from int, far func(*Thing) (int, bool)) int {
	best, least := from, 0
	for i := range p.Things {
		if i == from {
			continue
		}
		if n, counts := far(&p.Things[i]); counts && (best == from || n < least) {
			best, least = i, n
		}
	}
	return best
}

func (p *Picture) towardInColumn(thing int, d Direction) int {
	switch d {
	case Up:
		return max(0, thing-1)
	case Down:
		return min(len(p.Things)-1, thing+1)
	case Left:
		return max(0, p.Things[thing].Parent)
	case Right:
		for i := thing + 1; i < len(p.Things); i++ {
			if p.Things[i].Parent == thing {
				return i
			}
		}
	}
	return thing
}

// At returns the thing at a cell, or -1.
func (p *Picture) At(x, y int) int {
	if p.box.h > 0 && !p.column && p.box.holdsRow(y) && x >= p.box.x && x < p.box.x+p.box.w {
		return 0
	}
	for i := range p.Things {
		t := &p.Things[i]
		if t.Y == y && x >= t.X && x < t.X+t.Width {
			return i
		}
		if n := y - t.Y - 1; n >= 0 && n < len(t.more) {
			width := safe.Width(t.more[n])
			if from := t.lineX(t.Column < 0 && !p.column, width); x >= from && x < from+width {
				return i
			}
		}
	}
	return -1
}

func abs(n int) int { return max(n, -n) }
