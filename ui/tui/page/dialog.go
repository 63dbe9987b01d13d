package page

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/theme"
	"rihla/ui/words"
)

// Dialog lies over a page and gets the keys first.
type Dialog interface {
	// Key answers a key.
	Key(msg tea.KeyPressMsg) Answer
	// Click answers a click on a line within the edges, counted from 0.
	Click(line int) Answer
	// Paste takes pasted text, where the dialog has a place for it.
	Paste(msg tea.PasteMsg) tea.Cmd
	// Scroll moves the lines of the dialog by a turn of the wheel.
	Scroll(lines int)
	// View draws the dialog within a width and a height of the screen.
	View(t *theme.Theme, w *words.Language, width, height int) []string
}
