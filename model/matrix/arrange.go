package matrix

import (
	"cmp"
	"slices"
)

// Arranged returns the table with its rows and columns in another order: of
// each, the places at which they stand now. What an order leaves out is left out
// of the table, and so are the cells of it.
func (t *Table) Arranged(rows, columns []int) *Table {
	out := *t
	out.Rows, out.Columns = arranged(t.Rows, rows), arranged(t.Columns, columns)
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
		slices.SortFunc(cells, byColumn)
		out.cells[at] = cells
	}
	return &out
}

func arranged[T any](of []T, order []int) []T {
	out := make([]T, len(order))
	for at, was := range order {
		out[at] = of[was]
	}
	return out
}

// Filled returns the table without the rows and columns that have no cell, and
// counts them.
func (t *Table) WithoutEmpty() *Table {
	rows, columns := linked(t.Rows), linked(t.Columns)
	out := t.Arranged(rows, columns)
	out.EmptyRows += len(t.Rows) - len(rows)
	out.EmptyColumns += len(t.Columns) - len(columns)
	return out
}

func linked(axes []Axis) []int {
	var out []int
	for i, a := range axes {
		if a.Linked > 0 {
			out = append(out, i)
		}
	}
	return out
}

// byEvidence puts first what has most evidence.
func byEvidence(axes []Axis) []int {
	return ordered(axes, func(a, b int) int {
		return cmp.Or(cmp.Compare(axes[b].Strength, axes[a].Strength), cmp.Compare(axes[b].Linked, axes[a].Linked))
	})
}

// ByCount returns an order of rows or columns in which those linked to most come
// first.
func CountOrder(axes []Axis) []int {
	return ordered(axes, func(a, b int) int {
		return cmp.Or(cmp.Compare(axes[b].Linked, axes[a].Linked), cmp.Compare(axes[b].Strength, axes[a].Strength))
	})
}

// ordered returns the places of axes in an order; those that it does not tell
// apart stay as they were.
func ordered(axes []Axis, compare func(a, b int) int) []int {
	out := make([]int, len(axes))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, compare)
	return out
}
