package keys

import (
	"slices"

	"rihla/ui/words"
)

// Own is the key binding of a user command.
type Own struct {
	Key   string // in the notation of Bubble Tea
	Title string // for the help and the palette
	Name  string // for the bottom line
	Scope Scope
	// Kinds are the kinds of entities that the command applies to; empty means any. Commands
	// for different kinds may share a key.
	Kinds []string
	// Overrides allows the command to replace the existing binding of the key in its scope.
	Overrides bool
}

// firstOwn is the action of the first user command.
const firstOwn Action = 0xC0

// MostOwn is the maximum number of user commands.
const MostOwn = int(^firstOwn) + 1

// OwnAction returns the action of the n-th user command, counted from 0.
func OwnAction(n int) Action { return firstOwn + Action(n) }

// Own returns the number of the user command that an action runs, counted from 0. ok is false
// for other actions.
func (a Action) Own() (n int, ok bool) { return int(a - firstOwn), a >= firstOwn }

// commandPlaces maps the place names of the configuration to scopes.
var commandPlaces = []struct {
	name  string
	scope Scope
}{
	{"list", InList}, {"detail", InDetail}, {"overview", InOverview}, {"graph", InGraph}, {"path", InPath}, {"timeline", InTimeline}, {"map", InMap}, {"matrix", InMatrix},
	{"compare", InCompare}, {"problems", InProblems}, {"suggestions", InSuggestions}, {"gaps", InGaps}, {"frequency", InFrequency}, {"brief", InBrief}, {"retract", InRetraction}, {"explain", InInference},
}

// PlaceNames returns the names of the places in which the key of a command can work.
func PlaceNames() []string {
	names := make([]string, len(commandPlaces))
	for i, p := range commandPlaces {
		names[i] = p.name
	}
	return names
}

// PlaceNamed returns the scope of a place name, or 0 if the name is unknown.
func PlaceNamed(name string) Scope {
	for _, p := range commandPlaces {
		if p.name == name {
			return p.scope
		}
	}
	return 0
}

// OwnConflict is a conflict between the key of a user command and another binding. The command
// gets no key.
type OwnConflict struct {
	Own     int    // number of the command, from 0
	With    Action // the action that the key is bound to
	IsFixed bool   // the binding cannot be changed
}

// With returns the bindings extended by the keys of user commands, and the conflicts: keys that
// are bound to another action in the scope, which the command does not override or which is
// fixed.
func (b Bindings) With(own []Own) (Bindings, []OwnConflict) {
	b = Bindings{slices.Clone(b.pages), b.dialogs}
	var conflicts []OwnConflict
	var added []Entry
	for i, o := range own {
		with, isFixed := b.taken(o, own, added)
		if with != None && (isFixed || !o.Overrides || with >= firstOwn) {
			conflicts = append(conflicts, OwnConflict{i, with, isFixed})
			continue
		}
		b.clear(o)
		title, name := words.None, words.None
		for i := range title {
			title[i], name[i] = o.Title, o.Name
		}
		added = append(added, Entry{Show: shownKey(o.Key), Scope: o.Scope, Help: title, Hint: name, Called: name, Keys: []Binding{on(OwnAction(i), o.Key)}})
	}
	b.pages = append(b.pages, added...)
	return b, conflicts
}

// taken returns the action that the key of a command is already bound to in its scope, or None,
// and whether that binding is fixed.
func (b Bindings) taken(o Own, own []Own, added []Entry) (with Action, isFixed bool) {
	for _, e := range slices.Concat(b.pages, added) {
		if e.Scope&o.Scope == 0 {
			continue
		}
		for _, k := range e.Keys {
			if !slices.Contains(k.Keys(), o.Key) {
				continue
			}
			if n, isOwn := k.Action.Own(); isOwn && areApart(o.Kinds, own[n].Kinds) {
				continue
			}
			with = k.Action
			if isFixed = o.Key == endsAll || o.Key == closes || with == Suspend || with < firstOwn && ConfiguredName(with) == ""; isFixed {
				return with, true
			}
		}
	}
	return with, false
}

// closes is the key that closes the innermost dialog or mode, or else goes back.
const closes = "esc"

// areApart reports whether two lists of kinds are disjoint. An empty list stands for all kinds.
func areApart(some, others []string) bool {
	return len(some) > 0 && len(others) > 0 && !slices.ContainsFunc(some, func(kind string) bool { return slices.Contains(others, kind) })
}

// clear removes the existing bindings of the key of a command in the scope of the command.
func (b *Bindings) clear(o Own) {
	var out []Entry
	for _, e := range b.pages {
		has := func(k Binding) bool { return slices.Contains(k.Keys(), o.Key) }
		if e.Scope&o.Scope == 0 || !slices.ContainsFunc(e.Keys, has) {
			out = append(out, e)
			continue
		}
		in := e
		in.Scope &= o.Scope
		if e.Scope &^= o.Scope; e.Scope != 0 {
			out = append(out, e)
		}
		in.Keys = nil
		for _, k := range e.Keys {
			left := slices.DeleteFunc(slices.Clone(k.Keys()), func(name string) bool { return name == o.Key })
			if len(left) > 0 {
				in.Keys = append(in.Keys, on(k.Action, left...))
			}
		}
		if len(in.Keys) > 0 {
			in.Show, in.Short = in.shown(), in.short()
			out = append(out, in)
		}
	}
	b.pages = out
}
