// Package matrix is the page that sets the entities of the list against those of
// a kind that they are linked to.
package matrix

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/matrix"
	draw "rihla/ui/draw/matrix"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Page is a matrix, and where in it the user is.
type Page struct {
	page.Picture
	voice         present.Voice
	width, height int

	asked    asked
	at       state // where to go once there is a table
	made     *made // nil until there is one
	making   bool  // whether another is being made
	shading  draw.Shading
	sizes    draw.Measures
	layout   draw.Layout
	viewport draw.Viewport
	whole    *draw.Whole // the whole table, where that is shown
}

// asked is what the user asks for.
type asked struct {
	kind    string // to set against; empty is the one of most links
	by      string // the path of the only relation, or empty
	hops    int
	order   draw.Order
	numbers bool
	shades  bool // where several hops would have numbers
	swapped bool
}

// state is what brings a page back to where it was left.
type state struct {
	asked       asked
	row, column kb.Address
	top, left   int
	seen        bool // whether top and left mean anything
	whole       bool
}

// made is a table and what was found on the way to it.
type made struct {
	asked     asked
	sides     draw.Sides
	against   *kb.Kind
	kinds     []matrix.Related
	relations []matrix.Related
	table     *matrix.Table
	shading   draw.Shading
	sizes     draw.Measures
}

// New returns a page that shows nothing yet.
func New(v present.Voice) *Page { return &Page{Picture: page.NewPicture(), voice: v} }

// Scope is that of matrices.
func (p *Page) Scope() keys.Scope { return keys.InMatrix }

// Leave lets go of the table.
func (p *Page) Leave() bool {
	worked := p.Clear()
	*p = Page{Picture: p.Picture, voice: p.voice}
	return worked
}

// Show sets the entities of a subject against those of the kind that they are
// linked to most, or goes to where at says.
func (p *Page) Show(s page.Subject, at any) page.Answer {
	p.Shown, p.made = s, nil
	p.asked, p.at = asked{hops: 1}, state{}
	if s.Entity != nil {
		p.at.row = s.Entity.Address()
	}
	if at, ok := at.(state); ok {
		p.asked, p.at = at.asked, at
	}
	return page.Answer{Cmd: p.make()}
}

// make makes the table that is asked for.
func (p *Page) make() tea.Cmd {
	v, s, a := p.voice, p.Shown, p.asked
	p.making = true
	return work.Do(p.Worker, func(ctx context.Context) *made { return gather(ctx, v, s, a) }, p.take)
}

// gather makes a table; nil where it is no longer wanted.
func gather(ctx context.Context, v present.Voice, s page.Subject, a asked) *made {
	k := v.KB
	m := &made{asked: a, sides: draw.Sides{Hops: a.hops, Order: a.order, Query: s.Query}}
	rows := s.Entities
	if s.Kind != nil {
		m.sides.Rows = v.KindLabel(s.Kind)
	} else if rows, m.sides.Rows = ofOneKind(v, s); m.sides.Rows == "" {
		m.sides.Rows = v.Words.Count(len(rows), words.EntityCount)
	}
	m.kinds = matrix.Kinds(k, rows)
	if m.against = k.Kind(a.kind); m.against == nil && len(m.kinds) > 0 {
		m.against = m.kinds[0].Kind
	}
	if m.against == nil {
		return m
	}
	m.sides.Columns = v.KindLabel(m.against)
	columns := m.against.Entities
	if a.hops > 1 {
		m.relations = matrix.Relations(k, rows, nil)
	} else {
		m.relations = matrix.Relations(k, rows, columns)
	}
	m.asked.by = ""
	for _, r := range m.relations {
		if r.Field.Path == a.by {
			m.asked.by, m.sides.By = a.by, r.Field
		}
	}
	if a.swapped {
		rows, columns = columns, rows
		m.sides.Rows, m.sides.Columns = m.sides.Columns, m.sides.Rows
	}
	t := matrix.Between(ctx, k, rows, columns, matrix.Options{Relation: m.asked.by, Hops: a.hops, At: v.Reference()})
	if t == nil {
		return nil
	}
	t = t.WithoutEmpty()
	t = a.order.Arrange(ctx, v, t)
	if ctx.Err() != nil {
		return nil
	}
	m.table, m.sides.Cited = t, t.CountsCitations()
	m.shading = draw.NewShading(v, t, a.isNumbered())
	m.sizes = draw.Measure(v, t, m.shading)
	return m
}

