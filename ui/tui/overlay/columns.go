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
	scroller
	all    []present.Column
	on     []bool
	room   func() int
	cursor int
}

// NewColumns returns the choice among all columns, some of which are shown;
// room tells for how many of these there is room.
func NewColumns(all, shown []present.Column, room func() int) *Columns {
	c := &Columns{all: shownFirst(all, shown), room: room, cursor: min(1, len(all)-1)}
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
		c.cursor = moved(c.cursor, len(c.all), a)
	}
	return page.Answer{}
}

func (c *Columns) toggle() page.Answer {
	if c.cursor > 0 {
		c.on[c.cursor] = !c.on[c.cursor]
	}
	return c.chosen()
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
	return c.chosen()
}

func (c *Columns) chosen() page.Answer {
	var chosen []present.Column
	for i, column := range c.all {
		if c.on[i] || i == 0 {
			chosen = append(chosen, column)
		}
	}
	return page.Answer{Intent: page.Columns{Columns: chosen}}
}

// Click shows or hides the column of a line.
func (c *Columns) Click(line int) page.Answer {
	at := c.offset + line
	if line < 0 || line >= c.height || at >= len(c.all) {
		return page.Answer{}
	}
	c.cursor = at
	return c.toggle()
}

// View draws the choice.
func (c *Columns) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(44, width-4)
	lines := make([]string, len(c.all))
	room := c.room()
	for i, column := range c.all {
		box, remark := "[ ] ", ""
		if c.on[i] || i == 0 {
			box = "[x] "
			if room--; room < 0 {
				remark = " (" + w.Say(words.NoRoom) + ")"
			}
		}
		title := safe.Cut(safe.Line(column.Title), inner-2-len(box)-safe.Width(remark))
		lines[i] = option(t, box+title+remark, i == c.cursor, inner)
	}
	c.set(len(lines), height-2)
	c.show(c.cursor)
	from, to := c.window()
	return widget.Box(t, w.Say(words.ColumnsTitle), lines[from:to], inner, c.edge(t, hintLine(t, w, hint{keys.Toggle, words.HintToggle}, hint{keys.MoveDown, words.HintShift}, closeHint), w)...)
}
