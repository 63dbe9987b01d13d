package compare

import (
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
)

// move moves as a key asks, and reports whether the key is one that the page
// knows.
func (p *Page) move(a keys.Action) bool {
	switch a {
	case keys.Up:
		p.step(-1)
	case keys.Down:
		p.step(1)
	case keys.PageUp:
		p.leap(-max(1, p.lines()-1))
	case keys.PageDown:
		p.leap(max(1, p.lines()-1))
	case keys.HalfUp:
		p.leap(-max(1, p.lines()/2))
	case keys.HalfDown:
		p.leap(max(1, p.lines()/2))
	case keys.Top:
		p.choose(names)
	case keys.Bottom:
		p.choose(len(p.rows) - 1)
	case keys.PrevEntity:
		p.across(p.entity-1, 0)
	case keys.NextEntity:
		p.across(p.entity+1, 0)
	case keys.NextLink:
		return p.walk(1)
	case keys.PrevLink:
		return p.walk(-1)
	case keys.Differing:
		at := p.state()
		at.Differing = !at.Differing
		p.restore(at)
	case keys.Expand:
		return p.fold()
	default:
		return false
	}
	return true
}

// fold shows the texts of rows whole, or folds them again. It reports whether any are
// longer than what is shown of them folded.
func (p *Page) fold() bool {
	before, lines := p.state(), p.countLines()
	at := before
	at.Whole, at.Line = !at.Whole, 0
	p.restore(at)
	if p.countLines() == lines {
		p.restore(before)
		return false
	}
	return true
}

// countLines returns how many lines all rows take.
func (p *Page) countLines() (n int) {
	for row := range p.rows {
		n += len(p.block(row).Lines)
	}
	return n
}

// choose selects a row, and shows it.
func (p *Page) choose(row int) {
	if row = max(names, min(row, len(p.rows)-1)); row != p.row {
		p.row, p.link = row, 0
	}
	p.reveal()
}

// across selects an entity.
func (p *Page) across(entity, link int) {
	if entity < 0 || entity >= len(p.entities) {
		return
	}
	p.entity, p.link = entity, link
	if from, to, _, _ := p.columns(); entity+1 < from || entity+1 > to {
		p.lay()
		p.settle()
	}
}

// walk selects what comes next in the cells, row by row, or what comes before. It
// reports whether anything does.
func (p *Page) walk(by int) bool {
	if at := p.link + by; at >= 0 && at < len(p.links()) {
		p.link = at
		return true
	}
	row, entity := p.row, p.entity
	if row == names && by > 0 {
		entity = len(p.entities) - 1
	}
	for range 2 * len(p.entities) * (len(p.rows) + 1) {
		if entity += by; entity < 0 || entity >= len(p.entities) {
			row, entity = row+by, (entity+len(p.entities))%len(p.entities)
		}
		if row < 0 || row >= len(p.rows) {
			return false
		}
		if !p.comparison.Rows[p.rows[row]].Cells[entity].HasLinks() {
			continue
		}
		p.across(entity, 0)
		p.choose(row)
		if by < 0 {
			p.link = max(0, len(p.links())-1)
		}
		return true
	}
	return false
}

// step selects the next row, or the one before, once all of the selected one
// has been seen on that side.
func (p *Page) step(by int) {
	at, tall := p.y(p.row), 0
	if p.row != names {
		tall = p.lineCount(p.row)
	}
	switch {
	case p.row == names && by < 0:
		p.choose(names)
	case p.row != names && by > 0 && at+tall > p.lines(), p.row != names && by < 0 && at < 0:
		p.scroll(by)
	case by > 0 && p.row == len(p.rows)-1:
		p.scroll(by)
	default:
		p.choose(p.row + by)
	}
}

// leap scrolls by many lines and takes the selection along; where it can scroll
// no further, it selects the end.
func (p *Page) leap(by int) {
	before := p.top
	p.scroll(by)
	switch {
	case p.top != before:
		p.keepSeen()
	case by > 0:
		p.choose(len(p.rows) - 1)
	default:
		p.choose(names)
	}
}

// Wheel moves the viewport, and the selection no further than it must.
func (p *Page) Wheel(_, _, lines int) page.Answer {
	p.scroll(lines)
	p.keepSeen()
	return page.Answer{}
}

// Click selects the cell at a place of the page.
func (p *Page) Click(x, y int) page.Answer {
	y -= len(p.title)
	if y < 0 {
		return page.Ignored
	}
	row, line := names, y
	if y -= len(p.head.Lines); y >= 0 {
		at := p.top
		for at.line += y; at.row <= p.last() && at.line >= p.lineCount(at.row); at.row++ {
			at.line -= p.lineCount(at.row)
		}
		if at.row >= len(p.rows) {
			return page.Ignored
		}
		row, line = at.row, at.line
	}
	if entity := p.laid.EntityAt(x); entity >= 0 {
		p.entity = entity
	}
	p.row, p.link = row, 0
	if row != names {
		p.link = p.linkAt(x, line)
	}
	p.settle()
	return page.Answer{}
}

// linkAt returns the link at a cell of the selected row, or before it, or else
// the first.
func (p *Page) linkAt(x, line int) int {
	b := p.block(p.row)
	link := -1
	for _, s := range b.Lines[line].Spans {
		if x < 0 {
			break
		}
		if s.Link >= 0 && b.Links[s.Link].Entity == p.entity {
			link = s.Link
		}
		x -= safe.Width(s.Text)
	}
	at := 0
	for i, l := range b.Links {
		if l.Entity != p.entity {
			continue
		}
		if i == link {
			return at
		}
		at++
	}
	return 0
}
