package keys

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"

	"rihla/ui/words"
)

// ways are the actions whose keys lead to a place.
var ways = map[Scope]Action{
	InList: TabNumber, InDetail: Open, InOverview: Overview, InInference: Inference, InProblems: Problems, InCompare: Compare, InFrequency: Frequency,
	InPicture: Pictures, InGraph: Graph, InPath: Path, InTimeline: Timeline, InMap: Map, InMatrix: Matrix,
}

// Meaning is what a key does in another place.
type Meaning struct {
	Help  words.Message
	Place words.Message // the title of the place
	Way   string        // the keys that lead there
}

// Elsewhere returns what a key does in the first other place where it does anything.
func Elsewhere(w *words.Language, msg fmt.Stringer) (Meaning, bool) {
	p := pressed(msg.String())
	for _, s := range screens {
		way, ok := ways[s.scope]
		if !ok {
			continue
		}
		for _, e := range Table {
			if e.After == None && e.Scope&s.scope == s.scope && slices.ContainsFunc(e.Keys, func(b Binding) bool { return key.Matches(p, b.Binding) }) {
				return Meaning{e.Help, s.title, entry(way).Shown(w)}, true
			}
		}
	}
	return Meaning{}, false
}

// LeadsTo returns what the help says of a key that leads to a place.
func LeadsTo(scope Scope, msg fmt.Stringer) (words.Message, bool) {
	p, way := pressed(msg.String()), ways[scope]
	for _, e := range Table {
		if e.After == None && way != None && slices.ContainsFunc(e.Keys, func(b Binding) bool { return b.Action == way && key.Matches(p, b.Binding) }) {
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
