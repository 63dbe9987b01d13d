package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// prompt stands before the filter while it is typed.
const prompt = " / "

// input draws the line that the filter is typed in, and tells where the cursor
// is.
func (m *Model) input(row int) (string, *tea.Cursor) {
	m.typing.SetWidth(max(1, m.width-len(prompt)-2))
	cursor := m.typing.Cursor()
	if cursor != nil {
		cursor.X += len(prompt)
		cursor.Y = row
	}
	return fill(m.theme.Key.Render(prompt)+m.typing.View(), m.width), cursor
}

// reading says under the filter what it asks for, or what is wrong with it and
// where.
func (m *Model) reading(width int) string {
	p := m.list()
	q, problem := p.Asked()
	if problem != nil && !problem.Unfinished {
		return m.complaint(problem, width)
	}
	w := m.words()
	text := m.voice.Reading(q, p.Kind)
	if q.IsEmpty() {
		text = w.FilterPrompt
	}
	line := m.theme.Muted.Render(safe.Cut("   "+text, width))
	add := func(text string) {
		if room := width - 3 - safe.Width(text); safe.Width("   ")+safe.Width(m.voice.Reading(q, p.Kind)) < room {
			line += m.theme.Muted.Render(" · ") + m.theme.Warning.Render(text)
		} else {
			line = m.theme.Warning.Render(safe.Cut("   "+text, width))
		}
	}
	switch f := p.Found(); {
	case problem != nil:
		what, _ := present.Problem(w, problem)
		add(what)
	case f != nil && f.Edits > 0:
		add(w.Forgiven)
	case f != nil && !f.IsAll && !m.kb.Partial:
		add(fmt.Sprintf(w.StillIndexing, w.Number(int(100*m.index.Made()))))
	}
	return fill(line, width)
}

// complaint points at what is wrong, and says what it is, beside the mark or,
// where there is no room, before it.
func (m *Model) complaint(p *query.Problem, width int) string {
	what, hint := present.Problem(m.words(), p)
	if hint != "" {
		what += " · " + hint
	}
	value := m.typing.Value()
	_, marks := present.Carets(value, p)
	// Where the text is scrolled, its end is what is seen.
	if over := safe.Width(value) - (m.width - len(prompt) - 2); over > 0 {
		marks = marks[min(over, len(marks)-1):]
	}
	line := safe.Spaces(len(prompt)) + marks
	if room := width - len(line) - 1; room >= safe.Width(what) || room > width/2 {
		return fill(m.theme.Warning.Render(line+" "+safe.Cut(what, room)), width)
	}
	return fill(m.theme.Warning.Render(safe.Cut(" ^ "+what, width)), width)
}

// filterMark tells in a sign whether the filter found what it asks for, or had
// to forgive typing errors.
func (m *Model) filterMark() string {
	if f := m.list().Found(); f != nil && f.Edits > 0 {
		return "/≈"
	}
	return "/"
}
