package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/query"
	"rihla/model/reader"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page/list"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// brand is the program's name as the top line has it.
const brand = "Rihla"

// View draws the screen. It costs what is seen.
func (m *Model) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = brand
	if m.kb != nil {
		v.WindowTitle = safe.Title(brand + " · " + m.voice.Title())
	}
	if m.width > 0 && m.height > 0 {
		screen, cursor := m.screen()
		v.Content, v.Cursor = strings.Join(screen, "\n"), cursor
	}
	return v
}

// screen draws every line of the screen, and where the cursor stands, if it is
// seen.
func (m *Model) screen() ([]string, *tea.Cursor) {
	switch {
	case m.layout.TooSmall:
		return []string{safe.Cut(fmt.Sprintf("%s: %d×%d %s", brand, m.width, m.height, m.words().Say(words.TooSmall)), m.width)}, nil
	case m.kb == nil && m.failed != nil:
		return m.failure(), nil
	case m.kb == nil:
		return m.waiting(), nil
	}
	l := m.layout
	lines := make([]string, 0, m.height)
	if l.Header.H > 0 {
		lines = append(lines, m.header())
	}
	tabs, _ := m.tabRow()
	lines = append(lines, tabs)
	if l.Rule1.H > 0 {
		lines = append(lines, widget.Rule(m.theme, m.width))
	}
	lines = append(lines, m.body()...)
	if l.Rule2.H > 0 {
		lines = append(lines, widget.Rule(m.theme, m.width))
	}
	footer := m.footer()
	var cursor *tea.Cursor
	if m.typing != nil {
		lines[len(lines)-1], cursor = m.input(len(lines) - 1)
	}
	lines = append(lines, footer)
	if m.dialog != nil {
		lines = m.layDialog(lines)
	}
	return lines, cursor
}

func (m *Model) layDialog(screen []string) []string {
	at := m.dialogRect()
	return widget.Overlay(screen, m.dialogBox(), at.X, at.Y, at.W)
}

func (m *Model) dialogBox() []string {
	at := m.dialogRect()
	return m.dialog.View(m.theme, m.words(), at.W, at.H)
}

// dialogRect returns what the dialog may cover: the detail, if it is about the
// list beside that.
func (m *Model) dialogRect() rect {
	at := m.layout.Dialog
	aside, ok := m.dialog.(interface{ Aside() bool })
	if ok && aside.Aside() && m.layout.Wide && m.focus == keys.InList {
		at.X = m.layout.Detail.X - 1
		at.W -= at.X
	}
	return at
}

// header draws the top line: what is open, and how much of it there is.
func (m *Model) header() string {
	left := " " + brand + "  "
	title := m.voice.Title()
	var right []string
	if m.errors > 0 {
		right = append(right, m.theme.Warning.Render("! "+m.words().Number(m.errors)))
	}
	if marked := m.markedCount(); marked != "" {
		right = append(right, m.theme.Accent.Render(marked))
	}
	right = append(right, m.theme.Muted.Render(m.lang))
	for _, total := range m.voice.Totals() {
		right = append(right, m.theme.Muted.Render(total))
	}
	const least = 12 // cells of the title that the totals leave
	for len(right) > 0 {
		joined := strings.Join(right, m.theme.Muted.Render(" · ")) + " "
		room := m.width - len(left) - ansi.StringWidthWc(joined) - 2
		if room >= min(least, safe.Width(title)) {
			title = safe.Pad(safe.Cut(title, room), room+2)
			return m.theme.Brand.Render(left) + m.theme.Strong.Render(title) + joined
		}
		right = right[:len(right)-1]
	}
	return m.theme.Brand.Render(left) + m.theme.Strong.Render(safe.Cut(title, m.width-len(left)))
}

// body draws the page in focus, or list and detail side by side.
func (m *Model) body() []string {
	l := m.layout
	switch {
	case m.picture != nil:
		return block(m.picture.page.View(m.theme), l.Body.H, "")
	case m.focus == keys.InOverview:
		return block(m.overview.View(m.theme, true), l.Body.H, "  ")
	case m.focus == keys.InCompare:
		return block(m.compare.View(m.theme), l.Body.H, "")
	case !l.Wide && m.focus == keys.InDetail:
		return m.detailLines(true)
	case !l.Wide:
		return block(m.listLines(), l.Body.H, "")
	}
	left := block(m.listLines(), l.Body.H, "")
	right := m.detailLines(m.focus == keys.InDetail)
	divider := m.theme.Rule.Render(theme.Frame.Left)
	out := make([]string, l.Body.H)
	for i := range out {
		out[i] = widget.Fill(left[i], l.List.W) + divider + right[i]
	}
	return out
}

