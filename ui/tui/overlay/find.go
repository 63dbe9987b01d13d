package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// findsRow takes the keys that find a row by its text: the key that filters
// opens the field, and what is typed moves the cursor to the next row that holds
// it, from where it was, ignoring case and accents. The key that closes puts the
// cursor back. findsRow reports whether it took the key.
func (p *picker) findsRow(msg tea.KeyPressMsg, text func(at int) string) bool {
	if !p.isFinding {
		if keys.Find(keys.AtEntity, msg) != keys.Filter {
			return false
		}
		p.isFinding, p.findFrom, p.field = true, p.cursor, widget.NewField()
		return true
	}
	switch a := keys.Find(keys.InField, msg); a {
	case keys.Accept:
		p.isFinding = false
	case keys.Close:
		p.isFinding, p.cursor = false, p.findFrom
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown:
		p.act(a)
	default:
		if changed, _ := p.typeInto(msg); changed {
			p.find(text)
		}
	}
	return true
}

// find moves the cursor to the next row that holds what is typed, or back to where
// it was when finding began if none does.
func (p *picker) find(text func(at int) string) {
	typed := query.Fold(p.field.Value())
	p.cursor = p.findFrom
	for i := range p.rows {
		at := (p.findFrom + i) % len(p.rows)
		if !p.isTitle(at) && strings.Contains(query.Fold(text(at)), typed) {
			p.cursor = at
			return
		}
	}
}

// findEdge returns what the lower edge says: what is typed while a row is looked
// for, else the hints, with the key that finds among them.
func (p *picker) findEdge(t *theme.Theme, w *words.Language, width int, hints ...hint) []string {
	if p.isFinding {
		typed := t.Key.Render(keys.Name(w, keys.Filter)+" ") + t.Match.Render(safe.Cut(safe.Line(p.field.Value()), max(1, width-6)))
		return []string{typed + "  " + hintLine(t, w, hint{keys.Accept, words.HintKeep}, hint{keys.Close, words.HintClear}), typed}
	}
	all := hintLine(t, w, append(hints[:len(hints):len(hints)], hint{keys.Filter, words.HintFind}, closeHint)...)
	some := hintLine(t, w, append(hints[:len(hints):len(hints)], closeHint)...)
	return append([]string{all + p.place(t, w), some + p.place(t, w), some}, p.edge(t, "", w)[1:]...)
}
