package timeline

import (
	"math"
	"strconv"
	"time"

	"rihla/model/timeline"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// unit is the calendar unit of an axis.
type unit uint8

const (
	days unit = iota
	weeks
	months
	years
)

// step is the interval between two ticks: n units.
type step struct {
	of unit
	n  int
}

// days returns the mean length of the step in days.
func (s step) days() float64 {
	return float64(s.n) * [...]float64{days: 1, weeks: 7, months: 30.44, years: 365.2425}[s.of]
}

// steps yields the possible steps in ascending order: a day, a week, 1, 3 and 6
// months, then 1, 2 and 5 times the powers of ten in years, the "nice numbers" of
// P. S. Heckbert (Nice numbers for graph labels, Graphics Gems, 1990).
func steps(yield func(step) bool) {
	for _, s := range []step{{days, 1}, {weeks, 1}, {months, 1}, {months, 3}, {months, 6}} {
		if !yield(s) {
			return
		}
	}
	for n := 1; n <= longestStep; n *= 10 {
		for _, times := range []int{1, 2, 5} {
			if !yield(step{years, times * n}) {
				return
			}
		}
	}
}

// longestStep is the largest power of ten in the steps, in years.
const longestStep = 100_000

// tick is a labelled day of the axis.
type tick struct {
	at    timeline.Day
	label string
	// above is the enclosing period: the month of a day, the year of a month. It
	// is empty if the previous tick has the same.
	above string
}

// apart is the minimum gap between two labels in cells.
const apart = 2

// stepFor returns the shortest step whose labels do not overlap.
func stepFor(s scale, w *words.Language) step {
	widest := 0
	for m := 1; m <= 12; m++ {
		widest = max(widest, safe.Width(w.ShortMonth(m)))
	}
	for step := range steps {
		width := widest
		switch step.of {
		case days, weeks:
			width = len("31") + 1
		case years:
			width = max(len(yearOf(s.from)), len(yearOf(s.window().to())))
		}
		if step.days()/s.per >= float64(width+apart) {
			return step
		}
	}
	return step{years, 5 * longestStep}
}

func yearOf(moment float64) string {
	y, _, _ := timeline.Day(math.Floor(moment)).Date()
	return strconv.Itoa(y)
}

// ticksOf returns the ticks whose intervals intersect a window.
func ticksOf(s scale, by step, w *words.Language) []tick {
	var out []tick
	at := by.floor(timeline.Day(math.Floor(s.from)))
	long := by.days()/s.per >= float64(longestMonth(w)+apart)
	before, end := "", s.window().to()
	for most := 2*s.cells + 4; float64(at) < end && most > 0; most-- {
		if g := s.gapAt(float64(at)); g != nil {
			at = by.next(by.floor(timeline.Day(math.Ceil(g.to)) - 1))
			before = "" // it is said again after the gap
			continue
		}
		next := by.next(at)
		if float64(next) > s.from {
			label, above := by.label(at, long, w)
			t := tick{at: at, label: label}
			if above != before {
				t.above, before = above, above
			}
			out = append(out, t)
		}
		at = next
	}
	return out
}

func longestMonth(w *words.Language) int {
	longest := 0
	for m := 1; m <= 12; m++ {
		longest = max(longest, safe.Width(w.LongMonth(m)))
	}
	return longest
}

// floor returns the last tick on or before a day.
func (s step) floor(d timeline.Day) timeline.Day {
	y, m, _ := d.Date()
	switch s.of {
	case days:
		return d
	case weeks:
		const monday = 4 // 5 January 1970
		return d - timeline.Day(floorMod(int(d)-monday, 7))
	case months:
		return timeline.NewDay(y, time.Month(1+(int(m)-1)/s.n*s.n), 1)
	}
	return timeline.NewDay(y-floorMod(y, s.n), time.January, 1)
}

func (s step) next(d timeline.Day) timeline.Day {
	y, m, _ := d.Date()
	switch s.of {
	case days:
		return d + 1
	case weeks:
		return d + 7
	case months:
		return timeline.NewDay(y, m+time.Month(s.n), 1)
	}
	return timeline.NewDay(y+s.n, time.January, 1)
}

func floorMod(a, n int) int { return ((a % n) + n) % n }

// label returns the label of a tick and its enclosing period.
func (s step) label(d timeline.Day, long bool, w *words.Language) (label, above string) {
	y, m, day := d.Date()
	switch s.of {
	case days, weeks:
		return strconv.Itoa(day), w.LongMonth(int(m)) + " " + strconv.Itoa(y)
	case months:
		if long {
			return w.LongMonth(int(m)), strconv.Itoa(y)
		}
		return w.ShortMonth(int(m)), strconv.Itoa(y)
	}
	return strconv.Itoa(y), ""
}
