package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// footer draws the bottom line: what the filter asks for while it is typed, else
// a notice, else what the keys do; and where in the list the selection is.
func (m *Model) footer() string {
	position := m.position()
	if n := len(m.marks.list); n > 0 && m.layout.Header.H == 0 {
		position = strings.TrimSpace(theme.MarkGlyph + m.words().Number(n) + " " + position)
	}
	room := m.width - safe.Width(position) - 2
	if m.typing != nil {
		return m.reading(room) + m.theme.Muted.Render(" "+position+" ")
	}
	if m.notice != "" {
		return m.theme.Accent.Render(safe.Pad(" "+m.notice, room)) + m.theme.Muted.Render(" "+position+" ")
	}
	if m.picture != nil && m.picture.slow && m.picture.busy {
		waiting := " " + m.words().Say(words.Drawing) + "  " + m.stopHint()
		return widget.Fill(waiting, room) + m.theme.Muted.Render(" "+position+" ")
	}
	if m.loading != nil && m.loading.slow {
		line := m.progressLine(room - 20)
		if m.canStop() && room > 60 {
			line += "  " + m.stopHint()
		}
		return widget.Fill(" "+line, room) + m.theme.Muted.Render(" "+position+" ")
	}
	return widget.Fill(m.hints(room), room) + m.theme.Muted.Render(" "+position+" ")
}

func (m *Model) position() string {
	at, all := 0, 0
	if m.picture != nil {
		return m.picture.page.Position()
	}
	switch m.focus {
	case keys.InDetail:
		return m.saidMarked(m.linkPosition())
	case keys.InOverview:
		at, all = m.overview.Position()
	case keys.InCompare:
		return m.comparePosition()
	default:
		if !m.tab.isNone() {
			all, _ = m.list().Len()
			at = min(m.list().Cursor()+1, all)
			if m.list().IsPending() {
				return "…"
			}
		}
	}
	if all == 0 {
		return ""
	}
	return m.words().Number(at) + "/" + m.words().Number(all)
}

// linkPosition says which link of the detail is selected, or how many there
// are while it is not seen.
func (m *Model) linkPosition() string {
	at, all := m.detail.Position()
	switch {
	case all == 0:
		return ""
	case !m.detail.SeesLink():
		return m.words().Count(all, words.LinkCount)
	}
	return m.words().Say(words.HintLink) + " " + m.words().Number(at) + "/" + m.words().Number(all)
}

// hints draws what the keys do here, as many as fit; the help comes always.
// A filter that is in force comes first, with what clears it.
func (m *Model) hints(width int) string {
	var parts []string
	filter := m.filterInForce()
	if filter != "" {
		parts = append(parts, m.theme.Key.Render(m.filterMark())+" "+m.theme.Match.Render(safe.Cut(filter, max(4, width/2))))
	}
	used := 1
	help := ""
	w := m.words()
	for _, b := range keys.In(m.focus) {
		if b.Hint == words.None {
			continue
		}
		if m.isIdle(b.Keys[0].Action) {
			continue
		}
		short := b.Hinted(w)
		hint := w.Say(b.Hint)
		if b.Keys[0].Action == keys.Back && filter != "" && m.tab.view != everything {
			hint = w.Say(words.HintClear)
		}
		hint = m.hintNow(b.Keys[0].Action, hint)
		text := short + " " + hint
		drawn := m.theme.Key.Render(short) + m.theme.Muted.Render(" "+hint)
		if b.Keys[0].Action == keys.Help {
			help = drawn
			used += safe.Width(text) + 2
			continue
		}
		parts = append(parts, drawn)
	}
	var out []string
	for _, part := range parts {
		n := ansi.StringWidthWc(part) + 2
		if used+n > width {
			break
		}
		used += n
		out = append(out, part)
	}
	if used <= width+2 {
		out = append(out, help)
	}
	return " " + strings.Join(out, "  ")
}

// isIdle tells whether a key would do nothing as things are, so that the
// bottom line need not name it.
func (m *Model) isIdle(a keys.Action) bool {
	switch a {
	case keys.Back:
		return len(m.past) == 0 && m.filterInForce() == ""
	case keys.Forward:
		return len(m.future) == 0
	case keys.Falls:
		return m.sourceMeant() == nil
	case keys.Whole:
		folds, _ := m.detail.Folds()
		return m.focus == keys.InDetail && !folds
	case keys.SaveView:
		return m.filterInForce() == ""
	case keys.Filter:
		return m.filterInForce() != ""
	case keys.Copy:
		return m.focus != keys.InCompare && m.current() == nil
	case keys.Mark:
		return m.current() == nil
	case keys.Marked:
		return len(m.marks.list) == 0
	case keys.Compare:
		return len(m.marks.list) < 2
	case keys.Views:
		return m.kb.Partial
	case keys.Graph, keys.Path, keys.Timeline, keys.Map, keys.Matrix:
		return m.kb.Partial || !slices.ContainsFunc(views, func(v view) bool { return v.action == a })
	case keys.Open, keys.Source, keys.NextLink:
		if m.picture != nil {
			return false
		}
		if m.focus == keys.InCompare {
			return a == keys.Source && !m.compare.HasSource()
		}
		if m.focus == keys.InDetail {
			return m.detail.Selected() == nil
		}
		if m.focus == keys.InOverview {
			_, some := m.overview.Selected()
			return !some
		}
		return a == keys.Source || m.tab.isNone() || m.list().Selected() == nil
	}
	return false
}

// filterInForce returns what the list in focus is filtered by, or nothing.
func (m *Model) filterInForce() string {
	if m.focus != keys.InList || m.tab.isNone() {
		return ""
	}
	return safe.Line(m.list().Query())
}
