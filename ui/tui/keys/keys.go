// Package keys is the one table of keys: the bindings of each place, as Bubbles
// has them, and what help, hints and the README say of them. Nothing else names
// a key; what an action does is for its page to know.
package keys

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"rihla/ui/words"
)

// Entry is one line of the help: bindings that belong together.
type Entry struct {
	Show  string // the keys in the help, separated by spaces
	Short string // the keys in hints, in any language; the first of Show where it is empty
	Scope Scope
	After Action        // the action of the menu that the keys are pressed in, or None
	Help  words.Message // what the keys do
	Hint  words.Message // the same in a word or two; none where the footer leaves it out
	// Called is other names that the palette finds the action by.
	Called words.Message
	Keys   []Binding
}

// Binding is a binding of Bubbles and the action that it asks for.
type Binding struct {
	key.Binding
	Action Action
}

func on(a Action, names ...string) Binding {
	return Binding{key.NewBinding(key.WithKeys(names...)), a}
}

// pressed is a key by its name in Bubble Tea, which is spelled once for all the
// bindings that it is matched with.
type pressed string

func (p pressed) String() string { return string(p) }

// Find returns the action of a key in a place, or None. The key is a message of
// Bubble Tea. Where nothing is typed, a letter of another script that means nothing
// is what stands at its place on the keyboard.
func Find(scope Scope, msg fmt.Stringer) Action {
	if a := findNamed(scope, msg.String()); a != None || scope&InField != 0 {
		return a
	}
	if m, ok := msg.(tea.KeyPressMsg); ok {
		if name := placed(m); name != "" {
			return findNamed(scope, name)
		}
	}
	return None
}

func findNamed(scope Scope, name string) Action {
	p := pressed(name)
	if a := find(Table, scope, p); a != None {
		return a
	}
	return find(dialogs, scope, p)
}

func find(table []Entry, scope Scope, p pressed) Action {
	for i := range table {
		if table[i].Scope&scope == 0 {
			continue
		}
		for _, b := range table[i].Keys {
			if key.Matches(p, b.Binding) {
				return b.Action
			}
		}
	}
	return None
}

// In returns the entries of pages, in the order of the help. The keys of the menu
// of other views come after the key that opens it.
func In(scope Scope) []Entry {
	var out []Entry
	for _, e := range Table {
		if e.Scope&scope != 0 || e.After != None && scope&Everywhere != 0 {
			out = append(out, e)
		}
	}
	return out
}

// needs are the actions that the bottom line names before others, the most needed
// first.
var needs = []Action{
	Open, Back, NextLink, PrevEntity, Toggle, ZoomIn, Adopt, Refuse, Filter, Palette, ChooseTab, Pictures, FindText, Facets, Up,
}

// Hints returns the entries that the bottom line names, the most needed first.
func Hints(scope Scope) []Entry {
	var out []Entry
	for _, e := range In(scope) {
		if e.Hint != words.None {
			out = append(out, e)
		}
	}
	need := func(e Entry) int {
		if e.Keys[0].Action == Filter && scope&InDetail != 0 {
			return len(needs) // of a list that is not what one reads
		}
		if n := slices.Index(needs, e.Keys[0].Action); n >= 0 {
			return n
		}
		return len(needs)
	}
	slices.SortStableFunc(out, func(a, b Entry) int { return need(a) - need(b) })
	return out
}

// Shown returns the keys as the help shows them: in a menu, the key that opens it
// comes first.
func (e Entry) Shown(w *words.Language) string {
	fields := strings.Fields(e.Show)
	for i, field := range fields {
		fields[i] = named(w, field)
	}
	show := strings.Join(fields, " ")
	if e.After != None {
		return Name(w, e.After) + " " + show
	}
	return show
}

// Hinted returns the keys as hints show them.
func (e Entry) Hinted(w *words.Language) string {
	if e.Short != "" {
		return named(w, e.Short)
	}
	return e.name(w)
}

func (e Entry) name(w *words.Language) string {
	first, _, _ := strings.Cut(e.Show, " ")
	return named(w, first)
}

// named returns the name of a key in a language.
func named(w *words.Language, name string) string {
	if rest, ok := strings.CutPrefix(name, "shift-"); ok {
		return w.Say(words.ShiftKey) + "-" + named(w, rest)
	}
	for _, k := range called {
		if k.name == name {
			return w.Say(k.called)
		}
	}
	return name
}

// Name returns the name of the key of an action, as messages take it.
func Name(w *words.Language, a Action) string { return entry(a).name(w) }

// Short returns the key of an action as hints show it.
func Short(w *words.Language, a Action) string { return entry(a).Hinted(w) }

// entry returns the first entry that shows a key of an action, those of dialogs
// before those of pages.
func entry(a Action) Entry {
	for _, table := range [][]Entry{dialogs, Table} {
		for _, e := range table {
			if e.Show != "" && slices.ContainsFunc(e.Keys, func(b Binding) bool { return b.Action == a }) {
				return e
			}
		}
	}
	return Entry{}
}

// Say returns a message with its verbs replaced by the keys of actions.
func Say(w *words.Language, m words.Message, actions ...Action) string {
	names := make([]any, len(actions))
	for i, a := range actions {
		names[i] = Name(w, a)
	}
	return w.Say(m, names...)
}
