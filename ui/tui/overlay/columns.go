package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Columns chooses which columns a list shows; the name always is.
type Columns struct {
	chooser
	all     []present.Column
	on      []bool
	hasRoom func(field string) bool
}

// NewColumns returns the choice among all columns, some of which are shown;
// hasRoom tells for which of these there is room.
func NewColumns(all, shown []present.Column, hasRoom func(field string) bool) *Columns {
	c := &Columns{all: present.ShownFirst(all, shown), hasRoom: hasRoom}
	c.field, c.take, c.cursor = widget.NewField(), c.toggle, 1
	c.narrow = func() tea.Cmd {
		return c.narrowItems(len(c.all), func(item int) string { return c.all[item].Title })
	}
	c.setItems(len(c.all))
	c.on = make([]bool, len(c.all))
	for i := range c.on {
		c.on[i] = i < len(shown)
	}
	return c
}

// Key answers a key; each change is shown at once.
func (c *Columns) Key(msg tea.KeyPressMsg) page.Answer {
	left, answer := c.choose(msg, keys.InBoxes)
	switch left {
	case keys.Accept:
		answer = page.Answer{}
		if item := c.item(); item > 0 && !c.on[item] && !c.hasChosen {
			answer = c.toggle()
		}
		answer.Close = true
		return answer
	case keys.Toggle:
		return c.toggle()
	case keys.MoveUp:
		return c.shift(-1)
	case keys.MoveDown:
		return c.shift(1)
	}
	return answer
}

func (c *Columns) toggle() page.Answer {
	item := c.item()
	if item <= 0 {
		return page.Answer{Ignored: true} // the name is always shown
	}
	c.on[item], c.hasChosen = !c.on[item], true
	return c.answer()
}

// shift moves the column under the cursor past the one before or after it that is
// seen; the name stays first.
func (c *Columns) shift(by int) page.Answer {
	from := c.item()
	if to := c.cursor + by; from > 0 && to >= 0 && to < len(c.rows) && c.rows[to].item > 0 {
		target := c.rows[to].item
		column, on := c.all[from], c.on[from]
		c.all = slices.Insert(slices.Delete(c.all, from, from+1), target, column)
		c.on = slices.Insert(slices.Delete(c.on, from, from+1), target, on)
		c.sifter.Forget()
		c.narrow()
		c.cursor = to
		return c.answer()
	}
	return page.Ignored
}

func (c *Columns) isOn(i int) bool { return c.on[i] || i == 0 }

// chosen returns the columns that are shown.
func (c *Columns) chosen() []present.Column {
	var out []present.Column
	for i, column := range c.all {
		if c.isOn(i) {
			out = append(out, column)
		}
	}
	return out
}

func (c *Columns) answer() page.Answer {
	return page.Answer{Intent: page.Columns{Columns: c.chosen()}}
}

// widestTitle returns the cells of the widest title of columns.
func widestTitle(columns []present.Column) int {
	widest := 0
	for i := range columns {
		widest = max(widest, safe.Width(safe.Line(columns[i].Title)))
	}
	return widest
}

// View draws the choice.
func (c *Columns) View(t *theme.Theme, w *words.Language, width, height int) []string {
	noRoom := " (" + w.Say(words.NoRoom) + ")"
	hints := []hint{{keys.Toggle, words.HintToggle}, {keys.MoveDown, words.HintShift}}
	inner := hinted(w, max(44, len("  [ ] ")+widestTitle(c.all)+safe.Width(noRoom)), width, hints...)
	lines := c.narrowed(t, w, inner, height-2, func(i int) string {
		box, remark := "[ ] ", ""
		if c.isOn(i) {
			box = "[x] "
			if !c.hasRoom(c.all[i].Field) {
				remark = noRoom
			}
		}
		title := safe.CutName(safe.Line(c.all[i].Title), inner-2-len(box)-safe.Width(remark))
		return option(t, box+title+remark, i == c.item(), inner)
	})
	return widget.Box(t, w.Say(words.ColumnsTitle), lines, inner, c.unseen(), c.narrowEdge(t, w, hints...)...)
}
