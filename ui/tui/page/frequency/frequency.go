// Package frequency is the page that shows how often each value of a field occurs among
// the entities of a list, and filters the list by the values that are chosen.
package frequency

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/model/frequency"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// Page is the frequency table of one field.
type Page struct {
	page.Defaults
	worker  *work.Worker
	voice   present.Voice
	index   *search.Index
	subject page.Subject
	column  present.Column

	width, height int

	counted
	rows    []row // in the order that is shown
	byValue bool  // the order: ranges and values in their own, else by count
	cursor  int
	offset  int
	chosen  map[string]bool // by row.key
	at      state           // where to go once it is counted
}

// counted is a table and its rows in both orders.
type counted struct {
	table           *frequency.Table // nil until it is counted
	byOwn, byNumber []row
	widest          cells // what the columns need
}

// row is a row of the table and what it is called.
type row struct {
	frequency.Row
	name string
}

// state is what brings the page back to where it was left.
type state struct {
	column  present.Column
	byValue bool
	row     string // the key of the row under the cursor
	offset  int
	chosen  map[string]bool
}

// New returns the page of a knowledge base.
func New(voice present.Voice, index *search.Index) *Page {
	return &Page{worker: new(work.Worker), voice: voice, index: index.At(voice.Day.Span()), height: 1}
}

// Scope is that of the page.
func (p *Page) Scope() keys.Scope { return keys.InFrequency }

// Show counts the values of the column among the entities of a subject.
func (p *Page) Show(s page.Subject, at any) page.Answer {
	was, isBack := at.(state)
	switch {
	case isBack:
		p.column = was.column
	case s.Column != nil:
		p.column = *s.Column
	default:
		return page.Ignored
	}
	p.subject, p.at = s, was
	p.chosen, p.byValue = was.chosen, was.byValue
	if p.chosen == nil {
		p.chosen = make(map[string]bool)
	}
	return page.Answer{Cmd: p.count()}
}

// count counts: at once among few entities, else beside the screen.
func (p *Page) count() tea.Cmd {
	p.worker.Stop()
	p.counted, p.rows = counted{}, nil
	names := *p // whose voice stays as it is
	index, entities, field, lang := p.index, p.subject.Entities, p.column.Field, p.voice.Lang
	count := func(ctx context.Context) counted {
		t := frequency.Count(ctx, index, entities, field, lang)
		c := counted{table: &t, byOwn: names.named(t.ByValue(names.name)), byNumber: names.named(t.ByCount())}
		c.widest = names.measure(&t, c.byNumber)
		return c
	}
	show := func(c counted) tea.Cmd {
		p.counted = c
		if !p.at.isSet() {
			p.byValue = c.table.Ranged
		}
		p.arrange()
		p.goTo(p.at.row, p.at.offset)
		return nil
	}
	if len(entities) <= few && index.IsBuilt() {
		return show(count(context.Background()))
	}
	return work.Do(p.worker, count, show)
}

// few is how many entities are counted at once, between two frames.
const few = 1000

func (s *state) isSet() bool { return s.chosen != nil }

// arrange brings the rows in the order that is asked for.
func (p *Page) arrange() {
	p.rows = p.byNumber
	if p.byValue {
		p.rows = p.byOwn
	}
}

// named returns rows with what they are called.
func (p *Page) named(rows []frequency.Row) []row {
	out := make([]row, len(rows))
	for i := range rows {
		out[i] = row{rows[i], p.name(&rows[i])}
	}
	return out
}

// key tells the row from others of the table, in any language.
func (r *row) key() string {
	if r.What == frequency.Missing {
		return "no:"
	}
	return r.Query
}

// goTo moves the cursor to the row of a key, if there is one.
func (p *Page) goTo(key string, offset int) {
	p.cursor, p.offset = 0, offset
	for i := range p.rows {
		if key != "" && p.rows[i].key() == key {
			p.cursor = i
		}
	}
	p.moveTo(p.cursor)
}

// State returns what brings the page back to where it is.
func (p *Page) State() any {
	s := state{column: p.column, byValue: p.byValue, offset: p.offset, chosen: p.chosen}
	if p.cursor < len(p.rows) {
		s.row = p.rows[p.cursor].key()
	}
	return s
}

