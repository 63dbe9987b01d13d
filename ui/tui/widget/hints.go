package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// HintAt returns the key of the hint that stands at a cell of a line of hints, each a
// key or a few and what they do, two spaces apart. It is the key at the cell, else
// the first one.
func HintAt(w *words.Language, line string, cell int) (tea.KeyPressMsg, bool) {
	var first tea.KeyPressMsg
	hasFirst, isKeys := false, true // since the last two spaces
	at, gap := 0, 2
	for rest := line; rest != ""; {
		if blank := strings.TrimLeft(rest, " ─└╰"); len(blank) < len(rest) {
			gap = safe.Width(rest[:len(rest)-len(blank)])
			if cell < at+gap {
				return first, hasFirst && gap < 2
			}
			at, rest = at+gap, blank
			continue
		}
		word, _, _ := strings.Cut(rest, " ")
		if gap >= 2 {
			hasFirst, isKeys = false, true
		}
		end := at + safe.Width(word)
		if isKeys {
			msg, ok := keys.PressAt(w, word, cell-at)
			switch {
			case !ok:
				isKeys = false
			case cell < end:
				return msg, true
			case !hasFirst:
				first, hasFirst = msg, true
			}
		}
		if cell < end {
			return first, hasFirst
		}
		at, rest, gap = end, rest[len(word):], 0
	}
	return first, false
}
