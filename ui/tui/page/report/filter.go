package report

import (
	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/page"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// sift shows the rows that the filter leaves.
func (l *listing) sift() tea.Cmd {
	return l.sifter.Sift(l.rows.Len(), l.rows.Text, l.filter, l.show)
}

// setFilter filters the rows; what is selected stays so if it is left.
func (l *listing) setFilter(text string) tea.Cmd {
	if l.rows == nil || text == l.filter {
		l.filter = text
		return nil
	}
	l.wanted = l.State().(listingState)
	l.wanted.top = 0
	l.filter = text
	return l.sift()
}

// Type takes a key or pasted text into the filter.
func (l *listing) Type(msg tea.Msg) (page.Answer, bool) {
	if l.field == nil {
		return page.Ignored, false
	}
	if msg, ok := msg.(tea.KeyPressMsg); ok {
		switch a := keys.Find(keys.InField, msg); a {
		case keys.None:
		case keys.Accept:
			l.field = nil
			return page.Answer{}, true
		case keys.Close:
			l.field = nil
			return page.Answer{Cmd: l.setFilter("")}, true
		case keys.Palette:
			text := l.field.Value()
			l.field = nil
			return page.Answer{Intent: page.Search{Text: text}}, true
		default:
			return page.Answer{Ignored: !l.entries.Move(a)}, true
		}
	}
	var cmd tea.Cmd
	*l.field, cmd = l.field.Update(msg)
	return page.Answer{Cmd: tea.Batch(cmd, l.setFilter(l.field.Value())), Ignored: !keys.IsTyped(msg)}, true
}

// Blur ends typing.
func (l *listing) Blur() { l.field = nil }

// filterPrompt stands before the input.
const filterPrompt = " / "

// Input returns the filter while it is typed.
func (l *listing) Input(t *theme.Theme) *page.Input {
	if l.field == nil {
		return nil
	}
	l.field.SetWidth(max(1, l.width-len(filterPrompt)-2))
	return &page.Input{
		Line: widget.Fill(t.Key.Render(filterPrompt)+l.field.View(), l.width),
		Under: func(room int) string {
			return widget.Fill(t.Muted.Render(safe.Cut(safe.Spaces(len(filterPrompt))+l.left(), room)), room)
		},
	}
}

// left says how many rows the filter leaves, or that one may be typed.
func (l *listing) left() string {
	w := l.voice.Words
	if l.filter == "" || l.rows == nil {
		return w.Say(words.NarrowPrompt)
	}
	return w.Say(words.OutOf, w.Number(len(l.visible)), w.Number(l.rows.Len()))
}

// Status draws the filter in force.
func (l *listing) Status(t *theme.Theme, width int) string {
	if l.filter == "" {
		return ""
	}
	return t.Key.Render("/") + " " + t.Match.Render(safe.Cut(safe.Line(l.filter), max(4, width/2)))
}
