package widget

import (
	"slices"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"rihla/ui/safe"
)

// Field is a line to type in: the text input of Bubbles, guarded. What is pasted
// passes ui/safe, and the word after the cursor is deleted here, which panics
// in Bubbles where the cursor is on the last character.
type Field struct{ textinput.Model }

// fieldLimit bounds the characters of a field.
const fieldLimit = 200

var deleteWordForward = textinput.DefaultKeyMap().DeleteWordForward

// NewField returns an empty field that has the focus.
func NewField() Field {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = fieldLimit
	in.KeyMap.DeleteWordForward.SetEnabled(false)
	in.SetVirtualCursor(true)
	styles := in.Styles()
	styles.Cursor.Blink = false
	styles.Cursor.Color = nil // the terminal's own
	in.SetStyles(styles)
	in.Focus()
	return Field{in}
}

// Update returns the field after a message.
func (f Field) Update(msg tea.Msg) (Field, tea.Cmd) {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(m, deleteWordForward) {
			f.deleteWordForward()
			return f, nil
		}
	case tea.PasteMsg:
		msg = tea.PasteMsg{Content: safe.Line(m.Content)}
	}
	var cmd tea.Cmd
	f.Model, cmd = f.Model.Update(msg)
	return f, cmd
}

// deleteWordForward deletes the spaces after the cursor, and the word after
// them.
func (f *Field) deleteWordForward() {
	text, from := []rune(f.Value()), f.Position()
	to := from
	for to < len(text) && unicode.IsSpace(text[to]) {
		to++
	}
	for to < len(text) && !unicode.IsSpace(text[to]) {
		to++
	}
	f.SetValue(string(slices.Delete(text, from, to)))
	f.SetCursor(from)
}
