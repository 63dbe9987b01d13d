// Package gaps sets two kinds against each other and tells, for each pair of
// entities, how firmly it is known that they are linked; and what is worth asking
// where it is not. What is kept grows with the links, never with the pairs.
package gaps

import (
	"cmp"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// Grade says how firmly it is known that two entities are linked.
type Grade uint8

// The grades, from nothing to the best.
const (
	None      Grade = iota // no link, or only such as were discarded
	Unsourced              // a link for which there is no evidence
	Weak                   // less than one source that nobody has weighed
	Single                 // about as much as one good origin
	Firm                   // about as much as two good origins, or more
)

// The least strengths of the grades: see evidence.Strength. One origin, however
// sure, is never firm.
const (
	leastSingle = 0.75
	leastFirm   = 1.5
)

// String returns the grade as the command line writes it for programs.
func (g Grade) String() string {
	return [...]string{"none", "unsourced", "weak", "single", "firm"}[g]
}

// Cell is what is known of the links between the entity of a row and that of a
// column, whichever of them says so.
type Cell struct {
	Column   int // its place in Table.Columns
	Grade    Grade
	Strength float64
	Origins  int // independent ones
}

// Axis is a row or a column.
type Axis struct {
	Entity   *kb.Entity
	Linked   int     // how many of the other kind it is linked to
	Strength float64 // of all its cells together
}

// Table is two kinds against each other. What has most evidence comes first, and
// otherwise what comes first in the files.
type Table struct {
	Rows, Columns []Axis

	kb       *kb.KB
	cells    [][]Cell // of each row, by column
	linked   int
	isSquare bool // whether both kinds are the same
}

// Between sets a kind against another, or against itself.
func Between(k *kb.KB, rows, columns *kb.Kind) *Table {
	k.FindOrigins()
	t := &Table{kb: k, isSquare: rows == columns, Rows: axes(rows), Columns: axes(columns)}
	t.cells = make([][]Cell, len(t.Rows))
	// Links from the other end cost a record each: what fewer of them lead to is
	// gone through.
	if g := (gathering{k, columns}); g.incoming(rows) <= (gathering{k, rows}).incoming(columns) {
		parallel.Each(len(t.Rows), func(i int) { t.cells[i] = g.cells(rows.Entities[i]) })
	} else {
		t.turn(gathering{k, rows}, columns)
	}
	t.measure()
	t.arrange()
	return t
}

func axes(kind *kb.Kind) []Axis {
	out := make([]Axis, len(kind.Entities))
	for i, e := range kind.Entities {
		out[i].Entity = e
	}
	return out
}

// turn goes through the columns and hands the cells to the rows.
func (t *Table) turn(g gathering, columns *kb.Kind) {
	found := make([][]Cell, len(t.Columns))
	parallel.Each(len(found), func(i int) { found[i] = g.cells(columns.Entities[i]) })
	for column, cells := range found {
		for _, c := range cells {
			row := c.Column
			c.Column = column
			t.cells[row] = append(t.cells[row], c)
		}
	}
}

func (t *Table) measure() {
	for row, cells := range t.cells {
		for _, c := range cells {
			if c.Grade == None {
				continue
			}
			t.linked++
			for _, axis := range []*Axis{&t.Rows[row], &t.Columns[c.Column]} {
				axis.Linked++
				axis.Strength += c.Strength
			}
		}
	}
}

// arrange puts first what has most evidence.
func (t *Table) arrange() {
	rows, _ := order(t.Rows)
	columns, place := order(t.Columns)
	t.Rows, t.Columns = arranged(t.Rows, rows), arranged(t.Columns, columns)
	t.cells = arranged(t.cells, rows)
	for _, cells := range t.cells {
		for i := range cells {
			cells[i].Column = place[cells[i].Column]
		}
		slices.SortFunc(cells, func(a, b Cell) int { return cmp.Compare(a.Column, b.Column) })
	}
}

// order returns the axes in the order they are to stand in, by their places, and
// for each of them where it then stands.
func order(axes []Axis) (sorted, place []int) {
	sorted, place = make([]int, len(axes)), make([]int, len(axes))
	for i := range sorted {
		sorted[i] = i
	}
	slices.SortStableFunc(sorted, func(a, b int) int {
		return cmp.Or(cmp.Compare(axes[b].Strength, axes[a].Strength), cmp.Compare(axes[b].Linked, axes[a].Linked))
	})
	for at, was := range sorted {
		place[was] = at
	}
	return sorted, place
}

func arranged[T any](of []T, order []int) []T {
	out := make([]T, len(of))
	for at, was := range order {
		out[at] = of[was]
	}
	return out
}

// IsSquare tells whether a kind is set against itself. Each pair is then there
// twice, and the diagonal means nothing.
func (t *Table) IsSquare() bool { return t.isSquare }

// IsLinked tells whether there is any link.
func (t *Table) IsLinked() bool { return t.linked > 0 }

// Row returns the cells of a row that are known of, by column: all others are
// empty. It is not to be written to.
func (t *Table) Row(row int) []Cell { return t.cells[row] }

// Cell returns the cell of a row and a column.
func (t *Table) Cell(row, column int) Cell {
	if at, ok := t.find(row, column); ok {
		return t.cells[row][at]
	}
	return Cell{Column: column}
}

func (t *Table) find(row, column int) (int, bool) {
	return slices.BinarySearchFunc(t.cells[row], column, func(c Cell, column int) int { return cmp.Compare(c.Column, column) })
}

// Links returns the links that a cell stands for, with the claims that make
// them, those of the row's entity first.
func (t *Table) Links(row, column int) []Link {
	var out []Link
	a, b := t.Rows[row].Entity, t.Columns[column].Entity
	for _, way := range [][2]*kb.Entity{{a, b}, {b, a}} {
		r := t.kb.Record(way[0])
		for _, s := range r.Links {
			if s.To == way[1] && isClaim(t.kb, s) && !isDiscarded(s) {
				out = append(out, Link{s, evidence.OfLink(t.kb, r, s)})
			}
		}
	}
	return out
}

// Link is a link and the claim that makes it.
type Link struct {
	*kb.Statement
	Claim evidence.Claim
}
