package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/theme"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// CopyItem is one thing that can be copied: what it is called, and its text,
// made when it is chosen.
type CopyItem struct {
	Key   string // the letter that chooses it
	Label func(*words.Words) string
	Text  func() string
}

// Copied is the answer of the copy menu.
type Copied struct{ Item CopyItem }

// CopyMenu offers what can be copied of what is selected.
type CopyMenu struct {
	noPaste
	scroller
	items  []CopyItem
	cursor int
}

// NewCopyMenu returns a menu of items.
func NewCopyMenu(items []CopyItem) *CopyMenu { return &CopyMenu{items: items} }

// Key answers a key.
func (m *CopyMenu) Key(msg tea.KeyPressMsg) (Answer, tea.Cmd) {
	for _, item := range m.items {
		if item.Key == msg.String() {
			return Answer{Close: true, Chosen: Copied{item}}, nil
		}
	}
	switch a := asked(msg, keys.Copy); a {
	case keys.Close:
		return Answer{Close: true}, nil
	case keys.Accept, keys.Copy:
		return Answer{Close: true, Chosen: Copied{m.items[m.cursor]}}, nil
	default:
		m.cursor = moved(m.cursor, len(m.items), a)
	}
	return Answer{}, nil
}

// Click copies what the line says.
func (m *CopyMenu) Click(line int) Answer {
	at := m.offset + line
	if line < 0 || line >= m.height || at >= len(m.items) {
		return Answer{}
	}
	return Answer{Close: true, Chosen: Copied{m.items[at]}}
}

// View draws the menu.
func (m *CopyMenu) View(t *theme.Theme, w *words.Words, width, height int) []string {
	inner := min(40, width-4)
	lines := make([]string, len(m.items))
	for i, item := range m.items {
		lines[i] = option(t, item.Key+"  "+item.Label(w), i == m.cursor, inner)
	}
	m.set(len(lines), height-2)
	m.show(m.cursor)
	from, to := m.window()
	return widget.Box(t, w.CopyTitle, lines[from:to], inner, m.edge(t, hint(t, "↵", w.HintCopy, "Esc", w.HintClose), w)...)
}

// option draws one line of a menu.
func option(t *theme.Theme, text string, selected bool, width int) string {
	if selected {
		return t.Bar.Render(theme.BarGlyph) + t.Selected.Render(safe.Pad(" "+text, width-1))
	}
	return safe.Cut("  "+text, width)
}
