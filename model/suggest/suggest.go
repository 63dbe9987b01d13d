// Package suggest tells whoever keeps a knowledge base what may be missing from
// it: links that its texts speak of, entities that are one and the same, and
// entities that share so much that a link between them is likely.
package suggest

import (
	"cmp"
	"context"
	"slices"

	"rihla/model/kb"
)

// Code names what is suggested.
type Code string

// The codes of suggestions.
const (
	Mention   Code = "mention"   // a text names an entity that nothing links
	Duplicate Code = "duplicate" // two entities may be one
	Unlinked  Code = "unlinked"  // two entities share much and are not linked
)

// Suggestion is something that may be missing, why, and what would settle it.
type Suggestion struct {
	Code          Code
	Entity, Other *kb.Entity
	// Pos is where the text names the other, else where the entity stands.
	Pos kb.Pos
	// Passage holds the words around a mention, Name the name in them.
	Passage, Name string
	// Reason tells why two entities may be one, empty for other codes.
	Reason Reason
	// Shared are the neighbours of both, those with the fewest links first.
	Shared []*kb.Entity
	// Line is the TOML that settles it, At the table in which it belongs.
	Line  string
	At    kb.Pos
	about []string // the references of the line, where it is a list of what is told of

	// Score is between 0 and 1; suggestions of one code compare by it.
	Score float64
}

type detector struct {
	code Code
	find func(context.Context, *base) []Suggestion
}

var detectors = []detector{
	{Duplicate, duplicates},
	{Mention, mentions},
	{Unlinked, unlinked},
}

// Codes are all the codes, in the order of the detectors.
func Codes() []Code {
	codes := make([]Code, len(detectors))
	for i, d := range detectors {
		codes[i] = d.code
	}
	return codes
}

// Find returns what is suggested for a knowledge base, best first; only what
// has one of the codes, if any are given. It stops when the context ends.
func Find(ctx context.Context, k *kb.KB, only ...Code) ([]Suggestion, error) {
	b := newBase(k)
	var all []Suggestion
	for _, d := range detectors {
		if len(only) == 0 || slices.Contains(only, d.code) {
			all = append(all, d.find(ctx, b)...)
		}
	}
	slices.SortFunc(all, func(x, y Suggestion) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(x.Code, y.Code),
			cmp.Compare(x.Entity.Address(), y.Entity.Address()), cmp.Compare(x.Other.Address(), y.Other.Address()))
	})
	settleLines(all)
	return all, ctx.Err()
}
