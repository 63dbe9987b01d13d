package list

import (
	"rihla/model/kb"
	"rihla/ui/tui/keys"
)

// Select selects an entity, if the filter lets it through.
func (p *Page) Select(e *kb.Entity) bool {
	at := p.cursor
	if e == nil || p.Selected() != e {
		at = p.rows.find(e)
	}
	if at < 0 {
		return false
	}
	p.moveTo(at)
	p.want()
	return true
}

// want has what is selected stay so when the rows change.
func (p *Page) want() { p.wanted, p.wantedOffset = p.Selected(), -1 }

// SelectRow selects by the row of the screen, counted from the first entity
// that is seen; it reports whether an entity stands there.
func (p *Page) SelectRow(row int) bool {
	at := p.offset + row
	if row < 0 || row >= p.height || at >= p.rows.len() {
		return false
	}
	p.moveTo(at)
	p.want()
	return true
}

// Restore brings back a place that was left, now or when the rows that are
// awaited are there. Where the entity is not among them, the row is selected that had
// the cursor.
func (p *Page) Restore(e *kb.Entity, offset, cursor int) {
	p.wanted, p.wantedOffset = e, offset
	p.goToWanted(cursor)
}

// goToWanted selects what is wanted, or another row where it is not there.
func (p *Page) goToWanted(other int) {
	at := p.rows.find(p.wanted)
	if p.wantedOffset >= 0 {
		p.offset = p.wantedOffset
	} else if at < 0 {
		p.offset = 0
	}
	if at < 0 {
		p.jumpTo(other)
	} else {
		p.moveTo(at)
	}
	if !p.pending {
		p.wantedOffset = -1
	}
}

// Act moves as a key asks; it reports whether the key is one that moves.
func (p *Page) Act(a keys.Action) bool {
	switch a {
	case keys.Up:
		p.moveTo(p.cursor - 1)
	case keys.Down:
		p.moveTo(p.cursor + 1)
	case keys.PageUp:
		p.leap(-p.height)
	case keys.PageDown:
		p.leap(p.height)
	case keys.HalfUp:
		p.leap(-max(1, p.height/2))
	case keys.HalfDown:
		p.leap(max(1, p.height/2))
	case keys.Top:
		p.moveTo(0)
	case keys.Bottom:
		p.moveTo(p.rows.len() - 1)
	default:
		return false
	}
	p.want()
	return true
}

// Scroll moves what is seen, and the selection no further than it must.
func (p *Page) Scroll(rows int) {
	p.offset = max(0, min(p.offset+rows, p.rows.len()-p.height))
	p.moveTo(max(p.offset, min(p.cursor, p.offset+p.height-1)))
	p.want()
}

// leap moves selection and screen alike.
func (p *Page) leap(by int) {
	p.offset = max(0, min(p.offset+by, p.rows.len()-p.height))
	p.moveTo(p.cursor + by)
}

func (p *Page) moveTo(row int) {
	p.cursor = max(0, min(row, p.rows.len()-1))
	p.offset = max(min(p.offset, p.cursor), p.cursor-p.height+1)
	p.offset = max(0, min(p.offset, p.rows.len()-p.height))
	p.note()
}

// jumpTo goes to a row that nobody moved to step by step: where it is not seen
// already, what stands around it will be.
func (p *Page) jumpTo(row int) {
	if row < p.offset || row >= p.offset+p.height {
		p.offset = max(0, row-p.height/3)
	}
	p.moveTo(row)
}
