package timeline

import (
	"cmp"
	"math"
	"slices"

	"rihla/model/order"
	"rihla/model/timeline"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// gap is a stretch of time without a date that takes fewer cells than its length
// would.
type gap struct {
	from, to float64 // moments
	cells    int
	label    string // how long it is, empty where there is no room to say so
}

// What makes a stretch a gap.
const (
	leastDays  = 28   // its length
	leastTimes = 3    // its length in that of the usual stretch
	leastGain  = 0.15 // the share of the axis that it frees
	mostTaken  = 0.5  // the share of the axis that all of them take
	mostGaps   = 5
	labelFrom  = 80 // cells of an axis whose gaps have labels
	breakSign  = '╱'
)

// longStretches returns the stretches that are much longer than the usual one between
// events, or between an event and today, the longest first.
func (c *Chart) longStretches() []timeline.Span {
	var all []timeline.Span
	add := func(from, to timeline.Day) {
		if from <= to {
			all = append(all, timeline.Span{From: from, To: to})
		}
	}
	for _, s := range c.tally.Stretches() {
		if s.From <= c.Today && c.Today <= s.To {
			add(s.From, c.Today-1)
			s.From = c.Today + 1
		}
		add(s.From, s.To)
	}
	if c.Today != timeline.Unknown {
		add(c.whole.To+1, c.Today-1)
		add(c.Today+1, c.whole.From-1)
	}
	if len(all) == 0 {
		return nil
	}
	order.Stable(all, func(a, b timeline.Span) int { return cmp.Compare(b.Days(), a.Days()) })
	least := max(leastDays, leastTimes*all[len(all)/2].Days())
	return slices.DeleteFunc(all, func(s timeline.Span) bool { return s.Days() < least })
}

// findGaps finds the gaps of the axis: those that free enough of it where all of one of
// its frames is seen.
func (c *Chart) findGaps() {
	c.gaps = nil
	for _, w := range c.frames {
		for _, g := range c.gapsIn(w) {
			isNew := !slices.ContainsFunc(c.gaps, func(old gap) bool { return g.from < old.to && old.from < g.to })
			if isNew && len(c.gaps) < mostGaps {
				c.gaps = append(c.gaps, g)
			}
		}
	}
	order.Stable(c.gaps, func(a, b gap) int { return cmp.Compare(a.from, b.from) })
}

// gapsIn returns the gaps that free enough of an axis on which a window is seen.
func (c *Chart) gapsIn(w Window) []gap {
	days, width := w.Days, float64(c.width)
	cells := width
	var gaps []gap
	for _, s := range c.stretches {
		if !w.holds(s) {
			continue
		}
		g := c.newGap(s)
		takes := float64(g.cells + 2) // a cell at either side is left to what is beside it
		if len(gaps) == mostGaps || cells-takes < mostTaken*width || (g.to-g.from)/(days/cells)-takes < leastGain*width {
			break
		}
		gaps = append(gaps, g)
		days, cells = days-(g.to-g.from), cells-takes
	}
	for i := range gaps {
		gaps[i].from += days / cells
		gaps[i].to -= days / cells
	}
	return gaps
}

func (c *Chart) newGap(s timeline.Span) gap {
	g := gap{from: float64(s.From), to: float64(s.To) + 1, cells: 3}
	if c.width >= labelFrom {
		g.label = lengthOf(g.to-g.from, c.voice.Words)
		g.cells = safe.Width(g.label) + 4
	}
	return g
}

// saves reports whether the gap takes fewer cells than its length would.
func (g gap) saves(per float64) bool { return (g.to-g.from)/per > float64(g.cells) }

// gapsAt returns the gaps that save cells at a scale; none on an even axis.
func (c *Chart) gapsAt(per float64) []gap {
	if c.isEven {
		return nil
	}
	var out []gap
	for _, g := range c.gaps {
		if g.saves(per) {
			out = append(out, g)
		}
	}
	return out
}

// lengthOf writes a number of days in years, months or days, rounded.
func lengthOf(length float64, w *words.Language) string {
	for _, unit := range []struct {
		days float64
		of   words.Plural
	}{{step{years, 1}.days(), words.YearsLong}, {step{months, 1}.days(), words.MonthsLong}} {
		if n := math.Round(length / unit.days); n > 1 {
			return w.Count(int(n), unit.of)
		}
	}
	return w.Count(int(math.Round(length)), words.DaysLong)
}

// HasGaps reports whether the window holds long stretches without dates, so that
// SetEven makes a difference.
func (c *Chart) HasGaps() bool { return c.gapCount() > 0 }

// gapCount returns how many gaps are in the window, or would be if it were not even.
func (c *Chart) gapCount() int {
	n := 0
	for _, g := range c.gaps {
		if _, isSeen := c.scale.breakAt(g); isSeen && g.saves(c.scale.per) {
			n++
		}
	}
	return n
}

// IsEven reports whether gaps take the room that their lengths ask for.
func (c *Chart) IsEven() bool { return c.isEven }

// SetEven says whether gaps take the room that their lengths ask for.
func (c *Chart) SetEven(even bool) {
	c.isEven = even
	c.show(c.window)
	c.reveal()
}

// axisText says what the scale of the axis is, where there is a choice.
func (c *Chart) axisText() string {
	w := c.voice.Words
	switch n := c.gapCount(); {
	case n == 0:
		return ""
	case c.isEven:
		return " · " + w.Say(words.EvenScale)
	default:
		return " · " + w.Count(n, words.GapCount)
	}
}

// gapAt returns the gap that holds a moment, or nil.
func (s scale) gapAt(moment float64) *gap {
	for i := range s.gaps {
		if g := &s.gaps[i]; g.from <= moment && moment < g.to {
			return g
		}
	}
	return nil
}

// breakAt returns the cell at which the break of a gap is drawn: the middle of what is
// seen of it. It reports whether half of it is.
func (s scale) breakAt(g gap) (at int, isSeen bool) {
	from, to := max(0, s.x(g.from)), min(float64(s.cells), s.x(g.to))
	return int(math.Floor((from + to) / 2)), to-from >= float64(g.cells)/2
}

// drawGaps draws a break through the rows at each gap, and its length on the axis
// where there is room for it.
func (d *drawing) drawGaps() {
	for _, g := range d.scale.gaps {
		at, isSeen := d.scale.breakAt(g)
		if !isSeen {
			continue
		}
		d.line(at, breakSign, rich.Faint)
		text := string(breakSign) + " " + g.label + " " + string(breakSign)
		from := at - safe.Width(text)/2
		if g.label == "" || float64(from)+1 < d.scale.x(g.from) || from < 0 || from+safe.Width(text) > d.width {
			text, from = string(breakSign), at
		}
		d.on.Text(from, d.parts.axis.y, text, rich.Muted, -1)
	}
}

// drawBreaks draws the breaks of the axis within a mark.
func (d *drawing) drawBreaks(y int, span timeline.Span, role rich.Role) {
	from, to := d.scale.reach(span)
	for _, g := range d.scale.gaps {
		if at, isSeen := d.scale.breakAt(g); isSeen && at > from && at < to {
			d.on.Put(at, y, breakSign, role, -1)
		}
	}
}
