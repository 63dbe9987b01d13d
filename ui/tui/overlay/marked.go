package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Marked lists the entities that are marked, as they are at any time.
type Marked struct{ entityList }

// NewMarked returns the dialog of a list; tell returns the name of an entity, and
// that of its kind.
func NewMarked(list func() []*kb.Entity, tell func(*kb.Entity) (name, kind string)) *Marked {
	m := &Marked{}
	m.begin(list, tell)
	return m
}

// Key answers a key.
func (m *Marked) Key(msg tea.KeyPressMsg) page.Answer {
	m.sync()
	left, answer := m.choose(msg, keys.InMarked)
	switch left {
	case keys.Accept:
		return m.open()
	case keys.Mark:
		return m.unmark()
	case keys.UnmarkAll:
		return page.Answer{Close: true, Intent: page.Unmark{}}
	case keys.CopyMarked:
		return page.Answer{Intent: page.CopyMarked{}}
	case keys.Write:
		return page.Answer{Intent: page.WriteMarked{}}
	case keys.Compare:
		return page.Answer{Intent: page.Do{Action: keys.Compare}}
	}
	return answer
}

// unmark marks what is selected no more. The dialog closes with the last one.
func (m *Marked) unmark() page.Answer {
	e := m.selected()
	if e == nil {
		return page.Ignored
	}
	return page.Answer{Close: len(m.list()) == 1, Intent: page.Unmark{Entity: e}}
}

// View draws the visible part of the list.
func (m *Marked) View(t *theme.Theme, w *words.Language, width, height int) []string {
	hints := bound([]hint{{keys.Accept, words.HintOpen}, {keys.Compare, words.HintCompare}, {keys.CopyMarked, words.HintCopy}, {keys.Write, words.HintWrite}, {keys.Mark, words.HintUnmark}, {keys.UnmarkAll, words.HintNone}}...)
	if len(m.list()) < 2 {
		hints = slices.Delete(hints, 1, 2)
	}
	m.sync()
	inner := hinted(w, m.need, width, hints...)
	lines := m.drawList(t, w, inner, height-2)
	title := w.Say(words.MarkedTitle) + " " + w.Number(len(m.list()))
	return widget.Box(t, title, lines, inner, m.unseen(), m.narrowEdge(t, w, hints...)...)
}
