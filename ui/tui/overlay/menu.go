package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// CopyItem is one thing that can be copied: what it is called, and its text,
// made when it is chosen.
type CopyItem struct {
	Action keys.Action // the action of the key that chooses it, in keys.InCopy
	Label  words.Message
	Text   func() string
}

// NewCopyMenu returns the menu of what can be copied of what is selected.
func NewCopyMenu(items []CopyItem) *Menu {
	all := make([]MenuItem, len(items))
	for i, item := range items {
		all[i] = MenuItem{item.Action, item.Label, page.Copy{Label: item.Label, Text: item.Text}}
	}
	return NewMenu(keys.InCopy, keys.Copy, words.CopyTitle, words.HintCopy, all)
}

// MenuItem is one line of a menu.
type MenuItem struct {
	Action keys.Action // the action of the key that chooses it, in the scope of the menu
	Label  words.Message
	Do     page.Intent
}

// Menu offers a few things, each of which has a letter.
type Menu struct {
	noPaste
	scroller
	scope  keys.Scope
	opener keys.Action
	title  words.Message
	hint   words.Message
	items  []MenuItem
	cursor int
}

// NewMenu returns a menu of items, whose keys are those of a scope. The key that
// opens it chooses in it what is selected, and hint says what choosing does.
func NewMenu(scope keys.Scope, opener keys.Action, title, hint words.Message, items []MenuItem) *Menu {
	return &Menu{scope: scope, opener: opener, title: title, hint: hint, items: items}
}

// Key answers a key.
func (m *Menu) Key(msg tea.KeyPressMsg) page.Answer {
	chosen := keys.Find(m.scope, msg)
	for _, item := range m.items {
		if chosen != keys.None && item.Action == chosen {
			return page.Answer{Close: true, Intent: item.Do}
		}
	}
	switch a := asked(msg, m.opener); a {
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept, m.opener:
		return page.Answer{Close: true, Intent: m.items[m.cursor].Do}
	default:
		m.cursor = moved(m.cursor, len(m.items), a)
	}
	return page.Answer{}
}

// Click chooses what the line says.
func (m *Menu) Click(line int) page.Answer {
	at := m.offset + line
	if line < 0 || line >= m.height || at >= len(m.items) {
		return page.Answer{}
	}
	return page.Answer{Close: true, Intent: m.items[at].Do}
}

// View draws the menu.
func (m *Menu) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(40, width-4)
	lines := make([]string, len(m.items))
	for i, item := range m.items {
		lines[i] = option(t, keys.Name(w, item.Action)+"  "+w.Say(item.Label), i == m.cursor, inner)
	}
	m.set(len(lines), height-2)
	m.show(m.cursor)
	from, to := m.window()
	return widget.Box(t, w.Say(m.title), lines[from:to], inner, m.edge(t, hintLine(t, w, hint{keys.Accept, m.hint}, closeHint), w)...)
}

// option draws one line of a menu.
func option(t *theme.Theme, text string, selected bool, width int) string {
	if selected {
		return t.Bar.Render(theme.Bar.Left) + t.Selected.Render(safe.Pad(" "+text, width-1))
	}
	return safe.Cut("  "+text, width)
}
