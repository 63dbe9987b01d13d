package matrix

import (
	"context"

	"rihla/model/matrix"
	"rihla/model/order"
	"rihla/ui/present"
	"rihla/ui/words"
)

// Order is how rows and columns stand.
type Order uint8

// The orders, and how many there are.
const (
	ByStructure Order = iota
	ByCount
	ByName
	Orders
)

// String returns what the command line calls an order.
func (o Order) String() string { return [...]string{"structure", "count", "name"}[o] }

// Label says how rows and columns stand.
func (o Order) Label(w *words.Language) string {
	return [...]string{w.Say(words.ByStructure), w.Say(words.ByCount), w.Say(words.ByName)}[o]
}

// Arrange puts a table in order. A context that ends leaves it half done.
func (o Order) Arrange(ctx context.Context, v present.Voice, t *matrix.Table) *matrix.Table {
	switch o {
	case ByCount:
		return t.Arranged(matrix.CountOrder(t.Rows), matrix.CountOrder(t.Columns))
	case ByName:
		return t.Arranged(byName(v, t.Rows), byName(v, t.Columns))
	}
	return t.Arranged(t.StructureOrder(ctx))
}

// byName returns an order of rows or columns by what they are called, as lists
// sort names.
func byName(v present.Voice, axes []matrix.Axis) []int {
	keys := make([]present.Key, len(axes))
	out := make([]int, len(axes))
	for i, a := range axes {
		keys[i], out[i] = v.SortKey(a.Entity, ""), i
	}
	order.Stable(out, func(a, b int) int { return keys[a].Compare(keys[b]) })
	return out
}
