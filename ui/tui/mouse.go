package tui

import (
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
)

// doubleClickTime is how soon a second click has to follow the first.
const doubleClickTime = 400 * time.Millisecond

// click is the click before, as long as another on the same cell's row would
// make it a double one.
type click struct {
	x, y   int
	turn   int
	isLive bool
	opened bool // it opened something: that it is one of two means no more
}

// clickEnded is sent when a second click comes too late.
type clickEnded struct{ turn int }

func (c *click) end(msg clickEnded) {
	if msg.turn == c.turn {
		c.isLive = false
	}
}

// press remembers a click, and reports whether it is the second of two of which the
// first opened something.
func (c *click) press(at tea.Mouse) (spent bool, cmd tea.Cmd) {
	double := c.isLive && c.y == at.Y && max(c.x-at.X, at.X-c.x) < 3
	spent = double && c.opened
	*c = click{x: at.X, y: at.Y, turn: c.turn + 1, isLive: !double}
	turn := c.turn
	return spent, tea.Tick(doubleClickTime, func(time.Time) tea.Msg { return clickEnded{turn} })
}

// showsNoPage reports whether there is nothing to point at: no knowledge base yet, or too
// small a screen.
func (m *Model) showsNoPage() bool { return m.kb == nil || m.layout.TooSmall }

// handleClick selects what is clicked, and opens it if it is selected already. A
// click on a hint does what its key does.
func (m *Model) handleClick(at tea.Mouse) tea.Cmd {
	if m.showsNoPage() || at.Button != tea.MouseLeft {
		return nil
	}
	spent, cmd := m.clicked.press(at)
	if spent {
		return cmd
	}
	if m.dialogs.top() != nil {
		return tea.Batch(cmd, m.clickDialog(at))
	}
	l := m.layout
	if l.Footer.holds(at.X, at.Y) {
		return tea.Batch(cmd, m.clickHint(m.footer(m.front.Input(m.theme)), at.X))
	}
	m.front.Blur()
	switch {
	case l.Tabs.holds(at.X, at.Y):
		return tea.Batch(cmd, m.clickTab(at.X))
	case l.Body.holds(at.X, at.Y):
		return tea.Batch(cmd, m.clickPage(at.X-l.Body.X, at.Y-l.Body.Y))
	}
	return cmd
}

// clickPage selects what stands at a cell of the page, and opens it if that changes
// nothing.
func (m *Model) clickPage(x, y int) tea.Cmd {
	before := m.front.State()
	answer := m.front.Click(x, y)
	again := !answer.Ignored && answer.Intent == nil && reflect.DeepEqual(before, m.front.State())
	cmd := m.obey(answer)
	if again {
		m.clicked.opened = true
		return tea.Batch(cmd, m.act(keys.Open, ""))
	}
	return cmd
}

// clickHint presses the key of the hint that stands at a cell of a drawn line.
func (m *Model) clickHint(line string, x int) tea.Cmd {
	if m.notice.text != "" {
		return nil
	}
	if msg, ok := widget.HintAt(m.words(), ansi.Strip(line), x); ok {
		return m.handleKey(msg)
	}
	return nil
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
	if m.showsNoPage() || at.Button != tea.MouseLeft || m.dialogs.top() != nil {
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
	case m.showsNoPage() || at.Button != tea.MouseWheelUp && at.Button != tea.MouseWheelDown:
		return nil
	case at.Button == tea.MouseWheelUp:
		lines = -lines
	}
	if dialog := m.dialogs.top(); dialog != nil {
		dialog.Scroll(lines)
		return nil
	}
	if m.layout.Tabs.holds(at.X, at.Y) {
		return m.goAlong(lines / wheelLines)
	}
	return m.obey(m.front.Wheel(at.X-m.layout.Body.X, at.Y-m.layout.Body.Y, lines))
}
