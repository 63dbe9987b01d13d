package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/browse"
	"rihla/ui/words"
)

// place is where the user was: a page and its own state. What that holds only the
// page knows. The home page, whose tabs are seen from every other one, comes back
// with each.
type place struct {
	id    pageID
	state any // nil where the page is the home page
	home  any

	// What the page was shown, while the knowledge base is the same; else what
	// was selected there finds it again.
	subject  page.Subject
	kb       *kb.KB
	selected page.Ref

	day present.Day // the reference day; unknown is today
}

// visited is an entity that was opened, or a list as it was filtered.
type visited struct {
	entity     page.Ref
	tab, query string
}

// Bounds of what is remembered.
const (
	longestPast = 1000
	mostVisited = 100
)

// history is where the user was, and where back leads from.
type history struct {
	past, future []place
	visited      []visited // the latest first, each once
}

// push remembers a place that is left for another.
func (h *history) push(at place) {
	h.past = append(h.past, at)
	if len(h.past) > longestPast {
		h.past = h.past[len(h.past)-longestPast:]
	}
	h.future = nil
}

// visit remembers what was opened.
func (h *history) visit(v visited) {
	h.visited = slices.DeleteFunc(h.visited, func(other visited) bool { return other == v })
	h.visited = slices.Insert(h.visited, 0, v)
	h.visited = h.visited[:min(len(h.visited), mostVisited)]
}

// letGo lets go of what other readings hold: its places are found by address.
func (h *history) letGo(k *kb.KB) {
	for _, places := range [][]place{h.past, h.future} {
		for i := range places {
			if places[i].kb != k {
				places[i].kb, places[i].subject = nil, page.Subject{}
			}
		}
	}
}

// step takes the last place of one list, and puts another on the other list.
func step(from, to *[]place, here place) place {
	at := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, here)
	return at
}

// here returns where the user is.
func (m *Model) here() place {
	var state any
	if !m.isHome() {
		state = m.front.State()
	}
	return m.placeOf(state)
}

// placeOf returns the place of the page that is shown, in a state of its own.
func (m *Model) placeOf(state any) place {
	at := place{id: m.front.id, home: m.home.State(), subject: m.front.subject, kb: m.kb, day: m.day}
	if m.isHome() {
		if state != nil {
			at.home = state
		}
		return at
	}
	at.state, at.selected = state, page.RefTo(m.front.Selection().Entity)
	return at
}

// comeTo brings back a place.
func (m *Model) comeTo(at place) tea.Cmd {
	m.leaveFront()
	var cmd tea.Cmd
	if at.day != m.day {
		cmd = m.setDay(at.day)
	}
	cmd = tea.Batch(cmd, m.home.Show(page.Subject{}, at.home).Cmd)
	if e, ok := entryOf(at.id); ok {
		s := at.subject
		if at.kb != m.kb {
			s = m.home.Subject()
			s.Entity, s.Marked = at.selected.In(m.kb), m.marks.List()
			if at.kb != nil && !at.kb.Partial && !at.selected.IsIn(m.kb) {
				s.Entity = nil // what stands there now is another
			}
		}
		cmd = tea.Batch(cmd, m.show(e, s, at.state))
	}
	return cmd
}

// back goes to where the user was before.
func (m *Model) back() tea.Cmd {
	if len(m.history.past) == 0 {
		return m.say(words.NoBack)
	}
	return m.comeTo(step(&m.history.past, &m.history.future, m.here()))
}

// forward takes a step back again.
func (m *Model) forward() tea.Cmd {
	if len(m.history.future) == 0 {
		return m.say(words.NoForward)
	}
	return m.comeTo(step(&m.history.future, &m.history.past, m.here()))
}

// open goes to an entity: its tab, its place in the list, its detail.
func (m *Model) open(e *kb.Entity) {
	ref := page.RefTo(e)
	if e = ref.In(m.kb); e == nil {
		return // it is gone since it was shown
	}
	at := m.here()
	at.home = m.home.Open(e, at.home)
	m.history.push(at)
	m.history.visit(visited{entity: ref})
	m.leaveFront()
}

// goTo goes to the list of a tab, filtered by a query unless that is empty.
func (m *Model) goTo(tab, query string) tea.Cmd {
	m.front.Blur()
	if !m.isHome() || !m.home.IsAt(tab) {
		m.history.push(m.here())
		m.leaveFront()
	}
	return m.home.GoTo(tab, query)
}

