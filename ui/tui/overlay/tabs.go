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

// TabChooser lists all tabs with their counts, to go to one of them.
type TabChooser struct {
	picker
	tabs []Item
}

// NewTabChooser returns the choice among tabs, with the cursor on one of them.
func NewTabChooser(tabs []Item, at int) *TabChooser {
	c := &TabChooser{tabs: tabs}
	c.field = widget.NewField()
	c.setItems(len(tabs))
	c.cursor = max(0, at)
	return c
}

// Key answers a key.
func (c *TabChooser) Key(msg tea.KeyPressMsg) page.Answer {
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
		return c.accept()
	}
	return page.Ignored
}

// Paste takes pasted text into what the tabs are narrowed by.
func (c *TabChooser) Paste(msg tea.PasteMsg) tea.Cmd {
	_, cmd := c.typeInto(msg)
	c.narrow()
	return cmd
}

func (c *TabChooser) narrow() {
	c.narrowItems(len(c.tabs), func(i int) string { return c.tabs[i].Title })
}

func (c *TabChooser) accept() page.Answer {
	i := c.item()
	if i < 0 {
		return page.Answer{}
	}
	return page.Answer{Close: true, Intent: c.tabs[i].Do}
}

// Click selects the tab of a line, and goes to it if it is selected already.
func (c *TabChooser) Click(line int) page.Answer {
	if _, again := c.click(line); again {
		return c.accept()
	}
	return page.Answer{}
}

// View draws the tabs that are seen.
func (c *TabChooser) View(t *theme.Theme, w *words.Language, width, height int) []string {
	const widest, number = 56, 2
	inner := min(widest, width-4)
	lines := c.narrowed(t, w, inner, height-2, func(i int) string {
		tab := c.tabs[i]
		return entityLine(t, safe.Pad(tab.Key, number)+safe.CutName(tab.Title, inner-number-safe.Width(tab.Also)-4), tab.Also, i == c.item(), inner)
	})
	return widget.Box(t, w.Say(words.Tabs), lines, inner, c.unseen(), c.narrowEdge(t, w, hint{keys.Accept, words.HintOpen})...)
}
