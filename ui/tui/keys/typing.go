package keys

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// Editing is what a key does in a field that is typed in.
type Editing uint8

// The editings. NoEditing is that of a key that types its text, if it has one.
const (
	NoEditing Editing = iota
	CaretLeft
	CaretRight
	CaretWordLeft
	CaretWordRight
	CaretStart
	CaretEnd
	DeleteLeft
	DeleteRight
	DeleteWordLeft
	DeleteWordRight
	DeleteToStart
)

// EmptiesRow is the name of the key that deletes all before the caret.
const EmptiesRow = "ctrl-u"

// editings are the keys of fields, which are those of shells.
var editings = map[string]Editing{
	"left": CaretLeft, "ctrl+b": CaretLeft, "right": CaretRight, "ctrl+f": CaretRight,
	"alt+left": CaretWordLeft, "ctrl+left": CaretWordLeft, "alt+b": CaretWordLeft,
	"alt+right": CaretWordRight, "ctrl+right": CaretWordRight, "alt+f": CaretWordRight,
	"home": CaretStart, "ctrl+a": CaretStart, "end": CaretEnd, "ctrl+e": CaretEnd,
	"backspace": DeleteLeft, "delete": DeleteRight, "ctrl+d": DeleteRight,
	"alt+backspace": DeleteWordLeft, "ctrl+w": DeleteWordLeft, "ctrl+backspace": DeleteWordLeft,
	"alt+delete": DeleteWordRight, "alt+d": DeleteWordRight, "ctrl+delete": DeleteWordRight,
	"ctrl+u": DeleteToStart,
}

// EditingOf returns what a key does in a field. The key is a message of Bubble Tea.
func EditingOf(msg fmt.Stringer) Editing { return editings[msg.String()] }

// IsTyped reports whether a message types or pastes text, or edits the input.
func IsTyped(msg tea.Msg) bool {
	key, ok := msg.(tea.KeyPressMsg)
	return !ok || IsTyping(key)
}

// IsTyping reports whether a key types text or edits the input.
func IsTyping(msg tea.KeyPressMsg) bool { return msg.Text != "" || EditingOf(msg) != NoEditing }
