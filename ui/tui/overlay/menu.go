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
	picker
	scope  keys.Scope
	opener keys.Action
	title  words.Message
	hint   words.Message
	items  []MenuItem
}

// NewMenu returns a menu of items, whose keys are those of a scope. The key that
// opens it chooses in it what is selected, and hint says what choosing does.
func NewMenu(scope keys.Scope, opener keys.Action, title, hint words.Message, items []MenuItem) *Menu {
	m := &Menu{scope: scope, opener: opener, title: title, hint: hint, items: items}
	m.take = m.choose
	m.setItems(len(items))
	return m
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
		return m.choose()
	default:
		return page.Answer{Ignored: !m.act(a)}
	}
}

func (m *Menu) choose() page.Answer {
	return page.Answer{Close: true, Intent: m.items[m.cursor].Do}
}

// View draws the menu.
func (m *Menu) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := hinted(w, m.width(w), width, hint{keys.Accept, m.hint})
	lines := m.draw(height-2, func(i int) string {
		return option(t, keys.Name(w, m.items[i].Action)+"  "+w.Say(m.items[i].Label), i == m.cursor, inner)
	})
	return widget.Box(t, w.Say(m.title), lines, inner, m.unseen(), m.edge(t, w, closeHint, hint{keys.Accept, m.hint})...)
}

// leastMenu is how many cells a menu is wide at least, where there is room.
const leastMenu = 40

// width returns how many cells the widest item takes.
func (m *Menu) width(w *words.Language) int {
	widest := leastMenu
	for _, item := range m.items {
		widest = max(widest, optionIndent+safe.Width(keys.Name(w, item.Action)+"  "+w.Say(item.Label)))
	}
	return widest
}

// optionIndent is the cells before the text of an option.
const optionIndent = 2

// option draws one line of a menu.
func option(t *theme.Theme, text string, selected bool, width int) string {
	if selected {
		return widget.Bar(t) + t.Selected.Render(safe.Pad(" "+text, width-1))
	}
	return safe.Cut("  "+text, width)
}
