package tui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/words"
)

// What the palette may answer, beside entities.
type (
	goingTo struct{ tab, query string }
	doing   struct{ action keys.Action }
)

// commands are the actions that the palette offers, where they have a meaning.
var commands = []keys.Action{
	keys.Filter, keys.Facets, keys.Sort, keys.Columns, keys.SaveView, keys.Graph, keys.Path, keys.Timeline, keys.Map, keys.Matrix, keys.Source, keys.Falls, keys.Copy, keys.Web, keys.Edit, keys.Overview, keys.Back, keys.Forward,
	keys.Compare, keys.Reload, keys.Language, keys.Mouse, keys.Help, keys.Suspend, keys.Quit,
}

// openPalette opens the search of everything, with what was typed already.
func (m *Model) openPalette(text string) tea.Cmd {
	recent := []overlay.Group{{Title: m.words().Say(words.Recent), Items: m.recentItems()}}
	fixed := []overlay.Group{{Title: m.words().Say(words.Tabs), Items: m.tabItems()}, {Title: m.words().Say(words.Commands), Items: m.commandItems()}}
	palette, cmd := overlay.NewPalette(m.voice, m.index, recent, fixed, text)
	m.dialog = palette
	return cmd
}

// visited is an entity that was opened, or a list as it was filtered.
type visited struct {
	entity     whereabouts
	tab, query string
}

// How many places are remembered, and how many of these are offered.
const (
	mostVisited = 100
	mostRecent  = 6
)

// visit remembers a place.
func (m *Model) visit(v visited) {
	m.visited = slices.DeleteFunc(m.visited, func(other visited) bool { return other == v })
	m.visited = slices.Insert(m.visited, 0, v)
	m.visited = m.visited[:min(len(m.visited), mostVisited)]
}

// recentItems are the places where the user was, but for the present one.
func (m *Model) recentItems() []overlay.Item {
	var items []overlay.Item
	for _, v := range m.visited {
		if len(items) == mostRecent {
			break
		}
		if t := m.tabCalled(v.tab); v.query != "" && !t.isNone() {
			if t != m.tab || v.query != m.filterInForce() {
				items = append(items, overlay.Item{Title: safe.Line(v.query), Also: m.tabLabel(t), Do: goingTo{t.name(), v.query}})
			}
			continue
		}
		if e := m.find(v.entity); e != nil && (m.focus != keys.InDetail || m.detail.Entity != e) {
			items = append(items, overlay.Item{Title: m.voice.Name(e), Also: m.voice.KindOne(e.Kind), Do: overlay.Followed{Entity: e}})
		}
	}
	return items
}

// mostTabs bounds how many tabs the palette knows by name.
const mostTabs = 2000

func (m *Model) tabItems() []overlay.Item {
	items := make([]overlay.Item, 0, min(mostTabs, m.tabs()))
	for n := range cap(items) {
		t := m.tabAt(n)
		item := overlay.Item{Title: m.tabLabel(t), Also: m.tabCount(t), Do: goingTo{tab: t.name()}, Preview: func(width int) []rich.Line { return m.tabPreview(t, width) }}
		if n < 9 {
			item.Key = strconv.Itoa(n + 1)
		}
		items = append(items, item)
	}
	return items
}

// tabPreview lays out what a tab holds: what its view asks for, and what comes
// first.
func (m *Model) tabPreview(t tab, width int) []rich.Line {
	p := m.lists[t]
	var lines []rich.Line
	if t.view != nil && p != nil {
		if q, problem := m.index.Parse(t.view.Query); problem == nil {
			lines = present.Muting(safe.Line(t.view.Query)+"\n"+querytext.Reading(m.voice, q, nil)+"\n ", width)
		} else {
			return querytext.FaultLines(m.voice, t.view.Query, problem, width)
		}
	}
	for n := range m.height {
		e := (*kb.Entity)(nil)
		switch {
		case p != nil:
			e = p.Entity(n)
		case t.kind != nil && n < len(t.kind.Entities):
			e = t.kind.Entities[n]
		}
		if e == nil {
			break
		}
		lines = append(lines, present.Naming(safe.Cut(m.voice.Name(e), width)))
	}
	return lines
}

func (m *Model) commandItems() []overlay.Item {
	var items []overlay.Item
	for _, b := range keys.In(m.focus) {
		for _, a := range commands {
			if b.Keys[0].Action == a && !m.isIdle(a) {
				items = append(items, overlay.Item{Title: m.words().Say(b.Help), Key: b.Shown(m.words()), Do: doing{a}})
			}
		}
	}
	return items
}

// openFacets offers the values that the entities of the list have.
func (m *Model) openFacets() tea.Cmd {
	p := m.list()
	switch _, problem := p.Asked(); {
	case m.kb.Partial || !m.index.IsBuilt():
		return m.say(words.NotReadYet)
	case problem != nil:
		what, _ := querytext.Problem(m.words(), problem)
		return m.notify(what)
	}
	facets, cmd := overlay.NewFacets(m.voice, m.index, p.Subject.Node(), p.Subject.Kind, p.Query())
	m.dialog = facets
	return cmd
}
