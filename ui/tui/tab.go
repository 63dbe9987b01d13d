package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page/list"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// tab is that of a kind, or of a view; that of everything is of the view that
// asks for nothing. The zero tab is none.
type tab struct {
	kind *kb.Kind
	view *kb.View
}

func (t tab) isNone() bool { return t == tab{} }

// viewPrefix tells the names of views from those of kinds, none of which has a
// slash, as that of everything has.
const (
	viewPrefix     = "view/"
	everythingName = "/"
)

// name names the tab, so that it is found again in another reading of the files.
func (t tab) name() string {
	switch {
	case t.kind != nil:
		return t.kind.Name
	case t.view == everything:
		return everythingName
	case t.view != nil:
		return viewPrefix + t.view.Name
	}
	return ""
}

// tabCalled returns the tab of a name, or none.
func (m *Model) tabCalled(name string) tab {
	if name == everythingName {
		return tab{view: everything}
	}
	if view, ok := strings.CutPrefix(name, viewPrefix); ok {
		for _, v := range m.kb.Views {
			if v.Name == view {
				return tab{view: v}
			}
		}
	}
	return tab{kind: m.kb.Kind(name)}
}

// everything is what the palette lists its answers in.
var everything = new(kb.View)

// tabs counts the tabs: first those of kinds, then those of views, then that of
// everything, once it has been opened.
func (m *Model) tabs() int {
	n := len(m.kb.Kinds) + len(m.kb.Views)
	if m.lists[tab{view: everything}] != nil {
		n++
	}
	return n
}

// tabAt returns a tab by its number, from 0.
func (m *Model) tabAt(n int) tab {
	switch kinds := len(m.kb.Kinds); {
	case n < kinds:
		return tab{kind: m.kb.Kinds[n]}
	case n < kinds+len(m.kb.Views):
		return tab{view: m.kb.Views[n-kinds]}
	}
	return tab{view: everything}
}

// tabNumber returns the number of the tab that is shown, or -1.
func (m *Model) tabNumber() int {
	if m.focus == keys.InOverview || m.focus == keys.InCompare {
		return -1
	}
	return m.numberOf(m.tab)
}

func (m *Model) numberOf(t tab) int {
	for n := range m.tabs() {
		if m.tabAt(n) == t {
			return n
		}
	}
	return -1
}

// tabLabel says what a tab is called.
func (m *Model) tabLabel(t tab) string {
	switch t.view {
	case nil:
		return m.voice.KindLabel(t.kind)
	case everything:
		return m.words().Say(words.EverythingTab)
	}
	return m.voice.ViewLabel(t.view)
}

// subject returns what the list of a tab is of.
func (m *Model) subject(t tab) list.Subject {
	if t.view == nil {
		return list.Subject{Kind: t.kind}
	}
	q, problem := m.index.Parse(t.view.Query)
	if problem != nil {
		return list.Subject{Query: t.view.Query, Problem: problem}
	}
	return list.Subject{Query: t.view.Query, Root: q.Root}
}

// tabRow draws the tabs, and tells where each of them stands.
func (m *Model) tabRow() (string, []widget.TabSpan) {
	draw := func(n int) widget.Tab {
		t := m.tabAt(n)
		return widget.Tab{Label: m.tabLabel(t), Count: m.tabCount(t)}
	}
	return widget.Tabs(m.theme, m.tabs(), draw, m.tabNumber(), m.width)
}

// tabCount says how many entities a tab has: as its filter leaves them, of how
// many. That of a view is known when its list has been made.
func (m *Model) tabCount(t tab) string {
	p, w := m.lists[t], m.words()
	switch {
	case p != nil && p.Query() != "" && t.kind != nil:
		shown, all := p.Len()
		return w.Number(shown) + "/" + w.Number(all)
	case t.kind != nil:
		return w.Number(len(t.kind.Entities))
	case p != nil && p.Subject.Problem != nil:
		return "!"
	case p == nil || p.Found() == nil || !p.Found().IsComplete:
		return ""
	}
	shown, _ := p.Len()
	return w.Number(shown)
}

// openViews makes the lists of all views, so that their tabs count.
func (m *Model) openViews() tea.Cmd {
	var cmds []tea.Cmd
	for _, view := range m.kb.Views {
		t := tab{view: view}
		if m.lists[t] == nil {
			_, cmd := m.listOf(t)
			cmds = append(cmds, cmd)
		}
	}
	return tea.Batch(cmds...)
}

// listOf returns the list of a tab, and what is still to be done for a new one.
func (m *Model) listOf(t tab) (*list.Page, tea.Cmd) {
	if p := m.lists[t]; p != nil {
		return p, nil
	}
	p, job := list.New(m.voice, m.index, m.subject(t))
	p.SetSize(m.layout.List.W, m.layout.Rows.H)
	p.Marked = m.marks.has
	m.lists[t] = p
	if t.kind != nil {
		return p, nil
	}
	return p, func() tea.Msg { return job.Run() }
}
