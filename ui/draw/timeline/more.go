package timeline

import (
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/words"
)

// More reports whether rows of the window are above and below those that are seen.
func (c *Chart) More() (above, below bool) {
	return c.top > 0, c.top+c.RowCount() < len(c.rows)
}

// rowsText says which rows of the window are seen, unless all are: "1–23 of 41".
func (c *Chart) rowsText() string {
	if above, below := c.More(); !above && !below {
		return ""
	}
	w := c.voice.Words
	last := min(c.top+c.RowCount(), len(c.rows))
	seen := w.Number(c.top + 1)
	if last > c.top+1 {
		seen += "–" + w.Number(last)
	}
	return w.Say(words.OutOf, seen, w.Number(len(c.rows)))
}

// labelEnd returns the first column that no label may take: that of the marks, if
// rows go on.
func (c *Chart) labelEnd() int {
	if above, below := c.More(); above || below {
		return c.width - 1
	}
	return c.width
}

// drawMore marks the first and the last row that is seen where rows go on.
func (d *drawing) drawMore() {
	n := min(d.parts.rowCount(), len(d.rows)-d.top)
	if n < 1 {
		return
	}
	above, below := d.More()
	mark := func(row int, sign string) {
		y, x := d.parts.rows.y+row*d.parts.perRow, d.width-1
		d.on.Text(x, y, sign, rich.Muted, -1)
	}
	switch {
	case above && below && n == 1:
		mark(0, theme.MoreBoth)
		return
	case above:
		mark(0, theme.MoreAbove)
	}
	if below {
		mark(n-1, theme.MoreBelow)
	}
}
