package widget

import (
	"strings"

	"rihla/ui/safe"
	"rihla/ui/theme"
)

// Tab is one tab: its label and the count after it.
type Tab struct{ Label, Count string }

// TabSpan is the cells of a tab on its row, from X to before End.
type TabSpan struct{ Tab, X, End int }

// Tabs renders one row of n tabs, at most width cells wide, and returns the cells
// of each visible tab. Where not all fit, those around the active one are shown,
// with a mark on the side where there are more. No tab is active where active is
// negative. It calls tab for the visible tabs and their neighbours only.
func Tabs(t *theme.Theme, n int, tab func(int) Tab, active, width int) (string, []TabSpan) {
	if n == 0 || width < 4 {
		return "", nil
	}
	size := func(i int) int { return min(safe.Width(text(i, tab(i))), width-4) }
	first, last := visible(n, size, max(0, active), width-2)
	var places []TabSpan
	var b strings.Builder
	x := 1
	b.WriteString(mark(t, first > 0, "‹"))
	for i := first; i <= last; i++ {
		if i > first {
			b.WriteString(safe.Spaces(gap))
			x += gap
		}
		w := size(i)
		places = append(places, TabSpan{i, x, x + w})
		b.WriteString(draw(t, i, tab(i), i == active, w))
		x += w
	}
	if last < n-1 {
		b.WriteString(safe.Spaces(width - 1 - x))
		b.WriteString(mark(t, true, "›"))
	}
	return b.String(), places
}

// gap is the number of cells between two tabs.
const gap = 2

func mark(t *theme.Theme, more bool, glyph string) string {
	if more {
		return t.Muted.Render(glyph)
	}
	return " "
}

// visible returns the first and the last of the n tabs around one that fit into
// width cells.
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

// draw renders one tab; number and count are muted unless it is active.
func draw(t *theme.Theme, i int, tab Tab, active bool, width int) string {
	whole := text(i, tab)
	if safe.Width(whole) > width {
		whole = safe.Cut(whole, width)
		if active {
			return t.TabActive.Render(whole)
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
	return t.TabActive.Render(whole)
}
