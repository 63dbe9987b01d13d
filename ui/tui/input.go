package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/save"
	"rihla/ui/draw/overview"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page/list"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// handleKey gives a key to the dialog, else to the field being typed in, else
// to the page in focus.
func (m *Model) handleKey(msg tea.KeyPressMsg) tea.Cmd {
	key := msg.String()
	switch {
	case msg.Code == tea.KeyEscape && msg.Mod == tea.ModAlt:
		// Two of them in a row: terminals write Alt as an Esc before the key.
		msg.Mod = 0
		return tea.Batch(m.handleKey(msg), m.handleKey(msg))
	case keys.Find(keys.InField, key) == keys.Quit:
		return m.quit()
	case m.stops(key):
		return m.stopLoading()
	case m.kb == nil:
		if a := keys.Find(keys.InField, key); keys.Find(keys.InList, key) == keys.Quit || m.failed != nil && a != keys.None {
			return m.quit()
		}
		return nil
	case m.dialog != nil:
		return m.tellDialog(msg)
	case m.typing != nil:
		return m.typed(msg)
	}
	m.notice = ""
	return m.act(keys.Find(m.focus, key), key)
}

// stops tells whether a key stops what is being read.
func (m *Model) stops(key string) bool {
	return m.loading != nil && keys.Find(keys.InField, key) == keys.Close && m.canStop()
}

// canStop tells whether Esc stops what is being read: it does where it has
// nothing nearer to close.
func (m *Model) canStop() bool {
	if m.kb == nil {
		return true
	}
	return m.loading.slow && m.dialog == nil && m.typing == nil && m.focus == keys.InList && m.filterInForce() == ""
}

func (m *Model) quit() tea.Cmd {
	if m.loading != nil {
		m.loading.cancel()
	}
	return tea.Quit
}

// act does what a key asks for.
func (m *Model) act(a keys.Action, key string) tea.Cmd {
	switch a {
	case keys.Open:
		return m.openSelected()
	case keys.Back:
		if keys.Find(keys.InField, key) == keys.Close && m.focus == keys.InList && !m.tab.isNone() && m.tab.view != everything && m.list().Query() != "" {
			return m.filter("")
		}
		return m.back()
	case keys.Forward:
		return m.forward()
	case keys.NextTab:
		m.goAlong(1)
	case keys.PrevTab:
		m.goAlong(-1)
	case keys.TabNumber:
		m.goToNumber(int(key[0] - '1'))
	case keys.Overview:
		return m.goToOverview()
	case keys.Filter:
		m.beginTyping()
	case keys.Palette:
		return m.openPalette("")
	case keys.Facets:
		return m.openFacets()
	case keys.Sort:
		return m.openSort()
	case keys.Columns:
		m.dialog = overlay.NewColumns(m.list().AllColumns(), m.list().Columns(), m.list().Seen)
	case keys.SaveView:
		return m.offerSaving()
	case keys.Views:
		return m.offerViews()
	case keys.Graph, keys.Path, keys.Timeline, keys.Map, keys.Matrix:
		return m.goToPicture(a)
	case keys.Source:
		return m.showSource()
	case keys.Falls:
		return m.weighSource()
	case keys.Copy:
		return m.offerCopy()
	case keys.Mark:
		return m.mark()
	case keys.Marked:
		return m.showMarked()
	case keys.Compare:
		return m.goToCompare()
	case keys.Web:
		return m.openWeb()
	case keys.Edit:
		return m.edit()
	case keys.Reload:
		return m.reload()
	case keys.Language:
		return m.switchLanguage()
	case keys.Mouse:
		return m.switchMouse()
	case keys.Help:
		m.dialog = overlay.NewHelp(m.focus)
	case keys.Quit:
		return m.quit()
	case keys.Suspend:
		return tea.Suspend
	default:
		if m.picture != nil {
			return m.tellPicture(a)
		}
		m.move(a)
	}
	return nil
}

