package keys

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/words"
)

// called are the keys whose names a language has, by those that the tables have.
var called = []struct {
	name   string
	code   rune
	called words.Message
}{
	{"Enter", tea.KeyEnter, words.EnterKey}, {"Esc", tea.KeyEscape, words.EscapeKey}, {"space", tea.KeySpace, words.SpaceKey},
	{"PgUp", tea.KeyPgUp, words.PageUpKey}, {"PgDn", tea.KeyPgDown, words.PageDownKey},
	{"Home", tea.KeyHome, words.HomeKey}, {"End", tea.KeyEnd, words.EndKey},
}

// modifiers are the prefixes of keys in hints.
var modifiers = map[string]tea.KeyMod{"ctrl-": tea.ModCtrl, "shift-": tea.ModShift, "alt-": tea.ModAlt}

// Press returns the key that a hint shows by a name, as if it had been pressed; false
// if no binding has that key.
func Press(w *words.Language, name string) (tea.KeyPressMsg, bool) {
	var msg tea.KeyPressMsg
	for prefix, mod := range modifiers {
		if rest, ok := strings.CutPrefix(name, modifier(w, prefix)); ok {
			name, msg.Mod = rest, mod
		}
	}
	r, size := utf8.DecodeRuneInString(name)
	switch code := codeOf(w, name); {
	case code == tea.KeySpace:
		msg.Code, msg.Text = code, " "
	case code != 0:
		msg.Code = code
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

// codeOf returns the key of a name of more than a letter, or 0.
func codeOf(w *words.Language, name string) rune {
	for _, k := range called {
		if name == w.Say(k.called) {
			return k.code
		}
	}
	for _, s := range signs {
		if name != "" && (s.sign == name || s.short == name) {
			return s.code
		}
	}
	return 0
}

// modifier returns the prefix of a modifier in a language.
func modifier(w *words.Language, prefix string) string {
	if prefix == "shift-" {
		return w.Say(words.ShiftKey) + "-"
	}
	return prefix
}

// Written returns the name of a key that was pressed, as help and hints show keys. It
// may hold what a terminal must not be sent.
func Written(w *words.Language, msg tea.KeyPressMsg) string {
	prefix := ""
	for _, mod := range []string{"ctrl-", "alt-", "shift-"} {
		if msg.Mod.Contains(modifiers[mod]) && (mod != "shift-" || msg.Text == "") {
			prefix += modifier(w, mod)
		}
	}
	for _, k := range called {
		if k.code == msg.Code {
			return prefix + w.Say(k.called)
		}
	}
	for _, s := range signs {
		if s.code == msg.Code {
			return prefix + s.sign
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
