// Package browse is the page that one comes from and goes back to: the lists of the
// tabs, and the detail of one entity, side by side where there is room. It owns
// what is filtered, sorted and selected, and not what its dialogs look like.
package browse

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/browse/detail"
	"rihla/ui/tui/page/browse/list"
)

// Page is list and detail.
type Page struct {
	page.Defaults
	voice         present.Voice
	index         *search.Index
	marks         *page.Marks
	width, height int
	layout        layout
	split         split
	dragged       dragged

	tabs     []tab // without the tab of all entities
	lists    map[tab]*list.Page
	tab      tab // that is shown
	detail   *detail.Page
	inDetail bool    // the detail has the focus, not the list
	filter   *filter // while it is typed, or nil
	finding  *finding
	sums     sums
}

// New returns the page of a knowledge base, which shows nothing yet.
func New(v present.Voice, index *search.Index, marks *page.Marks) *Page {
	return &Page{voice: v, index: index.At(v.Day.Span()), marks: marks, tabs: tabsOf(v.KB), lists: make(map[tab]*list.Page), dragged: nothing, detail: detail.New(v)}
}

// Begin selects an entity, or where it is nil, the first entity of the first kind
// that has any. It reports whether there is anything to list.
func (p *Page) Begin(e *kb.Entity) bool {
	if e != nil {
		p.reveal(e)
		return true
	}
	for _, kind := range p.voice.KB.Tabs() {
		if p.tab.isNone() || len(p.tab.kind.Entities) == 0 {
			p.tab = tab{kind: kind}
		}
	}
	p.fit()
	p.follow()
	return !p.tab.isNone()
}

// Adopt takes on what the user asked of the page of another reading of the files:
// filters, orders and columns, and what is being typed, where that may go on.
func (p *Page) Adopt(before *Page, typing bool) tea.Cmd {
	p.split = before.split
	p.keepTabs(before.tabs)
	var cmds []tea.Cmd
	for was, old := range before.lists {
		if t := p.tabNamed(was.name()); !t.isNone() {
			l, _ := p.listOf(t)
			cmds = append(cmds, l.Adopt(old))
		}
	}
	if typing {
		p.filter, p.finding = before.filter, before.finding
		p.detail.Adopt(before.detail)
	}
	return tea.Batch(cmds...)
}

// Scope is that of the list, or of the detail.
func (p *Page) Scope() keys.Scope {
	if p.inDetail {
		return keys.InDetail
	}
	return keys.InList
}

// state is what brings the page back to where it was left.
type state struct {
	inDetail                 bool
	tab, query               string
	order                    list.Order
	selected                 page.Ref
	offset, cursor           int
	shown                    page.Ref
	detailOffset, detailLink int

	// What was left for may have taken a filter off another list: its tab and
	// its query.
	filteredTab, filter string
}

// State returns where the page is.
func (p *Page) State() any { return p.state() }

func (p *Page) state() state {
	at := state{inDetail: p.inDetail, shown: page.RefTo(p.detail.Entity)}
	if !p.tab.isNone() {
		l := p.list()
		at.tab, at.query, at.order, at.offset = p.tab.name(), l.Query(), l.Order(), l.Offset()
		at.cursor = l.Cursor()
		at.selected = page.RefTo(l.Selected())
	}
	at.detailOffset, at.detailLink = p.detail.State()
	return at
}

// CanShow reports whether a place has a tab in this reading of the files.
func (p *Page) CanShow(at any) bool {
	place, ok := at.(state)
	return ok && !p.tabNamed(place.tab).isNone()
}

// Show goes to a place, or stays.
func (p *Page) Show(_ page.Subject, at any) page.Answer {
	to, ok := at.(state)
	if !ok {
		return page.Answer{}
	}
	k := p.voice.KB
	var cmd tea.Cmd
	if t := p.tabNamed(to.tab); !t.isNone() {
		p.tab = t
		p.fit()
		l := p.list()
		if l.Query() != to.query || !slices.Equal(l.Order(), to.order) {
			l.SetQuery(to.query)
			cmd = l.SetOrder(to.order)
		}
		l.Restore(to.selected.In(k), to.offset, to.cursor)
	}
	if l := p.lists[p.tabNamed(to.filteredTab)]; l != nil {
		cmd = tea.Batch(cmd, l.SetQuery(to.filter))
	}
	if p.inDetail = to.inDetail; !p.inDetail {
		p.detail.StopFinding(false)
	}
	shown := to.shown.In(k)
	p.detail.Show(shown)
	p.detail.Restore(to.detailOffset, to.detailLink)
	if shown == nil {
		p.ToList()
	}
	return page.Answer{Cmd: cmd}
}

