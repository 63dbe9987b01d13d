package matrix

import (
	"slices"

	"rihla/model/matrix"
	"rihla/ui/present"
)

// ByName returns an order of rows or columns by what they are called, as lists
// sort names.
func ByName(v present.Voice, axes []matrix.Axis) []int {
	keys := make([]present.Key, len(axes))
	out := make([]int, len(axes))
	for i, a := range axes {
		keys[i], out[i] = v.SortKey(a.Entity, ""), i
	}
	slices.SortStableFunc(out, func(a, b int) int { return keys[a].Compare(keys[b]) })
	return out
}
