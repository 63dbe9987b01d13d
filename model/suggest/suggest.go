// Package suggest finds what may be missing from a knowledge base: links that
// its texts mention, entities that may be duplicates, and entities with enough
// neighbours in common for a link between them to be likely. It changes nothing.
package suggest

import (
	"cmp"
	"context"
	"slices"

	"rihla/model/kb"
	"rihla/model/order"
)

// Code is a kind of suggestion.
type Code string

// The codes.
const (
	Mention   Code = "mention"   // a text names an entity that is not linked
	Duplicate Code = "duplicate" // two entities may be the same
	Unlinked  Code = "unlinked"  // two entities share many neighbours and are not linked
)

// Suggestion is something that may be missing, why, and what would add it.
type Suggestion struct {
	Code          Code
	Entity, Other *kb.Entity
	// Pos is where the text names the other, else the position of the entity.
	Pos kb.Pos
	// Passage is the words around a mention, Name the name in them.
	Passage, Name string
	// Lang is the language of the passage, empty for a text without one.
	Lang         string
	translations []translation
	// Reason is why two entities may be the same; empty for other codes.
	Reason Reason
	// Shared are the common neighbours, those with the fewest links first.
	Shared []*kb.Entity
	// Line is the TOML that settles it, At the table in which it belongs.
	Line     string
	Alone    string // Line without what other suggestions for the table add; empty: the same
	TablePos kb.Pos
	about    []string // the references of the line, if it is an about list
	// Key is the list to which the line adds Adds; TableName is the key of the table,
	// empty for that of a fact.
	Key, TableName string
	Adds           []string

	// Score is from 0 to 1, comparable among suggestions of one code.
	Score float64
}

// translation is the passage of a mention in another language of the same text.
type translation struct {
	lang, passage, name string
	pos                 kb.Pos
}

// In returns the suggestion with the passage in a language, if the text names the
// other there too.
func (s Suggestion) In(lang string) Suggestion {
	for _, t := range s.translations {
		if s.Lang != lang && t.lang == lang {
			s.Lang, s.Passage, s.Name, s.Pos = t.lang, t.passage, t.name, t.pos
		}
	}
	return s
}

type detector struct {
	code Code
	find func(context.Context, *index) []Suggestion
}

var detectors = []detector{
	{Duplicate, duplicates},
	{Mention, mentions},
	{Unlinked, unlinked},
}

// Codes returns all codes, in the order of the detectors.
func Codes() []Code {
	codes := make([]Code, len(detectors))
	for i, d := range detectors {
		codes[i] = d.code
	}
	return codes
}

// Find returns suggestions for a knowledge base, best first, optionally only
// those of some codes, without what the manifest refuses. If the context ends, it returns its error and what was
// found.
func Find(ctx context.Context, k *kb.KB, only ...Code) ([]Suggestion, error) {
	b := newIndex(k)
	var all []Suggestion
	for _, d := range detectors {
		if len(only) == 0 || slices.Contains(only, d.code) {
			all = append(all, d.find(ctx, b)...)
		}
	}
	refused := map[Code]map[kb.Pair]bool{Duplicate: k.Refused(false), Mention: k.Refused(true)}
	refused[Unlinked] = refused[Mention]
	all = slices.DeleteFunc(all, func(s Suggestion) bool { return refused[s.Code][kb.PairOf(s.Entity, s.Other)] })
	order.Stable(all, func(x, y Suggestion) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Code, y.Code),
			cmp.Compare(x.Entity.Address(), y.Entity.Address()), cmp.Compare(x.Other.Address(), y.Other.Address()))
	})
	mergeLines(all)
	return all, ctx.Err()
}