// goToNumber goes to a tab by its number, from 0; past the last it says how many
// there are.
func (m *Model) goToNumber(n int) tea.Cmd {
	if n < 0 || n >= m.home.TabCount() {
		return m.notify(m.words().Count(m.home.TabCount(), words.NoSuchTab))
	}
	if tab := m.home.TabName(n); !m.isHome() || !m.home.IsAt(tab) || !m.home.IsFiltered("") {
		return m.goTo(tab, "")
	}
	key := strconv.Itoa(n + 1)
	return m.refuse(refusal{key, m.front.Scope()}, words.KeyIsHere, key, m.home.TabLabel(m.home.TabName(n)))
}

// goAlong goes to the next tab in a direction, and wraps around.
func (m *Model) goAlong(by int) tea.Cmd {
	n := m.home.TabCount()
	if n == 0 || n == 1 && m.front.inTab {
		return m.notify(m.words().Count(n, words.NoSuchTab))
	}
	at := -1
	if m.front.inTab {
		at = m.home.TabNumber()
	}
	if at < 0 && by < 0 {
		at = 0
	}
	to := (at + by + n) % n
	if to == at+by || !m.front.inTab {
		return m.goToNumber(to)
	}
	went := m.goToNumber(to)
	return tea.Batch(went, m.refuse(refusal{"", m.front.Scope()}, words.TabsGoRound))
}

// goToFilter lets the filter of the list be typed, coming to the list from wherever
// the user is; where that shows the whole base, everything is searched.
func (m *Model) goToFilter() tea.Cmd {
	if !m.isOfList() {
		return m.openPalette("")
	}
	if m.home.Tab() == "" {
		return m.notify(m.words().Count(0, words.NoSuchTab))
	}
	return tea.Batch(m.goTo(m.home.Tab(), ""), m.obey(m.home.Act(keys.Filter)))
}

// isOfList reports whether the page is the list, or shows what that holds.
func (m *Model) isOfList() bool {
	s := m.front.subject
	return m.isHome() || s.Kind != nil || len(s.Entities) < len(m.kb.Entities)
}

// swap shows another knowledge base; where one was shown before, the place is kept.
func (m *Model) swap(k *kb.KB, linked []*kb.Entity, index *search.Index) tea.Cmd {
	was := m.reading
	again := was.kb != nil
	var at place
	isInTab := again && m.front.inTab
	var read shownBefore
	if again {
		at, read = m.live.here(m), m.nowShown()
		m.front.Leave()
	}
	if m.altering.renamed != nil {
		k.Renamed = m.altering.renamed
	}
	m.live.marks.move(&m.marks, k)
	m.reading = reading{kb: k, voice: m.newVoice(k), index: index, linked: linked, errors: was.errors, pages: make(map[pageID]page.Page)}
	m.home = browse.New(m.voice, m.index, &m.marks)
	for _, e := range entries {
		m.pages[e.id] = e.make(m)
	}
	m.front = front{Page: m.home, id: home, inTab: true}
	m.offerLast()
	goesOn := again && was.kb.Partial // the rest of the same reading
	var cmd tea.Cmd
	if again {
		cmd = m.home.Adopt(was.home, goesOn)
	}
	if !goesOn {
		m.dialogs.clear()
	}
	opensOnOverview := introducesItself(k)
	first := k.Home
	if opensOnOverview {
		first = nil // the overview offers it
	}
	hasTabs := m.home.Begin(first)
	cmd = tea.Batch(cmd, m.fit())
	at = m.live.placeToKeep(m, at)
	keepsPlace := again && m.home.CanShow(at.home)
	if isInTab && !keepsPlace {
		m.vanished = was.home.TabLabel(was.home.Tab())
	}
	if keepsPlace {
		cmd = tea.Batch(cmd, m.comeTo(at))
	} else if overview, ok := entryOf(keys.Overview); ok && (!hasTabs || opensOnOverview) {
		cmd = tea.Batch(cmd, m.show(overview, page.Subject{}, nil))
	}
	if again {
		m.live.keep(at, keepsPlace && at.selected.IsIn(k))
		m.history.letGo(k)
	}
	if again && !goesOn {
		m.sayGone(read)
	}
	return tea.Batch(cmd, m.resumePalette(), m.announceLast())
}

// introducesItself reports whether a knowledge base says what it is about. Of one
// that does, the overview is the first page; of others there is more to see in a list.
func introducesItself(k *kb.KB) bool { return !k.Title.IsEmpty() && !k.Summary.IsEmpty() }

// resumePalette opens the palette anew, of another reading of the same files, with
// what was typed in it.
func (m *Model) resumePalette() tea.Cmd {
	before, ok := m.dialogs.top().(*overlay.Palette)
	if !ok {
		return nil
	}
	m.dialogs.clear()
	palette, cmd := m.newPalette(before.Text())
	palette.Resume(before)
	m.dialogs.open(palette)
	return cmd
}

func (m *Model) nameAndKind(e *kb.Entity) (name, kind string) {
	return m.voice.Name(e), m.voice.KindOne(e.Kind)
}
