package overlay

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Help lists the keys of a place, and searches them as one types.
type Help struct {
	noClick
	scroller
	scope keys.Scope
	input widget.Field
}

// NewHelp returns the help of a place.
func NewHelp(scope keys.Scope) *Help {
	return &Help{scope: scope, input: widget.NewField()}
}

// Key answers a key.
func (h *Help) Key(msg tea.KeyPressMsg) page.Answer {
	switch a := keys.Find(keys.InField, msg); {
	case a == keys.Close && h.input.Value() != "":
		h.input.Reset()
	case a == keys.Close, a == keys.Accept, keys.Find(h.scope, msg) == keys.Help:
		return page.Answer{Close: true}
	case a != keys.None:
		return page.Answer{Ignored: !h.act(a)}
	default:
		var cmd tea.Cmd
		h.input, cmd = h.input.Update(msg)
		h.offset = 0
		return page.Answer{Cmd: cmd, Ignored: !keys.IsTyping(msg)}
	}
	return page.Answer{}
}

// Paste takes pasted text into the search.
func (h *Help) Paste(msg tea.PasteMsg) tea.Cmd {
	var cmd tea.Cmd
	h.input, cmd = h.input.Update(msg)
	return cmd
}

// askingColumn is how many cells what may be asked is given.
const askingColumn = 26

// View draws the keys that match what was typed, and what may be asked for.
func (h *Help) View(t *theme.Theme, w *words.Language, width, height int) []string {
	inner := min(72, width-4)
	var lines []string
	asked := strings.Fields(query.Fold(h.input.Value()))
	column := keyColumn(inner)
	say := func(column int, show, help string) {
		left, right := wrapKeys(show, column), safe.Wrap(help, inner-column-2)
		for i := range max(len(left), len(right)) {
			line := t.Key.Render(safe.Pad(at(left, i), column))
			if text := at(right, i); text != "" {
				line += safe.Spaces(2) + text
			}
			lines = append(lines, line)
		}
	}
	for _, b := range keys.In(h.scope) {
		if holdsAll(query.Fold(b.Shown(w)+" "+w.Say(b.Help)), asked) {
			say(column, b.Shown(w), w.Say(b.Help))
		}
	}
	heading := keys.Say(w, words.QueriesTitle, keys.Filter, keys.Palette)
	title := query.Fold(heading)
	for i, asking := range w.Asking() {
		if !holdsAll(query.Fold(asking.Written+" "+asking.Meaning)+" "+title, asked) {
			continue
		}
		if i == 0 {
			lines = append(lines, "", t.Strong.Render(safe.Cut(heading, inner)))
		}
		say(min(askingColumn, inner/2), asking.Written, asking.Meaning)
	}
	if len(lines) == 0 {
		lines = append(lines, t.Muted.Render(w.Say(words.HelpNothing)))
	}
	h.set(len(lines), height-4)
	from, to := h.window()
	h.input.SetWidth(max(1, inner-promptWidth-1))
	typed := t.Muted.Render("/ ") + h.input.ViewOver(t, w.Say(words.HelpPrompt))
	body := append([]string{typed, ""}, lines[from:to]...)
	if height < 9 {
		h.set(len(lines), height-3)
		from, to = h.window()
		body = append([]string{typed}, lines[from:to]...)
	}
	return widget.Box(t, w.Say(words.HelpTitle), body, inner, h.unseen(), h.edge(t, hintLine(t, w, closeHint), w)...)
}

// keyColumn returns how many cells of inner the names of keys are given.
func keyColumn(inner int) int { return min(16, inner*2/5) }

// wrapKeys breaks names of keys into lines between names, never within one.
func wrapKeys(show string, width int) []string {
	lines := []string{""}
	for name := range strings.SplitSeq(show, " ") { // a name may hold a space that does not break
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = safe.Cut(name, width)
		case safe.Width(*last+" "+name) <= width:
			*last += " " + name
		default:
			lines = append(lines, safe.Cut(name, width))
		}
	}
	return lines
}

// at returns a line, or nothing after the last.
func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func holdsAll(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
