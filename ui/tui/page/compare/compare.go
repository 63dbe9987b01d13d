// Package compare is the page that sets entities side by side: what each says
// of something is a row, each entity a column.
package compare

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/draw/compare"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
)

// Page compares entities.
type Page struct {
	page.Defaults
	voice      present.Voice
	entities   []*kb.Entity
	comparison *compare.Comparison

	width, height int
	laid          compare.Layout
	title         []rich.Line
	head          compare.Block
	rows          []int // those that are shown, by their places in the comparison
	rest          []rich.Line
	blocks        map[int]compare.Block // of rows, as they are looked at

	row    int // that is selected, by its place in rows; names where the names are
	entity int
	link   int // in the cell that is selected

	top spot

	first            int // the first entity that has a column
	differing, whole bool
	fits             bool // whether the screen holds all rows whole, as they then are
}

// spot is a line of a row. After the rows comes one more, which is the rest.
type spot struct{ row, line int }

// names is the row of the names, which is always seen.
const names = -1

// state is what brings a page back to where it was left. Rows are named by
// their keys, the names by none.
type state struct {
	entities         []page.Ref
	Row, Top         string // the one that is selected, the first one that is seen
	Line             int    // how many lines of that are not
	Entity, Link     int
	First            int
	Differing, Whole bool
}

// New returns a page that compares nothing yet.
func New(voice present.Voice) *Page {
	p := &Page{voice: voice, height: 1}
	p.compare(nil)
	return p
}

// Scope is that of comparisons.
func (p *Page) Scope() keys.Scope { return keys.InCompare }

// Show compares the entities of a subject.
func (p *Page) Show(s page.Subject, at any) page.Answer {
	place, ok := at.(state)
	if !ok {
		p.compare(s.Entities)
		return page.Answer{}
	}
	left := page.Resolve(p.voice.KB, place.entities)
	if len(left) < 2 {
		return page.Ignored
	}
	p.compare(left)
	p.restore(place)
	return page.Answer{}
}

// compare compares entities from the beginning; the same ones stay as they are.
func (p *Page) compare(entities []*kb.Entity) {
	if p.comparison != nil && slices.Equal(entities, p.entities) {
		return
	}
	p.entities = entities
	p.comparison = compare.Compare(p.voice, entities)
	p.restore(state{})
}

// Leave keeps the comparison.
func (p *Page) Leave() bool { return false }

// Subject returns what is compared.
func (p *Page) Subject() page.Subject {
	return page.Subject{Entity: p.entityAt(), Entities: p.entities}
}

// Selection returns the entity whose column is selected.
func (p *Page) Selection() page.Selection {
	return page.Selection{Entity: p.entityAt(), Entities: p.entities}
}

// SetSize gives the page its cells; the place is kept.
func (p *Page) SetSize(width, height int) tea.Cmd {
	if width != p.width || height != p.height {
		at := p.state()
		p.width, p.height = width, max(1, height)
		p.restore(at)
	}
	return nil
}

// SetVoice shows the same in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) tea.Cmd {
	at := p.state()
	p.voice = voice
	p.comparison = compare.Compare(voice, p.entities)
	p.restore(at)
	return nil
}

// State returns where the page is.
func (p *Page) State() any {
	at := p.state()
	at.entities = page.RefsTo(p.entities)
	return at
}

// state returns where the page is among what it compares.
func (p *Page) state() state {
	return state{
		Row: p.key(p.row), Top: p.key(p.top.row), Line: p.top.line, Entity: p.entity, Link: p.link,
		First: p.first, Differing: p.differing, Whole: p.whole,
	}
}

// key returns the key of a row that is shown, nothing for any other.
func (p *Page) key(row int) string {
	if row < 0 || row >= len(p.rows) {
		return ""
	}
	return p.comparison.Rows[p.rows[row]].Key
}

// restore brings back a place that was left.
func (p *Page) restore(at state) {
	p.first, p.differing, p.whole = at.First, at.Differing, at.Whole
	p.entity = max(0, min(at.Entity, len(p.entities)-1))
	p.lay()
	p.row, p.top = p.find(at.Row), spot{max(0, p.find(at.Top)), at.Line}
	p.link = at.Link
	p.settle()
}

