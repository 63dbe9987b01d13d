package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// openPalette opens the search of everything, with what was typed already.
func (m *Model) openPalette(text string) tea.Cmd {
	palette, cmd := m.newPalette(text)
	m.dialogs.open(palette)
	return cmd
}

func (m *Model) newPalette(text string) (*overlay.Palette, tea.Cmd) {
	recent := []overlay.Group{{Title: m.words().Say(words.Recent), Items: m.recentItems()}}
	fixed := []overlay.Group{{Title: m.words().Say(words.Tabs), Items: m.tabItems()}, {Title: m.words().Say(words.Commands), Items: m.commandItems()}}
	return overlay.NewPalette(m.voice, m.index, recent, fixed, m.idleItems(), text)
}

// openChooser lets an entity be chosen for the page.
func (m *Model) openChooser(c page.Choose) tea.Cmd {
	var items []overlay.Item
	for _, v := range m.history.visited {
		if e := v.entity.In(m.kb); e != nil && len(items) < mostRecent {
			items = append(items, m.entityItem(e, page.Chosen{Entity: e}))
		}
	}
	chooser, cmd := overlay.NewChooser(m.voice, m.index, []overlay.Group{{Title: m.words().Say(words.Recent), Items: items}}, c.Prompt, c.Text)
	m.dialogs.open(chooser)
	return cmd
}

func (m *Model) entityItem(e *kb.Entity, do page.Intent) overlay.Item {
	return overlay.Item{Title: m.voice.Name(e), Also: m.voice.KindOne(e.Kind), Do: do}
}

// mostRecent is how many of the places where the user was are offered.
const mostRecent = 6

// recentItems are the places where the user was, but for the present one.
func (m *Model) recentItems() []overlay.Item {
	items := m.lastItems()
	here := m.front.Selection()
	for _, v := range m.history.visited {
		if len(items) == mostRecent {
			break
		}
		if label := m.home.TabLabel(v.tab); v.query != "" && label != "" {
			if !m.isHome() || m.home.Tab() != v.tab || !m.home.IsFiltered(v.query) {
				items = append(items, overlay.Item{Title: safe.Line(v.query), Also: label, Do: page.GoTo{Tab: v.tab, Query: v.query}})
			}
			continue
		}
		if e := v.entity.In(m.kb); e != nil && (!here.IsOpen || here.Entity != e) {
			items = append(items, m.entityItem(e, page.Open{Entity: e}))
		}
	}
	return items
}

// mostTabs bounds how many tabs the palette knows by name.
const mostTabs = 2000

func (m *Model) tabItems() []overlay.Item {
	items := make([]overlay.Item, 0, min(mostTabs, m.home.TabCount()))
	for n := range cap(items) {
		tab := m.home.TabName(n)
		item := overlay.Item{
			Title: m.home.TabLabel(tab), Also: m.home.TabSize(n), Do: page.GoTo{Tab: tab},
			Preview: func(width int) []rich.Line { return m.home.TabPreview(n, width, m.height) },
		}
		if n < 9 {
			item.Key = strconv.Itoa(n + 1)
		}
		items = append(items, item)
	}
	return items
}

// chooseTab offers all tabs, the overview before them.
func (m *Model) chooseTab() {
	overview := overlay.Item{Title: m.words().Say(words.OverviewKeys), Key: keys.Name(m.words(), keys.Overview), Do: page.Do{Action: keys.Overview}}
	at := 0
	if m.front.inTab {
		at = 1 + m.home.TabNumber()
	}
	m.dialogs.open(overlay.NewTabChooser(append([]overlay.Item{overview}, m.tabItems()...), at))
}

// commandItems are the keys of the page that have the name of a command, as far as they
// would do anything.
func (m *Model) commandItems() []overlay.Item {
	var items []overlay.Item
	for _, b := range keys.In(m.front.Scope()) {
		if do := m.command(b); do != nil {
			items = append(items, overlay.Item{Title: m.words().Say(b.Help), Key: b.Shown(m.words()), Called: strings.Join(b.Called[:], " "), Do: do})
		}
	}
	return items
}

// command returns what the palette does for a key of the page, nil where it has no such
// command or the key would do nothing.
func (m *Model) command(b keys.Entry) page.Intent {
	if b.Called == words.None {
		return nil
	}
	a := b.Keys[0].Action
	if _, ok := m.hint(a, ""); ok {
		return page.Do{Action: a}
	}
	if sources := m.kb.SourceKind(); a == keys.Retract && sources != nil {
		return page.GoTo{Tab: sources.Name} // to choose one
	}
	return nil
}

// idleItems are the commands that would do nothing on the page as it is. Each says where
// it works.
func (m *Model) idleItems() []overlay.Item {
	w, scope := m.words(), m.front.Scope()
	isHere := make(map[words.Message]bool)
	for _, b := range keys.In(scope) {
		isHere[b.Called] = isHere[b.Called] || m.command(b) != nil
	}
	var items []overlay.Item
	for _, b := range keys.All() {
		if done, known := isHere[b.Called]; b.Called == words.None || done || known && keys.HelpOf(scope, b.Keys[0].Action) != b.Help {
			continue
		}
		isHere[b.Called] = true
		item := overlay.Item{Title: w.Say(b.Help), Key: b.Shown(w), Called: strings.Join(b.Called[:], " "), Also: w.Say(words.NothingToDo)}
		notice := w.Say(words.KeyIdle, item.Key, item.Title)
		if at, ok := keys.CommandElsewhere(w, b.Called); ok && b.Scope&scope == 0 {
			item.Title, item.Key, item.Also = w.Say(at.Help), at.Key, w.Say(at.Place)
			notice = w.Say(words.KeyElsewhere, at.Key, w.Say(at.Place), at.Way, item.Title)
		}
		item.Do = page.Notice{Text: notice}
		item.Preview = func(width int) []rich.Line { return rich.Wrap(rich.Muted, notice, width) }
		items = append(items, item)
	}
	return items
}