// Leave ends the work, and lets go of the rows.
func (p *Page) Leave() bool {
	p.worker.Stop()
	was := len(p.rows)
	p.counted, p.rows = counted{}, nil
	const many = 1000
	return was > many
}

// IsSlow reports whether the values are still being counted.
func (p *Page) IsSlow() bool { return p.worker.IsSlow() }

// Subject returns what is counted.
func (p *Page) Subject() page.Subject { return p.subject }

// SetVoice counts again in another voice.
func (p *Page) SetVoice(voice present.Voice) tea.Cmd {
	p.voice, p.index = voice, p.index.At(voice.Day.Span())
	if p.table == nil && !p.worker.IsBusy() {
		return nil // it is not shown
	}
	p.at = p.State().(state)
	for _, c := range p.columns() {
		if c.Field == p.column.Field {
			p.column = c
		}
	}
	return p.count()
}

// SetSize gives the page its cells.
func (p *Page) SetSize(width, height int) tea.Cmd {
	p.width, p.height = width, height
	p.moveTo(p.cursor)
	return nil
}

// columns returns what can be counted of the entities.
func (p *Page) columns() []present.Column {
	var shown []present.Column
	if kind := p.subject.Kind; kind != nil {
		shown = p.voice.Columns(kind)
	}
	return p.voice.Countable(p.subject.Kind, shown)
}

// Act moves, sorts, chooses, or filters the list by what is chosen.
func (p *Page) Act(a keys.Action) page.Answer {
	switch a {
	case keys.Open:
		return p.filter()
	case keys.Toggle:
		return p.toggle()
	case keys.Sort:
		if p.table != nil {
			p.at = p.State().(state)
			p.byValue = !p.byValue
			p.arrange()
			p.goTo(p.at.row, p.offset)
		}
		return page.Answer{}
	case keys.Frequency:
		return page.Answer{Intent: page.ShowDialog{Dialog: overlay.NewFieldChooser(p.columns())}}
	}
	return page.Answer{Ignored: !p.move(a)}
}

// toggle chooses the row under the cursor, or chooses it no more.
func (p *Page) toggle() page.Answer {
	if p.cursor >= len(p.rows) {
		return page.Answer{}
	}
	r := &p.rows[p.cursor]
	switch {
	case !r.canAsk():
		return p.say(words.CannotFilter)
	case p.chosen[r.key()]:
		delete(p.chosen, r.key())
	default:
		p.chosen[r.key()] = true
	}
	return page.Answer{}
}

// canAsk reports whether a query finds the entities of a row.
func (r *row) canAsk() bool { return r.key() != "" }

// filter filters the list by the rows that are chosen, or by the one under the cursor.
func (p *Page) filter() page.Answer {
	var values []string
	orNone := false
	take := func(r *row) {
		if r.What == frequency.Missing {
			orNone = true
		} else {
			values = append(values, r.Query)
		}
	}
	for i := range p.rows {
		if r := &p.rows[i]; p.chosen[r.key()] {
			take(r)
		}
	}
	if len(values) == 0 && !orNone {
		if p.cursor >= len(p.rows) {
			return page.Answer{}
		}
		if r := &p.rows[p.cursor]; r.canAsk() {
			take(r)
		} else {
			return p.say(words.CannotFilter)
		}
	}
	condition := p.index.Names().AnyOf(p.column.Field, values, orNone, p.voice.OtherDay())
	return page.Answer{Intent: page.Narrow{Condition: condition}}
}

func (p *Page) say(m words.Message) page.Answer {
	return page.Answer{Intent: page.Notice{Text: p.voice.Words.Say(m)}}
}

// Hint says what Enter does, and whether it does anything.
func (p *Page) Hint(a keys.Action, usual string) (string, bool) {
	switch a {
	case keys.Open, keys.Toggle:
		return usual, p.cursor < len(p.rows) && p.rows[p.cursor].canAsk()
	case keys.Sort:
		if p.byValue {
			return p.voice.Words.Say(words.HintByCount), true
		}
		return p.voice.Words.Say(words.HintByValue), true
	}
	return p.Defaults.Hint(a, usual)
}
