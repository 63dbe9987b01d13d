package overlay

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Marked lists what is marked, as it is at any time.
type Marked struct {
	noPaste
	scroller
	list   func() []*kb.Entity
	tell   func(*kb.Entity) (name, kind string)
	cursor int
}

// NewMarked returns the dialog of a list; tell says what an entity is called,
// and what it is.
func NewMarked(list func() []*kb.Entity, tell func(*kb.Entity) (name, kind string)) *Marked {
	return &Marked{list: list, tell: tell}
}

// selected returns the entity that is selected, or nil.
func (m *Marked) selected() *kb.Entity {
	list := m.list()
	if m.cursor = max(0, min(m.cursor, len(list)-1)); len(list) == 0 {
		return nil
	}
	return list[m.cursor]
}

// Key answers a key.
func (m *Marked) Key(msg tea.KeyPressMsg) page.Answer {
	e := m.selected()
	if e == nil {
		return page.Answer{Close: true}
	}
	switch keys.Find(keys.InMarked, msg) {
	case keys.Mark:
		return page.Answer{Close: len(m.list()) == 1, Intent: page.Unmark{Entity: e}}
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
		return page.Answer{Close: true, Intent: page.Open{Entity: e}}
	case keys.PageUp, keys.HalfUp:
		m.cursor = max(0, m.cursor-m.height)
	case keys.PageDown, keys.HalfDown:
		m.cursor = min(len(m.list())-1, m.cursor+m.height)
	default:
		m.cursor = moved(m.cursor, len(m.list()), a)
	}
	m.show(m.cursor)
	return page.Answer{}
}

// Click selects the entity of a line, and opens it if it is selected already.
func (m *Marked) Click(line int) page.Answer {
	at := m.offset + line
	if line < 0 || line >= m.height || at >= len(m.list()) {
		return page.Answer{}
	}
	if at == m.cursor {
		return page.Answer{Close: true, Intent: page.Open{Entity: m.selected()}}
	}
	m.cursor = at
	return page.Answer{}
}

// Scroll moves the lines by a turn of the wheel, and the selection no further
// than it must.
func (m *Marked) Scroll(lines int) {
	m.scroller.Scroll(lines)
	m.cursor = max(m.offset, min(m.cursor, m.offset+m.height-1))
}

// widestMarked keeps a name and what it is near each other.
const widestMarked = 84

// View draws what is seen of the list.
func (m *Marked) View(t *theme.Theme, w *words.Language, width, height int) []string {
	list := m.list()
	m.selected()
	inner := min(widestMarked, width-4)
	m.set(len(list), height-2)
	m.show(m.cursor)
	from, to := m.window()
	lines := make([]string, 0, m.height)
	for i := from; i < to; i++ {
		name, kind := m.tell(list[i])
		lines = append(lines, entityLine(t, name, kind, i == m.cursor, inner))
	}
	title := w.Say(words.MarkedTitle) + " " + w.Number(len(list))
	least, bare := hintLine(t, w, hint{keys.Copy, words.HintCopy}, hint{keys.Write, words.HintWrite}), hintLine(t, w, hint{keys.Copy, words.None}, hint{keys.Write, words.None}, hint{keys.UnmarkAll, words.None})
	if len(list) > 1 {
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
	return widget.Box(t, title, lines, inner, edges...)
}

// entityLine draws one entity, with what it is on the right where there is room.
func entityLine(t *theme.Theme, name, kind string, selected bool, width int) string {
	const apart, leastName = 2, 12
	room := width - 2
	kind = safe.Cut(kind, min(room/3, room-leastName-apart))
	if kind == "" {
		return option(t, safe.Pad(name, room), selected, width)
	}
	name = safe.Pad(name, room-apart-safe.Width(kind)) + safe.Spaces(apart)
	if selected {
		return option(t, name+kind, true, width)
	}
	return "  " + name + t.Muted.Render(kind)
}
