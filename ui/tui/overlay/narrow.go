package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/sift"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// narrowHead is the number of lines of the field that narrows a list.
const narrowHead = 1

// chooser is a picker whose rows the input narrows.
type chooser struct {
	picker
	field  widget.Field
	sifter sift.Sifter
	narrow func() tea.Cmd // keeps the rows that match the input

	hasChosen bool // by space, since the cursor moved: Enter has nothing to choose
}

// choose handles a key as in every chooser; the bindings of scope are added to those
// of choosers. What it does not handle it leaves to the dialog; the answer is the one
// to all other keys, and to an action that means nothing to the dialog.
func (c *chooser) choose(msg tea.KeyPressMsg, scope keys.Scope) (left keys.Action, answer page.Answer) {
	isEmpty := c.field.Value() == ""
	in := keys.InField | keys.InChooser | scope
	switch a := keys.Find(in, msg); {
	case a == keys.Close && !isEmpty:
		c.field.Reset()
		c.hasChosen = false
		return keys.None, page.Answer{Cmd: c.narrow()}
	case a == keys.Close:
		return keys.None, page.Answer{Close: true}
	case a == keys.None && isEmpty && keys.Find(keys.AtEntity, msg) == keys.Filter:
		return keys.None, page.Ignored // the input narrows the list already
	case a == keys.None, !isEmpty && (a == keys.Top || a == keys.Bottom):
		return keys.None, page.Answer{Cmd: c.typed(msg), Ignored: !keys.IsTyping(msg)}
	case a == keys.Accept && c.sifter.IsBusy():
		return keys.None, page.Answer{} // the rows are not yet those of the input
	case c.act(a):
		c.hasChosen = false
		return keys.None, page.Answer{}
	default:
		return a, page.Ignored
	}
}

// typed gives a key or pasted text to the field, and narrows the rows if that changes
// the input.
func (c *chooser) typed(msg tea.Msg) (cmd tea.Cmd) {
	before := c.field.Value()
	c.field, cmd = c.field.Update(msg)
	if c.field.Value() == before {
		return cmd
	}
	c.hasChosen = false
	return tea.Batch(cmd, c.narrow())
}

// Paste takes pasted text into what the rows are narrowed by.
func (c *chooser) Paste(msg tea.PasteMsg) tea.Cmd { return c.typed(msg) }

// narrowItems makes the rows those of n items whose text holds each word that is typed.
// The cursor stays on its item, if that is left.
func (c *chooser) narrowItems(n int, text func(item int) string) tea.Cmd {
	return c.sifter.Sift(n, text, c.field.Value(), func(left []int) {
		item := c.item()
		c.rows, c.cursor = c.rows[:0], 0
		for at, i := range left {
			if i == item {
				c.cursor = at
			}
			c.rows = append(c.rows, row{item: i})
		}
	})
}

// fieldLine draws the input, or a placeholder.
func (c *chooser) fieldLine(t *theme.Theme, w *words.Language, width int) string {
	c.field.SetWidth(max(1, width-promptWidth-1))
	return t.Key.Render(palettePrompt) + c.field.ViewOver(t, w.Say(words.NarrowPrompt))
}

// narrowed draws a list below its field, in a height.
func (c *chooser) narrowed(t *theme.Theme, w *words.Language, width, height int, line func(item int) string) []string {
	c.head = narrowHead
	body := []string{c.fieldLine(t, w, width)}
	if len(c.rows) == 0 && c.field.Value() != "" {
		body = append(body, t.Muted.Render(safe.Cut("  "+w.Say(words.HelpNothingFound), width)))
	}
	return append(body, c.draw(height-narrowHead, func(at int) string { return line(c.rows[at].item) })...)
}

// narrowEdge returns what the lower edge says, the longest first. Where no row is left
// it has no hints of keys that act on one.
func (c *chooser) narrowEdge(t *theme.Theme, w *words.Language, hints ...hint) []string {
	if len(c.rows) == 0 {
		hints = nil
	}
	return c.edge(t, w, clearHint(&c.field), hints...)
}

// clearHint says what the key does that closes, after it has cleared the input.
func clearHint(input *widget.Field) hint {
	if input.Value() != "" {
		return hint{keys.Close, words.HintClear}
	}
	return closeHint
}
