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

// Choice asks for one of some items, narrowed by what is typed.
type Choice struct {
	picker
	items  []Item
	title  words.Message
	accept words.Message // the hint of the key that chooses
	marked int           // cells before the titles, for the keys of the items
}

// NewTabChooser returns the choice among tabs, with the cursor on one of them.
func NewTabChooser(tabs []Item, at int) *Choice {
	const number = 2
	c := newChoice(words.Tabs, words.HintOpen, tabs)
	c.cursor, c.marked = max(0, at), number
	return c
}

func newChoice(title, accept words.Message, items []Item) *Choice {
	c := &Choice{items: items, title: title, accept: accept}
	c.field = widget.NewField()
	c.setItems(len(items))
	return c
}

// Key answers a key.
func (c *Choice) Key(msg tea.KeyPressMsg) page.Answer {
	t := c.choose(msg, 0)
	if t.changed {
		c.narrow()
	}
	switch t.action {
	case keys.None:
		return t.answer()
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept:
		return c.take()
	}
	return page.Ignored
}

// Paste takes pasted text into what the items are narrowed by.
func (c *Choice) Paste(msg tea.PasteMsg) tea.Cmd {
	_, cmd := c.typeInto(msg)
	c.narrow()
	return cmd
}

func (c *Choice) narrow() {
	c.narrowItems(len(c.items), func(i int) string { return c.items[i].Title + " " + c.items[i].Called })
}

func (c *Choice) take() page.Answer {
	i := c.item()
	if i < 0 {
		return page.Ignored
	}
	return page.Answer{Close: true, Intent: c.items[i].Do}
}

// Click selects the item of a line, and chooses it if it is selected already.
func (c *Choice) Click(line int) page.Answer {
	if _, again := c.click(line); again {
		return c.take()
	}
	return page.Answer{}
}

// View draws the items that are visible.
func (c *Choice) View(t *theme.Theme, w *words.Language, width, height int) []string {
	const widest, apart = 56, 4
	inner := min(widest, width-4)
	lines := c.narrowed(t, w, inner, height-2, func(i int) string {
		one := &c.items[i]
		name := safe.CutName(one.Title, inner-c.marked-safe.Width(one.Also)-apart)
		return entityLine(t, safe.Pad(one.Key, c.marked)+name, one.Also, i == c.item(), inner)
	})
	return widget.Box(t, w.Say(c.title), lines, inner, c.unseen(), c.narrowEdge(t, w, hint{keys.Accept, c.accept})...)
}
