package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// footer draws the bottom line: what a field that is typed in asks for, else a
// notice, else what is waited for, else what the keys do; and where on the page the
// selection is, unless a notice needs the whole line.
func (m *Model) footer(input *page.Input) string {
	position := m.front.Position()
	if n := m.marks.Len(); n > 0 && m.layout.Header.H == 0 {
		position = strings.TrimSpace(theme.MarkGlyph + m.words().Number(n) + " " + position)
	}
	if m.voice.AsOf() != "" && m.layout.Header.H == 0 {
		position = strings.TrimSpace(m.voice.Day.String() + " " + position)
	}
	room := m.width - safe.Width(position) - 2
	if input == nil && safe.Width(m.notice.text)+2 > room {
		return m.footerText(input, m.width)
	}
	return m.footerText(input, room) + m.theme.Muted.Render(" "+position+" ")
}

func (m *Model) footerText(input *page.Input, room int) string {
	switch {
	case input != nil && (m.notice.text == "" || !m.notice.quiet):
		return input.Under(room)
	case m.notice.text != "":
		return m.drawNotice(m.notice.text, room)
	case m.front.IsSlow():
		return widget.Fill(" "+m.words().Say(words.Drawing)+"  "+m.stopHint(), room)
	case m.loading != nil && m.loading.slow:
		line := m.progressLine(room - 20)
		if m.canStop() && room > 60 {
			line += "  " + m.stopHint()
		}
		return widget.Fill(" "+line, room)
	}
	if standing := m.standing(); standing != "" {
		return m.drawStanding(standing, room)
	}
	if m.dialogs.top() != nil {
		return safe.Spaces(room) // its own edge says what the keys do
	}
	return widget.Fill(m.hints(room-1), room) // two spaces before what follows, as between hints
}

func (m *Model) drawNotice(text string, width int) string {
	style := m.theme.Accent
	if m.notice.quiet {
		style = m.theme.Muted
	}
	return style.Render(safe.Pad(" "+text, width))
}

// longNotice wraps a notice that does not fit in the bottom line into several lines, which
// cover those above it. It returns nil if the notice fits.
func (m *Model) longNotice() []string {
	const most = 4
	lines := safe.Wrap(m.notice.text, max(1, m.width-2))
	if len(lines) < 2 {
		return nil
	}
	if last := min(most, m.height/3); len(lines) > last {
		lines[last-1] = safe.Cut(lines[last-1]+" "+lines[last], m.width-2)
		lines = lines[:last]
	}
	for i, line := range lines {
		lines[i] = m.drawNotice(line, m.width)
	}
	return lines
}

// drawStanding draws what is said as long as it is so, with the help where there is
// room.
func (m *Model) drawStanding(text string, room int) string {
	const least, apart = 60, 2
	help, width := "", 0
	if room >= least {
		key, hint := keys.Short(m.words(), keys.Help), m.words().Say(words.HintHelp)
		help = safe.Spaces(apart) + m.theme.Key.Render(key) + m.theme.Muted.Render(" "+hint+" ")
		width = apart + safe.Width(key+" "+hint+" ")
	}
	return m.theme.Warning.Render(safe.Pad(" "+safe.Cut(text, room-width-1), room-width)) + help
}

// hints draws what the keys do here, as many as fit, the most needed first; the help
// comes always.
// What the page says of itself comes first.
func (m *Model) hints(width int) string {
	var parts []string
	if status := m.front.Status(m.theme, width); status != "" {
		parts = append(parts, status)
	}
	used := 1
	help := ""
	w := m.words()
	for _, b := range keys.Hints(m.front.Scope()) {
		hint, ok := m.hint(b.Keys[0].Action, w.Say(b.Hint))
		if _, means := m.front.Hint(b.Keys[0].Action, hint); !ok || !means {
			continue
		}
		short := b.Hinted(w)
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
		if used+n > width+2 { // none comes after the last
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

// hint returns what the bottom line says that a key does as things are, and
// whether it would do anything.
func (m *Model) hint(a keys.Action, usual string) (hint string, ok bool) {
	if n, isOwn := a.Own(); isOwn {
		_, ok := m.ownMeant(n)
		return usual, ok
	}
	switch a {
	case keys.Back:
		if closes, ok := m.front.Hint(keys.Close, usual); ok {
			return closes, true
		}
		return usual, len(m.history.past) > 0
	case keys.Filter:
		if !m.isOfList() {
			return usual, false
		}
	case keys.Forward:
		return usual, len(m.history.future) > 0
	case keys.Source:
		if m.kb.LacksSources() {
			return usual, false
		}
	case keys.Retract:
		return usual, m.sourceMeant() != nil
	case keys.Copy:
		s := m.front.Selection()
		return usual, s.Entity != nil || len(s.Entities) > 0 || s.Copied != nil
	case keys.Add, keys.Change:
		return usual, m.kb.Dir != ""
	case keys.Edit:
		if m.kb.Dir == "" {
			return usual, false
		}
	case keys.Undo:
		return usual, len(m.altering.done) > 0
	case keys.Redo:
		return usual, len(m.altering.undone) > 0
	case keys.Skins:
		return usual, true
	case keys.Mark:
		e := m.front.Selection().Entity
		if m.marks.Has(e) {
			usual = m.words().Say(words.HintUnmark)
		}
		return usual, e != nil
	case keys.ShowMarked:
		return usual, m.marks.Len() > 0
	case keys.Compare:
		return usual, m.marks.Len() >= 2
	case keys.Pictures, keys.Graph, keys.Path, keys.Timeline, keys.Map, keys.Matrix:
		return usual, !m.kb.Partial
	}
	return m.front.Hint(a, usual)
}
