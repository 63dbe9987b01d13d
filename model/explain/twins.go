package explain

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// The bounds of what is looked at for kinds that may be one.
const (
	maxCompared  = 1000 // entities of a kind
	maxNamesakes = 8    // of one name
	minShared    = 3    // names in common
)

// twinsOf returns the pairs of kinds that may be one under two names: at least
// three entities, and half of those of the smaller kind, have a namesake in the
// other; or the names of the kinds differ in number only.
func twinsOf(k *kb.KB) []kb.Twins {
	var out []kb.Twins
	for i, a := range k.Kinds {
		shared := namesakes(k, a)
		for j, b := range k.Kinds {
			isSmaller := len(a.Entities) < len(b.Entities) || len(a.Entities) == len(b.Entities) && i < j
			if a == b || !isSmaller || len(a.Entities) == 0 {
				continue
			}
			names := shared[b]
			looked := min(len(a.Entities), maxCompared)
			if len(names) >= minShared && 2*len(names) >= looked || differInNumber(a.Name, b.Name) {
				out = append(out, kb.Twins{Kind: b, Other: a, Names: names})
			}
		}
	}
	return out
}

// namesakes returns the names of entities of a kind that entities of other kinds
// have as well.
func namesakes(k *kb.KB, kind *kb.Kind) map[*kb.Kind][]string {
	out := make(map[*kb.Kind][]string)
	n := len(kind.Entities)
	looked := min(n, maxCompared)
	var found []*kb.Entity
	for i := range looked {
		e := kind.Entities[i*n/looked]
		seen := make(map[*kb.Kind]bool)
		for name := range e.Names() {
			found = k.AppendNamed(found[:0], name, maxNamesakes)
			for _, other := range found {
				if other.Kind != kind && !seen[other.Kind] {
					seen[other.Kind] = true
					out[other.Kind] = append(out[other.Kind], name)
				}
			}
		}
	}
	return out
}

// differInNumber reports whether two names differ in an English plural only.
func differInNumber(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	return b == a+"s" || b == a+"es" || strings.HasSuffix(a, "y") && b == strings.TrimSuffix(a, "y")+"ies"
}

// TwinLines returns the lines of a manifest that make one kind of two, or leave out
// the smaller one where the two are written in different ways.
func TwinLines(k *kb.KB, of *kb.Inference, twins kb.Twins) string {
	var kind, other *kb.KindInference
	for i := range of.Kinds {
		switch of.Kinds[i].Kind {
		case twins.Kind:
			kind = &of.Kinds[i]
		case twins.Other:
			other = &of.Kinds[i]
		}
	}
	if kind == nil || other == nil || len(tablesOf(kind)) == 0 != (len(tablesOf(other)) == 0) {
		return written(table("kinds", twins.Other.Name), line{key: "exclude", value: "true"})
	}
	both := *kind
	both.Places = slices.Concat(kind.Places, other.Places)
	return written(table("kinds", twins.Kind.Name), kindLines(k, &both)...)
}
