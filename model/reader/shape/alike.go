package shape

// Two tables are compared by the keys that they share (Jaccard's index and the
// overlap coefficient). A shared key counts by how alike its values are.

// Alikeness of values of one key.
const (
	sameClass  = 1.0
	otherClass = 0.3 // version = "1" beside version = { workspace = true }
	bothTables = 0.4 // at least, of tables that share no key
)

func valuesAlike(a, b *node, depth int) float64 {
	switch {
	case a.class == Table && b.class == Table && depth > 0:
		jaccard, _ := tablesAlike(a, b, depth-1)
		return bothTables + (sameClass-bothTables)*jaccard
	case a.class == b.class:
		return sameClass
	case a.class == Array || b.class == Array:
		return 0
	}
	return otherClass
}

// tablesAlike returns how alike two tables are, from 0 to 1: relative to all of
// their keys, and relative to those of the smaller one.
func tablesAlike(a, b *node, depth int) (jaccard, overlap float64) {
	smaller, larger := a, b
	if len(a.keys) > len(b.keys) {
		smaller, larger = b, a
	}
	if len(smaller.keys) == 0 {
		if len(larger.keys) == 0 {
			return 1, 1
		}
		return 0, 1
	}
	shared, sum := 0, 0.0
	for _, key := range smaller.keys {
		if other := larger.sub[key]; other != nil {
			shared++
			sum += valuesAlike(smaller.sub[key], other, depth)
		}
	}
	union := len(a.keys) + len(b.keys) - shared
	return sum / float64(union), sum / float64(len(smaller.keys))
}

// maxCompared is the number of siblings that are compared with each other.
const maxCompared = 16

// comparedDepth is the depth to which they are compared.
const comparedDepth = 3

// siblingsAlike returns the average alikeness of sibling tables; zero for fewer
// than two that have any keys.
func siblingsAlike(tables []*node) (jaccard, overlap float64) {
	var some []*node
	for _, t := range tables {
		if len(t.keys) > 0 {
			some = append(some, t)
		}
	}
	if len(some) > maxCompared {
		spread := make([]*node, maxCompared)
		for i := range spread {
			spread[i] = some[i*len(some)/maxCompared]
		}
		some = spread
	}
	pairs := 0
	for i, a := range some {
		for _, b := range some[i+1:] {
			j, o := tablesAlike(a, b, comparedDepth)
			jaccard, overlap, pairs = jaccard+j, overlap+o, pairs+1
		}
	}
	if pairs == 0 {
		return 0, 0
	}
	return jaccard / float64(pairs), overlap / float64(pairs)
}
