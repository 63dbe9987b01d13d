package widget

import (
	"slices"
	"sort"
	"strings"

	"rihla/ui/safe"
	"rihla/ui/theme"
)

// Tab is one tab: its label and the count after it.
type Tab struct{ Label, Count string }

// TabSpan is the cells of a tab on its row, from X to before End.
type TabSpan struct{ Tab, X, End int }

// Tabs renders one row of n tabs, at most width cells wide, and returns the cells
// of each visible tab. Where not all fit, the row gives up the counts, but for that
// of the active tab, then all counts, then the numbers of tabs, and cuts labels to
// the same width, that of the active tab last, as long as they can be read. Where that does
// not do, the first tabs are shown, or as many before the active one as fit, with a mark
// on the side where there are more. No tab is active where active is
// negative. It calls tab for as many tabs as fit.
func Tabs(t *theme.Theme, n int, tab func(int) Tab, active, width int) (string, []TabSpan) {
	if n == 0 || width < 4 {
		return "", nil
	}
	r := row{first: 0, active: active, room: width - 2}
	r.take(n, tab)
	r.dress()
	last := r.first + len(r.tabs) - 1
	spans := make([]TabSpan, len(r.tabs))
	var b strings.Builder
	x := 1
	b.WriteString(mark(t, r.first > 0, theme.MoreLeft))
	for i := range r.tabs {
		if i > 0 {
			b.WriteString(safe.Spaces(gap))
			x += gap
		}
		end := x + r.size(i)
		spans[i] = TabSpan{r.first + i, x, end}
		b.WriteString(r.draw(t, i))
		x = end
	}
	if last < n-1 {
		b.WriteString(safe.Spaces(width - 1 - x))
		b.WriteString(mark(t, true, theme.MoreRight))
	}
	return b.String(), spans
}

const (
	gap        = 2  // cells between two tabs
	leastLabel = 8  // cells that labels keep in any row
	cutLabel   = 12 // cells to which labels are cut before tabs are left out, or a quarter of the row
)

func mark(t *theme.Theme, more bool, glyph string) string {
	if more {
		return t.Muted.Render(glyph)
	}
	return " "
}

// row is the tabs that are shown, and how much of each.
type row struct {
	room   int
	active int
	first  int // the number of the first of tabs
	tabs   []Tab

	counts  shown
	numbers bool
	widest  int  // maximum width of a label
	isWhole bool // the label of the active tab is not cut
}

// shown says which tabs have their counts.
type shown uint8

const (
	none shown = iota
	ofActive
	ofAll
)

// take chooses the tabs: all, else the first ones, as long as the active tab is among
// them, else those that end with it.
func (r *row) take(n int, tab func(int) Tab) {
	cut := min(cutLabel, max(leastLabel, r.room/4))
	r.tabs = r.fitting(0, n, 1, cut, tab)
	if r.active >= len(r.tabs) {
		r.tabs = r.fitting(r.active, -1, -1, cut, tab)
		slices.Reverse(r.tabs)
		r.first = r.active + 1 - len(r.tabs)
	}
}

// fitting returns the tabs that have room, from one on in steps and before end, with
// labels cut to some cells: at least one.
func (r *row) fitting(from, end, step, label int, tab func(int) Tab) []Tab {
	var out []Tab
	used := -gap
	for i := from; i != end; i += step {
		next := tab(i)
		if used += gap + min(safe.Width(next.Label), label); used > r.room && i != from {
			break
		}
		out = append(out, next)
	}
	return out
}

// dress shows as much of the tabs as fits.
func (r *row) dress() {
	const whole = 1 << 20
	r.widest = whole
	for _, r.numbers = range []bool{true, false} {
		for _, r.counts = range []shown{ofAll, ofActive, none} {
			if (r.numbers || r.counts == none) && r.width() <= r.room {
				return
			}
		}
	}
	r.widest = leastLabel
	r.isWhole = true
	r.isWhole = r.width() <= r.room
	r.widest = 1 + sort.Search(r.room-1, func(n int) bool {
		r.widest = n + 2
		return r.width() > r.room
	})
}

// width returns the cells that all tabs take.
func (r *row) width() int {
	total := -gap
	for i := range r.tabs {
		total += gap + r.size(i)
	}
	return total
}

func (r *row) size(i int) int {
	return len(r.number(i)) + min(safe.Width(r.tabs[i].Label), r.most(i)) + safe.Width(r.count(i))
}

// most returns the maximum width of the label of a tab.
func (r *row) most(i int) int {
	if r.isWhole && r.isActive(i) {
		return r.room
	}
	return r.widest
}

func (r *row) isActive(i int) bool { return r.first+i == r.active }

// number returns the number of a tab, with the space after it, unless it has none.
func (r *row) number(i int) string {
	if n := r.first + i; r.numbers && n < 9 {
		return string(rune('1'+n)) + " "
	}
	return ""
}

// count returns the count of a tab, with the space before it, unless it has none.
func (r *row) count(i int) string {
	count := r.tabs[i].Count
	if count == "" || r.counts == none || r.counts == ofActive && !r.isActive(i) {
		return ""
	}
	return " " + count
}

// draw renders one tab; number and count are muted unless it is active.
func (r *row) draw(t *theme.Theme, i int) string {
	number, label, count := r.number(i), r.tabs[i].Label, r.count(i)
	if most := r.most(i); safe.Width(label) > most {
		label = safe.Pad(safe.Cut(label, most), most)
	}
	if r.isActive(i) {
		return t.TabActive.Render(number + label + count)
	}
	out := t.Plain.Render(label)
	if number != "" {
		out = t.Tab.Render(number) + out
	}
	if count != "" {
		out += " " + t.Tab.Render(count[1:])
	}
	return out
}
