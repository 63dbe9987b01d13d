package tui

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/retract"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
)

// weighed is what falls with a source.
type weighed struct {
	kb   *kb.KB
	turn int
	loss *retract.Loss
}

// sourceMeant returns the source that is selected, or that is shown; nil where
// neither is one.
func (m *Model) sourceMeant() *kb.Entity {
	kind := m.kb.SourceKind()
	if kind == nil {
		return nil
	}
	if link := m.detail.Selected(); m.focus == keys.InDetail && link != nil && link.To != nil && link.To.Kind == kind {
		return link.To
	}
	if e := m.current(); e != nil && e.Kind == kind {
		return e
	}
	return nil
}

// weighSource works out, beside the screen, what falls with the source that is
// meant.
func (m *Model) weighSource() tea.Cmd {
	source := m.sourceMeant()
	switch {
	case m.kb.Partial:
		return m.say(m.words().NotReadYet)
	case source == nil:
		return m.say(m.words().OnlySources)
	}
	m.weighing++
	k, turn := m.kb, m.weighing
	notice := m.say(m.words().Weighing)
	return tea.Batch(notice, func() tea.Msg {
		loss, err := retract.Without(m.ctx, k, source)
		if err != nil {
			return nil
		}
		return weighed{k, turn, loss}
	})
}

// handleWeighed shows what falls, unless the user has gone on to something else.
func (m *Model) handleWeighed(msg weighed) {
	if msg.turn != m.weighing || msg.kb != m.kb || m.dialog != nil || m.typing != nil {
		return
	}
	m.notice = ""
	m.dialog = overlay.NewFalls(func(width int) present.Page { return m.voice.Retraction(msg.loss, width) })
}
