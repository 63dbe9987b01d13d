package overlay

import (
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
)

// picker is what all dialogs share that choose from rows: the cursor, the viewport,
// clicks and the wheel. Rows stand in groups; the cursor passes over their titles.
type picker struct {
	scroller
	rows   []row
	cursor int
	head   int                // lines of the dialog above its rows
	take   func() page.Answer // chooses what the cursor is on
}

// row is an item of a group, or its title.
type row struct{ group, item int }

// title is the item of a row that is the title of its group.
const title = -1

// setItems makes the rows one group of n items. The cursor stays, if it can.
func (p *picker) setItems(n int) {
	if len(p.rows) != n {
		p.rows = make([]row, n)
		for i := range p.rows {
			p.rows[i].item = i
		}
	}
	p.cursor = max(0, min(p.cursor, n-1))
}

// item returns the item under the cursor, or -1.
func (p *picker) item() int {
	if !p.hasCursor() {
		return -1
	}
	return p.rows[p.cursor].item
}

func (p *picker) isTitle(at int) bool { return p.rows[at].item == title }

// hasCursor reports whether the cursor is on an item.
func (p *picker) hasCursor() bool { return p.cursor < len(p.rows) && !p.isTitle(p.cursor) }

// step goes to the next item in a direction, and wraps around.
func (p *picker) step(by int) {
	n := len(p.rows)
	for range n {
		p.cursor = (p.cursor + by + n) % n
		if !p.isTitle(p.cursor) {
			return
		}
	}
}

// isGrouped reports whether the rows stand in groups.
func (p *picker) isGrouped() bool {
	last := len(p.rows) - 1
	return last >= 0 && (p.isTitle(0) || p.rows[0].group != p.rows[last].group)
}

// stepGroup goes to the first item of the next group in a direction, or where there
// are no groups, to the next item.
func (p *picker) stepGroup(by int) {
	if !p.isGrouped() {
		p.step(by)
		return
	}
	group := p.rows[p.cursor].group
	for range p.rows {
		p.step(by)
		if p.rows[p.cursor].group != group {
			break
		}
	}
	for p.cursor > 0 && p.rows[p.cursor-1].group == p.rows[p.cursor].group && !p.isTitle(p.cursor-1) {
		p.cursor--
	}
}

// page goes a screen up or down, or where there are groups, to the next one.
func (p *picker) page(by int) {
	if p.isGrouped() {
		p.stepGroup(by)
		return
	}
	p.cursor = max(0, min(p.cursor+by*p.height, len(p.rows)-1))
}

// act moves the cursor as a key asks; it reports whether the key is one that moves.
func (p *picker) act(a keys.Action) bool {
	switch a {
	case keys.Up:
		p.step(-1)
	case keys.Down:
		p.step(1)
	case keys.PageUp, keys.HalfUp:
		p.page(-1)
	case keys.PageDown, keys.HalfDown:
		p.page(1)
	case keys.NextTab:
		p.stepGroup(1)
	case keys.PrevTab:
		p.stepGroup(-1)
	case keys.Top:
		p.cursor = max(0, len(p.rows)-1)
		p.step(1)
	case keys.Bottom:
		p.cursor = 0
		p.step(-1)
	default:
		return false
	}
	return true
}

// Click selects the item of a line, and chooses it if it is selected already.
func (p *picker) Click(line int) page.Answer {
	if _, again := p.click(line); again {
		return p.take()
	}
	return page.Answer{}
}

// click moves the cursor to a line of the dialog. It reports whether an item stands
// there, and whether the cursor was on it already.
func (p *picker) click(line int) (ok, again bool) {
	at := p.offset + line - p.head
	if line < p.head || line-p.head >= p.height || at >= len(p.rows) || p.isTitle(at) {
		return false, false
	}
	again = at == p.cursor
	p.cursor = at
	return true, again
}

// Scroll moves the rows by a turn of the wheel, and the cursor no further than it
// must.
func (p *picker) Scroll(lines int) {
	p.scroller.Scroll(lines)
	p.cursor = max(p.offset, min(p.cursor, p.offset+p.height-1, len(p.rows)-1))
	if p.cursor < len(p.rows) && p.isTitle(p.cursor) {
		p.step(1)
	}
}

// draw draws the rows that are seen in a height, the cursor among them with the
// title above it.
func (p *picker) draw(height int, line func(at int) string) []string {
	p.set(len(p.rows), height)
	if p.cursor > 0 && p.cursor < len(p.rows) && p.isTitle(p.cursor-1) {
		p.show(p.cursor - 1)
	}
	p.show(p.cursor)
	from, to := p.window()
	out := make([]string, 0, to-from)
	for at := from; at < to; at++ {
		out = append(out, line(at))
	}
	return out
}
