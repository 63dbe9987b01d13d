package tui

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/model/save"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/words"
)

// offerSaving asks how the view is to be called that keeps what the list is
// filtered by.
func (m *Model) offerSaving() tea.Cmd {
	p := m.list()
	switch q, problem := p.Asked(); {
	case m.kb.Dir == "":
		return m.say(words.NoFileForViews)
	case m.kb.Partial:
		return m.say(words.NotReadYet)
	case problem != nil:
		return m.say(words.NotReadable)
	case q.IsEmpty():
		return m.notify(keys.Say(m.words(), words.NothingToSave, keys.Filter))
	}
	m.dialog = overlay.NewViewNaming(m.voice, m.index, m.inForce())
	return nil
}

// inForce returns a query that selects what the list shows, wherever it is
// asked.
func (m *Model) inForce() string {
	p := m.list()
	if m.tab.view != nil {
		return query.Join(m.index.Names(), m.tab.view.Query, p.Query())
	}
	return query.Join(m.index.Names(), "kind:"+query.Quote(m.tab.kind.Name), p.Query())
}

// viewSaved is what became of saving a view.
type viewSaved struct {
	in  save.Saved
	err error
}

// saveView writes a view into the files, beside the screen.
func (m *Model) saveView(v save.NewView) tea.Cmd {
	k := m.kb
	return func() tea.Msg {
		in, err := save.View(k, v)
		return viewSaved{in, err}
	}
}

// handleViewSaved reads the files again, so that the view has its tab.
func (m *Model) handleViewSaved(msg viewSaved) tea.Cmd {
	w := m.words()
	if msg.err != nil {
		text := msg.err.Error()
		if failed := new(save.Error); errors.As(msg.err, &failed) {
			text = fmt.Sprintf("%s: %s", failed.Position, failed.Message)
		}
		return m.say(words.ViewNotSaved, text)
	}
	m.saved = w.Say(words.ViewSaved, safe.Line(msg.in.File), safe.Line(msg.in.Name))
	return m.reload()
}
