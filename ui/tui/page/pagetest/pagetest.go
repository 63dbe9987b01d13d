// Package pagetest runs the commands of pages in tests, as the explorer does.
package pagetest

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/work"
)

// Settle runs a command, and all work that comes of it, until there is none.
func Settle(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			Settle(c)
		}
	case work.Done:
		Settle(msg.Settle())
	}
}
