// Package overlay holds the dialogs that lie over a page: help, menus, the palette,
// facets, the source behind a fact. A dialog answers with an intent; it does not
// know who carries it out.
//
// Every dialog that chooses from a list has the same keys. Letters are typed and
// narrow the list; the arrows, PgUp and PgDn move; space chooses where the rows
// have boxes, and is typed elsewhere; Enter chooses and closes; Esc takes back what
// is typed, then closes. Whatever else such a dialog does has a sign or a key with
// ctrl or shift, never a letter. Menus of a few items, each shown with its letter,
// and dialogs to read take letters as keys instead.
package overlay

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// asked returns what a key asks a dialog for; the key that opens the dialog
// keeps its meaning in it.
func asked(msg tea.KeyPressMsg, opener keys.Action) keys.Action {
	if keys.Find(keys.OnPage, msg) == opener {
		return opener
	}
	return keys.Find(keys.InDialog, msg)
}

// noClick is embedded by dialogs of which no line is chosen.
type noClick struct{}

// Click does nothing.
func (noClick) Click(int) page.Answer { return page.Answer{} }

// noPaste is embedded by dialogs that have no place for text.
type noPaste struct{}

// Paste does nothing.
func (noPaste) Paste(tea.PasteMsg) tea.Cmd { return nil }

// hint is an action and what a hint says of its key.
type hint struct {
	action keys.Action
	hint   words.Message
}

var closeHint = hint{keys.Close, words.HintClose}

// bound returns the hints whose actions have a key.
func bound(hints ...hint) []hint {
	return slices.DeleteFunc(hints, func(h hint) bool { return !keys.IsBound(h.action) })
}

// hintLine draws keys and what they do, for the lower edge of a box.
func hintLine(t *theme.Theme, w *words.Language, all ...hint) string {
	out := make([]string, len(all))
	for i, one := range all {
		out[i] = t.Key.Render(keys.Short(w, one.action)) + " " + t.Muted.Render(w.Say(one.hint))
	}
	return strings.Join(out, "  ")
}

// scroller is lines of which some are seen.
type scroller struct{ offset, height, length int }

func (s *scroller) set(length, height int) {
	s.length, s.height = length, max(1, height)
	s.Scroll(0)
}

// Scroll moves the viewport.
func (s *scroller) Scroll(lines int) {
	s.offset = max(0, min(s.offset+lines, s.length-s.height))
}

// show scrolls as little as shows a line.
func (s *scroller) show(line int) {
	s.offset = max(min(s.offset, line), line-s.height+1)
	s.Scroll(0)
}

// act scrolls as a key asks; it reports whether the key is one that scrolls.
func (s *scroller) act(a keys.Action) bool {
	switch a {
	case keys.Up:
		s.Scroll(-1)
	case keys.Down:
		s.Scroll(1)
	case keys.HalfUp:
		s.Scroll(-max(1, s.height/2))
	case keys.HalfDown:
		s.Scroll(max(1, s.height/2))
	case keys.PageUp:
		s.Scroll(-s.height)
	case keys.PageDown, keys.Toggle:
		s.Scroll(s.height)
	case keys.Top:
		s.Scroll(-s.length)
	case keys.Bottom:
		s.Scroll(s.length)
	default:
		return false
	}
	return true
}

// place says which of the lines are seen, if not all are.
func (s *scroller) place(t *theme.Theme, w *words.Language) string {
	if s.length <= s.height {
		return ""
	}
	from, to := s.window()
	seen := w.Number(from + 1)
	if to > from+1 {
		seen += "–" + w.Number(to)
	}
	return "  " + t.Key.Render(keys.Short(w, keys.Down)) + " " + t.Muted.Render(w.Say(words.OutOf, seen, w.Number(s.length)))
}

// unseen reports whether there are lines above and below the window.
func (s *scroller) unseen() widget.Unseen {
	from, to := s.window()
	return widget.Unseen{Above: from > 0, Below: to < s.length}
}

// leastBeside is how many cells of the page are seen on either side of a box, if any are.
const leastBeside = 12

// fit returns the cells of the lines of a box on a screen of a width: what they want, or
// all that there are, where no more than a sliver of the page would be seen beside it.
func fit(want, width int) int {
	const frame, margins = 4, 2
	if width-frame-margins-want < 2*leastBeside {
		return width - frame
	}
	return want
}

// hinted returns the cells of the lines of a box on a screen of a width: what they want, or
// what hints take beside the key that closes and the lines that are seen.
func hinted(w *words.Language, want, width int, hints ...hint) int {
	const place = 20
	used := place + safe.Width(keys.Short(w, keys.Close)+" "+w.Say(words.HintClose))
	for _, one := range hints {
		used += safe.Width(keys.Short(w, one.action) + " " + w.Say(one.hint) + "  ")
	}
	return fit(max(want, used), width)
}

// edge returns what the lower edge may say, the longest first: it gives up the hints
// from the last on, the hint of the key that closes, then which lines are visible.
func (s *scroller) edge(t *theme.Theme, w *words.Language, closing hint, hints ...hint) []string {
	var out []string
	for n := len(hints); n >= 0; n-- {
		out = append(out, hintLine(t, w, append(hints[:n:n], closing)...)+s.place(t, w))
	}
	bare := hintLine(t, w, hint{closing.action, words.None})
	return append(out, bare+s.place(t, w), hintLine(t, w, closing), bare)
}

func (s *scroller) window() (from, to int) {
	return s.offset, min(s.length, s.offset+s.height)
}
