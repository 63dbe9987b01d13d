package keys

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/words"
)

// shown are the keys that hints show by a name of more than a letter, beside those
// whose names a language has.
var shown = map[string]rune{
	"↵": tea.KeyEnter, "Esc": tea.KeyEscape, "Tab": tea.KeyTab, "⌫": tea.KeyBackspace, "F5": tea.KeyF5,
	"PgUp": tea.KeyPgUp, "PgDn": tea.KeyPgDown, "Home": tea.KeyHome, "End": tea.KeyEnd,
	"↑": tea.KeyUp, "↓": tea.KeyDown, "←": tea.KeyLeft, "→": tea.KeyRight,
}

// modifiers are the prefixes of keys in hints.
var modifiers = map[string]tea.KeyMod{"ctrl-": tea.ModCtrl, "shift-": tea.ModShift, "alt-": tea.ModAlt}

// Press returns the key that a hint shows by a name, as if it had been pressed; false
// if no binding has that key.
func Press(w *words.Language, name string) (tea.KeyPressMsg, bool) {
	var msg tea.KeyPressMsg
	for prefix, mod := range modifiers {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			name, msg.Mod = rest, mod
		}
	}
	r, size := utf8.DecodeRuneInString(name)
	switch code, ok := shown[name]; {
	case ok:
		msg.Code = code
	case name == w.Say(words.EnterKey):
		msg.Code = tea.KeyEnter
	case name == w.Say(words.EscapeKey):
		msg.Code = tea.KeyEscape
	case name == w.Say(words.SpaceKey):
		msg.Code, msg.Text = tea.KeySpace, " "
	case size == len(name) && r > ' ':
		msg.Code = r
		if msg.Mod == 0 {
			msg.Text = name
		}
	default:
		return msg, false
	}
	const anywhere = ^Scope(0)
	return msg, Find(anywhere, msg) != None
}

// Written returns the name of a key that was pressed, as help and hints show keys. It
// may hold what a terminal must not be sent.
func Written(w *words.Language, msg tea.KeyPressMsg) string {
	prefix := ""
	for _, mod := range []string{"ctrl-", "alt-", "shift-"} {
		if msg.Mod.Contains(modifiers[mod]) && (mod != "shift-" || msg.Text == "") {
			prefix += mod
		}
	}
	switch msg.Code {
	case tea.KeyEnter:
		return prefix + w.Say(words.EnterKey)
	case tea.KeyEscape:
		return prefix + w.Say(words.EscapeKey)
	case tea.KeySpace:
		return prefix + w.Say(words.SpaceKey)
	}
	for name, code := range shown {
		if code == msg.Code {
			return prefix + name
		}
	}
	if msg.Text != "" {
		return prefix + msg.Text
	}
	return strings.ReplaceAll(msg.String(), "+", "-")
}

// PressAt is Press for the name of a key, or for the sign at a cell of several arrows.
func PressAt(w *words.Language, name string, cell int) (tea.KeyPressMsg, bool) {
	if strings.Trim(name, "↑↓←→") == "" {
		for i, r := range []rune(name) {
			if i == cell {
				name = string(r)
				break
			}
		}
	}
	return Press(w, name)
}
