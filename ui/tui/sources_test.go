package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/page/pagetest"
	"rihla/ui/words"
)

// TestEscStopsWeighing presses Esc before the answer is there, which is then
// dropped; the next Esc leads back.
func TestEscStopsWeighing(t *testing.T) {
	m := showing(many(50))
	cmd := m.weigh(m.kb.Entities[:1])
	m.goToNumber(0)
	m.handleKey(tea.KeyPressMsg{Code: tea.KeyEscape})
	if m.weigher.IsBusy() || m.notice.text != words.For("en").Say(words.Stopped) {
		t.Errorf("it goes on: %v; the notice is %q", m.weigher.IsBusy(), m.notice.text)
	}
	pagetest.Settle(cmd)
	if m.dialogs.top() != nil {
		t.Error("what falls is shown after weighing was stopped")
	}
	pagetest.Settle(m.weigh(m.kb.Entities[:1]))
	if m.dialogs.top() == nil {
		t.Error("what falls is not shown")
	}
}
