package widget

import (
	"strings"

	"rihla/ui/safe"
	"rihla/ui/tui/theme"
)

// Tab is one tab: its label and what is said after it.
type Tab struct{ Label, Count string }

// Span is a stretch of cells on a line, from X to End.
type Span struct{ X, End int }

// Tabs draws a row of tabs that fits a width, never more than one line. Where
// they do not all fit, those around the active one are shown, with a mark on
// the side where more are. It also returns where each tab stands; one that is
// not shown has no cells. No tab is active where active is less than 0.
func Tabs(t *theme.Theme, tabs []Tab, active, width int) (string, []Span) {
	places := make([]Span, len(tabs))
	if len(tabs) == 0 || width < 4 {
		return "", places
	}
	widths := make([]int, len(tabs))
	for i := range tabs {
		widths[i] = min(safe.Width(text(tabs, i)), width-4)
	}
	first, last := visible(widths, max(0, active), width-2)
	var b strings.Builder
	x := 1
	b.WriteString(mark(t, first > 0, "‹"))
	for i := first; i <= last; i++ {
		if i > first {
			b.WriteString(safe.Spaces(gap))
			x += gap
		}
		places[i] = Span{x, x + widths[i]}
		b.WriteString(draw(t, tabs, i, i == active, widths[i]))
		x += widths[i]
	}
	if last < len(tabs)-1 {
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

// visible returns the first and the last of the tabs around one that fit.
func visible(widths []int, around, width int) (first, last int) {
	first, last = around, around
	used := widths[around]
	for grown := true; grown; {
		grown = false
		if last+1 < len(widths) && used+gap+widths[last+1] <= width {
			last++
			used += gap + widths[last]
			grown = true
		}
		if first > 0 && used+gap+widths[first-1] <= width {
			first--
			used += gap + widths[first]
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

func text(tabs []Tab, i int) string {
	s := number(i) + tabs[i].Label
	if tabs[i].Count != "" {
		s += " " + tabs[i].Count
	}
	return s
}

// draw draws one tab: number and count stand back behind the label.
func draw(t *theme.Theme, tabs []Tab, i int, active bool, width int) string {
	whole := text(tabs, i)
	if safe.Width(whole) > width {
		whole = safe.Cut(whole, width)
		if active {
			return t.TabOn.Render(whole)
		}
		return t.Tab.Render(whole)
	}
	if !active {
		label := t.Plain.Render(tabs[i].Label)
		if tabs[i].Count == "" {
			return t.Tab.Render(number(i)) + label
		}
		return t.Tab.Render(number(i)) + label + " " + t.Tab.Render(tabs[i].Count)
	}
	return t.TabOn.Render(whole)
}
