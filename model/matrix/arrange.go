package matrix

import (
	"cmp"
	"slices"

	"rihla/model/order"
)

// Arranged returns the table with its rows and columns permuted: each order
// lists their current indexes. Rows and columns missing from an order are left
// out, and so are their cells.
func (t *Table) Arranged(rows, columns []int) *Table {
	out := *t
	out.Rows, out.Columns = permuted(t.Rows, rows), permuted(t.Columns, columns)
	place := make([]int, len(t.Columns))
	for at, was := range columns {
		place[was] = at + 1
	}
	out.cells = make([][]Cell, len(rows))
	for at, was := range rows {
		cells := make([]Cell, 0, len(t.cells[was]))
		for _, c := range t.cells[was] {
			if c.Column = place[c.Column] - 1; c.Column >= 0 {
				cells = append(cells, c)
			}
		}
		slices.SortFunc(cells, compareColumn)
		out.cells[at] = cells
	}
	return &out
}

// permuted returns the elements at some indexes.
func permuted[T any](of []T, order []int) []T {
	out := make([]T, len(order))
	for at, was := range order {
		out[at] = of[was]
	}
	return out
}

// WithoutEmpty returns the table without the rows and columns that have no
// filled cell, and counts these.
func (t *Table) WithoutEmpty() *Table {
	rows, columns := filledIndexes(t.Rows), filledIndexes(t.Columns)
	out := t.Arranged(rows, columns)
	out.EmptyRows += len(t.Rows) - len(rows)
	out.EmptyColumns += len(t.Columns) - len(columns)
	return out
}

func filledIndexes(axes []Axis) []int {
	var out []int
	for i, a := range axes {
		if a.IsFilled() {
			out = append(out, i)
		}
	}
	return out
}

// evidenceOrder orders axes by strength, the strongest first.
func evidenceOrder(axes []Axis) []int {
	return sortedIndexes(axes, func(a, b int) int {
		return cmp.Or(cmp.Compare(axes[b].Strength, axes[a].Strength), cmp.Compare(axes[b].Linked, axes[a].Linked))
	})
}

// CountOrder returns the indexes of rows or columns, those linked to most
// first.
func CountOrder(axes []Axis) []int {
	return sortedIndexes(axes, func(a, b int) int {
		return cmp.Or(cmp.Compare(axes[b].Linked, axes[a].Linked), cmp.Compare(axes[b].Strength, axes[a].Strength))
	})
}

// sortedIndexes returns the indexes of axes in a stable order.
func sortedIndexes(axes []Axis, compare func(a, b int) int) []int {
	out := make([]int, len(axes))
	for i := range out {
		out[i] = i
	}
	order.Stable(out, compare)
	return out
}
