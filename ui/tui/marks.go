package tui

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// mark marks or unmarks what is selected.
func (m *Model) mark() tea.Cmd {
	e := m.front.Selection().Entity
	if e == nil {
		return m.say(words.NothingSelected)
	}
	m.marks.Toggle(e)
	return m.tellMarks()
}

// unmark marks an entity no more, nil none at all.
func (m *Model) unmark(e *kb.Entity) tea.Cmd {
	if e == nil {
		m.marks.Set(nil)
		m.live.marks.forget()
	} else {
		m.marks.Drop(e)
	}
	return m.tellMarks()
}

func (m *Model) tellMarks() tea.Cmd {
	m.front.subject.Marked = m.marks.List()
	return m.front.Take(page.MarksChanged{Marked: m.marks.List()}).Cmd
}

// showMarked opens the dialog of what is marked.
func (m *Model) showMarked() tea.Cmd {
	if m.marks.Len() == 0 {
		return m.notify(keys.Say(m.words(), words.NothingMarked, keys.Mark))
	}
	m.dialogs.open(overlay.NewMarked(m.marks.List, m.nameAndKind))
	return nil
}
