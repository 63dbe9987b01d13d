package reader

import (
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/say"
)

// guesser suggests the name that a mistyped reference stands for. The number of
// comparisons is bounded for the knowledge base as a whole, so that a file full
// of mistakes is read as quickly as any other.
type guesser struct{ comparisons int }

const maxComparisons = 2_000_000

// name suggests the key or name nearest to a reference among entities of some
// kinds (none: any), if any is near.
func (g *guesser) name(k *kb.KB, ref string, kinds []*kb.Kind) say.Sentence {
	best, nearest := "", query.EditLimit(ref)+1
	search := func(list []*kb.Entity) {
		if g.comparisons > maxComparisons {
			return
		}
		for _, e := range list {
			for _, name := range append([]string{e.Key}, e.Name.All()...) {
				if d := g.distance(ref, name, nearest-1); d < nearest && name != ref {
					best, nearest = name, d
				}
			}
		}
	}
	if len(kinds) == 0 {
		search(k.Entities)
	}
	for _, kind := range kinds {
		search(kind.Entities)
	}
	return didYouMean(best)
}

// address suggests the nearest address, if any is near.
func (g *guesser) address(k *kb.KB, ref string) say.Sentence {
	best, nearest := "", query.EditLimit(ref)+1
	for _, e := range k.Entities {
		if g.comparisons > maxComparisons {
			break
		}
		if d := g.distance(ref, string(e.Address()), nearest-1); d < nearest {
			best, nearest = string(e.Address()), d
		}
	}
	return didYouMean(best)
}

func didYouMean(name string) say.Sentence {
	if name == "" {
		return say.Sentence{}
	}
	return say.DidYouMean.With(say.Text(shorten(name)))
}

// distance returns the edit distance of two texts, or a number above limit.
func (g *guesser) distance(a, b string, limit int) int {
	if g.comparisons > maxComparisons || limit < 0 || len(a) > maxReference || len(b) > maxReference {
		return limit + 1
	}
	g.comparisons++
	return query.Distance(a, b, limit)
}
