package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page/compare"
	"rihla/ui/tui/page/detail"
	"rihla/ui/tui/page/list"
	"rihla/ui/tui/page/overview"
	"rihla/ui/tui/picture"
	"rihla/ui/words"
)

// place is where the user was: all that is needed to come back to it. It
// names entities by address, so that it outlives a reading of the files.
type place struct {
	focus    keys.Scope
	tab      string
	query    string
	order    list.Order
	selected whereabouts
	offset   int

	shown                    whereabouts // in the detail
	detailOffset, detailLink int
	pageOffset, pageLink     int // in the overview
	compared                 []whereabouts
	comparedAt               compare.Place
	falls                    *falls // that was open, or nil

	kb       *kb.KB // of which the subject is
	subject  picture.Subject
	pictured whereabouts // what is selected in the picture
	picture  any

	// What was left for may have taken a filter off another list: its tab
	// and its query.
	offTab, offQuery string
}

// whereabouts is an entity by its address and by its place in the files: what
// namesakes are told apart by may not be known yet when it is left.
type whereabouts struct {
	address kb.Address
	pos     kb.Pos
}

func whereaboutsOf(e *kb.Entity) whereabouts {
	if e == nil {
		return whereabouts{}
	}
	return whereabouts{e.Address(), e.Pos}
}

// find returns the entity that is meant, or nil.
func (m *Model) find(at whereabouts) *kb.Entity {
	if e := m.kb.Lookup(at.address); e != nil {
		return e
	}
	if kind := m.kb.Kind(at.address.Kind()); kind != nil {
		for _, e := range kind.Entities {
			if e.Pos == at.pos {
				return e
			}
		}
	}
	return nil
}

// longestPast bounds how many places are remembered.
const longestPast = 1000

// here returns where the user is.
func (m *Model) here() place {
	at := place{focus: m.focus}
	if !m.tab.isNone() {
		p := m.list()
		at.tab, at.query, at.order, at.offset = m.tab.name(), p.Query(), p.Order(), p.Offset()
		at.selected = whereaboutsOf(p.Selected())
	}
	at.shown = whereaboutsOf(m.detail.Entity)
	at.detailOffset, at.detailLink = m.detail.Place()
	at.pageOffset, at.pageLink = m.overview.Place()
	if m.picture != nil {
		at.kb, at.subject, at.picture = m.kb, m.picture.subject, m.picture.page.Place()
		at.pictured = whereaboutsOf(m.picture.page.Selected())
	}
	if m.focus == keys.InCompare {
		at.compared, at.comparedAt = whereaboutsOfAll(m.compare.Entities()), m.compare.Place()
	}
	return at
}

// leave remembers where the user is before going elsewhere.
func (m *Model) leave() { m.leaveFrom(m.here()) }

// leaveFrom is leave, for whoever has gone already.
func (m *Model) leaveFrom(at place) {
	m.past = append(m.past, at)
	if len(m.past) > longestPast {
		m.past = m.past[len(m.past)-longestPast:]
	}
	m.future = nil
}

// comeTo brings back a place.
func (m *Model) comeTo(at place) tea.Cmd {
	var cmd tea.Cmd
	if t := m.tabCalled(at.tab); !t.isNone() {
		m.tab = t
		p := m.list()
		if p.Query() != at.query || !slices.Equal(p.Order(), at.order) {
			p.SetQuery(at.query)
			cmd = m.arrange(p, p.SetOrder(at.order))
		}
		p.Restore(m.find(at.selected), at.offset)
	}
	if p := m.lists[m.tabCalled(at.offTab)]; p != nil {
		cmd = tea.Batch(cmd, m.arrange(p, p.SetQuery(at.offQuery)))
	}
	m.focus = at.focus
	m.detail.Show(m.find(at.shown))
	m.detail.Restore(at.detailOffset, at.detailLink)
	m.overview.Restore(at.pageOffset, at.pageLink)
	m.compareAgain(at)
	m.endPicture()
	cmd = tea.Batch(cmd, m.drawAgain(at))
	if at.falls != nil && at.falls.kb == m.kb {
		m.openFalls(*at.falls)
	}
	return cmd
}

// back goes to where the user was before.
func (m *Model) back() tea.Cmd {
	if len(m.past) == 0 {
		return m.say(words.NoBack)
	}
	at := m.past[len(m.past)-1]
	m.past = m.past[:len(m.past)-1]
	m.future = append(m.future, m.here())
	return m.comeTo(at)
}

// forward takes a step back again.
func (m *Model) forward() tea.Cmd {
	if len(m.future) == 0 {
		return m.say(words.NoForward)
	}
	at := m.future[len(m.future)-1]
	m.future = m.future[:len(m.future)-1]
	m.past = append(m.past, m.here())
	return m.comeTo(at)
}

// list returns the list of the tab that is shown.
func (m *Model) list() *list.Page {
	p, _ := m.listOf(m.tab)
	return p
}

