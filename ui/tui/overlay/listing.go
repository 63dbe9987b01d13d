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
	noPaste
	picker
	list func() []*kb.Entity
	tell func(*kb.Entity) (name, kind string)
}

// selected returns the entity that is selected, or nil.
func (l *entityList) selected() *kb.Entity {
	list := l.list()
	l.setItems(len(list))
	if len(list) == 0 {
		return nil
	}
	return list[l.cursor]
}

// text returns the name and the kind of an entity of the list.
func (l *entityList) text(at int) string {
	name, kind := l.tell(l.list()[at])
	return name + " " + kind
}

// open closes the dialog, and opens the entity that is selected, if one is.
func (l *entityList) open() page.Answer {
	if e := l.selected(); e != nil {
		return page.Answer{Close: true, Intent: page.Open{Entity: e}}
	}
	return page.Answer{Close: true}
}

// Click selects the entity of a line, and opens it if it is selected already.
func (l *entityList) Click(line int) page.Answer {
	l.selected()
	if _, again := l.click(line); again {
		return l.open()
	}
	return page.Answer{}
}

// widestList keeps a name and a kind near each other, in cells.
const widestList = 84

// drawList draws the entities that are seen.
func (l *entityList) drawList(t *theme.Theme, inner, height int) []string {
	l.selected()
	list := l.list()
	return l.draw(height, func(i int) string {
		name, kind := l.tell(list[i])
		return entityLine(t, name, kind, i == l.cursor, inner)
	})
}

// entityLine draws one entity, with its kind on the right where there is room.
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

// Listing lists entities, to open one of them.
type Listing struct {
	entityList
	title string
}

// NewListing returns the dialog of a list; tell returns the name of an entity, and
// that of its kind.
func NewListing(title string, entities []*kb.Entity, tell func(*kb.Entity) (name, kind string)) *Listing {
	return &Listing{entityList{list: func() []*kb.Entity { return entities }, tell: tell}, title}
}

// Key answers a key.
func (l *Listing) Key(msg tea.KeyPressMsg) page.Answer {
	l.selected()
	if l.findsRow(msg, l.text) {
		return page.Answer{}
	}
	switch a := keys.Find(keys.InDialog, msg); a {
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept:
		return l.open()
	default:
		l.act(a)
	}
	return page.Answer{}
}

// View draws the visible part of the list.
func (l *Listing) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestList, width-4)
	lines := l.drawList(t, inner, height-2)
	title := safe.Cut(l.title, max(8, inner-8)) + " " + w.Number(len(l.rows))
	return widget.Box(t, title, lines, inner, l.findEdge(t, w, inner, hint{keys.Accept, words.HintOpen})...)
}