// ToList gives the focus to the list, whose selection is shown in detail from its beginning.
func (p *Page) ToList() {
	p.inDetail = false
	p.follow()
	p.detail.Restore(0, 0)
}

// Open shows an entity in its list and in detail; a filter that hides it is taken
// off. It returns the place that was left, given what State returned, so that the
// filter comes back with it.
func (p *Page) Open(e *kb.Entity, left any) any {
	from := p.tab
	query := p.reveal(e)
	if at, ok := left.(state); ok && p.tab != from && query != "" {
		at.filteredTab, at.filter = e.Kind.Name, query
		left = at
	}
	p.inDetail, p.filter, p.finding = true, nil, nil
	return left
}

// reveal selects an entity in its list and shows its detail. It returns the filter
// that had to be taken off, if one had.
func (p *Page) reveal(e *kb.Entity) (query string) {
	p.tab = tab{kind: e.Kind}
	p.fit()
	l := p.list()
	if !l.Select(e) {
		query = l.Query()
		l.ClearQuery()
		l.Select(e)
	}
	p.detail.Show(e)
	p.detail.Restore(0, 0)
	return query
}

// SelectLink selects a link of the entity in the detail, if it has it.
func (p *Page) SelectLink(link *kb.Statement) { p.detail.Select(link) }

// follow shows in the detail what is selected in the list.
func (p *Page) follow() {
	if !p.inDetail && !p.tab.isNone() {
		p.detail.StopFinding(false)
		p.detail.Show(p.list().Selected())
	}
}

// SetSize gives the page its cells.
func (p *Page) SetSize(width, height int) tea.Cmd {
	p.width, p.height = width, height
	p.fit()
	return nil
}

// fit divides the page between the list of the tab and the detail.
func (p *Page) fit() {
	want := 0
	if !p.tab.isNone() {
		p.list().SetSheet(p.split.isSheet)
		if !p.split.isSheet {
			want = p.list().Want(usualList(p.width))
		}
	}
	p.layout = layoutFor(p.width, p.height, want, p.split)
	if !p.tab.isNone() {
		p.list().SetSize(p.layout.list.width, p.layout.rows.height)
	}
	p.detail.SetSize(max(1, p.layout.detail.width), p.height)
}

// SetVoice shows the same in another voice.
func (p *Page) SetVoice(v present.Voice) tea.Cmd {
	p.voice, p.index = v, p.index.At(v.Day.Span())
	p.detail.SetVoice(v)
	var cmds []tea.Cmd
	for _, l := range p.lists {
		cmds = append(cmds, l.SetVoice(v))
	}
	p.fit()
	return tea.Batch(cmds...)
}

// Leave keeps everything: the way back leads here.
func (p *Page) Leave() bool { return false }

// Selection returns the entity in the detail, and what is selected of it where the
// detail has the focus.
func (p *Page) Selection() page.Selection {
	s := page.Selection{Entity: p.detail.Entity, IsOpen: p.inDetail}
	if p.inDetail {
		s.Link = p.detail.Selected()
	}
	return s
}

// Subject returns what the list holds.
func (p *Page) Subject() page.Subject {
	s := page.Subject{Entity: p.detail.Entity, Entities: p.voice.KB.Entities}
	if !p.tab.isNone() {
		l := p.list()
		s.Entities, s.Kind, s.Query, s.Column = l.Shown(), p.tab.kind, safe.Line(l.Query()), l.Column()
	}
	return s
}

// Position says which entity of the list is selected, or which link of the detail.
func (p *Page) Position() string {
	w := p.voice.Words
	switch {
	case p.inDetail:
		return p.detailPosition()
	case p.tab.isNone():
		return ""
	case p.list().IsPending():
		return "…"
	}
	all, _ := p.list().Len()
	if all == 0 {
		return ""
	}
	return w.Number(min(p.list().Cursor()+1, all)) + "/" + w.Number(all)
}
