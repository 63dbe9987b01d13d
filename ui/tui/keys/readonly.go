package keys

import (
	"slices"

	"rihla/ui/words"
)

// writing lists the actions that write files, run programs or reload files on the machine of
// the explorer.
var writing = []Action{Edit, EditListed, Add, Change, Undo, Redo, Adopt, Refuse, SaveView, WriteBrief, Write, Replace, Reload, Suspend}

// IsWriting reports whether [Bindings.ReadOnly] leaves an action out: the actions that write,
// and user commands.
func IsWriting(a Action) bool {
	_, isOwn := a.Own()
	return isOwn || slices.Contains(writing, a)
}

// ReadOnly returns the bindings without the actions for which IsWriting holds. Neither the help
// nor the palette shows them.
func (b Bindings) ReadOnly() Bindings {
	return Bindings{withoutWriting(b.pages), withoutWriting(b.dialogs)}
}

func withoutWriting(table []Entry) []Entry {
	var out []Entry
	for _, e := range table {
		e.Keys = slices.DeleteFunc(slices.Clone(e.Keys), func(k Binding) bool { return IsWriting(k.Action) })
		switch e.Help {
		case words.KeyWeb:
			e.Help = words.KeyShowWeb
		case words.KeyMarked:
			e.Help = words.KeyMarkedRead
		}
		if len(e.Keys) > 0 {
			out = append(out, e)
		}
	}
	return out
}

// Usual returns the default bindings.
func Usual() Bindings { return usual }

// IsBound reports whether help or hints show a key of an action anywhere.
func IsBound(a Action) bool { return entry(a).Show != "" }
