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

// entityList is the rows of dialogs that list entities.
type entityList struct {
	chooser
	list  func() []*kb.Entity
	tell  func(*kb.Entity) (name, kind string)
	known int // how many entities the rows were made of
	need  int // cells that the widest row takes
}

// begin lists entities; tell returns the name of one, and that of its kind.
func (l *entityList) begin(list func() []*kb.Entity, tell func(*kb.Entity) (name, kind string)) {
	l.list, l.tell = list, tell
	l.field, l.take, l.narrow = widget.NewField(), l.open, l.narrowEntities
	l.sync()
}

// sync makes the rows anew where the list has changed.
func (l *entityList) sync() {
	n := len(l.list())
	if n == l.known {
		return
	}
	at := l.cursor
	l.known, l.need = n, l.widest()
	l.sifter.Forget()
	l.field.Reset()
	l.narrow()
	l.cursor = max(0, min(at, len(l.rows)-1))
}

// selected returns the entity that is selected, or nil.
func (l *entityList) selected() *kb.Entity {
	if item := l.item(); item >= 0 {
		return l.list()[item]
	}
	return nil
}

// narrowEntities shows the entities whose names or kinds contain the input.
func (l *entityList) narrowEntities() tea.Cmd {
	list := l.list()
	return l.narrowItems(len(list), func(item int) string {
		name, kind := l.tell(list[item])
		return name + " " + kind
	})
}

// open closes the dialog, and opens the entity that is selected, if one is.
func (l *entityList) open() page.Answer {
	if e := l.selected(); e != nil {
		return page.Answer{Close: true, Intent: page.Open{Entity: e}}
	}
	return page.Answer{Close: true}
}

// The least width of a list, in cells, where there is room; how many entities are
// measured, and how wide a list of more is.
const (
	leastList    = 64
	mostMeasured = 1000
	widestList   = 132
)

// widest returns how many cells the widest row takes, with a name and a kind.
func (l *entityList) widest() int {
	list := l.list()
	if len(list) > mostMeasured {
		return widestList
	}
	widest := leastList
	for _, e := range list {
		name, kind := l.tell(e)
		widest = max(widest, optionIndent+safe.Width(name)+apart+safe.Width(kind))
	}
	return widest
}

// apart is the least number of cells between a name and what stands beside it.
const apart = 2

// drawList draws the entities that are seen.
func (l *entityList) drawList(t *theme.Theme, w *words.Language, inner, height int) []string {
	l.sync()
	list := l.list()
	return l.narrowed(t, w, inner, height, func(i int) string {
		name, kind := l.tell(list[i])
		return entityLine(t, name, kind, i == l.item(), inner)
	})
}

// entityLine draws one entity, with its kind on the right where there is room.
func entityLine(t *theme.Theme, name, kind string, selected bool, width int) string {
	const leastName = 12
	room := width - 2
	kind = safe.Cut(kind, max(min(room/3, room-leastName-apart), room-safe.Width(name)-apart))
	if kind == "" {
		return option(t, safe.Pad(name, room), selected, width)
	}
	name = safe.Pad(name, room-apart-safe.Width(kind)) + safe.Spaces(apart)
	if selected {
		return option(t, name+kind, true, width)
	}
	return "  " + name + t.Muted.Render(kind)
}

// Listing lists entities, to open one of them.
type Listing struct {
	entityList
	title string
}

// NewListing returns the dialog of a list; tell returns the name of an entity, and
// that of its kind.
func NewListing(title string, entities []*kb.Entity, tell func(*kb.Entity) (name, kind string)) *Listing {
	l := &Listing{title: title}
	l.begin(func() []*kb.Entity { return entities }, tell)
	return l
}

// Key answers a key.
func (l *Listing) Key(msg tea.KeyPressMsg) page.Answer {
	left, answer := l.choose(msg, keys.InChooser)
	switch left {
	case keys.Accept:
		return l.open()
	case keys.EditListed:
		if e := l.selected(); e != nil {
			return page.Answer{Intent: page.Edit{Of: page.Selection{Entity: e}}}
		}
	}
	return answer
}

// View draws the visible part of the list.
func (l *Listing) View(t *theme.Theme, w *words.Language, width, height int) []string {
	hints := bound(hint{keys.Accept, words.HintOpen}, hint{keys.EditListed, words.HintEdit})
	inner := hinted(w, l.need, width, hints...)
	lines := l.drawList(t, w, inner, height-2)
	title := safe.Cut(l.title, max(8, inner-8)) + " " + w.Number(len(l.list()))
	return widget.Box(t, title, lines, inner, l.unseen(), l.narrowEdge(t, w, hints...)...)
}
