package suggest

import (
	"cmp"
	"hash/maphash"
	"slices"

	"rihla/model/kb"
	"rihla/model/query"
)

// pairFinder collects pairs of entities with a common feature. Its time is that of
// sorting the features: the entities of a pair are not compared again, since they may
// have thousands of names and thousands of features in common.
type pairFinder struct {
	seen  map[[2]*kb.Entity]bool
	pairs [][2]*kb.Entity
}

func (f *pairFinder) add(e, other *kb.Entity) {
	if pair := orderedPair(e, other); !f.seen[pair] {
		f.seen[pair] = true
		f.pairs = append(f.pairs, pair)
	}
}

func orderedPair(e, other *kb.Entity) [2]*kb.Entity {
	if other.Address() < e.Address() {
		e, other = other, e
	}
	return [2]*kb.Entity{e, other}
}

// bearer is what has a feature: an entity by its number, or a name by its index.
type bearer struct {
	feature uint64 // its hash
	number  uint32
	how     uint32 // in which way
}

// eachGroup calls do for the bearers of each feature that at least two entities
// have, and fewer than maxBearers.
func eachGroup(bearers []bearer, entityOf func(bearer) uint32, do func([]bearer)) {
	slices.SortFunc(bearers, func(x, y bearer) int {
		return cmp.Or(cmp.Compare(x.feature, y.feature), cmp.Compare(x.how, y.how), cmp.Compare(x.number, y.number))
	})
	bearers = slices.Compact(bearers)
	for from, to := 0, 0; from < len(bearers); from = to {
		var entities []uint32
		for to = from; to < len(bearers) && bearers[to].feature == bearers[from].feature; to++ {
			if n := entityOf(bearers[to]); len(entities) < maxBearers && !slices.Contains(entities, n) {
				entities = append(entities, n)
			}
		}
		if len(entities) > 1 && len(entities) < maxBearers {
			do(bearers[from:to])
		}
	}
}

func number(b bearer) uint32 { return b.number }

// findSame finds entities with a common text.
func (f *pairFinder) findSame(b *index, kind *kb.Kind, each func(*kb.Entity, func(string))) {
	var bearers []bearer
	seed := maphash.MakeSeed()
	for _, e := range kind.Entities {
		each(e, func(text string) {
			bearers = append(bearers, bearer{maphash.String(seed, text), uint32(e.Number()), 0})
		})
	}
	eachGroup(bearers, number, func(group []bearer) {
		for i, x := range group {
			for _, y := range group[:i] {
				f.add(b.Entities[x.number], b.Entities[y.number])
			}
		}
	})
}

// The ways to bear initials: as those of a name, and as a name.
const (
	asInitials = iota
	asAcronym
)

// findAcronyms finds entities of which a name of one is the initials of the other, which
// has no acronym of its own.
func (f *pairFinder) findAcronyms(b *index, kind *kb.Kind) {
	const fewest = 3
	var bearers []bearer
	seed := maphash.MakeSeed()
	hasAcronym := make(map[uint32]bool)
	for _, e := range kind.Entities {
		if !b.isThing(e) {
			continue
		}
		n := uint32(e.Number())
		eachName(e, func(name string) {
			eachInitials(name, func(initials string) {
				bearers = append(bearers, bearer{maphash.String(seed, initials), n, asInitials})
			})
			if isAcronym(name) {
				hasAcronym[n] = true
				if len(name) >= fewest {
					bearers = append(bearers, bearer{maphash.String(seed, query.Fold(name)), n, asAcronym})
				}
			}
		})
	}
	eachGroup(bearers, number, func(group []bearer) {
		for _, short := range group {
			for _, long := range group {
				if short.how == asAcronym && long.how == asInitials && short.number != long.number && !hasAcronym[long.number] {
					f.add(b.Entities[short.number], b.Entities[long.number])
				}
			}
		}
	})
}
