// Package order sorts slices.
package order

import "sort"

// Stable sorts a slice and keeps equal elements in their order. It is one sort for all
// types: slices.SortStableFunc, which is faster, is compiled for each anew, and adds six
// kilobytes to the program. Long slices are worth them.
func Stable[E any](s []E, compare func(a, b E) int) {
	sort.SliceStable(s, func(i, j int) bool { return compare(s[i], s[j]) < 0 })
}
