package widget

import (
	"slices"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// Field is a line to type in: the text input of Bubbles, but for the deletion of
// the word after the cursor, which ends the program there when the cursor is on
// the last character.
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
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, deleteWordForward) {
		f.deleteWordForward()
		return f, nil
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
