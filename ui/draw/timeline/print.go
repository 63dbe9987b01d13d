package timeline

import (
	"slices"
	"strings"

	"rihla/model/timeline"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// FitTo shows a span of time without the bounds of SetWindow.
func (c *Chart) FitTo(s timeline.Span) {
	c.frames = []Window{around(s)}
	c.show(c.frames[0])
}

// Print returns the chart with its rows, at most a given number, and the number of
// rows left out. It clears the selection.
func (c *Chart) Print(width, most int) (lines []rich.Line, left int) {
	c.SetSize(width, 1)
	rows := min(len(c.rows), most)
	c.printed = true
	c.SetSize(width, c.frame().rows.y+rows)
	c.top, c.selected = 0, None
	lines = c.Draw()
	if above := c.frame().above.y; len(lines[above].Spans) == 0 {
		lines = slices.Delete(lines, above, above+1)
	}
	return lines, len(c.rows) - rows
}

// Plain describes an item in words on one line: its period, what it dates, and its
// entity.
func (c *Chart) Plain(i *timeline.Item) string {
	w := c.voice.Words
	when := []string{c.When(i)}
	if i.Has(timeline.OpenEnd) {
		when = append(when, w.Say(words.Ongoing))
	}
	if i.Has(timeline.Disputed) {
		when = append(when, w.Say(words.Disputed))
	}
	what := c.what(i, w.Colon)
	if what == "" {
		what = c.voice.KindOne(i.Entity.Kind)
	}
	return strings.Join(when, w.ListComma) + " - " + what + " - " + c.voice.Name(i.Entity)
}