// isNumbered reports whether cells hold numbers: of several hops they do, unless
// shades are asked for.
func (a asked) isNumbered() bool {
	if a.hops > 1 {
		return !a.shades
	}
	return a.numbers
}

// ofOneKind returns, where everything is meant, the entities of the kind that is
// selected, or else that is linked to most, and what that is called.
func ofOneKind(v present.Voice, s page.Subject) ([]*kb.Entity, string) {
	if len(s.Entities) < len(v.KB.Entities) {
		return s.Entities, ""
	}
	if s.Entity != nil {
		return s.Entity.Kind.Entities, v.KindLabel(s.Entity.Kind)
	}
	if kinds := matrix.Kinds(v.KB, s.Entities); len(kinds) > 0 {
		return kinds[0].Kind.Entities, v.KindLabel(kinds[0].Kind)
	}
	return s.Entities, ""
}

// take shows a table; nil is none.
func (p *Page) take(m *made) tea.Cmd {
	if m == nil {
		return nil
	}
	p.made, p.asked, p.making = m, m.asked, false
	p.shading, p.sizes = m.shading, m.sizes
	if m.table != nil {
		p.viewport = draw.Viewport{Top: p.at.top, Left: p.at.left, Row: placeOf(m.table.Rows, p.at.row), Column: placeOf(m.table.Columns, p.at.column)}
		if p.at.column == "" {
			p.viewport.Column = p.firstFilled(p.viewport.Row)
		}
	}
	p.whole = nil
	p.lay()
	if p.isFilled() && !p.at.seen {
		p.centre()
	}
	if p.at.whole {
		return p.fit()
	}
	return nil
}

func placeOf(axes []matrix.Axis, at kb.Address) int {
	return max(0, slices.IndexFunc(axes, func(a matrix.Axis) bool {
		return at != "" && a.Entity.Kind.Name == at.Kind() && a.Entity.Address() == at
	}))
}

// firstFilled returns the column of the first cell in a row that is filled; of a
// square table, that of the one nearest to the diagonal.
func (p *Page) firstFilled(row int) int {
	t, best := p.made.table, -1
	off := func(column int) int { return max(column-row, row-column) }
	if row >= len(t.Rows) {
		return 0
	}
	for _, c := range t.Row(row) {
		if c.IsFilled() && (best < 0 || t.IsSquare() && off(c.Column) < off(best)) {
			best = c.Column
		}
	}
	return max(0, best)
}

// SetSize gives the page its cells.
func (p *Page) SetSize(width, height int) tea.Cmd {
	p.width, p.height = width, height
	p.lay()
	if p.whole != nil && !p.making {
		return p.fit()
	}
	return nil
}

// SetVoice shows the table in another voice.
func (p *Page) SetVoice(v present.Voice) tea.Cmd {
	p.voice = v
	if p.made == nil {
		return nil
	}
	p.at = p.state()
	return p.make()
}

// State returns what brings the page back to where it is.
func (p *Page) State() any { return p.state() }

func (p *Page) state() state {
	if !p.isFilled() {
		at := p.at
		at.asked = p.asked
		return at
	}
	t := p.made.table
	return state{p.asked, t.Rows[p.viewport.Row].Entity.Address(), t.Columns[p.viewport.Column].Entity.Address(), p.viewport.Top, p.viewport.Left, true, p.whole != nil}
}

// isFilled reports whether there is a cell to be at.
func (p *Page) isFilled() bool {
	return p.made != nil && p.made.table != nil && p.made.table.IsFilled()
}

// Selection returns the entity of the row.
func (p *Page) Selection() page.Selection { return page.Selection{Entity: p.selection()} }

func (p *Page) selection() *kb.Entity {
	if !p.isFilled() {
		return nil
	}
	return p.made.table.Rows[p.viewport.Row].Entity
}
