package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// dialogs are those that are open, each over the one before. The last one gets the
// keys.
type dialogs struct{ stack []page.Dialog }

// top returns the dialog that gets the keys, or nil.
func (d *dialogs) top() page.Dialog {
	if len(d.stack) == 0 {
		return nil
	}
	return d.stack[len(d.stack)-1]
}

func (d *dialogs) open(dialog page.Dialog) { d.stack = append(d.stack, dialog) }
func (d *dialogs) clear()                  { d.stack = nil }
func (d *dialogs) pop()                    { d.stack = d.stack[:len(d.stack)-1] }

// isBusy reports whether the user is in a dialog or types, so that what comes late
// must not get in between.
func (m *Model) isBusy() bool { return m.dialogs.top() != nil || m.front.Input(m.theme) != nil }

// obeyDialog does what a dialog answered. One that closes without an intent leaves
// the one below it.
func (m *Model) obeyDialog(a page.Answer) tea.Cmd {
	switch {
	case a.Close && a.Intent == nil:
		form, _ := m.dialogs.top().(*overlay.WriteForm)
		if m.dialogs.pop(); form != nil && form.HasInput() && !form.IsLost() {
			return tea.Batch(m.obey(a), m.say(words.InputKept, keys.EmptiesRow))
		}
	case a.Close:
		m.dialogs.clear()
	}
	return m.obey(a)
}

// legend returns what the help of the page in front explains of its signs, or nil.
func (m *Model) legend() func(width int) []rich.Line {
	if p, ok := m.front.Page.(page.Legended); ok {
		return p.Legend
	}
	return nil
}

// dialogRect returns what the dialog may cover: all but what it stands beside.
func (m *Model) dialogRect() rect {
	at := m.layout.Dialog
	if aside, ok := m.dialogs.top().(interface{ Left() int }); ok {
		at.X = aside.Left()
		at.W -= at.X
	}
	return at
}

func (m *Model) dialogBox() []string {
	at := m.dialogRect()
	return m.dialogs.top().View(m.theme, m.words(), at.W, at.H)
}

// layDialog lays the dialog over a screen, and returns the cells within its upper and
// lower edge.
func (m *Model) layDialog(screen []string) (lines []string, within rect) {
	at := m.dialogRect()
	box := m.dialogBox()
	x, y, width := widget.BoxAt(box, m.height, at.X, at.Y, at.W)
	const edge = 1
	return widget.Overlay(screen, box, at.X, at.Y, at.W), rect{x, y + edge, width, len(box) - 2*edge}
}

// clickDialog selects a line of the dialog, or chooses it if it is selected already. A
// click on a hint of its lower edge does what its key does; one beside it closes it.
func (m *Model) clickDialog(at tea.Mouse) tea.Cmd {
	box := m.dialogBox()
	in := m.dialogRect()
	x, y, width := widget.BoxAt(box, m.height, in.X, in.Y, in.W)
	dialog := m.dialogs.top()
	if at.X < x || at.X >= x+width || at.Y < y || at.Y >= y+len(box) {
		m.dialogs.pop()
		return nil
	}
	const edge = 1
	if at.Y == y+len(box)-1 {
		last := box[len(box)-1]
		return m.clickHint(last, at.X-x-(width-ansi.StringWidthWc(last))/2)
	}
	answer := dialog.Click(at.Y - y - edge)
	m.clicked.opened = answer.Close
	return m.obeyDialog(answer)
}