// find returns the row of a key that is shown, or the next one that is where it
// is not; the names where there is no such key.
func (p *Page) find(key string) int {
	at := slices.IndexFunc(p.comparison.Rows, func(r compare.Row) bool { return r.Key == key })
	if at < 0 {
		return names
	}
	n, _ := slices.BinarySearch(p.rows, at)
	return min(n, len(p.rows)-1)
}

const (
	low    = 8  // lines, under which a name has one alone
	titled = 10 // lines, from which on there is a title
)

// lay lays the page out, the entity that is selected being seen.
func (p *Page) lay() {
	heads := 2
	if p.height < low {
		heads = 1
	}
	p.laid = p.layFor(p.whole)
	p.first = p.laid.First
	p.title, p.rest, p.rows = nil, nil, nil
	if p.height >= titled {
		p.title = []rich.Line{p.laid.Title(p.differing)}
	}
	p.head = p.laid.Names(heads)
	p.blocks = make(map[int]compare.Block)
	for i, r := range p.comparison.Rows {
		if !p.differing || r.Verdict == compare.Differs {
			p.rows = append(p.rows, i)
		}
	}
	if p.differing {
		p.rest = p.laid.Summary()
	}
	if p.fits = p.fit(p.layFor(true)); p.fits && !p.whole {
		p.laid = p.layFor(true)
		return
	}
	for _, lines := range []int{8, 4, 2, 1} {
		if more := p.laid.WithMore(lines); p.fit(more) {
			p.laid = more
			return
		}
	}
}

// layFor lays the columns out so that the entity that is selected is seen.
func (p *Page) layFor(whole bool) compare.Layout {
	laid := p.comparison.Lay(max(1, p.width), p.first, whole)
	switch {
	case p.entity < laid.First:
		laid = p.comparison.Lay(max(1, p.width), p.entity, whole)
	case p.entity >= laid.First+laid.Shown:
		laid = p.comparison.Lay(max(1, p.width), p.entity-laid.Shown+1, whole)
	}
	return laid
}

// fit reports whether the screen holds all rows of a layout.
func (p *Page) fit(laid compare.Layout) bool {
	left := p.lines() - len(p.rest)
	for _, row := range p.rows {
		if left < 0 {
			break
		}
		left -= len(laid.Row(row).Lines)
	}
	return left >= 0
}

// columns returns the place of the first entity that is seen, that of the last,
// that of the one that is selected, and how many there are.
func (p *Page) columns() (from, to, at, all int) {
	all = len(p.entities)
	return p.laid.First + 1, min(all, p.laid.First+p.laid.Shown), p.entity + 1, all
}

// entityAt returns the entity whose column is selected, or nil.
func (p *Page) entityAt() *kb.Entity {
	if len(p.entities) == 0 {
		return nil
	}
	return p.entities[p.entity]
}

// selected returns what is selected in a cell, or nil.
func (p *Page) selected() *present.Link {
	if links := p.links(); p.link < len(links) {
		return &links[p.link]
	}
	return nil
}

// hasSource reports whether what is selected has sources to show.
func (p *Page) hasSource() bool {
	link := p.selected()
	if link == nil {
		return false
	}
	return link.Statement != nil && link.Statement.Claim != nil || link.Fact != nil
}

// target returns the entity that what is selected leads to, or else the one
// whose column it is in; nil where there is none.
func (p *Page) target() *kb.Entity {
	if link := p.selected(); link != nil && link.To != nil {
		return link.To
	}
	return p.entityAt()
}

// links returns what can be selected in the cell that is.
func (p *Page) links() []present.Link {
	if p.row == names {
		return nil
	}
	var out []present.Link
	for _, link := range p.block(p.row).Links {
		if link.Entity == p.entity {
			out = append(out, link.Link)
		}
	}
	return out
}

// block returns a row, or the rest, laid out.
func (p *Page) block(row int) compare.Block {
	if row < 0 || row >= len(p.rows) {
		return compare.Block{Lines: p.rest}
	}
	b, there := p.blocks[row]
	if !there {
		b = p.laid.Row(p.rows[row])
		p.blocks[row] = b
	}
	return b
}
