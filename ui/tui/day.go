package tui

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/present"
	"rihla/ui/tui/overlay"
)

// askForDay asks for the reference day.
func (m *Model) askForDay() { m.dialogs.open(overlay.NewDay(m.voice)) }

// goToDay changes the reference day, where the user is; the way back leads to the day
// before. An unknown day is today.
func (m *Model) goToDay(day present.Day) tea.Cmd {
	if day == m.options.Today {
		day = present.Day{}
	}
	if day == m.day {
		return nil
	}
	m.history.push(m.here())
	at := m.here()
	cmd := m.setDay(day)
	e, ok := entryOf(at.id)
	if !ok {
		return cmd
	}
	if of := m.home.Subject(); e.inTab && of.Query != "" && of.Query == at.subject.Query {
		at.subject.Entities = of.Entities // which the day may have changed
	}
	return tea.Batch(cmd, m.show(e, at.subject, at.state))
}

// setDay changes the reference day.
func (m *Model) setDay(day present.Day) tea.Cmd {
	m.day = day
	return m.renewVoice()
}