// move moves within the page in focus.
func (m *Model) move(a keys.Action) {
	switch m.focus {
	case keys.InDetail:
		m.detail.Act(a)
	case keys.InOverview:
		m.overview.Act(a)
	case keys.InCompare:
		m.compare.Act(a)
	default:
		if !m.tab.isNone() && m.list().Act(a) {
			m.follow()
		}
	}
}

// openSelected opens what is selected where the focus is: the detail of an
// entity, the entity that a link leads to, the source of a value.
func (m *Model) openSelected() tea.Cmd {
	if m.picture != nil {
		return m.tellPicture(keys.Open)
	}
	switch m.focus {
	case keys.InOverview:
		switch target, _ := m.overview.Selected(); {
		case target.Entity != nil:
			m.open(target.Entity)
		case target.Picture == overview.Timeline:
			return m.goToPicture(keys.Timeline)
		case target.Picture == overview.Map:
			return m.goToPicture(keys.Map)
		case target.Kind != nil:
			m.goTo(tab{kind: target.Kind})
		case target.Finding != nil:
			m.dialog = overlay.NewFinding(func(width int) present.Page { return m.voice.Finding(*target.Finding, width) })
		}
	case keys.InDetail:
		link := m.detail.Selected()
		if link == nil {
			return m.say(words.NothingSelected)
		}
		if m.detail.Reveal() {
			return nil // nobody means to follow what is not seen
		}
		if link.To == nil {
			return m.showSource()
		}
		m.open(link.To)
	case keys.InCompare:
		m.open(m.compare.Target())
	default:
		if m.tab.isNone() || m.list().Selected() == nil {
			return nil
		}
		m.leave()
		m.visit(visited{entity: whereaboutsOf(m.list().Selected())})
		m.focus = keys.InDetail
		m.detail.Show(m.list().Selected())
	}
	return nil
}

// tellDialog gives a key to the dialog and does what it answers.
func (m *Model) tellDialog(msg tea.KeyPressMsg) tea.Cmd {
	answer, cmd := m.dialog.Key(msg)
	return tea.Batch(cmd, m.obey(answer))
}

// obey does what was decided in the dialog.
func (m *Model) obey(answer overlay.Answer) tea.Cmd {
	dialog := m.dialog
	if answer.Close {
		m.closeDialog(answer.Chosen)
	}
	switch chosen := answer.Chosen.(type) {
	case overlay.Copied:
		return m.copy(chosen.Item)
	case overlay.ColumnsChosen:
		return m.arrange(m.list(), m.list().SetColumns(chosen.Columns))
	case overlay.Followed:
		m.followFrom(dialog, chosen.Entity)
	case overlay.Picked:
		return m.takePicked(chosen.Entity)
	case overlay.Narrowed:
		return m.goToFiltered(chosen.Kind, chosen.Query)
	case overlay.Sorted:
		return m.sort(chosen.By)
	case save.NewView:
		return m.saveView(chosen)
	case overlay.Filtered:
		return m.filter(chosen.Query)
	case goingTo:
		m.goTo(m.tabCalled(chosen.tab))
		if chosen.query != "" {
			return m.filter(chosen.query)
		}
	case overlay.WeighedAgain:
		return m.weighReprints(chosen.Loss)
	case doing:
		return m.act(chosen.action, "")
	case overlay.Browsed:
		return m.browse(webAddress(m.kb, m.find(whereaboutsOf(chosen.Entity))))
	}
	return m.obeyMarked(answer.Chosen)
}

// goToFiltered goes to the list of a kind, or of everything, filtered by a query.
func (m *Model) goToFiltered(kind *kb.Kind, query string) tea.Cmd {
	t := tab{kind: kind}
	if kind == nil {
		t = tab{view: everything}
	}
	p, cmd := m.listOf(t)
	if kind == nil && !p.IsLong() {
		m.settle(p, p.SetQuery(query))
	}
	m.goTo(t)
	return tea.Batch(cmd, m.filter(query))
}

