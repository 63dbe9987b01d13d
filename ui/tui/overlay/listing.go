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

// Listing lists entities, to open one of them. It answers with an Open.
type Listing struct {
	noPaste
	scroller
	title    string
	entities []*kb.Entity
	tell     func(*kb.Entity) (name, kind string)
	cursor   int
}

// NewListing returns the dialog of a list; tell says what an entity is called,
// and what it is.
func NewListing(title string, entities []*kb.Entity, tell func(*kb.Entity) (name, kind string)) *Listing {
	return &Listing{title: title, entities: entities, tell: tell}
}

// Key answers a key.
func (l *Listing) Key(msg tea.KeyPressMsg) page.Answer {
	switch a := keys.Find(keys.InDialog, msg); a {
	case keys.Close:
		return page.Answer{Close: true}
	case keys.Accept:
		return l.chosen()
	case keys.PageUp, keys.HalfUp:
		l.cursor = max(0, l.cursor-l.height)
	case keys.PageDown, keys.HalfDown:
		l.cursor = max(0, min(len(l.entities)-1, l.cursor+l.height))
	default:
		if len(l.entities) > 0 {
			l.cursor = moved(l.cursor, len(l.entities), a)
		}
	}
	l.show(l.cursor)
	return page.Answer{}
}

func (l *Listing) chosen() page.Answer {
	if l.cursor >= len(l.entities) {
		return page.Answer{Close: true}
	}
	return page.Answer{Close: true, Intent: page.Open{Entity: l.entities[l.cursor]}}
}

// Click selects the entity of a line, and opens it if it is selected already.
func (l *Listing) Click(line int) page.Answer {
	at := l.offset + line
	if line < 0 || line >= l.height || at >= len(l.entities) {
		return page.Answer{}
	}
	if at == l.cursor {
		return l.chosen()
	}
	l.cursor = at
	return page.Answer{}
}

// Scroll moves the lines by a turn of the wheel, and the selection no further
// than it must.
func (l *Listing) Scroll(lines int) {
	l.scroller.Scroll(lines)
	l.cursor = max(l.offset, min(l.cursor, l.offset+l.height-1, len(l.entities)-1))
}

// View draws what is seen of the list.
func (l *Listing) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(widestMarked, width-4)
	l.set(len(l.entities), height-2)
	l.show(l.cursor)
	from, to := l.window()
	lines := make([]string, 0, l.height)
	for i := from; i < to; i++ {
		name, kind := l.tell(l.entities[i])
		lines = append(lines, entityLine(t, name, kind, i == l.cursor, inner))
	}
	title := safe.Cut(l.title, max(8, inner-8)) + " " + w.Number(len(l.entities))
	return widget.Box(t, title, lines, inner, l.edge(t, hintLine(t, w, hint{keys.Accept, words.HintOpen}, closeHint), w)...)
}