// follow shows in the detail what is selected in the list.
func (m *Model) follow() {
	if m.focus == keys.InList && !m.tab.isNone() {
		m.detail.Show(m.list().Selected())
	}
}

// open goes to an entity: its tab, its place in the list, its detail. A filter
// that hides it is taken off.
func (m *Model) open(e *kb.Entity) {
	if e = m.find(whereaboutsOf(e)); e == nil {
		return // it is gone since it was shown
	}
	from := m.tab
	m.leave()
	m.visit(visited{entity: whereaboutsOf(e)})
	if query := m.show(e); m.tab != from && query != "" {
		left := &m.past[len(m.past)-1]
		left.offTab, left.offQuery = e.Kind.Name, query
	}
	m.endPicture()
	m.focus = keys.InDetail
}

// show selects an entity in its list and shows its detail. It returns the
// filter that had to be taken off, if one had.
func (m *Model) show(e *kb.Entity) (query string) {
	m.tab = tab{kind: e.Kind}
	p := m.list()
	if !p.Select(e) {
		query = p.Query()
		m.settle(p, p.SetQuery(""))
		p.Select(e)
	}
	m.detail.Show(e)
	m.detail.Restore(0, 0)
	return query
}

// goTo goes to the list of a tab.
func (m *Model) goTo(t tab) {
	if m.tab == t && m.focus == keys.InList {
		return
	}
	m.leave()
	m.endPicture()
	m.tab, m.focus = t, keys.InList
	m.follow()
}

// goToNumber goes to a tab by its number, from 0; past the last it does
// nothing.
func (m *Model) goToNumber(n int) {
	if n >= 0 && n < m.tabs() {
		m.goTo(m.tabAt(n))
	}
}

// goAlong goes to the tab before or after, round and round.
func (m *Model) goAlong(by int) {
	n := m.tabs()
	if n == 0 {
		return
	}
	at := m.tabNumber()
	if at < 0 && by < 0 {
		at = 0
	}
	m.goToNumber((at + by + n) % n)
}

func (m *Model) goToOverview() tea.Cmd {
	if m.focus != keys.InOverview {
		m.leave()
		m.endPicture()
		m.focus = keys.InOverview
	}
	return m.survey()
}

// newVoice returns the voice of a knowledge base, on the day that the explorer
// was started.
func (m *Model) newVoice(k *kb.KB, lang string) present.Voice {
	v := present.NewVoice(k, lang)
	v.Today, v.Found = m.options.Today, m.found
	return v
}

// swap shows another knowledge base; where one was shown before, the place is
// kept by address.
func (m *Model) swap(k *kb.KB, linked []*kb.Entity) tea.Cmd {
	was, again := m.kb, m.kb != nil
	var at place
	if again {
		at = m.here()
	}
	m.kb, m.found = k, nil
	m.voice = m.newVoice(k, m.lang)
	before := m.lists
	m.lists = make(map[tab]*list.Page)
	m.index = search.NewIndex(k)
	m.detail = detail.New(m.voice)
	m.overview = overview.New(m.voice, k.Findings, linked)
	m.compare = compare.New(m.voice)
	m.marks.set(m.again(whereaboutsOfAll(m.marks.list)))
	m.endPicture()
	m.kept = make(map[keys.Scope]any)
	m.tab = tab{}
	if !again || !was.Partial {
		m.dialog, m.typing = nil, nil
	}
	cmd := m.adopt(before)
	m.begin()
	cmd = tea.Batch(cmd, m.fit())
	if again && !m.tabCalled(at.tab).isNone() {
		cmd = tea.Batch(cmd, m.comeTo(at))
	}
	m.follow()
	if palette, ok := m.dialog.(*overlay.Palette); ok {
		cmd = tea.Batch(cmd, m.openPalette(palette.Text()))
		m.dialog.(*overlay.Palette).Resume(palette)
	}
	return cmd
}

// adopt has the lists take on what the user asked of those before them.
func (m *Model) adopt(before map[tab]*list.Page) tea.Cmd {
	var cmds []tea.Cmd
	for was, old := range before {
		if t := m.tabCalled(was.name()); !t.isNone() {
			p, _ := m.listOf(t)
			cmds = append(cmds, m.arrange(p, p.Adopt(old)))
		}
	}
	return tea.Batch(cmds...)
}

// begin selects what the manifest says, or the first entity of the first kind
// that has any; where nothing is to be listed, the overview says so.
func (m *Model) begin() {
	m.focus = keys.InList
	if m.kb.Home != nil {
		m.show(m.kb.Home)
		return
	}
	for _, kind := range m.kb.Kinds {
		if m.tab.isNone() || len(m.tab.kind.Entities) == 0 {
			m.tab = tab{kind: kind}
		}
	}
	if m.tab.isNone() {
		m.focus = keys.InOverview
	}
}
