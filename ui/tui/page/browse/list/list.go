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

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
)

// Page is the list of one kind, or of a view.
type Page struct {
	Subject
	// Settled is called when the rows have changed.
	Settled func()

	marks *page.Marks

	index     *search.Index
	voice     present.Voice
	columns   []present.Column
	chosen    bool // the columns, by the user
	titles    []string
	needs     []need
	sample    []*kb.Entity // that the needs are measured on
	noted     span         // the rows that have been measured besides
	reason    int          // the cells of the widest name with what its row is there for
	rows      rows
	elsewhere int // number of matches outside the list, if the filter has none in it
	// usual are the columns that the list has by itself, seen those that it had in the
	// reading before.
	usual, seen []present.Column
	linkedTo    *kb.Entity // the entity to which the filter requires a link, or nil
	isSheet     bool
	widths      map[string]int // of columns of a sheet by field, as the user has set them
	column      int            // the column under the cursor of a sheet
	first       int            // the first column beside the name of a sheet that is seen
	turn        int            // how often the rows have changed
	cursor      int
	offset      int
	width       int
	height      int
	order       Order
	query       string
	asked       *query.Query   // nil where the query makes no sense
	problem     *query.Problem // or nil
	sorted      *sorted

	beside  []string // the names of the visible rows
	worker  work.Worker
	pending bool
	light   query.Highlighter
	// unsureOf are the matches of rows that have been seen which do not surely hold, of
	// the result unsureIn.
	unsureOf map[*kb.Entity][]search.Match
	unsureIn *search.Result
	// wanted is what is selected whenever the rows hold it; wantedOffset is
	// the first row to be seen then, or -1.
	wanted       *kb.Entity
	wantedOffset int
}

// New returns the list of a subject as it is at first. That of a view is empty
// until the command has run.
func New(voice present.Voice, index *search.Index, marks *page.Marks, subject Subject) (*Page, tea.Cmd) {
	p := &Page{
		Subject: subject, Settled: func() {}, index: index, voice: voice, marks: marks,
		height: 1, asked: new(query.Query), sorted: new(sorted), wantedOffset: -1,
	}
	p.setColumns(p.firstColumns())
	if subject.Kind != nil {
		p.arrangeNow()
		return p, nil
	}
	return p, p.arrangeBeside()
}

func (p *Page) firstColumns() []present.Column {
	columns := p.voice.MixedColumns()
	if kind := p.columnsKind(); kind != nil {
		columns = p.withSeen(p.voice.Columns(kind), kind)
		p.usual = columns
	}
	columns = p.voice.WithRole(columns, p.linkedTo)
	if p.isSheet {
		return p.sheetColumns(columns)
	}
	return columns
}

// withSeen returns the usual columns of a kind after those of an earlier reading that its
// entities still have: what has been seen stays, also where all values are the same now.
func (p *Page) withSeen(columns []present.Column, kind *kb.Kind) []present.Column {
	if len(p.seen) == 0 || p.areChosen(kind) {
		return columns
	}
	out := p.columnsLike(p.seen)
	for _, c := range columns {
		isThere := slices.ContainsFunc(out, func(have present.Column) bool { return have.Field == c.Field })
		if !isThere && len(out) < max(len(columns), len(p.seen)) {
			out = append(out, c)
		}
	}
	return out
}

// areChosen reports whether the configuration or the manifest names the columns of a kind.
func (p *Page) areChosen(kind *kb.Kind) bool {
	_, configured := p.voice.Configured[kind.Name]
	return configured || len(kind.Columns) > 0
}

// AllColumns returns every column that the list can show.
func (p *Page) AllColumns() []present.Column {
	columns := p.voice.AllMixedColumns
	if kind := p.columnsKind(); kind != nil {
		columns = func() []present.Column { return p.voice.AllColumns(kind) }
	}
	return p.voice.WithRole(columns(), p.linkedTo)
}

func (p *Page) entities() []*kb.Entity { return p.Subject.entities(p.voice.KB) }

// SetVoice shows the list in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) tea.Cmd {
	p.voice, p.sorted = voice, new(sorted)
	p.index = p.index.At(voice.Day.Span())
	p.setColumns(p.columnsLike(p.columns))
	return p.arrange()
}

// Adopt takes on what the user asked of the list of the same subject in another
// reading of the files: filter, order and columns.
func (p *Page) Adopt(other *Page) tea.Cmd {
	p.order, p.sorted = other.order, new(sorted)
	p.widths, p.column, p.first = other.widths, other.column, other.first
	p.ask(other.query)
	if kind := other.columnsKind(); kind != nil && !other.voice.KB.Partial && !other.areChosen(kind) {
		p.seen = other.usual
		p.setColumns(p.firstColumns())
	}
	if other.chosen {
		p.chosen = true
		if other.linkedTo != nil {
			p.linkedTo = p.voice.KB.Follow(other.linkedTo.Address())
		}
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
	order.Stable(columns, func(a, b present.Column) int { return place[a.Field] - place[b.Field] })
	return columns
}

// Columns returns the columns that are shown.
func (p *Page) Columns() []present.Column { return p.columns }

// SetColumns shows other columns.
func (p *Page) SetColumns(columns []present.Column) tea.Cmd {
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

// ShownLater returns a function that is Shown of the rows as they are now. It may run
// beside the screen.
func (p *Page) ShownLater() func() []*kb.Entity {
	rows := p.rows
	return rows.list
}

// Turn returns a number that changes with the rows.
func (p *Page) Turn() int { return p.turn }

// Cursor returns the place of the selected entity among those that are shown.
func (p *Page) Cursor() int { return p.cursor }

// Offset returns the first row that is seen.
func (p *Page) Offset() int { return p.offset }

// SetSize sets the width of a row, in cells, and the number of visible rows.
func (p *Page) SetSize(width, rows int) {
	p.width, p.height = width, max(1, rows)
	p.revealColumn()
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

// Elsewhere returns how many entities the filter finds outside the list, where it
// finds none in it.
func (p *Page) Elsewhere() int { return p.elsewhere }

// SetQuery filters the list.
func (p *Page) SetQuery(text string) tea.Cmd {
	p.ask(text)
	return p.arrange()
}

func (p *Page) ask(text string) {
	p.query = text
	p.asked, p.problem = p.index.Parse(text)
}

// SetOrder sorts the list.
func (p *Page) SetOrder(order Order) tea.Cmd {
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
