package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// narrowHead is the number of lines of the field that narrows a list.
const narrowHead = 1

// taken is what became of a key that a list was given.
type taken struct {
	action  keys.Action // that is left to the dialog, or None
	changed bool        // what is typed
	cmd     tea.Cmd
	ignored bool
}

// answer returns the answer to a key of which nothing is left to the dialog.
func (t taken) answer() page.Answer { return page.Answer{Cmd: t.cmd, Ignored: t.ignored} }

// choose handles a key as in every chooser; the bindings of scope are added to those
// of choosers.
func (p *picker) choose(msg tea.KeyPressMsg, scope keys.Scope) taken {
	isEmpty := p.field.Value() == ""
	in := keys.InField | keys.InChooser | scope
	switch a := keys.Find(in, msg); {
	case a == keys.Close && !isEmpty:
		p.field.Reset()
		p.hasChosen = false
		return taken{changed: true}
	case a == keys.None && isEmpty && keys.Find(keys.AtEntity, msg) == keys.Filter:
		return taken{} // what is typed narrows the list already
	case a == keys.None, !isEmpty && (a == keys.Top || a == keys.Bottom):
		changed, cmd := p.typeInto(msg)
		p.hasChosen = p.hasChosen && !changed
		return taken{changed: changed, cmd: cmd, ignored: !keys.IsTyping(msg)}
	case p.act(a):
		p.hasChosen = false
		return taken{}
	default:
		return taken{action: a}
	}
}

// narrowItems makes the rows those of n items whose text holds each word that is
// typed, ignoring case and accents. The cursor stays on its item, if that is left.
func (p *picker) narrowItems(n int, text func(item int) string) {
	asked := strings.Fields(query.Fold(p.field.Value()))
	if len(asked) > 0 && len(p.folded) != n {
		p.folded = make([]string, n)
		for i := range p.folded {
			p.folded[i] = query.Fold(text(i))
		}
	}
	item := p.item()
	p.rows, p.cursor = p.rows[:0], 0
	for i := range n {
		if len(asked) == 0 || holdsAll(p.folded[i], asked) {
			if i == item {
				p.cursor = len(p.rows)
			}
			p.rows = append(p.rows, row{item: i})
		}
	}
}

// fieldLine draws what is typed, or that something may be.
func (p *picker) fieldLine(t *theme.Theme, w *words.Language, width int) string {
	p.field.SetWidth(max(1, width-promptWidth-1))
	return t.Key.Render(palettePrompt) + p.field.ViewOver(t, w.Say(words.NarrowPrompt))
}

// narrowed draws a list below its field, in a height.
func (p *picker) narrowed(t *theme.Theme, w *words.Language, width, height int, line func(item int) string) []string {
	p.head = narrowHead
	body := []string{p.fieldLine(t, w, width)}
	if len(p.rows) == 0 && p.field.Value() != "" {
		body = append(body, t.Muted.Render(safe.Cut("  "+w.Say(words.HelpNothingFound), width)))
	}
	return append(body, p.draw(height-narrowHead, func(at int) string { return line(p.rows[at].item) })...)
}

// narrowEdge returns what the lower edge says, the longest first.
func (p *picker) narrowEdge(t *theme.Theme, w *words.Language, hints ...hint) []string {
	all := hintLine(t, w, append(hints[:len(hints):len(hints)], p.closeHint())...)
	some := hintLine(t, w, hints[0], p.closeHint())
	return append([]string{all + p.place(t, w), some + p.place(t, w)}, p.edge(t, "", w)[1:]...)
}

// closeHint says what the key does that closes.
func (p *picker) closeHint() hint {
	if p.field.Value() != "" {
		return hint{keys.Close, words.HintClear}
	}
	return closeHint
}
