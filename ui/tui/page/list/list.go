// Package list is the page that lists the entities of one kind: it moves,
// filters and sorts, and draws no more rows than are seen.
package list

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
)

// Page is the list of one kind.
type Page struct {
	Kind *kb.Kind
	// Marked tells whether the user has marked an entity.
	Marked func(*kb.Entity) bool

	voice   present.Voice
	columns []present.Column
	chosen  bool   // the columns, by the user
	needs   []need // of each column
	rows    rows
	cursor  int
	offset  int
	width   int
	height  int
	order   Order
	query   string
	texts   *texts
	sorted  *sorted

	generation int
	pending    bool
	// wanted is what is selected whenever the rows hold it; wantedOffset is
	// the first row to be seen then, or -1.
	wanted       *kb.Entity
	wantedOffset int
}

// New returns the list of a kind as it is at first.
func New(voice present.Voice, kind *kb.Kind) *Page {
	p := &Page{Kind: kind, voice: voice, height: 1, texts: new(texts), sorted: new(sorted), wantedOffset: -1}
	p.setColumns(voice.Columns(kind))
	p.Settle(p.arrange().Run())
	return p
}

// SetVoice tells the list in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) Job {
	p.voice, p.texts, p.sorted = voice, new(texts), new(sorted)
	p.setColumns(p.columnsLike(p.columns))
	return p.arrange()
}

// Adopt takes on what the user asked of the list of the same kind in another
// reading of the files: filter, order and columns.
func (p *Page) Adopt(other *Page) Job {
	p.query, p.order, p.sorted = other.query, other.order, new(sorted)
	if other.chosen {
		p.chosen, p.texts = true, new(texts)
		p.setColumns(p.columnsLike(other.columns))
	}
	return p.arrange()
}

// columnsLike returns the columns of the kind that show the same fields as
// others do, in their order.
func (p *Page) columnsLike(others []present.Column) []present.Column {
	fields := make(map[string]bool)
	for _, c := range others {
		fields[c.Field] = true
	}
	var columns []present.Column
	for _, c := range p.voice.AllColumns(p.Kind) {
		if fields[c.Field] {
			columns = append(columns, c)
		}
	}
	return inOrderOf(columns, others)
}

// inOrderOf orders columns as others are that show the same fields.
func inOrderOf(columns, like []present.Column) []present.Column {
	place := make(map[string]int)
	for i, c := range like {
		place[c.Field] = i
	}
	slices.SortStableFunc(columns, func(a, b present.Column) int { return place[a.Field] - place[b.Field] })
	return columns
}

// Columns returns the columns that are shown.
func (p *Page) Columns() []present.Column { return p.columns }

// SetColumns shows other columns.
func (p *Page) SetColumns(columns []present.Column) Job {
	p.texts, p.chosen = new(texts), true
	p.setColumns(columns)
	return p.arrange()
}

// Len returns how many entities the filter lets through, and how many there
// are.
func (p *Page) Len() (shown, all int) { return p.rows.len(), len(p.Kind.Entities) }

// Selected returns the entity that is selected, or nil.
func (p *Page) Selected() *kb.Entity {
	if p.cursor < p.rows.len() {
		return p.rows.entity(p.cursor)
	}
	return nil
}

// Cursor returns the place of the selected entity among those that are shown.
func (p *Page) Cursor() int { return p.cursor }

// Offset returns the first row that is seen.
func (p *Page) Offset() int { return p.offset }

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
// that is seen; it tells whether an entity stands there.
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
// awaited are there.
func (p *Page) Restore(e *kb.Entity, offset int) {
	p.wanted, p.wantedOffset = e, offset
	p.goToWanted(0)
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

// Act moves as a key asks; it tells whether the key was one that moves.
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
}

// jumpTo goes to a row that nobody moved to step by step: where it is not seen
// already, what stands around it will be.
func (p *Page) jumpTo(row int) {
	if row < p.offset || row >= p.offset+p.height {
		p.offset = max(0, row-p.height/3)
	}
	p.moveTo(row)
}

// SetSize tells how many cells a row has, and how many rows are seen.
func (p *Page) SetSize(width, rows int) {
	p.width, p.height = width, max(1, rows)
	p.moveTo(p.cursor)
}

// Query returns what the list is filtered by.
func (p *Page) Query() string { return p.query }

// Order returns how the list is sorted.
func (p *Page) Order() Order { return p.order }

// Ready returns what makes ready all that a filter looks at; it may run beside
// the screen.
func (p *Page) Ready() func() {
	texts, voice, columns := p.texts, p.voice, p.columns
	return func() { texts.fill(voice, p.Kind.Entities, columns) }
}

// SetQuery filters the list.
func (p *Page) SetQuery(query string) Job {
	p.query = query
	return p.arrange()
}

// SetOrder sorts the list.
func (p *Page) SetOrder(order Order) Job {
	if p.order != order {
		p.order, p.sorted = order, new(sorted)
	}
	return p.arrange()
}

// NextOrder returns the order that comes after the list's own: each column
// that is seen, then the same the other way round, then the order of the files.
func (p *Page) NextOrder() Order {
	switch {
	case !p.order.Sorted:
		return Order{Sorted: true}
	case !p.order.Reverse:
		return Order{Sorted: true, Field: p.order.Field, Reverse: true}
	}
	for i, c := range p.columns[:max(1, p.Seen())-1] {
		if c.Field == p.order.Field {
			return Order{Sorted: true, Field: p.columns[i+1].Field}
		}
	}
	return Order{}
}

// OrderBy returns the order by a column, reversed if the list is sorted by it
// already.
func (p *Page) OrderBy(field string) Order {
	same := p.order.Sorted && p.order.Field == field
	return Order{Sorted: true, Field: field, Reverse: same && !p.order.Reverse}
}

// few is how many entities are arranged at once, between two frames.
const few = 2000

// IsLong tells whether arranging the list takes longer than a frame, so that
// it should run beside the screen.
func (p *Page) IsLong() bool { return len(p.Kind.Entities) > few }

// IsPending tells whether the rows are still those of before.
func (p *Page) IsPending() bool { return p.pending }

// arrange returns the job that brings the rows in line with what was asked.
func (p *Page) arrange() Job {
	p.generation++
	p.pending = true
	if p.wanted == nil {
		p.want()
	}
	return Job{
		Kind: p.Kind, Generation: p.generation,
		voice: p.voice, order: p.order, query: p.query, columns: p.columns, texts: p.texts, sorted: p.sorted,
	}
}

// Settle takes what a job made, unless another was asked for since. What was
// selected stays so, if it is there, unless the filter names another better.
func (p *Page) Settle(a Arranged) {
	if a.Generation != p.generation {
		return
	}
	p.pending = false
	p.rows = a.rows
	restored := p.wantedOffset >= 0
	p.goToWanted(a.best)
	if !restored && p.rows.nearness(a.best) > p.rows.nearness(p.cursor) {
		p.jumpTo(a.best)
	}
}
