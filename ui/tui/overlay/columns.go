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
	noPaste
	picker
	all     []present.Column
	on      []bool
	hasRoom func(field string) bool
}

// NewColumns returns the choice among all columns, some of which are shown;
// hasRoom tells for which of these there is room.
func NewColumns(all, shown []present.Column, hasRoom func(field string) bool) *Columns {
	c := &Columns{all: shownFirst(all, shown), hasRoom: hasRoom}
	c.cursor = 1
	c.setItems(len(c.all))
	c.on = make([]bool, len(c.all))
	for i := range c.on {
		c.on[i] = i < len(shown)
	}
	return c
}

// shownFirst returns all columns, those that are shown first, in their order.
func shownFirst(all, shown []present.Column) []present.Column {
	out := slices.Clone(shown)
	for _, column := range all {
		if !slices.ContainsFunc(shown, func(s present.Column) bool { return s.Field == column.Field }) {
			out = append(out, column)
		}
	}
	return out
}

// Key answers a key; each change is shown at once.
func (c *Columns) Key(msg tea.KeyPressMsg) page.Answer {
	if c.findsRow(msg, func(at int) string { return c.all[at].Title }) {
		return page.Answer{}
	}
	switch a := asked(msg, keys.Columns); a {
	case keys.Close, keys.Accept, keys.Columns:
		return page.Answer{Close: true}
	case keys.Toggle:
		return c.toggle()
	case keys.MoveUp:
		return c.shift(-1)
	case keys.MoveDown:
		return c.shift(1)
	default:
		c.act(a)
	}
	return page.Answer{}
}

func (c *Columns) toggle() page.Answer {
	if c.cursor > 0 {
		c.on[c.cursor] = !c.on[c.cursor]
	}
	return c.answer()
}

// shift moves the column under the cursor; the name stays first.
func (c *Columns) shift(by int) page.Answer {
	to := c.cursor + by
	if c.cursor < 1 || to < 1 || to >= len(c.all) {
		return page.Answer{}
	}
	c.all[c.cursor], c.all[to] = c.all[to], c.all[c.cursor]
	c.on[c.cursor], c.on[to] = c.on[to], c.on[c.cursor]
	c.cursor = to
	return c.answer()
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

// Click shows or hides the column of a line.
func (c *Columns) Click(line int) page.Answer {
	if ok, _ := c.click(line); !ok {
		return page.Answer{}
	}
	return c.toggle()
}

// View draws the choice.
func (c *Columns) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(44, width-4)
	lines := c.draw(height-2, func(i int) string {
		box, remark := "[ ] ", ""
		if c.isOn(i) {
			box = "[x] "
			if !c.hasRoom(c.all[i].Field) {
				remark = " (" + w.Say(words.NoRoom) + ")"
			}
		}
		title := safe.CutName(safe.Line(c.all[i].Title), inner-2-len(box)-safe.Width(remark))
		return option(t, box+title+remark, i == c.cursor, inner)
	})
	return widget.Box(t, w.Say(words.ColumnsTitle), lines, inner, c.findEdge(t, w, inner, hint{keys.Toggle, words.HintToggle}, hint{keys.MoveDown, words.HintShift})...)
}
