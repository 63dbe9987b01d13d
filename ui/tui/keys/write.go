package keys

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/words"
)

// signs are the keys with a name in Bubble Tea, and what hints and the help show of them.
var signs = []struct {
	name, sign string
	code       rune
	short      string // what hints show, where it is shorter
}{
	{name: "enter", sign: "Enter", code: tea.KeyEnter, short: "↵"}, {name: "esc", sign: "Esc", code: tea.KeyEscape}, {name: "space", sign: "space", code: tea.KeySpace}, {name: "tab", sign: "Tab", code: tea.KeyTab},
	{name: "backspace", sign: "⌫", code: tea.KeyBackspace}, {name: "delete", sign: "Del", code: tea.KeyDelete}, {name: "insert", sign: "Ins", code: tea.KeyInsert},
	{name: "up", sign: "↑", code: tea.KeyUp}, {name: "down", sign: "↓", code: tea.KeyDown}, {name: "left", sign: "←", code: tea.KeyLeft}, {name: "right", sign: "→", code: tea.KeyRight},
	{name: "pgup", sign: "PgUp", code: tea.KeyPgUp}, {name: "pgdown", sign: "PgDn", code: tea.KeyPgDown}, {name: "home", sign: "Home", code: tea.KeyHome}, {name: "end", sign: "End", code: tea.KeyEnd},
	{name: "f1", sign: "F1", code: tea.KeyF1}, {name: "f2", sign: "F2", code: tea.KeyF2}, {name: "f3", sign: "F3", code: tea.KeyF3}, {name: "f4", sign: "F4", code: tea.KeyF4}, {name: "f5", sign: "F5", code: tea.KeyF5}, {name: "f6", sign: "F6", code: tea.KeyF6},
	{name: "f7", sign: "F7", code: tea.KeyF7}, {name: "f8", sign: "F8", code: tea.KeyF8}, {name: "f9", sign: "F9", code: tea.KeyF9}, {name: "f10", sign: "F10", code: tea.KeyF10}, {name: "f11", sign: "F11", code: tea.KeyF11}, {name: "f12", sign: "F12", code: tea.KeyF12},
}

// Examples are keys as a person types them, and Silent some that type no text.
var (
	Examples = []string{"q", "ctrl-k", "f5"}
	Silent   = []string{"ctrl-k", "f5"}
)

// order is the order of modifiers in the names of Bubble Tea.
var order = []string{"ctrl", "alt", "shift"}

// cutModifiers returns the modifiers of a written key, in lower case, and the rest.
func cutModifiers(written string) (mods []string, rest string) {
	rest = written
	for {
		at := strings.IndexAny(rest, "+-")
		if at < 1 || at+1 == len(rest) {
			return mods, rest
		}
		mod := strings.ToLower(rest[:at])
		for _, w := range words.Languages {
			if mod == w.Say(words.ShiftKey) {
				mod = "shift"
			}
		}
		if !slices.Contains(order, mod) {
			return mods, rest
		}
		mods, rest = append(mods, mod), rest[at+1:]
	}
}

// Typed returns a key that Bubble Tea names as a person types it: ctrl-k, enter.
func Typed(name string) string {
	mods, rest := cutModifiers(name)
	return strings.Join(append(mods, rest), "-")
}

// shownKey returns a key that Bubble Tea names as the help shows it, in English.
func shownKey(name string) string {
	mods, rest := cutModifiers(name)
	for _, s := range signs {
		if s.name == rest {
			rest = s.sign
		}
	}
	return strings.Join(append(mods, rest), "-")
}

// Parse returns the name that Bubble Tea has for a key that a person writes: as the help
// shows it in any language, or as Bubble Tea does. Keys that terminals do not tell apart
// have one name: ctrl-i is Tab.
func Parse(written string) (name string, ok bool) {
	mods, rest := cutModifiers(written)
	var msg tea.KeyPressMsg
	for _, mod := range mods {
		msg.Mod |= modifiers[mod+"-"]
	}
	r, size := utf8.DecodeRuneInString(rest)
	switch code := codeCalled(rest); {
	case code != 0:
		msg.Code = code
	case size != len(rest) || !unicode.IsPrint(r) || r == utf8.RuneError:
		return "", false
	case msg.Mod == tea.ModShift:
		r = unicode.ToUpper(r)
		msg.Mod = 0
		fallthrough
	default:
		if msg.Code = r; msg.Mod == 0 {
			msg.Text = string(r)
		} else {
			msg.Code = unicode.ToLower(r)
		}
	}
	msg, ok = Named(msg)
	return msg.String(), ok
}

// codeCalled returns the key of a name in any language, or 0.
func codeCalled(name string) rune {
	for _, s := range signs {
		if strings.EqualFold(name, s.name) || strings.EqualFold(name, s.sign) || name != "" && name == s.short {
			return s.code
		}
	}
	for _, w := range words.Languages {
		for _, k := range called {
			if strings.EqualFold(name, w.Say(k.called)) {
				return k.code
			}
		}
	}
	return 0
}

// types reports whether a key, as Bubble Tea names it, types text.
func types(name string) bool { return name == "space" || utf8.RuneCountInString(name) == 1 }
