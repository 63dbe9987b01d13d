package timeline

import (
	"cmp"
	"math"
	"slices"

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
	leastGap  = 10  // cells that it would take
	leastDays = 28  // its length
	leastHere = 2   // dates in the window
	mostGaps  = 5   // on an axis
	leastGain = 0.3 // the share of the axis that all of them free
	labelFrom = 80  // cells of an axis whose gaps have labels
	breakSign = '╱'
)

// gapsIn returns the gaps of a linear scale with a density: the longest stretches
// without an event, and none if cutting them frees too little. keep is a moment
// that stays out of them.
func gapsIn(s scale, density []float64, keep float64, w *words.Language) []gap {
	here := 0.0
	for _, n := range density {
		here += n
	}
	if here < leastHere-0.5 { // a date at the edge counts in part
		return nil
	}
	at := int(math.Floor(s.x(keep)))
	var gaps []gap
	for from := 0; from < s.cells; {
		to := from
		for to < s.cells && density[to] <= 1e-6 && to != at {
			to++
		}
		// A cell at either side is left to what is beside it.
		first, last := from, to
		if from > 0 {
			first++
		}
		if to < s.cells {
			last--
		}
		g := newGap(s.day(float64(first)), s.day(float64(last)), s.cells, w)
		if last-first >= max(leastGap, s.cells/leastGap) && g.to-g.from >= leastDays {
			gaps = append(gaps, g)
		}
		from = to + 1
	}
	slices.SortFunc(gaps, func(a, b gap) int { return cmp.Compare(b.to-b.from, a.to-a.from) })
	gaps = gaps[:min(len(gaps), mostGaps)]
	slices.SortFunc(gaps, func(a, b gap) int { return cmp.Compare(a.from, b.from) })
	gain := 0.0
	for _, g := range gaps {
		gain += (g.to-g.from)/s.perCell() - float64(g.cells)
	}
	if gain < leastGain*float64(s.cells) {
		return nil
	}
	return gaps
}

func newGap(from, to float64, cells int, w *words.Language) gap {
	g := gap{from: from, to: to, cells: 3}
	if cells >= labelFrom {
		g.label = lengthOf(to-from, w)
		g.cells = safe.Width(g.label) + 4
	}
	return g
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

// findGaps measures the density of events in the window, and breaks the axis at its
// gaps unless it is to be even.
func (c *Chart) findGaps() {
	c.gaps, c.density, c.hasGaps = nil, nil, false
	if c.width == 0 {
		return
	}
	c.density = density(c.Timeline, c.scale())
	today := math.Inf(-1)
	if c.Today != timeline.Unknown {
		today = float64(c.Today) + 0.5
	}
	gaps := gapsIn(c.scale(), c.density, today, c.voice.Words)
	c.hasGaps = len(gaps) > 0
	if c.hasGaps && !c.isEven {
		c.gaps = gaps
		c.density = density(c.Timeline, c.scale())
	}
}

// HasGaps reports whether stretches of the window hold no dates, so that SetEven
// makes a difference.
func (c *Chart) HasGaps() bool { return c.hasGaps }

// IsEven reports whether gaps take the room that their lengths ask for.
func (c *Chart) IsEven() bool { return c.isEven }

// SetEven says whether gaps take the room that their lengths ask for.
func (c *Chart) SetEven(even bool) {
	c.isEven = even
	c.updateRows()
	c.reveal()
}

// axisText says what the scale of the axis is, where there is a choice.
func (c *Chart) axisText() string {
	w := c.voice.Words
	switch {
	case len(c.gaps) > 0:
		return " · " + w.Count(len(c.gaps), words.GapCount)
	case c.hasGaps:
		return " · " + w.Say(words.EvenScale)
	}
	return ""
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

// breakAt returns the cell of a gap at which the break is drawn.
func (s scale) breakAt(g gap) int { return int(math.Floor(s.x((g.from + g.to) / 2))) }

// drawGaps draws a break through the rows at each gap, and its length on the axis.
func (d *drawing) drawGaps() {
	for _, g := range d.scale.gaps {
		at := d.scale.breakAt(g)
		if at < 0 || at >= d.width {
			continue
		}
		d.line(at, breakSign, rich.Faint)
		text := string(breakSign)
		if g.label != "" {
			text += " " + g.label + " " + string(breakSign)
		}
		d.text(max(0, at-safe.Width(text)/2), d.parts.axis.y, d.width, text, rich.Muted, -1)
	}
}

// drawBreaks draws the breaks of the axis within a mark.
func (d *drawing) drawBreaks(y int, span timeline.Span, role rich.Role) {
	from, to := d.scale.reach(span)
	for _, g := range d.scale.gaps {
		if at := d.scale.breakAt(g); at > from && at < to && at < d.width {
			d.on.Put(at, y, breakSign, role, -1)
		}
	}
}
