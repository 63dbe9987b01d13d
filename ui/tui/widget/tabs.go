package widget

import (
	"strings"

	"rihla/ui/safe"
	"rihla/ui/theme"
)

// Tab is one tab: its label and what is said after it.
type Tab struct{ Label, Count string }

// Place is where a tab stands on the row: from X to End.
type Place struct{ Tab, X, End int }

// Tabs draws a row of n tabs that fits a width, never more than one line. Where
// they do not all fit, those around the active one are shown, with a mark on
// the side where more are. It also returns where each of them stands. No tab is
// active where active is less than 0. It asks for no more tabs than it shows,
// and their neighbours.
func Tabs(t *theme.Theme, n int, tab func(int) Tab, active, width int) (string, []Place) {
	if n == 0 || width < 4 {
		return "", nil
	}
	size := func(i int) int { return min(safe.Width(text(i, tab(i))), width-4) }
	first, last := visible(n, size, max(0, active), width-2)
	var places []Place
	var b strings.Builder
	x := 1
	b.WriteString(mark(t, first > 0, "‹"))
	for i := first; i <= last; i++ {
		if i > first {
			b.WriteString(safe.Spaces(gap))
			x += gap
		}
		w := size(i)
		places = append(places, Place{i, x, x + w})
		b.WriteString(draw(t, i, tab(i), i == active, w))
		x += w
	}
	if last < n-1 {
		b.WriteString(safe.Spaces(width - 1 - x))
		b.WriteString(mark(t, true, "›"))
	}
	return b.String(), places
}

// gap is how many cells stand between two tabs.
const gap = 2

func mark(t *theme.Theme, more bool, glyph string) string {
	if more {
		return t.Muted.Render(glyph)
	}
	return " "
}

// visible returns the first and the last of n tabs around one that fit.
func visible(n int, size func(int) int, around, width int) (first, last int) {
	first, last = around, around
	used := size(around)
	for grown := true; grown; {
		grown = false
		if last+1 < n && used+gap+size(last+1) <= width {
			last++
			used += gap + size(last)
			grown = true
		}
		if first > 0 && used+gap+size(first-1) <= width {
			first--
			used += gap + size(first)
			grown = true
		}
	}
	return first, last
}

func number(i int) string {
	if i < 9 {
		return string(rune('1'+i)) + " "
	}
	return ""
}

func text(i int, tab Tab) string {
	s := number(i) + tab.Label
	if tab.Count != "" {
		s += " " + tab.Count
	}
	return s
}

// draw draws one tab: number and count stand back behind the label.
func draw(t *theme.Theme, i int, tab Tab, active bool, width int) string {
	whole := text(i, tab)
	if safe.Width(whole) > width {
		whole = safe.Cut(whole, width)
		if active {
			return t.TabOn.Render(whole)
		}
		return t.Tab.Render(whole)
	}
	if !active {
		label := t.Plain.Render(tab.Label)
		if tab.Count == "" {
			return t.Tab.Render(number(i)) + label
		}
		return t.Tab.Render(number(i)) + label + " " + t.Tab.Render(tab.Count)
	}
	return t.TabOn.Render(whole)
}
