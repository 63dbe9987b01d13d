package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/present"
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

// ColumnsChosen is the answer of the choice of columns.
type ColumnsChosen struct{ Columns []present.Column }

// Columns chooses which columns a list shows; the name always is.
type Columns struct {
	noPaste
	scroller
	all    []present.Column
	on     []bool
	room   func() int
	cursor int
}

// NewColumns returns the choice among all columns, some of which are shown;
// room tells for how many of these there is room.
func NewColumns(all, shown []present.Column, room func() int) *Columns {
	c := &Columns{all: all, on: make([]bool, len(all)), room: room, cursor: min(1, len(all)-1)}
	for i := range all {
		for _, s := range shown {
			c.on[i] = c.on[i] || s.Field == all[i].Field
		}
	}
	return c
}

// Key answers a key; each change is shown at once.
func (c *Columns) Key(msg tea.KeyPressMsg) (Answer, tea.Cmd) {
	switch a := asked(msg, keys.Columns); a {
	case keys.Close, keys.Accept, keys.Columns:
		return Answer{Close: true}, nil
	case keys.Toggle:
		return c.toggle(), nil
	default:
		c.cursor = moved(c.cursor, len(c.all), a)
	}
	return Answer{}, nil
}

func (c *Columns) toggle() Answer {
	if c.cursor > 0 {
		c.on[c.cursor] = !c.on[c.cursor]
	}
	var chosen []present.Column
	for i, column := range c.all {
		if c.on[i] || i == 0 {
			chosen = append(chosen, column)
		}
	}
	return Answer{Chosen: ColumnsChosen{chosen}}
}

// Click shows or hides the column of a line.
func (c *Columns) Click(line int) Answer {
	at := c.offset + line
	if line < 0 || line >= c.height || at >= len(c.all) {
		return Answer{}
	}
	c.cursor = at
	return c.toggle()
}

// View draws the choice.
func (c *Columns) View(t *theme.Theme, w *words.Words, width, height int) []string {
	inner := min(44, width-4)
	lines := make([]string, len(c.all))
	room := c.room()
	for i, column := range c.all {
		box, remark := "[ ] ", ""
		if c.on[i] || i == 0 {
			box = "[x] "
			if room--; room < 0 {
				remark = " (" + w.NoRoom + ")"
			}
		}
		title := safe.Cut(safe.Line(column.Title), inner-2-len(box)-safe.Width(remark))
		lines[i] = option(t, box+title+remark, i == c.cursor, inner)
	}
	c.set(len(lines), height-2)
	c.show(c.cursor)
	from, to := c.window()
	return widget.Box(t, w.ColumnsTitle, lines[from:to], inner, c.edge(t, hint(t, w.Space, w.HintToggle, "Esc", w.HintClose), w)...)
}
