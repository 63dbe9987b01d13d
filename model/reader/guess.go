package reader

import (
	"fmt"

	"rihla/model/kb"
	"rihla/model/query"
)

// guesser finds what a mistyped reference may have meant. It stops guessing
// when that has cost enough, so that a file full of mistakes is read as
// quickly as any other.
type guesser struct{ spent int }

const mostComparisons = 2_000_000

// name suggests the nearest key or name among entities of some kinds (none
// means any), as a hint, or "".
func (g *guesser) name(k *kb.KB, ref string, kinds []*kb.Kind) string {
	best, nearest := "", query.EditLimit(ref)+1
	look := func(list []*kb.Entity) {
		for _, e := range list {
			for _, name := range append([]string{e.Key}, e.Name.All()...) {
				if d := g.distance(ref, name, nearest-1); d < nearest && name != ref {
					best, nearest = name, d
				}
			}
		}
	}
	if len(kinds) == 0 {
		look(k.Entities)
	}
	for _, kind := range kinds {
		look(kind.Entities)
	}
	return didYouMean(best)
}

// address suggests the nearest address, as a hint, or "".
func (g *guesser) address(k *kb.KB, ref string) string {
	best, nearest := "", query.EditLimit(ref)+1
	for _, e := range k.Entities {
		if d := g.distance(ref, string(e.Address()), nearest-1); d < nearest {
			best, nearest = string(e.Address()), d
		}
	}
	return didYouMean(best)
}

func didYouMean(name string) string {
	if name == "" {
		return ""
	}
	return fmt.Sprintf("did you mean %q?", shorten(name))
}

// distance is the edit distance of two texts, or more than most.
func (g *guesser) distance(a, b string, most int) int {
	if g.spent > mostComparisons || most < 0 || len(a) > longestReference || len(b) > longestReference {
		return most + 1
	}
	g.spent++
	return query.Distance(a, b, most)
}
