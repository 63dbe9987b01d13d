package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
)

// doubleClickTime is how soon a second click has to follow the first.
const doubleClickTime = 400 * time.Millisecond

// click is the click before, as long as another on the same cell's row would
// make it a double one.
type click struct {
	x, y   int
	turn   int
	isLive bool
}

// clickEnded is sent when a second click comes too late.
type clickEnded struct{ turn int }

func (c *click) end(msg clickEnded) {
	if msg.turn == c.turn {
		c.isLive = false
	}
}

// press remembers a click, and reports whether it is the second of two.
func (c *click) press(at tea.Mouse) (double bool, cmd tea.Cmd) {
	double = c.isLive && c.y == at.Y && max(c.x-at.X, at.X-c.x) < 3
	*c = click{at.X, at.Y, c.turn + 1, !double}
	turn := c.turn
	return double, tea.Tick(doubleClickTime, func(time.Time) tea.Msg { return clickEnded{turn} })
}

// handleClick selects what is clicked; a second click opens it.
func (m *Model) handleClick(at tea.Mouse) tea.Cmd {
	if m.kb == nil || at.Button != tea.MouseLeft {
		return nil
	}
	if m.dialogs.top() != nil {
		return m.clickDialog(at)
	}
	m.front.Blur()
	double, cmd := m.clicked.press(at)
	switch l := m.layout; {
	case l.Tabs.holds(at.X, at.Y):
		return tea.Batch(cmd, m.clickTab(at.X))
	case l.Body.holds(at.X, at.Y):
		answer := m.front.Click(at.X-l.Body.X, at.Y-l.Body.Y)
		cmd = tea.Batch(cmd, m.obey(answer))
		if double && !answer.Ignored {
			cmd = tea.Batch(cmd, m.act(keys.Open, ""))
		}
	}
	return cmd
}

func (m *Model) clickTab(x int) tea.Cmd {
	_, spans := m.home.DrawTabs(m.theme, m.width, m.front.inTab)
	for _, span := range spans {
		if x >= span.X && x < span.End {
			return m.goToNumber(span.Tab)
		}
	}
	return nil
}

// handleDrag moves an edge of the page while the left button is held down.
func (m *Model) handleDrag(at tea.Mouse) {
	if m.kb == nil || at.Button != tea.MouseLeft || m.dialogs.top() != nil {
		return
	}
	if p, ok := m.front.Page.(page.Dragger); ok {
		p.Drag(at.X-m.layout.Body.X, at.Y-m.layout.Body.Y)
	}
}

// wheelLines is how many lines a turn of the wheel scrolls by.
const wheelLines = 3

// handleWheel scrolls what is under the pointer.
func (m *Model) handleWheel(at tea.Mouse) tea.Cmd {
	lines := wheelLines
	switch {
	case m.kb == nil || at.Button != tea.MouseWheelUp && at.Button != tea.MouseWheelDown:
		return nil
	case at.Button == tea.MouseWheelUp:
		lines = -lines
	}
	if dialog := m.dialogs.top(); dialog != nil {
		dialog.Scroll(lines)
		return nil
	}
	return m.obey(m.front.Wheel(at.X-m.layout.Body.X, at.Y-m.layout.Body.Y, lines))
}
