package browse

import (
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// step is how many cells the divider moves at a time.
const step = 4

// dragged is what the mouse moves: a column of a sheet by its right edge, the divider
// or nothing.
type dragged int

const (
	nothing dragged = -1 - iota
	divider
)

// switchSheet hides the detail, so that the list has the whole width, or shows it again.
func (p *Page) switchSheet() page.Answer {
	if p.tab.isNone() || p.inDetail {
		return page.Ignored
	}
	p.split.isSheet = !p.split.isSheet
	p.fit()
	if !p.split.isSheet {
		return page.Answer{}
	}
	w := p.voice.Words
	return p.say(words.SheetKeys, keys.Short(w, keys.Narrower), keys.Name(w, keys.Sheet))
}

// widen moves the divider by steps, or in a sheet the edge of the column under the
// cursor.
func (p *Page) widen(steps int) page.Answer {
	switch {
	case p.split.isSheet && !p.inDetail && !p.tab.isNone():
		p.list().Resize(steps)
	case p.layout.isWide && !p.tab.isNone():
		p.moveDivider(p.layout.list.width + steps*step)
	case p.inDetail:
		return p.say(words.NothingBeside)
	default:
		return page.Answer{Intent: page.Notice{Text: keys.Say(p.voice.Words, words.NothingBesideList, keys.Sheet)}}
	}
	return page.Answer{}
}

// moveDivider puts the divider at a cell, as far as list and detail keep some room. It
// stays at the same part of the width when that changes.
func (p *Page) moveDivider(x int) {
	x = max(leastPart, min(x, p.width-leastPart-3))
	p.split.share = float64(x) / float64(p.width)
	p.fit()
}

// moveColumn moves the cursor of a sheet by columns.
func (p *Page) moveColumn(by int) page.Answer {
	if !p.split.isSheet || p.inDetail || p.tab.isNone() {
		return page.Ignored
	}
	p.list().MoveColumn(by)
	return page.Answer{}
}

// Drag moves what was clicked to a cell: the divider, or the edge of a column.
func (p *Page) Drag(x, _ int) {
	switch {
	case p.dragged == divider && p.layout.isWide:
		p.moveDivider(x)
	case p.dragged >= 0 && p.split.isSheet && !p.tab.isNone():
		p.list().DragEdge(int(p.dragged), x)
	}
}