func (m *Model) sort(order list.Order) tea.Cmd {
	if m.kb.Partial {
		return m.say(words.NotReadYet)
	}
	cmd := m.arrange(m.list(), m.list().SetOrder(order))
	if len(order) == 0 {
		return tea.Batch(cmd, m.say(words.FileOrder))
	}
	var by []string
	for _, key := range order {
		for _, column := range m.list().AllColumns() {
			if column.Field == key.Field {
				by = append(by, column.Title+order.Mark(key.Field))
			}
		}
	}
	return tea.Batch(cmd, m.say(words.SortedBy, strings.Join(by, m.words().ListComma)))
}

// openSort offers what the list can be sorted by.
func (m *Model) openSort() tea.Cmd {
	if m.kb.Partial {
		return m.say(words.NotReadYet)
	}
	m.dialog = overlay.NewSort(m.list().AllColumns(), m.list().Columns(), m.list().Order())
	return nil
}

// beginTyping lets the filter of the list be typed, coming to the list from
// wherever the user is.
func (m *Model) beginTyping() {
	if m.tab.isNone() {
		return
	}
	m.goTo(m.tab)
	in := widget.NewField()
	in.SetVirtualCursor(false)
	m.before = m.list().Query()
	in.SetValue(safe.Line(m.before)) // values of files may have been chosen for it
	in.CursorEnd()
	m.typing, m.prompt = &in, querytext.FilterPrompt(m.voice, m.list().Kind)
}

// typed takes a key into the filter.
func (m *Model) typed(msg tea.KeyPressMsg) tea.Cmd {
	switch a := keys.Find(keys.InField, msg.String()); {
	case a == keys.Accept:
		m.typing = nil
		if text := m.filterInForce(); text != "" {
			m.visit(visited{tab: m.tab.name(), query: text})
		}
	case a == keys.Close:
		m.typing = nil
		return m.filter("")
	case a == keys.Palette:
		text := m.typing.Value()
		m.typing = nil
		return tea.Batch(m.filter(m.before), m.openPalette(text))
	case a != keys.None:
		m.move(a)
	default:
		return m.typeInto(msg)
	}
	return nil
}

func (m *Model) typeInto(msg tea.Msg) tea.Cmd {
	in, cmd := m.typing.Update(msg)
	m.typing = &in
	return tea.Batch(cmd, m.filter(in.Value()))
}

func (m *Model) filter(query string) tea.Cmd {
	p := m.list()
	if p.Query() == query {
		return nil
	}
	return m.arrange(p, p.SetQuery(query))
}

func (m *Model) handlePaste(msg tea.PasteMsg) tea.Cmd {
	switch {
	case m.dialog != nil:
		return m.dialog.Paste(msg)
	case m.typing != nil:
		return m.typeInto(msg)
	}
	return nil
}

func (m *Model) switchLanguage() tea.Cmd {
	return m.setLanguage(m.words().Next().Tag)
}

func (m *Model) switchMouse() tea.Cmd {
	m.mouse = !m.mouse
	if m.mouse {
		return m.say(words.MouseOn)
	}
	return m.say(words.MouseOff)
}

// say shows a message as a notice. Its arguments may come from a file.
func (m *Model) say(message words.Message, args ...any) tea.Cmd {
	return m.notify(m.words().Say(message, args...))
}

// notify shows a notice for a while. It may come from a file.
func (m *Model) notify(text string) tea.Cmd {
	m.notice = safe.Line(text)
	m.noticeTurn++
	turn := m.noticeTurn
	return tea.Tick(noticeTime, func(time.Time) tea.Msg { return noticeEnded{turn} })
}

func (m *Model) handleNoticeEnded(msg noticeEnded) {
	if msg.turn == m.noticeTurn {
		m.notice = ""
	}
}
