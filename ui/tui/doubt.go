package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/change"
)

// doubtEnded is sent when a version has been doubted long enough.
type doubtEnded struct{ until time.Time }

// waitFor waits until the first doubt has ended.
func waitFor(h *change.Held) tea.Cmd {
	if h.Until.IsZero() {
		return nil
	}
	until := h.Until
	return tea.Tick(time.Until(until), func(time.Time) tea.Msg { return doubtEnded{until} })
}

// handleDoubtEnded reads again, to believe what was doubted.
func (m *Model) handleDoubtEnded(msg doubtEnded) tea.Cmd {
	if !m.live.held.Until.Equal(msg.until) {
		return nil
	}
	return m.readChanged()
}
