package matrix

import (
	"context"

	tea "charm.land/bubbletea/v2"

	draw "rihla/ui/draw/matrix"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
)

// move goes to another cell; it reports whether the action is one of moving.
func (p *Page) move(a keys.Action) bool {
	rows, columns := max(1, p.layout.Rows), max(1, p.layout.Columns)
	down, right := 1, 1
	if p.whole != nil {
		down, right, _ = p.whole.Scale()
		rows, columns = leap*down, leap*right
	}
	switch a {
	case keys.Up:
		p.goTo(p.viewport.Row-down, p.viewport.Column)
	case keys.Down:
		p.goTo(p.viewport.Row+down, p.viewport.Column)
	case keys.Left:
		p.goTo(p.viewport.Row, p.viewport.Column-right)
	case keys.Right:
		p.goTo(p.viewport.Row, p.viewport.Column+right)
	case keys.PageUp, keys.PanUp:
		p.leap(-rows, 0)
	case keys.PageDown, keys.PanDown:
		p.leap(rows, 0)
	case keys.HalfUp:
		p.leap(-max(1, rows/2), 0)
	case keys.HalfDown:
		p.leap(max(1, rows/2), 0)
	case keys.PanLeft:
		p.leap(0, -columns)
	case keys.PanRight:
		p.leap(0, columns)
	case keys.Top:
		p.goTo(0, p.viewport.Column)
	case keys.Bottom:
		p.goTo(len(p.made.table.Rows)-1, p.viewport.Column)
	default:
		return false
	}
	return true
}

// leap is how many dots are gone over at once, where all is seen.
const leap = 16

// fit lays all of the table out.
func (p *Page) fit() tea.Cmd {
	if !p.isFilled() {
		return nil
	}
	t, width, height := p.made.table, p.width, p.height-p.above()-p.below()
	return work.Do(p.Worker, func(context.Context) *draw.Whole { return draw.NewWhole(t, width, height) }, func(w *draw.Whole) tea.Cmd {
		p.whole = w
		return nil
	})
}

// near shows what is about the cell that is lit.
func (p *Page) near() {
	p.whole = nil
	p.centre()
}

// goTo lights a cell, the nearest that there is, and scrolls no further than
// shows it.
func (p *Page) goTo(row, column int) {
	t := p.made.table
	row, column = max(0, min(row, len(t.Rows)-1)), max(0, min(column, len(t.Columns)-1))
	p.viewport.Row, p.viewport.Column = row, column
	p.reveal()
}

// leap moves the viewport, and the highlighted cell with it.
func (p *Page) leap(rows, columns int) {
	p.viewport.Top += rows
	p.viewport.Left += columns
	p.bound()
	p.goTo(p.viewport.Row+rows, p.viewport.Column+columns)
}

// reveal scrolls as little as shows the cell that is lit.
func (p *Page) reveal() {
	v := &p.viewport
	v.Top = max(min(v.Top, v.Row), v.Row-max(1, p.layout.Rows)+1)
	v.Left = max(min(v.Left, v.Column), v.Column-max(1, p.layout.Columns)+1)
	p.bound()
}

// centre shows the cell that is lit amid the others.
func (p *Page) centre() {
	p.viewport.Top, p.viewport.Left = p.viewport.Row-p.layout.Rows/2, p.viewport.Column-p.layout.Columns/2
	p.bound()
}

// bound keeps the frame full where there is enough to fill it.
func (p *Page) bound() {
	t, v := p.made.table, &p.viewport
	v.Top = max(0, min(v.Top, len(t.Rows)-max(1, p.layout.Rows)))
	v.Left = max(0, min(v.Left, len(t.Columns)-max(1, p.layout.Columns)))
}

// walk goes to the next cell that is linked, or to the one before, by rows. It reports
// whether there is another.
func (p *Page) walk(by int) bool {
	t := p.made.table
	row, column, before := p.viewport.Row, p.viewport.Column, p.viewport
	for range len(t.Rows) + 1 {
		cells := t.Row(row)
		for i := range cells {
			if by < 0 {
				i = len(cells) - 1 - i
			}
			if c := cells[i]; c.IsFilled() && (by > 0 && c.Column > column || by < 0 && c.Column < column) {
				p.goTo(row, c.Column)
				return p.viewport != before
			}
		}
		row = (row + by + len(t.Rows)) % len(t.Rows)
		if column = -1; by < 0 {
			column = len(t.Columns)
		}
	}
	return false
}

// Click lights the cell at a place of the page, or the row or column whose name
// stands there.
func (p *Page) Click(x, y int) page.Answer {
	if !p.isFilled() {
		return page.Ignored
	}
	if p.whole != nil {
		row, column, ok := p.whole.At(x, y-p.above())
		if ok {
			p.goTo(row, column)
		}
		return page.Answer{Ignored: !ok}
	}
	row, column, ok := p.layout.At(x, y-p.above())
	if !ok || row+p.viewport.Top >= len(p.made.table.Rows) {
		return page.Ignored
	}
	at := [2]int{p.viewport.Row, p.viewport.Column}
	if row >= 0 {
		at[0] = p.viewport.Top + row
	}
	if column >= 0 {
		at[1] = p.viewport.Left + column
	}
	p.goTo(at[0], at[1])
	return page.Answer{}
}

// Wheel scrolls the rows, and lights a cell no further away than it must.
func (p *Page) Wheel(_, _, lines int) page.Answer {
	if !p.isFilled() {
		return page.Ignored
	}
	if p.whole != nil {
		p.goTo(p.viewport.Row+lines, p.viewport.Column)
		return page.Answer{}
	}
	p.viewport.Top += lines
	p.bound()
	p.goTo(max(p.viewport.Top, min(p.viewport.Row, p.viewport.Top+max(1, p.layout.Rows)-1)), p.viewport.Column)
	return page.Answer{}
}
