package keys

import (
	"slices"
	"strings"
	"sync/atomic"
)

// Choice is the keys that a person wants for an action, as Bubble Tea spells them,
// instead of its own.
type Choice struct {
	Action Action
	Keys   []string
}

// Conflict is a key of a choice that is not given to its action.
type Conflict struct {
	Choice, Key int    // which of the choices, and which of its keys
	With        Action // what the key does already; None where it types text
	IsFixed     bool   // no other key can be chosen for With
}

// Bindings are the keys of all places.
type Bindings struct{ pages, dialogs []Entry }

// usual are the default bindings, chosen those configured by the user.
var (
	usual  = Bindings{Table, dialogs}
	chosen atomic.Pointer[Bindings]
)

// inForce returns the active bindings. They are set before the explorer starts and do not
// change while it runs.
func inForce() *Bindings {
	if b := chosen.Load(); b != nil {
		return b
	}
	return &usual
}

// Use has keys looked up in the bindings from now on.
func (b Bindings) Use() { chosen.Store(&b) }

// tables returns the entries of pages and those of dialogs.
func (b Bindings) tables() [2][]Entry { return [2][]Entry{b.pages, b.dialogs} }

// Bind returns the bindings with the keys of choices, and what of them is left out. An
// action that has some of its keys in some places only keeps those there; a key that is
// new to it works wherever the action does. A key that does something else already in one
// of these places is left out: what does it is the table's, or an earlier choice.
func Bind(choices []Choice) (Bindings, []Conflict) {
	b := Bindings{slices.Clone(usual.pages), slices.Clone(usual.dialogs)}
	for _, c := range choices {
		b.keep(c)
	}
	var conflicts []Conflict
	for i, c := range choices {
		usual := UsualKeys(c.Action)
		for j, name := range c.Keys {
			if slices.Contains(usual, name) {
				continue
			}
			if with, ok := b.other(c.Action, name); !ok {
				conflicts = append(conflicts, Conflict{i, j, with, with != None && (ConfiguredName(with) == "" || name == endsAll)})
				continue
			}
			b.give(c.Action, name)
		}
	}
	for i := range b.tables() {
		b.show(i)
	}
	return b, conflicts
}

// UsualKeys returns the keys that an action has where nothing is chosen, each once.
func UsualKeys(a Action) []string {
	var out []string
	for e := range usual.choosable(a) {
		for _, k := range e.Keys {
			if k.Action != a {
				continue
			}
			for _, name := range k.Keys() {
				if !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
		}
	}
	return out
}

// choosable returns the entries in which the keys of an action can be chosen: those of
// pages and their menus, and where it is done in dialogs alone, of those that are not
// the keys of every dialog or field.
func (b *Bindings) choosable(a Action) func(yield func(*Entry) bool) {
	return func(yield func(*Entry) bool) {
		onPages := false
		for i := range b.pages {
			if b.pages[i].has(a) {
				onPages = true
				if !yield(&b.pages[i]) {
					return
				}
			}
		}
		for i := range b.dialogs {
			if e := &b.dialogs[i]; !onPages && e.has(a) && e.Scope&(InDialog|InField) == 0 && !yield(e) {
				return
			}
		}
	}
}

func (e *Entry) has(a Action) bool {
	return slices.ContainsFunc(e.Keys, func(k Binding) bool { return k.Action == a })
}

// keep leaves an action those of its keys that are chosen.
func (b *Bindings) keep(c Choice) {
	for e := range b.choosable(c.Action) {
		e.change(c.Action, func(names []string) []string {
			return slices.DeleteFunc(names, func(name string) bool { return !slices.Contains(c.Keys, name) })
		})
	}
}

// give has a key do an action wherever that is done.
func (b *Bindings) give(a Action, name string) {
	var done Scope
	for e := range b.choosable(a) {
		if e.Scope&^done == 0 {
			continue // an entry before says all of it
		}
		done |= e.Scope
		e.change(a, func(names []string) []string { return append(names, name) })
	}
}

// change changes the keys of an action. The entry is one of a copy of the table, whose
// bindings are still the table's.
func (e *Entry) change(a Action, to func(names []string) []string) {
	e.Keys = slices.Clone(e.Keys)
	for i, k := range e.Keys {
		if k.Action == a {
			e.Keys[i] = on(a, to(slices.Clone(k.Keys()))...)
		}
	}
}

// endsAll is the key that ends the explorer everywhere, whatever else is chosen to.
const endsAll = "ctrl+c"

// typing are the places with a field, and what else is in force there.
var typing = []Scope{InField | InChooser, InField | InChooser | InBoxes, InField | InChooser | InMarked, InField | InWriteForm}

// other reports whether a key is free for an action, and if not, what it does.
func (b *Bindings) other(a Action, name string) (with Action, free bool) {
	if a == Suspend && types(name) {
		return None, false // it is looked for before fields are
	}
	if a != Quit && name == endsAll {
		return Quit, false
	}
	for e := range b.choosable(a) {
		reach := e.Scope
		for _, place := range typing {
			if place&e.Scope != 0 {
				reach |= place
			}
		}
		if reach&InField != 0 && types(name) {
			return None, false
		}
		for _, table := range b.tables() {
			for _, e := range table {
				if e.Scope&reach == 0 {
					continue
				}
				for _, k := range e.Keys {
					if k.Action != a && slices.Contains(k.Keys(), name) {
						return k.Action, false
					}
				}
			}
		}
	}
	return None, true
}

// show has the entries whose keys were chosen say so, and drops those without a key.
func (b *Bindings) show(which int) {
	before, table := usual.pages, &b.pages
	if which == 1 {
		before, table = usual.dialogs, &b.dialogs
	}
	out := make([]Entry, 0, len(*table))
	for i, e := range *table {
		if sameKeys(e.Keys, before[i].Keys) {
			out = append(out, e)
			continue
		}
		e.Keys = slices.DeleteFunc(e.Keys, func(k Binding) bool { return len(k.Keys()) == 0 })
		if len(e.Keys) == 0 {
			continue
		}
		if e.Show != "" {
			e.Show, e.Short = e.shown(), e.short()
		}
		out = append(out, e)
	}
	*table = out
}

func sameKeys(a, b []Binding) bool {
	return slices.EqualFunc(a, b, func(a, b Binding) bool { return slices.Equal(a.Keys(), b.Keys()) })
}

// shown returns the keys of an entry as the help shows them: the first of each action,
// then the second of each.
func (e *Entry) shown() string {
	var out []string
	for n, more := 0, true; more; n++ {
		more = false
		for _, k := range e.Keys {
			if names := k.Keys(); n < len(names) {
				out, more = append(out, shownKey(names[n])), true
			}
		}
	}
	return strings.Join(out, " ")
}

// short returns the keys of an entry as hints show them: the first of each action where
// they showed several, else the first.
func (e *Entry) short() string {
	const arrows = "↑↓←→"
	first := func(k Binding) string { return strings.Replace(shownKey(k.Keys()[0]), "Enter", "↵", 1) }
	if !strings.Contains(e.Short, " ") && e.Short != arrows {
		return first(e.Keys[0])
	}
	signs := make([]string, len(e.Keys))
	for i, k := range e.Keys {
		signs[i] = first(k)
	}
	if out := strings.Join(signs, ""); strings.Trim(out, arrows) == "" {
		return out
	}
	return strings.Join(signs, " ")
}

// KeysOf returns the keys that an action has among bindings.
func (b Bindings) KeysOf(a Action) []string {
	var out []string
	for e := range b.choosable(a) {
		for _, k := range e.Keys {
			if k.Action == a {
				out = append(out, k.Keys()...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
