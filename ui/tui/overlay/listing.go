package overlay

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// entityList is the rows of dialogs that list entities.
type entityList struct {
	picker
	list   func() []*kb.Entity
	tell   func(*kb.Entity) (name, kind string)
	worker work.Worker
	known  int // how many entities the rows were made of
}

func newEntityList(list func() []*kb.Entity, tell func(*kb.Entity) (name, kind string)) entityList {
	l := entityList{list: list, tell: tell}
	l.field = widget.NewField()
	l.sync()
	return l
}

// sync makes the rows anew where the list has changed.
func (l *entityList) sync() {
	n := len(l.list())
	if n == l.known {
		return
	}
	at := l.cursor
	l.known, l.folded = n, nil
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

// narrow shows the entities whose names or kinds hold what is typed. Many are read
// beside the screen at first.
func (l *entityList) narrow() tea.Cmd {
	list := l.list()
	text := func(item int) string {
		name, kind := l.tell(list[item])
		return name + " " + kind
	}
	if len(list) <= few || l.field.Value() == "" || len(l.folded) == len(list) {
		l.narrowItems(len(list), text)
		return nil
	}
	fold := func(context.Context) []string {
		folded := make([]string, len(list))
		for i := range folded {
			folded[i] = query.Fold(text(i))
		}
		return folded
	}
	return work.Do(&l.worker, fold, func(folded []string) tea.Cmd {
		l.folded = folded
		return l.narrow()
	})
}

// Paste takes pasted text into what the entities are narrowed by.
func (l *entityList) Paste(msg tea.PasteMsg) tea.Cmd {
	_, cmd := l.typeInto(msg)
	return tea.Batch(cmd, l.narrow())
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
	if _, again := l.click(line); again {
		return l.open()
	}
	return page.Answer{}
}

// widestList keeps a name and a kind near each other, in cells.
const widestList = 92

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
	return &Listing{newEntityList(func() []*kb.Entity { return entities }, tell), title}
}

// Key answers a key.
func (l *Listing) Key(msg tea.KeyPressMsg) page.Answer {
	t := l.choose(msg, keys.InChooser)
	if t.changed {
		t.cmd = tea.Batch(t.cmd, l.narrow())
	}
	switch t.action {
	case keys.None:
		return t.answer()
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept:
		return l.open()
	case keys.EditListed:
		if e := l.selected(); e != nil {
			return page.Answer{Intent: page.Edit{Of: page.Selection{Entity: e}}}
		}
	}
	return page.Ignored
}

// View draws the visible part of the list.
func (l *Listing) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestList, width-4)
	lines := l.drawList(t, w, inner, height-2)
	title := safe.Cut(l.title, max(8, inner-8)) + " " + w.Number(len(l.list()))
	return widget.Box(t, title, lines, inner, l.unseen(), l.narrowEdge(t, w, hint{keys.Accept, words.HintOpen}, hint{keys.EditListed, words.HintEdit})...)
}
