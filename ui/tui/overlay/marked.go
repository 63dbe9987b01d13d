package overlay

import (
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
	return &Marked{entityList{list: list, tell: tell}}
}

// Key answers a key.
func (m *Marked) Key(msg tea.KeyPressMsg) page.Answer {
	e := m.selected()
	if e == nil {
		return page.Answer{Close: true}
	}
	if m.findsRow(msg, m.text) {
		return page.Answer{}
	}
	switch keys.Find(keys.InMarked, msg) {
	case keys.Mark:
		return page.Answer{Close: len(m.rows) == 1, Intent: page.Unmark{Entity: e}}
	case keys.UnmarkAll:
		return page.Answer{Close: true, Intent: page.Unmark{}}
	case keys.Copy:
		return page.Answer{Intent: page.CopyMarked{}}
	case keys.Write:
		return page.Answer{Intent: page.WriteMarked{}}
	case keys.Compare:
		return page.Answer{Intent: page.Do{Action: keys.Compare}}
	}
	switch a := asked(msg, keys.ShowMarked); a {
	case keys.Close, keys.ShowMarked:
		return page.Answer{Close: true}
	case keys.Accept:
		return m.open()
	default:
		m.act(a)
	}
	return page.Answer{}
}

// View draws what is seen of the list.
func (m *Marked) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestList, width-4)
	lines := m.drawList(t, inner, height-2)
	title := w.Say(words.MarkedTitle) + " " + w.Number(len(m.rows))
	least, bare := hintLine(t, w, hint{keys.Copy, words.HintCopy}, hint{keys.Write, words.HintWrite}), hintLine(t, w, hint{keys.Copy, words.None}, hint{keys.Write, words.None}, hint{keys.UnmarkAll, words.None})
	if len(m.rows) > 1 {
		least, bare = hintLine(t, w, hint{keys.Compare, words.HintCompare})+"  "+least, hintLine(t, w, hint{keys.Compare, words.None})+"  "+bare
	}
	few := hintLine(t, w, hint{keys.Accept, words.HintOpen}) + "  " + least
	some := few + "  " + hintLine(t, w, hint{keys.Mark, words.HintUnmark})
	all := some + "  " + hintLine(t, w, hint{keys.UnmarkAll, words.HintNone})
	var edges []string
	for _, hints := range []string{all + "  " + hintLine(t, w, closeHint), all, some, few, least} {
		edges = append(edges, hints+m.place(t, w))
	}
	edges = append(edges, least, bare)
	if m.isFinding {
		edges = m.findEdge(t, w, inner)
	}
	return widget.Box(t, title, lines, inner, edges...)
}
