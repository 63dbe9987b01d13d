// Package matrix draws a part of a table of rows against columns that fits a
// frame: names stay while what is between them moves.
package matrix

import (
	"strconv"

	"rihla/model/matrix"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// Measures are how wide the names and numbers of a table are. A table is
// measured once, so that nothing moves sideways while it is gone through.
type Measures struct {
	row, column         int // of the longest name
	ofRow, ofColumn     int // of the largest number in the margins
	cell                int
	rowCount, cellCount int // how many rows, how many columns there are
}

// mostMeasured is how many names are measured; of what comes after them, long
// ones are cut.
const mostMeasured = 2000

// Measure measures a table.
func Measure(v present.Voice, t *matrix.Table, s Shading) Measures {
	m := Measures{cell: s.Width(), rowCount: len(t.Rows), cellCount: len(t.Columns)}
	m.row, m.ofRow = measure(v, t.Rows)
	m.column, m.ofColumn = measure(v, t.Columns)
	return m
}

func measure(v present.Voice, axes []matrix.Axis) (name, number int) {
	most := 0
	for i, a := range axes {
		most = max(most, a.Linked)
		if i < mostMeasured {
			name = max(name, safe.Width(v.Name(a.Entity)))
		}
	}
	return name, len(strconv.Itoa(most))
}

// Layout is the position of the parts of a table in a frame.
type Layout struct {
	Width, Height int
	Rows, Columns int // how many are seen

	flags  bool // whether the names of columns stand beside each other's strokes
	head   int  // lines above the first row
	upper  int  // letters of each name above its column, where there are no flags
	digits int  // lines of numbers above the columns, where there are no flags
	name   int  // cells of a row's name
	margin int  // cells of a row's number
	left   int  // cells before the first column
	step   int  // from one column to the next
}

const (
	leastName    = 6  // cells that the name of a row keeps
	leastFlag    = 8  // cells that the name of the last column keeps
	fairFlag     = 24 // cells that it has before names of rows have half of what is left
	leastRows    = 3  // that are seen before names of columns take room
	fairRows     = 6  // that are seen where whole names of a few columns need the rest
	leastLetters = 3  // of a name that is written downwards, or none
	mostLetters  = 14
	mostHead     = 8 // lines that names of columns take where rows would need them too
)

// Lay lays a table out in a frame.
func (m Measures) Lay(width, height int) Layout {
	l := Layout{Width: max(0, width), Height: max(0, height), step: 1 + m.cell, margin: m.ofRow}
	// Where all columns fit, and the name of the last one, what is left is for the
	// names of rows.
	free := l.Width - 5 - m.ofRow - l.step*m.cellCount
	m.layNames(&l, min(m.column, max(fairFlag, free-m.row, free/2)))
	spare := max(min(l.Height/2, max(l.Height/3, mostHead)), l.Height-m.rowCount)
	spare = max(0, min(spare, l.Height-leastRows))
	last := l.Width - l.left - l.step*m.cellCount
	forFlags := max(spare, min(mostHead, l.Height-fairRows))
	if l.flags = l.Columns == m.cellCount && m.cellCount <= forFlags && last >= min(leastFlag, m.column); l.flags {
		l.head = m.cellCount
	} else if m.layNames(&l, 0); spare > 0 {
		// A line for the name of the column that is lit, and where there is room
		// for three letters more, the names of all.
		l.head = 1
		if l.digits = m.ofColumn; spare >= 1+l.digits {
			l.head += l.digits
			l.upper = min(m.column, spare-l.head, mostLetters)
			if l.upper < min(leastLetters, m.column) {
				l.upper = 0
			}
			l.head += l.upper
		} else {
			l.digits = 0
		}
	}
	l.Rows = max(0, min(m.rowCount, l.Height-l.head))
	return l
}

// layNames gives the names of rows what room columns leave, and cells for a last
// heading beside them.
func (m Measures) layNames(l *Layout, heading int) {
	left := l.Width - 5 - m.ofRow - l.step*m.cellCount - heading
	l.name, l.margin = max(leastName, min(m.row, max(l.Width/3, left))), m.ofRow
	if room := l.Width - 2 - l.step; 1+l.name+2+l.margin > room {
		l.name = max(0, room-3-l.margin)
	}
	l.left = 1 + l.name + 1 + l.margin + 1
	if l.name == 0 {
		l.margin, l.left = 0, 1
	}
	l.Columns = max(0, min(m.cellCount, (l.Width-l.left-1)/l.step))
}

// ruled is how many columns are told apart by dots; among more, only each fifth
// row and column is dotted.
const ruled = 26

// isDotted reports whether an empty cell is marked, by its place in the table.
func (l Layout) isDotted(row, column int) bool {
	return l.Columns <= ruled || row%5 == 0 || column%5 == 0
}

// X returns the cell in which a column's sign ends, counted from the first that
// is seen.
func (l Layout) X(column int) int { return l.left + l.step*(column+1) - 1 }

// Head returns the number of lines above the rows.
func (l Layout) Head() int { return l.head }

// HasFlags reports whether column names are written horizontally, each on a line
// of its own.
func (l Layout) HasFlags() bool { return l.flags }

// At returns the row and column at a cell of the frame, counted from the first
// visible ones; -1 above the rows or before the columns.
func (l Layout) At(x, y int) (row, column int, ok bool) {
	row, column = y-l.head, -1
	if x >= l.left {
		column = min((x-l.left)/l.step, l.Columns)
	}
	row = max(row, -1)
	return row, column, x >= 0 && y >= 0 && row < l.Rows && column < l.Columns && (row >= 0 || column >= 0)
}
