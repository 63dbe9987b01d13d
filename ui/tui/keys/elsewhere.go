package keys

import (
	"fmt"
	"slices"

	"rihla/ui/words"
)

// ways are the actions whose keys lead to a place.
var ways = map[Scope]Action{
	InList: TabNumber, InDetail: Open, InOverview: Overview, InInference: Inference, InProblems: Problems, InCompare: Compare, InFrequency: Frequency,
	InBrief:   Brief,
	InPicture: Pictures, InGraph: Graph, InPath: Path, InTimeline: Timeline, InMap: Map, InMatrix: Matrix,
}

// Meaning is what a key does in another place.
type Meaning struct {
	Key   string
	Help  words.Message
	Place words.Message // the title of the place
	Way   string        // the keys that lead there
}

// Elsewhere returns what a key does in the first other place where it does anything.
func Elsewhere(w *words.Language, msg fmt.Stringer) (Meaning, bool) {
	p := pressed(msg.String())
	return meaning(w, func(e Entry) bool {
		return slices.ContainsFunc(e.Keys, func(b Binding) bool { return b.matches(p) })
	})
}

// CommandElsewhere returns what a command does in the first place where it does anything.
func CommandElsewhere(w *words.Language, called words.Message) (Meaning, bool) {
	return meaning(w, func(e Entry) bool { return e.Called == called })
}

// meaning returns what a wanted entry does in the list, or else in the first place that
// has one.
func meaning(w *words.Language, wanted func(Entry) bool) (found Meaning, ok bool) {
	for _, s := range screens {
		way, known := ways[s.scope]
		if !known || ok && s.scope != InList {
			continue
		}
		for _, e := range inForce().pages {
			if e.After == None && e.Scope&s.scope == s.scope && wanted(e) {
				found, ok = Meaning{e.name(w), e.Help, s.title, entry(way).Shown(w)}, true
				break
			}
		}
	}
	return found, ok
}

// LeadsTo returns what the help says of a key that leads to a place.
func LeadsTo(scope Scope, msg fmt.Stringer) (words.Message, bool) {
	p, way := pressed(msg.String()), ways[scope]
	for _, e := range inForce().pages {
		if e.After == None && way != None && slices.ContainsFunc(e.Keys, func(b Binding) bool { return b.Action == way && b.matches(p) }) {
			return e.Help, true
		}
	}
	return words.None, false
}

// HelpOf returns what the help says of an action in a place.
func HelpOf(scope Scope, a Action) words.Message {
	for _, e := range In(scope) {
		for _, b := range e.Keys {
			if b.Action == a {
				return e.Help
			}
		}
	}
	return words.None
}

// IsMove reports whether an action moves or scrolls, which is silent at an end.
func IsMove(a Action) bool {
	switch a {
	case Up, Down, PageUp, PageDown, HalfUp, HalfDown, Top, Bottom, Left, Right, PanUp, PanDown, PanLeft, PanRight, PrevEntity, NextEntity:
		return true
	}
	return false
}