// light is what the filter of the list asks for, of an entity that it found.
func (m *Model) light() query.Highlighter {
	if m.tab.isNone() || m.list().Selected() != m.detail.Entity {
		return query.Highlighter{}
	}
	return m.list().Light()
}

// block brings lines to a height, each moved in.
func block(lines []string, height int, margin string) []string {
	out := make([]string, height)
	for i := range min(height, len(lines)) {
		out[i] = margin + lines[i]
	}
	return out
}

func (m *Model) listLines() []string {
	if m.tab.isNone() {
		return nil
	}
	p := m.list()
	width := m.layout.List.W
	lines := []string{p.Header(m.theme, width)}
	shown, _ := p.Len()
	switch {
	case p.IsPending() && shown == 0:
		lines = append(lines, "  "+m.theme.Muted.Render(m.words().Say(words.Arranging)))
	case shown == 0:
		lines = append(lines, m.noRows(p, width)...)
	default:
		lines = append(lines, p.Rows(m.theme, width, m.focus == keys.InList)...)
	}
	return lines
}

// noRows says why a list is empty, and what to do about it.
func (m *Model) noRows(p *list.Page, width int) []string {
	w := m.words()
	text, problem := p.Query(), p.Subject.Problem
	if q, wrong := p.Asked(); q == nil {
		problem = wrong
	} else if problem != nil {
		text = p.Subject.Query
	}
	quoted := func(text string) string { return w.Quote(safe.Cut(safe.Line(text), width/2)) }
	var lines []rich.Line
	switch {
	case problem != nil:
		lines = querytext.FaultLines(m.voice, text, problem, width-4)
		if p.Subject.Problem != nil {
			lines = append(lines, present.Muting(w.Say(words.HowToMendView), width-4)...)
		}
	case text != "":
		lines = present.Muting(w.Say(words.NothingMatches, quoted(text))+"\n"+keys.Say(w, words.HowToClear, keys.Close), width-4)
	case p.Subject.Query != "":
		lines = present.Muting(w.Say(words.NothingFoundFor, quoted(p.Subject.Query)), width-4)
	default:
		lines = present.Muting(w.Say(words.EmptyKind), width-4)
	}
	out := []string{""}
	for _, line := range lines {
		out = append(out, "  "+m.theme.Line(line))
	}
	return out
}

// stopHint draws the key that stops what is being done.
func (m *Model) stopHint() string {
	return m.theme.Key.Render(keys.Short(m.words(), keys.Close)) + m.theme.Muted.Render(" "+m.words().Say(words.HintStop))
}

// waiting draws the screen while the first knowledge base is read.
func (m *Model) waiting() []string {
	if m.loading == nil || !m.loading.slow {
		return nil
	}
	lines := block(nil, m.height, "")
	lines[m.height/2] = "  " + m.progressLine(m.width-4)
	lines[m.height-1] = " " + m.stopHint()
	return lines
}

// progressLine says what is being done and how far it is.
func (m *Model) progressLine(width int) string {
	stage, part := m.loading.progress()
	w := m.words()
	text := map[reader.Stage]string{reader.StageListing: w.Say(words.Finding), reader.StageDecoding: w.Say(words.Reading), reader.StageLinking: w.Say(words.Linking)}[stage]
	name := safe.Line(m.options.Path)
	line := safe.Cut(text+" "+name, max(8, width-28))
	const cells = 20
	bar := ""
	if width > 40 && stage != reader.StageListing {
		bar = "  " + widget.Progress(m.theme, part, cells)
	}
	return line + bar + m.theme.Muted.Render(fmt.Sprintf(" %3d %%", int(part*100)))
}

// failure draws what could not be opened, why, and what to do.
func (m *Model) failure() []string {
	w := m.words()
	lines := []string{"", "  " + m.theme.Warning.Render(safe.Cut("! "+w.Say(words.CannotOpen), m.width-4)), ""}
	for _, line := range safe.Wrap(safe.Line(m.failed.Error()), max(1, m.width-4)) {
		lines = append(lines, "  "+line)
	}
	lines = append(lines, "")
	for _, line := range safe.Wrap(w.Say(words.WhatToDo), max(1, m.width-4)) {
		lines = append(lines, "  "+m.theme.Muted.Render(line))
	}
	lines = block(lines, m.height, "")
	lines[m.height-1] = " " + m.theme.Key.Render(keys.Short(w, keys.Quit)) + m.theme.Muted.Render(" "+w.Say(words.HintQuit))
	return lines
}
