package widget

import (
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
)

// EntryMargin is the number of cells left of an entry: the bar of the one that is
// selected, and a blank.
const EntryMargin = 2

// Entry is one entry of Entries: its lines, and the lines above it that cannot be
// selected, such as the heading of a group.
type Entry struct{ Above, Lines []rich.Line }

func (e Entry) height() int { return len(e.Above) + len(e.Lines) }

// Entries is a list whose entries take one or more lines. Only what is visible is
// laid out. The zero Entries are empty.
type Entries struct {
	n             int
	lay           func(i, width int) Entry
	width, height int

	Selected int // the index of the selected entry
	Top      int // the index of the first visible entry
	Skip     int // how many lines of that are above the viewport
}

// Set gives the list n entries, of which lay returns one for a width.
func (l *Entries) Set(n int, lay func(i, width int) Entry) {
	l.n, l.lay = n, lay
	l.restore()
}

// SetSize sets the size of the viewport in cells. The selected entry is scrolled into
// view.
func (l *Entries) SetSize(width, height int) {
	l.width, l.height = max(1, width), max(1, height)
	l.restore()
}

// Select selects an entry and scrolls it into view.
func (l *Entries) Select(i int) {
	l.Selected = i
	l.restore()
}

// Len returns the number of entries.
func (l *Entries) Len() int { return l.n }

func (l *Entries) at(i int) Entry { return l.lay(i, max(1, l.width-2*EntryMargin)) }

// restore bounds the selection and scrolls as little as needed to show it.
func (l *Entries) restore() {
	l.Selected = max(0, min(l.Selected, l.n-1))
	l.Top = max(0, min(l.Top, l.n-1))
	if l.n == 0 || l.height == 0 {
		l.Top, l.Skip = 0, 0
		return
	}
	l.Skip = max(0, min(l.Skip, l.at(l.Top).height()-1))
	l.reveal()
	l.fill()
}

// reveal scrolls as little as needed to show the selected entry; its beginning if the entry is
// higher than the viewport.
func (l *Entries) reveal() {
	own := l.at(l.Selected)
	if l.Selected <= l.Top {
		if l.Selected < l.Top || own.height() <= l.height {
			l.Skip = 0
		}
		l.Top, l.Skip = l.Selected, max(l.Skip, len(own.Above)+1-l.height)
		return
	}
	if l.Selected-l.Top < l.height {
		used := -l.Skip
		for i := l.Top; i <= l.Selected; i++ {
			used += l.at(i).height()
		}
		if used <= l.height {
			return
		}
	}
	l.Top, l.Skip = l.Selected, max(0, len(own.Above)+1-l.height)
	l.back(l.height - own.height())
}

// back scrolls up by lines.
func (l *Entries) back(lines int) {
	for lines > 0 {
		if by := min(lines, l.Skip); by > 0 {
			l.Skip -= by
			lines -= by
			continue
		}
		if l.Top == 0 {
			return
		}
		l.Top--
		l.Skip = l.at(l.Top).height()
	}
}

// forward scrolls down by lines.
func (l *Entries) forward(lines int) {
	l.Skip += lines
	for l.Top < l.n-1 {
		own := l.at(l.Top).height()
		if l.Skip < own {
			break
		}
		l.Skip -= own
		l.Top++
	}
	l.fill()
}

// fill scrolls up where lines would be left blank below the last entry.
func (l *Entries) fill() {
	used := -l.Skip
	for i := l.Top; i < l.n; i++ {
		if used += l.at(i).height(); used >= l.height {
			return
		}
	}
	l.back(l.height - used)
}

// Scroll scrolls by lines; the selection stays.
func (l *Entries) Scroll(lines int) {
	switch {
	case l.n == 0:
	case lines < 0:
		l.back(-lines)
	default:
		l.forward(lines)
	}
}

