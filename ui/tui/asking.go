package tui

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/querytext"
	"rihla/ui/tui/widget"
)

// prompt stands before the filter while it is typed.
const prompt = " / "

// input draws the line that the filter is typed in, and tells where the cursor
// is.
func (m *Model) input(row int) (string, *tea.Cursor) {
	m.typing.SetWidth(m.fieldWidth())
	cursor := m.typing.Cursor()
	if cursor != nil {
		cursor.X += len(prompt)
		cursor.Y = row
	}
	return widget.Fill(m.theme.Key.Render(prompt)+m.typing.View(), m.width), cursor
}

func (m *Model) fieldWidth() int { return max(1, m.width-len(prompt)-2) }

// reading says under the filter what it asks for, or what is wrong with it.
func (m *Model) reading(width int) string {
	p := m.list()
	a := querytext.Asking{Text: m.typing.Value(), Of: p.Kind, Prompt: m.prompt, Made: 1}
	a.Query, a.Problem = p.Asked()
	if f := p.Found(); f != nil {
		a.Edits = f.Edits
		if !f.IsComplete {
			a.Made = m.index.Progress()
		}
	}
	return widget.Fill(m.theme.Line(querytext.Under(m.voice, a, len(prompt), m.fieldWidth(), width)), width)
}

// filterMark tells in a sign whether the filter found what it asks for, or had
// to forgive typing errors.
func (m *Model) filterMark() string {
	if f := m.list().Found(); f != nil && f.Edits > 0 {
		return "/≈"
	}
	return "/"
}
