// Package list is the page that lists the entities of one kind, or those of a
// view: it moves, filters and sorts, and draws visible rows only.
//
// It is not the list of Bubbles, of which a key in 100,000 rows took 54 ms, or
// 4.4 ms without its pager, against 0.05 ms here
// (go test -run '^$' -bench Rows -benchtime 30x ./ui/tui), and which sets no
// columns.
package list

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
)

// Page is the list of one kind, or of a view.
type Page struct {
	Subject
	// Marked tells whether the user has marked an entity.
	Marked func(*kb.Entity) bool

	index   *search.Index
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
	asked   *query.Query   // nil where the query makes no sense
	problem *query.Problem // or nil
	sorted  *sorted

	latest     parallel.Latest
	generation uint64
	pending    bool
	light      query.Highlighter
	// wanted is what is selected whenever the rows hold it; wantedOffset is
	// the first row to be seen then, or -1.
	wanted       *kb.Entity
	wantedOffset int
}

// New returns the list of a subject as it is at first. That of a view is there
// when its job has run.
func New(voice present.Voice, index *search.Index, subject Subject) (*Page, Job) {
	p := &Page{Subject: subject, index: index, voice: voice, height: 1, asked: new(query.Query), sorted: new(sorted), wantedOffset: -1}
	p.setColumns(p.firstColumns())
	job := p.arrange()
	if subject.Kind != nil {
		p.Settle(job.Run())
	}
	return p, job
}

func (p *Page) firstColumns() []present.Column {
	if kind := p.columnsKind(); kind != nil {
		return p.voice.Columns(kind)
	}
	return p.voice.MixedColumns()
}

// AllColumns returns every column that the list can show.
func (p *Page) AllColumns() []present.Column {
	if kind := p.columnsKind(); kind != nil {
		return p.voice.AllColumns(kind)
	}
	return p.voice.AllMixedColumns()
}

func (p *Page) entities() []*kb.Entity { return p.Subject.entities(p.voice.KB) }

// SetVoice tells the list in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) Job {
	p.voice, p.sorted = voice, new(sorted)
	p.setColumns(p.columnsLike(p.columns))
	return p.arrange()
}

// Adopt takes on what the user asked of the list of the same subject in another
// reading of the files: filter, order and columns.
func (p *Page) Adopt(other *Page) Job {
	p.order, p.sorted = other.order, new(sorted)
	p.ask(other.query)
	if other.chosen {
		p.chosen = true
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
	for _, c := range p.AllColumns() {
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
	p.chosen = true
	p.setColumns(columns)
	return p.arrange()
}

// Len returns how many entities the filter lets through, and how many there
// are.
func (p *Page) Len() (shown, all int) {
	all = len(p.entities())
	if p.Kind == nil {
		all = p.rows.len()
	}
	return p.rows.len(), all
}

// Selected returns the entity that is selected, or nil.
func (p *Page) Selected() *kb.Entity {
	if p.cursor < p.rows.len() {
		return p.rows.entity(p.cursor)
	}
	return nil
}

// Entity returns the entity of a row, counted from the first, or nil.
func (p *Page) Entity(row int) *kb.Entity {
	if row < 0 || row >= p.rows.len() {
		return nil
	}
	return p.rows.entity(row)
}

// Shown returns the entities that the filter lets through, in the order of the
// rows. They are not to be written to.
func (p *Page) Shown() []*kb.Entity { return p.rows.list() }

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

// Asked returns the query as it was understood, nil where it makes no sense, and
// what is wrong with it, if anything is.
func (p *Page) Asked() (*query.Query, *query.Problem) { return p.asked, p.problem }

// Found returns what the filter found, or nil where there is none.
func (p *Page) Found() *search.Result { return p.rows.found }

// SetQuery filters the list.
func (p *Page) SetQuery(text string) Job {
	p.ask(text)
	return p.arrange()
}

func (p *Page) ask(text string) {
	p.query = text
	p.asked, p.problem = p.index.Parse(text)
}

// Again arranges the list once more, where the index that it was filtered by was
// still being made.
func (p *Page) Again() (job Job, again bool) {
	if p.rows.found == nil && !p.pending || p.rows.found != nil && p.rows.found.IsComplete {
		return Job{}, false
	}
	return p.arrange(), true
}

// SetOrder sorts the list.
func (p *Page) SetOrder(order Order) Job {
	if !slices.Equal(p.order, order) {
		p.order, p.sorted = order, new(sorted)
	}
	return p.arrange()
}

// OrderBy returns the order by a column alone, reversed if the list is sorted by
// it already.
func (p *Page) OrderBy(field string) Order {
	same := len(p.order) == 1 && p.order[0].Field == field
	return Order{{Field: field, Reverse: same && !p.order[0].Reverse}}
}

// few is how many entities are arranged at once, between two frames.
const few = 2000

// IsLong tells whether arranging the list takes longer than a frame, so that
// it should run beside the screen.
func (p *Page) IsLong() bool { return len(p.entities()) > few }

// IsPending tells whether the rows are still those of before.
func (p *Page) IsPending() bool { return p.pending }

// arrange returns the job that brings the rows in line with what was asked.
func (p *Page) arrange() Job {
	p.generation = p.latest.Next()
	p.pending = true
	if p.wanted == nil {
		p.want()
	}
	asked := p.asked
	if asked == nil {
		asked = new(query.Query)
	}
	return Job{
		page: p, generation: p.generation, subject: p.Subject, entities: p.entities(),
		voice: p.voice, index: p.index, order: p.order, asked: asked, wrong: p.asked == nil, sorted: p.sorted,
	}
}

// Settle takes what a job made, unless another was asked for since. What was
// selected stays so, if it is there, unless the filter names another better.
func (p *Page) Settle(a Arranged) {
	if a.generation != p.generation {
		return
	}
	p.pending = false
	p.rows = a.rows
	restored := p.wantedOffset >= 0
	p.goToWanted(a.best)
	p.lights()
	if !restored && p.rows.score(a.best) > p.rows.score(p.cursor) {
		p.jumpTo(a.best)
	}
}

// Light returns what the filter asks for.
func (p *Page) Light() query.Highlighter { return p.light }

// lights has what the filter asks for be lit.
func (p *Page) lights() {
	p.light = query.Highlighter{}
	if f := p.rows.found; f != nil && p.asked != nil {
		p.light = query.NewHighlighter(&p.asked.Root, f.Edits)
	}
}
