package kb

import "slices"

// Independent is the least number of origins that could have told all of the
// evidence. Sources that only repeat others add nothing to it, and no source
// ever takes anything away.
func (k *KB) IndependentCount(evidence []Evidence) int {
	var told [][]Origin
	for i := range evidence {
		if of := k.EvidenceOrigins(&evidence[i]); of != nil {
			told = append(told, of)
		}
	}
	return fewest(told)
}

// mostSets bounds how many sources, each compiled from several origins, are
// weighed against each other; of more, too few may be counted.
const mostSets = 10

// fewest returns the size of the smallest set that has an element in common
// with each of the sets.
func fewest(sets [][]Origin) int {
	var chosen []Origin
	for _, set := range sets {
		if len(set) == 1 && !slices.Contains(chosen, set[0]) {
			chosen = append(chosen, set[0])
		}
	}
	left := slices.DeleteFunc(slices.Clone(sets), func(set []Origin) bool { return meets(set, chosen) })
	return len(chosen) + cover(left[:min(len(left), mostSets)])
}

func meets(set, chosen []Origin) bool {
	return slices.ContainsFunc(set, func(o Origin) bool { return slices.Contains(chosen, o) })
}

// cover returns how many elements it takes to meet each of the sets. Which sets
// are met is a number of one bit each.
func cover(sets [][]Origin) int {
	meeting := make(map[Origin]int)
	for i, set := range sets {
		for _, o := range set {
			meeting[o] |= 1 << i
		}
	}
	all := 1<<len(sets) - 1
	need := make([]int, all+1) // to meet at least these
	for met := 1; met <= all; met++ {
		need[met] = len(sets)
		for _, by := range meeting {
			if met&by != 0 {
				need[met] = min(need[met], 1+need[met&^by])
			}
		}
	}
	return need[all]
}
