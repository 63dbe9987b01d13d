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

// Choice asks for one of several items, which the input narrows.
type Choice struct {
	chooser
	items  []Item
	title  words.Message
	accept words.Message // the hint of the key that chooses
	marked int           // cells before the titles, for the keys of the items
	need   int           // cells that the widest item takes
}

// leastChoice is how many cells a choice is wide at least, where there is room.
const leastChoice = 56

// NewTabChooser returns the choice among tabs, with the cursor on one of them.
func NewTabChooser(tabs []Item, at int) *Choice {
	const number = 2
	c := newChoice(words.Tabs, words.HintOpen, tabs)
	c.cursor, c.marked = max(0, at), number
	return c
}

func newChoice(title, accept words.Message, items []Item) *Choice {
	c := &Choice{items: items, title: title, accept: accept}
	c.field, c.take = widget.NewField(), c.open
	c.narrow = func() tea.Cmd {
		return c.narrowItems(len(items), func(i int) string { return items[i].Title + " " + items[i].Called })
	}
	c.setItems(len(items))
	c.need = need(c.rows, []Group{{Items: items}})
	return c
}

// Key answers a key.
func (c *Choice) Key(msg tea.KeyPressMsg) page.Answer {
	left, answer := c.choose(msg, 0)
	if left == keys.Accept {
		return c.open()
	}
	return answer
}

func (c *Choice) open() page.Answer {
	i := c.item()
	if i < 0 {
		return page.Ignored
	}
	return page.Answer{Close: true, Intent: c.items[i].Do}
}

// View draws the items that are visible.
func (c *Choice) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := fit(max(leastChoice, c.need+c.marked+optionIndent), width)
	lines := c.narrowed(t, w, inner, height-2, func(i int) string {
		one := &c.items[i]
		room := inner - c.marked - optionIndent - apart
		also := one.Also
		if safe.Width(one.Title)+safe.Width(also) > room {
			also = one.AlsoShort
		}
		if also == "" {
			also = one.Also
		}
		name := safe.CutName(one.Title, room-safe.Width(also))
		return entityLine(t, safe.Pad(one.Key, c.marked)+name, also, i == c.item(), inner)
	})
	return widget.Box(t, w.Say(c.title), lines, inner, c.unseen(), c.narrowEdge(t, w, hint{keys.Accept, c.accept})...)
}
