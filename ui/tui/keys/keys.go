// Package keys is the one table of keys: the bindings of each place, as Bubbles
// has them, and what help, hints and the README say of them. Nothing else names
// a key; what an action does is for its page to know. Before the explorer starts,
// other keys may be chosen for actions ([Bind]).
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
	// Called is the names of the command that the palette has for it; none where it has none.
	Called words.Message
	Keys   []Binding
}

// Binding is a binding of Bubbles and the action that it asks for.
type Binding struct {
	key.Binding
	Action Action
}

// matches reports whether a key is one of the binding.
func (b Binding) matches(p pressed) bool { return key.Matches(p, b.Binding) }

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
	if a := find(inForce().pages, scope, p); a != None {
		return a
	}
	return find(inForce().dialogs, scope, p)
}

func find(table []Entry, scope Scope, p pressed) Action {
	for i := range table {
		if table[i].Scope&scope == 0 {
			continue
		}
		for _, b := range table[i].Keys {
			if b.matches(p) {
				return b.Action
			}
		}
	}
	return None
}

// Names returns the names of all keys that mean something anywhere, as Bubble Tea
// spells them, each once.
func Names() []string {
	var out []string
	for _, table := range inForce().tables() {
		for _, e := range table {
			for _, b := range e.Keys {
				out = append(out, b.Keys()...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// All returns the entries of all pages.
func All() []Entry { return inForce().pages }

// In returns the entries of pages, in the order of the help. The keys of the menu
// of other views come after the key that opens it.
func In(scope Scope) []Entry {
	var out []Entry
	for _, e := range inForce().pages {
		if e.Scope&scope != 0 || e.After != None && scope&Everywhere != 0 {
			out = append(out, e)
		}
	}
	return out
}

// needs are the actions that the bottom line names before others, the most needed
// first.
var needs = []Action{
	Open, Back, NextLink, PrevEntity, Toggle, ZoomIn, Adopt, Refuse, WriteBrief, Filter, Palette, ChooseTab, Pictures, FindText, Facets, Compare, Expand, Undo, Add, Change, Edit, Up,
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
		a := e.Keys[0].Action
		switch {
		case (a == Filter || a == ChooseTab) && scope&InDetail != 0:
			return len(needs) // they act on the list beside the detail
		case (a == Change || a == Edit) && scope&InProblems != 0:
			a = NextLink // mending is the main action on a problem
		}
		if _, isOwn := a.Own(); isOwn {
			a = FindText // user commands come right after navigation
		}
		if n := slices.Index(needs, a); n >= 0 {
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

// Name returns the name of the key of an action, as messages take it. It says so of an
// action that the configuration leaves without one.
func Name(w *words.Language, a Action) string { return orNone(w, entry(a).name(w)) }

// Short returns the key of an action as hints show it.
func Short(w *words.Language, a Action) string { return orNone(w, entry(a).Hinted(w)) }

func orNone(w *words.Language, name string) string {
	if name == "" {
		return w.Say(words.NoKey)
	}
	return name
}

// entry returns the first entry that shows a key of an action, those of dialogs
// before those of pages.
func entry(a Action) Entry {
	for _, table := range [][]Entry{inForce().dialogs, inForce().pages} {
		for _, e := range table {
			if e.Show != "" && e.has(a) {
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
