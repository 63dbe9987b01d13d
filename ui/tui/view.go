package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/reader"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// brand is the program's name as the top line has it.
const brand = "Rihla"

// View draws the screen. Its cost is that of the visible part.
func (m *Model) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	if m.hasMouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = brand
	if m.kb != nil {
		title := brand + " · " + m.voice.Title()
		if s := m.front.Selection(); s.IsOpen && s.Entity != nil {
			title += " · " + m.voice.Name(s.Entity)
		}
		v.WindowTitle = safe.Title(title)
	}
	if m.width > 0 && m.height > 0 {
		screen, cursor := m.screen()
		v.Content, v.Cursor = strings.Join(screen, "\n"), cursor
	}
	// Where nothing is typed, a terminal that can tells the place of every key.
	// While something is, it sends texts as it does to any program.
	isTyping := v.Cursor != nil && v.Cursor.Shape == tea.CursorBlock
	v.KeyboardEnhancements = tea.KeyboardEnhancements{ReportAlternateKeys: true, ReportAllKeysAsEscapeCodes: !isTyping, ReportAssociatedText: !isTyping}
	return v
}

// screen draws every line of the screen, and where the cursor stands, if it is
// seen.
func (m *Model) screen() ([]string, *tea.Cursor) {
	switch {
	case m.layout.TooSmall:
		return []string{safe.Cut(fmt.Sprintf("%s: %d×%d %s", brand, m.width, m.height, m.words().Say(words.TooSmall)), m.width)}, nil
	case m.kb == nil && m.failed != nil:
		lines := m.failure()
		return lines, widget.StartOf(lines, 0, 0)
	case m.kb == nil:
		lines := m.waiting()
		return lines, widget.StartOf(lines, 0, 0)
	}
	l := m.layout
	lines := make([]string, 0, m.height)
	if l.Header.H > 0 {
		lines = append(lines, m.header())
	}
	tabs, _ := m.home.DrawTabs(m.theme, m.width, m.front.inTab)
	lines = append(lines, tabs)
	if l.Rule1.H > 0 {
		lines = append(lines, widget.Rule(m.theme, m.width))
	}
	lines = append(lines, block(m.front.View(m.theme), l.Body.H)...)
	if l.Rule2.H > 0 {
		lines = append(lines, widget.Rule(m.theme, m.width))
	}
	input := m.front.Input(m.theme)
	lines = append(lines, m.footer(input))
	if input != nil {
		lines[len(lines)-2] = input.Line
	}
	cursor := widget.TakeCursor(lines)
	read := l.Body
	if m.dialogs.top() != nil {
		footer := lines[len(lines)-1]
		lines, read = m.layDialog(lines)
		if m.notice.text != "" {
			lines[len(lines)-1] = footer // which the dialog may cover
		}
		cursor = widget.TakeCursor(lines)
	}
	if cursor == nil {
		cursor = widget.StartOf(lines[read.Y:min(len(lines), read.Y+read.H)], read.X, read.Y)
	}
	if cursor == nil { // nothing is there yet
		cursor = widget.CursorAt(read.X, min(read.Y, m.height-1))
	}
	if input == nil {
		notice := m.longNotice()
		if from := len(lines) - len(notice); cursor.Y < from { // the selection stays visible
			copy(lines[from:], notice)
		}
	}
	return lines, cursor
}

// header draws the top line: what is open, and how much of it there is. The title
// is cut only for what is the matter; language and totals leave it whole.
func (m *Model) header() string {
	left := " " + brand + "  "
	title := m.voice.Title()
	var right []string
	if asOf := m.voice.AsOf(); asOf != "" {
		right = append(right, m.theme.Accent.Render(asOf))
	}
	if m.errors > 0 {
		right = append(right, m.theme.Key.Render(keys.Name(m.words(), keys.Problems))+m.theme.Warning.Render(" "+m.words().Count(m.errors, words.ErrorCount)))
	}
	if marked := m.markedCount(); marked != "" {
		right = append(right, m.theme.Accent.Render(marked))
	}
	matters := len(right)
	right = append(right, m.theme.Muted.Render(m.lang))
	for _, total := range m.voice.Totals() {
		right = append(right, m.theme.Muted.Render(total))
	}
	for len(right) > 0 {
		least := safe.Width(title)
		if len(right) <= matters {
			least = min(least, 12)
		}
		joined := strings.Join(right, m.theme.Muted.Render(" · ")) + " "
		room := m.width - len(left) - ansi.StringWidthWc(joined) - 2
		if room >= least {
			title = safe.Pad(safe.Cut(title, room), room+2)
			return m.theme.Brand.Render(left) + m.theme.Strong.Render(title) + joined
		}
		right = right[:len(right)-1]
	}
	return m.theme.Brand.Render(left) + m.theme.Strong.Render(safe.Cut(title, m.width-len(left)))
}

// block brings lines to a height.
func block(lines []string, height int) []string {
	out := make([]string, height)
	copy(out, lines)
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
	lines := block(nil, m.height)
	lines[m.height/2] = "  " + m.progressLine(m.width-4)
	lines[m.height-1] = " " + m.stopHint()
	return lines
}

// progressLine says what is being done and how far it is, and of which path unless the
// top line has it.
func (m *Model) progressLine(width int) string {
	stage, part := m.loading.progress()
	w := m.words()
	text := map[reader.Stage]string{reader.StageListing: w.Say(words.Finding), reader.StageDecoding: w.Say(words.Reading), reader.StageLinking: w.Say(words.Linking)}[stage]
	line := safe.Cut(text, max(8, width-28))
	if m.kb == nil {
		line += " " + safe.CutPath(safe.Line(m.options.Path), width-28-safe.Width(line)-1)
	}
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
	for _, line := range safe.Wrap(present.Failure(w, m.failed), max(1, m.width-4)) {
		lines = append(lines, "  "+line)
	}
	lines = append(lines, "")
	for _, line := range safe.Wrap(w.Say(words.WhatToDo), max(1, m.width-4)) {
		lines = append(lines, "  "+m.theme.Muted.Render(line))
	}
	lines = block(lines, m.height)
	lines[m.height-1] = " " + m.theme.Key.Render(keys.Short(w, keys.Quit)) + m.theme.Muted.Render(" "+w.Say(words.HintQuit))
	return lines
}

// markedCount says how many are marked, nothing where none are.
func (m *Model) markedCount() string {
	if m.marks.Len() == 0 {
		return ""
	}
	return theme.MarkGlyph + " " + m.words().Count(m.marks.Len(), words.MarkedCount)
}
