package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// handleKey gives a key to the dialog, else to the field that is typed in, else to
// the page in focus.
func (m *Model) handleKey(msg tea.KeyPressMsg) tea.Cmd {
	msg, ok := keys.Named(msg)
	if !ok {
		return nil
	}
	switch {
	case msg.Code == tea.KeyEscape && msg.Mod == tea.ModAlt:
		// Two of them in a row: terminals write Alt as an Esc before the key.
		msg.Mod = 0
		return tea.Batch(m.handleKey(msg), m.handleKey(msg))
	case keys.Find(keys.InField, msg) == keys.Quit:
		return m.quit()
	case keys.Find(keys.OnPage, msg) == keys.Suspend && !m.isGuest():
		return m.suspend()
	case m.stops(msg):
		return m.stopLoading()
	case m.kb == nil:
		if a := keys.Find(keys.InField, msg); keys.Find(keys.InList, msg) == keys.Quit || m.failed != nil && a != keys.None {
			return m.quit()
		}
		return nil
	}
	if keys.Find(m.front.Scope(), msg) != keys.Reload {
		m.live.wanted = nil
	}
	if m.notice.quiet {
		m.notice.text = ""
	}
	if dialog := m.dialogs.top(); dialog != nil {
		answer := dialog.Key(msg)
		if answer.Ignored {
			return m.unknownInDialog(msg)
		}
		return m.obeyDialog(answer)
	}
	if answer, typed := m.front.Type(msg); typed {
		if answer.Ignored {
			return m.unknownInField(msg)
		}
		return m.obey(answer)
	}
	m.notice.text = ""
	if isEsc(msg) {
		if answer := m.front.Act(keys.Close); !answer.Ignored {
			return m.obey(answer)
		}
	}
	a := keys.Find(m.front.Scope(), msg)
	if a == keys.None {
		return m.unknownKey(msg)
	}
	return m.act(a, msg.String())
}

// isEsc reports whether a key closes what is nearest, before it leads back.
func isEsc(msg tea.KeyPressMsg) bool { return keys.Find(keys.InField, msg) == keys.Close }

// stops reports whether a key stops what is being read.
func (m *Model) stops(msg tea.KeyPressMsg) bool { return m.loading != nil && isEsc(msg) && m.canStop() }

// canStop reports whether Esc stops what is being read: it does where it has
// nothing nearer to close.
func (m *Model) canStop() bool {
	if m.kb == nil {
		return true
	}
	isFirst := m.front.id == keys.Overview && len(m.history.past) == 0
	isList := m.isHome() && m.home.IsAt(m.home.Tab()) && m.home.IsFiltered("")
	return m.loading.slow && !m.isBusy() && (isFirst || isList)
}

func (m *Model) quit() tea.Cmd {
	if m.loading != nil {
		m.loading.cancel()
	}
	if m.kb != nil {
		m.leftAt = m.place()
		m.leaveFront()
	}
	return tea.Quit
}

// act does what a key asks for. What does not lead elsewhere is up to the page.
func (m *Model) act(a keys.Action, key string) tea.Cmd {
	if e, ok := entryOf(a); ok {
		return m.goToPage(e)
	}
	if m.isGuest() && keys.IsWriting(a) {
		return m.say(words.OnlyRead)
	}
	if n, isOwn := a.Own(); isOwn {
		return m.runOwn(n, key)
	}
	switch a {
	case keys.Back:
		return m.back()
	case keys.Forward:
		return m.forward()
	case keys.NextTab:
		return m.goAlong(1)
	case keys.PrevTab:
		return m.goAlong(-1)
	case keys.TabNumber:
		return m.goToNumber(int(key[0] - '1'))
	case keys.ChooseTab:
		m.chooseTab()
	case keys.Filter:
		return m.goToFilter()
	case keys.Palette:
		if m.isHome() {
			return m.openPalette(m.home.Fruitless())
		}
		return m.openPalette("")
	case keys.Pictures:
		return m.offerPictures()
	case keys.Copy:
		return m.offerCopy()
	case keys.Mark:
		return m.mark()
	case keys.ShowMarked:
		return m.showMarked()
	case keys.Web:
		return m.openWeb()
	case keys.Edit:
		return m.edit(m.front.Selection())
	case keys.Add:
		return m.addTo(m.front.Selection().Entity, "")
	case keys.Change:
		return m.chooseRevised()
	case keys.Undo:
		return m.undo()
	case keys.Redo:
		return m.redo()
	case keys.Reload:
		return m.reload()
	case keys.Day:
		m.askForDay()
	case keys.Language:
		return m.setLanguage(m.words().Next().Tag)
	case keys.Skins:
		m.offerSkins()
	case keys.Mouse:
		return m.switchMouse()
	case keys.Help:
		m.dialogs.open(overlay.NewHelp(m.front.Scope(), m.legend()))
	case keys.Quit:
		return m.quit()
	case keys.Suspend:
		return m.suspend()
	case keys.Left, keys.Right:
		return m.goAside(a)
	default:
		answer := m.front.Act(a)
		if answer.Ignored && a == keys.FindText && !m.isHome() { // without a row to filter
			return m.openPalette("")
		}
		if answer.Ignored {
			return tea.Batch(m.obey(answer), m.idleKey(a, key))
		}
		return m.obey(answer)
	}
	return nil
}

// goAside moves sideways on the page, or where its keys mean nothing, along the tabs.
func (m *Model) goAside(a keys.Action) tea.Cmd {
	answer := m.front.Act(a)
	switch {
	case !answer.Ignored || m.front.Scope()&keys.AtEntity == 0:
		return m.obey(answer)
	case a == keys.Left:
		return m.goAlong(-1)
	}
	return m.goAlong(1)
}

func (m *Model) handlePaste(msg tea.PasteMsg) tea.Cmd {
	if dialog := m.dialogs.top(); dialog != nil {
		return dialog.Paste(msg)
	}
	if m.kb == nil {
		return nil
	}
	answer, _ := m.front.Type(msg)
	return m.obey(answer)
}

func (m *Model) switchMouse() tea.Cmd {
	m.hasMouse = !m.hasMouse
	if m.hasMouse {
		return m.say(words.MouseOn)
	}
	return m.say(words.MouseOff)
}

// told returns the message that shows a notice, of a command.
func (m *Model) told(text string) tea.Msg {
	return work.Then(func() tea.Cmd { return m.notify(text) })
}

// notify shows a notice for a while. It may come from a file.
func (m *Model) notify(text string) tea.Cmd {
	m.notice.text, m.notice.quiet = safe.Line(text), false
	m.notice.turn++
	turn := m.notice.turn
	return tea.Tick(noticeTime, func(time.Time) tea.Msg { return noticeEnded{turn} })
}
