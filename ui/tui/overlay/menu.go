package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
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

// Copied is the answer of the copy menu.
type Copied struct{ Item CopyItem }

// NewCopyMenu returns the menu of what can be copied of what is selected.
func NewCopyMenu(items []CopyItem) *Menu {
	all := make([]MenuItem, len(items))
	for i, item := range items {
		all[i] = MenuItem{item.Action, item.Label, Copied{item}}
	}
	return NewMenu(keys.InCopy, keys.Copy, words.CopyTitle, words.HintCopy, all)
}

// MenuItem is one line of a menu.
type MenuItem struct {
	Action keys.Action // the action of the key that chooses it, in the scope of the menu
	Label  words.Message
	Do     any // what is chosen with it
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
func (m *Menu) Key(msg tea.KeyPressMsg) (Answer, tea.Cmd) {
	chosen := keys.Find(m.scope, msg.String())
	for _, item := range m.items {
		if chosen != keys.None && item.Action == chosen {
			return Answer{Close: true, Chosen: item.Do}, nil
		}
	}
	switch a := asked(msg, m.opener); a {
	case keys.Close:
		return Answer{Close: true}, nil
	case keys.Accept, m.opener:
		return Answer{Close: true, Chosen: m.items[m.cursor].Do}, nil
	default:
		m.cursor = moved(m.cursor, len(m.items), a)
	}
	return Answer{}, nil
}

// Click chooses what the line says.
func (m *Menu) Click(line int) Answer {
	at := m.offset + line
	if line < 0 || line >= m.height || at >= len(m.items) {
		return Answer{}
	}
	return Answer{Close: true, Chosen: m.items[at].Do}
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
