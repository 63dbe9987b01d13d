package list

import (
	"slices"

	"rihla/model/order"
	"rihla/ui/present"
)

const (
	leastSet  = 3   // cells to which a column of a sheet can be narrowed
	mostSet   = 240 // and widened
	setStep   = 2
	sheetCell = 40 // cells that a text of a sheet has at first, at most
)

// SetSheet makes the list a sheet, or a list beside the detail again. A sheet has all
// columns unless the user has chosen some, those of the list first; one of them has the
// cursor, and they scroll sideways beside the name.
func (p *Page) SetSheet(isSheet bool) {
	if p.isSheet == isSheet {
		return
	}
	p.isSheet = isSheet
	if !p.chosen {
		p.setColumns(p.firstColumns())
	}
}

// sheetColumns returns the columns of a list and after them all others, those of one
// kind by how much their values tell.
func (p *Page) sheetColumns(first []present.Column) []present.Column {
	var others []present.Column
	for _, c := range p.AllColumns() {
		if !slices.ContainsFunc(first, func(f present.Column) bool { return f.Field == c.Field }) {
			others = append(others, c)
		}
	}
	if kind := p.columnsKind(); kind != nil {
		telling := p.voice.Telling(kind)
		order.Stable(others, func(a, b present.Column) int { return telling[a.Field] - telling[b.Field] })
	}
	return append(slices.Clone(first), others...)
}

// Column returns the column that the cursor is on, or nil: only a sheet has a cursor
// on its columns.
func (p *Page) Column() *present.Column {
	if !p.isSheet || p.column >= len(p.columns) {
		return nil
	}
	return &p.columns[p.column]
}

// MoveColumn moves the cursor by columns.
func (p *Page) MoveColumn(by int) {
	p.column = max(0, min(p.column+by, len(p.columns)-1))
	p.revealColumn()
}

// SelectColumn puts the cursor on the column at a cell of a row.
func (p *Page) SelectColumn(x int) {
	for _, at := range p.places(p.width) {
		if x < at.x+at.width+gap {
			p.column = at.column
			return
		}
	}
}

// Resize widens the column under the cursor by steps, or narrows it.
func (p *Page) Resize(steps int) {
	for _, at := range p.places(p.width) {
		if at.column == p.column {
			p.setWidth(p.column, at.width+steps*setStep)
			return
		}
	}
}

func (p *Page) setWidth(column, width int) {
	if p.widths == nil {
		p.widths = make(map[string]int)
	}
	p.widths[p.columns[column].Field] = max(leastSet, min(width, mostSet))
	p.revealColumn()
}

// EdgeAt returns the column of a sheet whose right edge is at a cell of the header.
func (p *Page) EdgeAt(x int) (column int, ok bool) {
	if p.isSheet {
		for _, at := range p.places(p.width) {
			if end := at.x + at.width; x >= end && x < end+gap {
				return at.column, true
			}
		}
	}
	return 0, false
}

// DragEdge moves the right edge of a column to a cell.
func (p *Page) DragEdge(column, x int) {
	for _, at := range p.places(p.width) {
		if at.column == column {
			p.column = column
			p.setWidth(column, x-at.x)
		}
	}
}

// sheetWidth returns the width that a column of a sheet has where there is room.
func (p *Page) sheetWidth(column int) int {
	if width := p.widths[p.columns[column].Field]; width > 0 {
		return width
	}
	if column == 0 {
		return min(p.need(0).all, max(widestName, p.width/2))
	}
	return min(p.need(column).all, sheetCell)
}

// sheetPlaces returns where the columns of a sheet stand: the name, and as many from
// the first that is scrolled to as there is room for, the last perhaps cut. Room that is
// left goes to those whose texts are wider.
func (p *Page) sheetPlaces(width int) []place {
	end := width - edge
	name := min(p.sheetWidth(0), end-margin)
	if len(p.columns) > 1 { // some of the room is another column's
		name = min(name, max(end-margin-gap-leastBeside, (end-margin)/2))
	}
	out := []place{{0, margin, name}}
	x := margin + name + gap
	for i := p.first; i < len(p.columns); i++ {
		w := p.sheetWidth(i)
		if room := end - x; room < w {
			if room < min(w, leastCell) && i > p.first || room < 1 {
				break
			}
			w = room
		}
		out = append(out, place{i, x, w})
		x += w + gap
	}
	if last := out[len(out)-1].column; last == len(p.columns)-1 {
		p.widen(out, end-(x-gap))
	}
	return out
}

// widen gives room that is left to columns whose texts need it and whose widths the
// user has not set.
func (p *Page) widen(places []place, left int) {
	moved := 0
	for i := range places {
		at := &places[i]
		at.x += moved
		if p.widths[p.columns[at.column].Field] > 0 {
			continue
		}
		more := max(0, min(left, p.need(at.column).all-at.width))
		at.width += more
		left -= more
		moved += more
	}
}

// revealColumn scrolls sideways as little as shows the column under the cursor whole,
// and no further than the last column needs.
func (p *Page) revealColumn() {
	if !p.isSheet {
		return
	}
	p.column = max(0, min(p.column, len(p.columns)-1))
	p.first = max(1, min(p.first, len(p.columns)-1))
	if p.column > 0 {
		p.first = min(p.first, p.column)
	}
	for p.first < p.column && !p.isWhole(p.column) {
		p.first++
	}
	for p.first > 1 {
		p.first--
		if last := len(p.columns) - 1; !p.isWhole(last) || !p.isWhole(max(p.column, 1)) {
			p.first++
			return
		}
	}
}

// isWhole reports whether a column of a sheet stands in the rows with all its width.
func (p *Page) isWhole(column int) bool {
	return slices.ContainsFunc(p.places(p.width), func(at place) bool {
		return at.column == column && at.width >= p.sheetWidth(column)
	})
}
