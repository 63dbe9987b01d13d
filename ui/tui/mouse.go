package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
)

// doubleClickTime is how soon a second click has to follow the first.
const doubleClickTime = 400 * time.Millisecond

// click is the click before, as long as another on the same cell's row would
// make it a double one.
type click struct {
	x, y int
	turn int
	live bool
}

// clickEnded is sent when a second click comes too late.
type clickEnded struct{ turn int }

func (m *Model) handleClickEnded(msg clickEnded) {
	if msg.turn == m.clicked.turn {
		m.clicked.live = false
	}
}

// isDouble tells whether a click is the second of two, and remembers it.
func (m *Model) isDouble(at tea.Mouse) (bool, tea.Cmd) {
	double := m.clicked.live && m.clicked.y == at.Y && max(m.clicked.x-at.X, at.X-m.clicked.x) < 3
	m.clicked = click{at.X, at.Y, m.clicked.turn + 1, !double}
	turn := m.clicked.turn
	return double, tea.Tick(doubleClickTime, func(time.Time) tea.Msg { return clickEnded{turn} })
}

// handleClick selects what is clicked; a second click opens it.
func (m *Model) handleClick(at tea.Mouse) tea.Cmd {
	if m.kb == nil || at.Button != tea.MouseLeft {
		return nil
	}
	if m.dialog != nil {
		return m.clickDialog(at)
	}
	m.typing = nil
	double, cmd := m.isDouble(at)
	l := m.layout
	switch {
	case l.Tabs.holds(at.X, at.Y):
		_, places := m.tabRow()
		for _, place := range places {
			if at.X >= place.X && at.X < place.End {
				m.goToNumber(place.Tab)
			}
		}
	case m.picture != nil:
		return tea.Batch(cmd, m.clickPicture(at, double))
	case m.focus == keys.InOverview:
		if l.Body.holds(at.X, at.Y) && m.overview.Click(at.X-2, at.Y-l.Body.Y) && double {
			return tea.Batch(cmd, m.openSelected())
		}
	case m.focus == keys.InCompare:
		if l.Body.holds(at.X, at.Y) && m.compare.Click(at.X, at.Y-l.Body.Y) && double {
			return tea.Batch(cmd, m.openSelected())
		}
	case !m.tab.isNone() && m.showsList() && l.Columns.holds(at.X, at.Y):
		if field, ok := m.list().ColumnAt(at.X, l.List.W); ok {
			return tea.Batch(cmd, m.sort(m.list().OrderBy(field)))
		}
	case !m.tab.isNone() && m.showsList() && l.Rows.holds(at.X, at.Y):
		return tea.Batch(cmd, m.clickRow(at.Y-l.Rows.Y, double))
	case m.showsDetail() && l.Detail.holds(at.X, at.Y):
		return tea.Batch(cmd, m.clickDetail(at.X-l.Detail.X, at.Y-l.Detail.Y, double))
	}
	return cmd
}

// clickDialog chooses a line of the dialog; a click beside it closes it.
func (m *Model) clickDialog(at tea.Mouse) tea.Cmd {
	box := m.dialogBox()
	in := m.dialogRect()
	x, y, width := widget.BoxAt(box, m.height, in.X, in.Y, in.W)
	if at.X < x || at.X >= x+width || at.Y < y || at.Y >= y+len(box) {
		m.dialog = nil
		return nil
	}
	const edge = 1
	return m.obey(m.dialog.Click(at.Y - y - edge))
}

// clickPicture selects what is clicked in the picture; a second click is what
// Enter is.
func (m *Model) clickPicture(at tea.Mouse, double bool) tea.Cmd {
	body := m.layout.Body
	if !body.holds(at.X, at.Y) {
		return nil
	}
	before := m.here()
	answer := m.picture.page.Click(at.X-body.X, at.Y-body.Y)
	cmd := m.obeyPicture(answer, before)
	if double && !answer.Ignored && m.picture != nil {
		return tea.Batch(cmd, m.tellPicture(keys.Open))
	}
	return cmd
}

func (m *Model) clickRow(row int, double bool) tea.Cmd {
	if m.focus == keys.InDetail {
		m.leave()
		m.focus = keys.InList
	}
	if !m.list().SelectRow(row) {
		return nil
	}
	m.follow()
	if double {
		return m.openSelected()
	}
	return nil
}

func (m *Model) clickDetail(x, y int, double bool) tea.Cmd {
	if m.focus == keys.InList {
		m.leave()
		m.focus = keys.InDetail
	}
	if m.detail.Click(x, y) && double {
		return m.openSelected()
	}
	return nil
}

// handleWheel scrolls what is under the pointer.
func (m *Model) handleWheel(at tea.Mouse) tea.Cmd {
	const lines = 3
	by := lines
	if at.Button == tea.MouseWheelUp {
		by = -lines
	}
	switch {
	case m.kb == nil || at.Button != tea.MouseWheelUp && at.Button != tea.MouseWheelDown:
	case m.dialog != nil:
		m.dialog.Scroll(by)
	case m.picture != nil:
		return m.obeyPicture(m.picture.page.Wheel(at.X-m.layout.Body.X, at.Y-m.layout.Body.Y, by < 0), m.here())
	case m.focus == keys.InOverview:
		m.overview.Scroll(by)
	case m.focus == keys.InCompare:
		m.compare.Scroll(by)
	case m.showsList() && m.layout.List.holds(at.X, at.Y) && !m.tab.isNone():
		m.list().Scroll(by)
		m.follow()
	case m.showsDetail():
		m.detail.Scroll(by)
	}
	return nil
}

// showsList tells whether the list is on the screen.
func (m *Model) showsList() bool {
	return m.focus == keys.InList || m.focus == keys.InDetail && m.layout.Wide
}

// showsDetail tells whether the detail is on the screen.
func (m *Model) showsDetail() bool {
	return m.focus == keys.InDetail || m.focus == keys.InList && m.layout.Wide
}
