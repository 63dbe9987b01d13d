package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
)

// What the palette may answer, beside entities.
type (
	goingTo struct{ tab string }
	doing   struct{ action keys.Action }
)

// commands are the actions that the palette offers, where they have a meaning.
var commands = []keys.Action{
	keys.Filter, keys.Facets, keys.Sort, keys.Columns, keys.Source, keys.Copy, keys.Web, keys.Edit, keys.Overview, keys.Back, keys.Forward,
	keys.Reload, keys.Language, keys.Mouse, keys.Help, keys.Suspend, keys.Quit,
}

// openPalette opens the search of everything, with what was typed already.
func (m *Model) openPalette(text string) tea.Cmd {
	recent := []overlay.Group{{Title: m.words().Recent, Items: m.recentItems()}}
	fixed := []overlay.Group{{Title: m.words().Tabs, Items: m.tabItems()}, {Title: m.words().Commands, Items: m.commandItems()}}
	palette, cmd := overlay.NewPalette(m.voice, m.index, recent, fixed, text)
	m.dialog = palette
	return cmd
}

// mostRecent is how many of the places where the user was are offered.
const mostRecent = 6

// recentItems are the entities that were opened last, the latest first.
func (m *Model) recentItems() []overlay.Item {
	var items []overlay.Item
	seen := map[*kb.Entity]bool{m.detail.Entity: m.focus == keys.InDetail}
	for i := len(m.past) - 1; i >= 0 && len(items) < mostRecent; i-- {
		if m.past[i].focus != keys.InDetail {
			continue
		}
		if e := m.find(m.past[i].shown); e != nil && !seen[e] {
			seen[e] = true
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
		item := overlay.Item{Title: m.tabLabel(t), Also: m.tabCount(t), Do: goingTo{t.name()}}
		if n < 9 {
			item.Key = strconv.Itoa(n + 1)
		}
		items = append(items, item)
	}
	return items
}

func (m *Model) commandItems() []overlay.Item {
	var items []overlay.Item
	for _, b := range keys.In(m.focus) {
		for _, a := range commands {
			if b.Keys[0].Action == a && !m.isIdle(a) {
				items = append(items, overlay.Item{Title: b.Help(m.words()), Key: b.Show, Do: doing{a}})
			}
		}
	}
	return items
}

// openFacets offers the values that the entities of the list have.
func (m *Model) openFacets() tea.Cmd {
	p := m.list()
	switch _, problem := p.Asked(); {
	case m.kb.Partial || !m.index.IsMade():
		return m.say(m.words().NotReadYet)
	case problem != nil:
		what, _ := present.Problem(m.words(), problem)
		return m.say(what)
	}
	facets, cmd := overlay.NewFacets(m.voice, m.index, p.Subject.Node(), p.Query())
	m.dialog = facets
	return cmd
}
