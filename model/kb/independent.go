package kb

import "slices"

// IndependentCount returns the smallest number of origins that could account for
// all of the evidence. A source that repeats another one adds nothing to it, and
// no source ever lowers it. Evidence without an origin is not counted.
func (k *KB) IndependentCount(evidence []Evidence) int {
	var room [8][]Origin
	sets := room[:0]
	for i := range evidence {
		if origins := k.EvidenceOrigins(&evidence[i]); origins != nil {
			sets = append(sets, origins)
		}
	}
	return minHittingSet(sets)
}

// maxSets bounds the number of sources, each with several origins, for which the
// exact minimum is computed; the rest is ignored, so that the count may be too
// low.
const maxSets = 10

// minHittingSet returns the size of the smallest set that has an element in common
// with each of the sets, whose order it changes.
func minHittingSet(sets [][]Origin) int {
	var room [8]Origin
	chosen := room[:0] // the elements of sets of one element, which there is no way around
	for _, set := range sets {
		if len(set) == 1 && !slices.Contains(chosen, set[0]) {
			chosen = append(chosen, set[0])
		}
	}
	left := slices.DeleteFunc(sets, func(set []Origin) bool { return intersects(set, chosen) })
	if len(left) == 0 {
		return len(chosen)
	}
	return len(chosen) + minHittingSetExact(left[:min(len(left), maxSets)])
}

func intersects(set, chosen []Origin) bool {
	for _, o := range set {
		if slices.Contains(chosen, o) {
			return true
		}
	}
	return false
}

// minHittingSetExact solves the problem by dynamic programming over the subsets of
// sets, as bit masks: to hit the sets in a mask takes one element more than to hit
// those that it misses.
func minHittingSetExact(sets [][]Origin) int {
	hits := make(map[Origin]int) // the sets that an element is in
	for i, set := range sets {
		for _, o := range set {
			hits[o] |= 1 << i
		}
	}
	all := 1<<len(sets) - 1
	need := make([]int, all+1) // by mask
	for mask := 1; mask <= all; mask++ {
		need[mask] = len(sets)
		for _, hit := range hits {
			if mask&hit != 0 {
				need[mask] = min(need[mask], 1+need[mask&^hit])
			}
		}
	}
	return need[all]
}