// Move moves the selection as a key asks; it reports whether the key is one that
// does.
func (l *Entries) Move(a keys.Action) bool {
	switch a {
	case keys.Up, keys.PrevLink:
		l.step(-1)
	case keys.Down, keys.NextLink:
		l.step(1)
	case keys.PageUp:
		l.leap(-l.height)
	case keys.PageDown:
		l.leap(l.height)
	case keys.HalfUp:
		l.leap(-max(1, l.height/2))
	case keys.HalfDown:
		l.leap(max(1, l.height/2))
	case keys.Top:
		l.Select(0)
	case keys.Bottom:
		l.Select(l.n - 1)
	default:
		return false
	}
	return true
}

// step selects the next entry in a direction, or scrolls by a line within the selected one.
func (l *Entries) step(by int) {
	if l.n == 0 || l.scrollWithin(by) {
		return
	}
	if next := l.Selected + by; next >= 0 && next < l.n {
		l.enter(next)
	} else if by < 0 {
		l.Top, l.Skip = 0, 0
	}
}

// leap scrolls within the selected entry, or moves the selection by up to lines, so that no
// line is skipped, but by at least one entry.
func (l *Entries) leap(lines int) {
	if l.n == 0 || l.scrollWithin(lines) {
		return
	}
	by := 1
	if lines < 0 {
		by, lines = -1, -lines
	}
	at := l.Selected
	for at+by >= 0 && at+by < l.n {
		if lines -= l.at(at + by).height(); lines < 0 && at != l.Selected {
			break
		}
		at += by
	}
	l.enter(at)
}

// scrollWithin scrolls within the selected entry if it is higher than the viewport. It reports
// whether it scrolled.
func (l *Entries) scrollWithin(lines int) bool {
	if l.Selected != l.Top {
		return false
	}
	own := l.at(l.Selected)
	least, most := max(0, len(own.Above)+1-l.height), own.height()-l.height
	to := max(least, min(l.Skip+lines, most))
	if most <= least || to == l.Skip {
		return false
	}
	l.Skip = to
	return true
}

// enter selects an entry. If it precedes the selected one and is higher than the viewport, it
// is shown from its end.
func (l *Entries) enter(i int) {
	isBefore := i < l.Selected
	l.Select(i)
	if isBefore && l.Selected == l.Top {
		l.Skip = max(l.Skip, l.at(i).height()-l.height)
	}
}

// EntryAt returns the entry on a line of the viewport, or -1.
func (l *Entries) EntryAt(y int) int {
	y += l.Skip
	for i := l.Top; i < l.n && y >= 0; i++ {
		own := l.at(i)
		if y < own.height() {
			if y < len(own.Above) {
				return -1
			}
			return i
		}
		y -= own.height()
	}
	return -1
}

// IsAbove and IsBelow report whether entries go on beyond the viewport.
func (l *Entries) IsAbove() bool { return l.Top > 0 || l.Skip > 0 }

// IsBelow is IsAbove for the other end.
func (l *Entries) IsBelow() bool {
	used := -l.Skip
	for i := l.Top; i < l.n; i++ {
		if used += l.at(i).height(); used > l.height {
			return true
		}
	}
	return false
}

// View renders what is visible.
func (l *Entries) View(t *theme.Theme) []string {
	out := make([]string, 0, l.height)
	skip := l.Skip
	for i := l.Top; i < l.n && len(out) < l.height; i++ {
		own := l.at(i)
		for n, line := range append(own.Above[:len(own.Above):len(own.Above)], own.Lines...) {
			if skip > 0 {
				skip--
				continue
			}
			if len(out) == l.height {
				break
			}
			out = append(out, l.line(t, line, i == l.Selected && n >= len(own.Above), n == len(own.Above)))
		}
	}
	return out
}

// line renders a line of an entry; the first one of the selected entry stands out.
func (l *Entries) line(t *theme.Theme, line rich.Line, selected, first bool) string {
	switch {
	case selected && first:
		return Bar(t) + t.Selected.Render(safe.Pad(" "+line.Text(), l.width-1))
	case selected:
		return Bar(t) + " " + t.Line(line)
	}
	return safe.Spaces(EntryMargin) + t.Line(line)
}
