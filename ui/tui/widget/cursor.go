package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/theme"
)

// place is what the terminal's cursor stands at, for input methods, magnifiers and
// screen readers. A higher place goes before a lower one.
type place byte

const (
	atRow place = '1' + iota
	atLink
	atCaret
)

// markStart begins the mark of a place in a drawn line: an escape that takes no
// cells and that TakeCursor takes out. No text of a file can hold it, since it
// passes ui/safe.
const markStart, markEnd = "\x1b_cursor=", "\x1b\\"

func (p place) mark() string { return markStart + string(rune(p)) + markEnd }

// Bar renders the bar left of the selected row where the focus is.
func Bar(t *theme.Theme) string { return atRow.mark() + t.Bar.Render(theme.Bar.Left) }

// Focus renders what is selected within a row or a page, where the focus is.
func Focus(t *theme.Theme, text string) string {
	if text == "" {
		return ""
	}
	return atLink.mark() + t.Focus.Render(text)
}

// TakeCursor takes the marks of places out of drawn lines, and returns where the
// terminal's cursor stands: at the caret of a field, else at the selected link,
// else at the selected row; nil where nothing is marked. It is a block at a caret,
// and elsewhere a bar, which is hardly seen. The lines are changed.
func TakeCursor(lines []string) *tea.Cursor {
	var cursor *tea.Cursor
	var highest place
	for y, line := range lines {
		for {
			before, rest, ok := strings.Cut(line, markStart)
			if !ok || len(rest) < 1+len(markEnd) {
				break
			}
			if p := place(rest[0]); p > highest {
				highest, cursor = p, tea.NewCursor(ansi.StringWidthWc(before), y)
			}
			line = before + rest[1+len(markEnd):]
		}
		lines[y] = line
	}
	if cursor == nil {
		return nil
	}
	cursor.Blink = false
	if highest != atCaret {
		cursor.Shape = tea.CursorBar
	}
	return cursor
}

// Here marks the place of the cursor where nothing is selected.
func Here() string { return atRow.mark() }

// StartOf returns the cursor where the reading of drawn lines starts: at their first
// cell, from a column on, that is neither blank nor an edge; nil where there is none.
// The first line is line y of the screen.
func StartOf(lines []string, x, y int) *tea.Cursor {
	for n, line := range lines {
		text := ansi.Strip(safe.CutLeft(line, x))
		if read := strings.TrimLeft(text, " "+theme.Frame.Left); read != "" {
			return CursorAt(x+safe.Width(strings.TrimSuffix(text, read)), y+n)
		}
	}
	return nil
}

// CursorAt returns the cursor where something is read and nothing is typed.
func CursorAt(x, y int) *tea.Cursor {
	cursor := tea.NewCursor(x, y)
	cursor.Blink, cursor.Shape = false, tea.CursorBar
	return cursor
}
