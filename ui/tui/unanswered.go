package tui

import (
	"cmp"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// refusal is a key that means nothing, and the place where it was pressed.
type refusal struct {
	key string
	at  keys.Scope
}

// refuse says of a key that it means nothing in a place, once in each.
func (m *Model) refuse(r refusal, what words.Message, args ...any) tea.Cmd {
	if m.refused[r] {
		return nil
	}
	m.refused[r] = true
	cmd := m.say(what, args...)
	m.notice.quiet = true
	return cmd
}

// unknownKey says of a key without a meaning on the page where it has one.
func (m *Model) unknownKey(msg tea.KeyPressMsg) tea.Cmd {
	w, at := m.words(), m.front.Scope()
	if help, ok := keys.LeadsTo(at, msg); ok {
		return m.refuse(refusal{msg.String(), at}, words.KeyIsHere, keys.Written(w, msg), w.Say(help))
	}
	if other, ok := keys.Elsewhere(w, msg); ok {
		return m.refuse(refusal{msg.String(), at}, words.KeyElsewhere, keys.Written(w, msg), w.Say(other.Place), other.Way, w.Say(other.Help))
	}
	return m.refuse(refusal{msg.String(), at}, words.KeyUnknown, keys.Written(w, msg), keys.Name(w, keys.Help))
}

// idleKey says of an action that it has no meaning on the page as things are. The key
// is the one that was pressed, or empty.
func (m *Model) idleKey(a keys.Action, key string) tea.Cmd {
	at, w := m.front.Scope(), m.words()
	help := keys.HelpOf(at, a)
	if keys.IsMove(a) || help == words.None {
		return nil
	}
	name := keys.Name(w, a)
	if utf8.RuneCountInString(key) == 1 {
		name = key // of several that are shown together
	}
	return m.refuse(refusal{cmp.Or(key, name), at}, words.KeyIdle, name, w.Say(help))
}

// unknownInDialog says of a key that it means nothing in the dialog.
func (m *Model) unknownInDialog(msg tea.KeyPressMsg) tea.Cmd {
	w := m.words()
	return m.refuse(refusal{msg.String(), keys.InDialog}, words.KeyNotInDialog, keys.Written(w, msg), keys.Name(w, keys.Close))
}

// unknownInField says of a key that it means nothing in the field that is typed in.
func (m *Model) unknownInField(msg tea.KeyPressMsg) tea.Cmd {
	w := m.words()
	return m.refuse(refusal{msg.String(), keys.InField}, words.KeyNotInField, keys.Written(w, msg), keys.Name(w, keys.Close))
}
