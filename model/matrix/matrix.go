// Package matrix sets entities against each other in a table: for each pair,
// how firmly it is known that they are linked, or by how many routes one is
// reached from the other, and what is worth asking about the gaps. Its memory
// grows with the links, not with the pairs. It draws nothing.
package matrix

import (
	"cmp"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// Grade is the strength of the evidence for the links between two entities, in
// steps.
type Grade uint8

// The grades, from none to the best.
const (
	None      Grade = iota // no link, or deprecated ones only
	Unsourced              // a link without evidence
	Weak                   // weaker than one source of unstated confidence
	Single                 // as strong as one good origin
	Firm                   // as strong as two good origins, or more
)

// The lower bounds of strength of the grades; see evidence.Strength. One origin,
// however sure, is never Firm.
const (
	minSingle = 0.75
	minFirm   = 1.5
)

// String returns the grade as commands print it for programs.
func (g Grade) String() string {
	return [...]string{"none", "unsourced", "weak", "single", "firm"}[g]
}

// Cell is what is known of the links between a row's and a column's entity, in
// either direction.
type Cell struct {
	Column int   // index in Table.Columns
	Grade  Grade // of the links between the two
	// Hops is the number of links of the shortest route: 1 if the two are
	// linked, 0 if no route was searched for or found.
	Hops     uint8
	Origins  int32 // the number of independent origins of these links
	Links    int32 // the number of links between the two
	Routes   int32 // the number of simple paths of at most Options.Hops links
	Strength float64
}

func compareColumn(a, b Cell) int { return cmp.Compare(a.Column, b.Column) }

// IsLinked reports whether there is a route.
func (c Cell) IsLinked() bool { return c.Routes > 0 }

// Axis is a row or a column.
type Axis struct {
	Entity   *kb.Entity
	Linked   int     // the number of linked cells
	Strength float64 // the sum over its cells
}

// Table sets rows against columns, those with most evidence first unless
// rearranged. It is immutable.
type Table struct {
	Rows, Columns []Axis
	// The number of axes left out by WithoutEmpty.
	EmptyRows, EmptyColumns int
	// CutRows is the number of trailing rows left out because of maxCells or
	// maxSteps.
	CutRows int

	kb        *kb.KB
	options   Options
	cells     [][]Cell // by row, ascending by column
	linked    int
	grades    [Firm + 1]int
	links     int // the most of any cell
	routes    int
	cited     bool
	isSquare  bool       // whether rows and columns are the same entities
	adjacency *adjacency // nil if only direct links were asked for
}

// sumAxes sets the totals of the table and of its rows and columns.
func (t *Table) sumAxes() {
	for row, cells := range t.cells {
		for _, c := range cells {
			if !c.IsLinked() {
				continue
			}
			t.linked++
			t.grades[c.Grade]++
			t.links, t.routes = max(t.links, int(c.Links)), max(t.routes, int(c.Routes))
			for _, axis := range []*Axis{&t.Rows[row], &t.Columns[c.Column]} {
				axis.Linked++
				axis.Strength += c.Strength
			}
		}
	}
}

// IsSquare reports whether rows and columns are the same entities. Each pair
// then has two cells, and the diagonal means nothing.
func (t *Table) IsSquare() bool { return t.isSquare }

// Linked returns the number of linked cells.
func (t *Table) Linked() int { return t.linked }

// Graded returns the number of linked cells of a grade.
func (t *Table) Graded(g Grade) int { return t.grades[g] }

// MaxCounts returns the most links and the most routes of any cell.
func (t *Table) MaxCounts() (links, routes int) { return t.links, t.routes }

// Options returns the options that the table was made with.
func (t *Table) Options() Options { return t.options }

// Row returns the cells of a row that exist, ascending by column; cells whose
// links are all deprecated may be among them. The caller must not modify it.
func (t *Table) Row(row int) []Cell { return t.cells[row] }

// Cell returns the cell of a row and a column, an empty one if there is none.
func (t *Table) Cell(row, column int) Cell {
	if c, ok := t.Find(row, column); ok {
		return c
	}
	return Cell{Column: column}
}

// Find returns the cell of a row and a column; false if there are no links, not
// even deprecated ones.
func (t *Table) Find(row, column int) (Cell, bool) {
	at, ok := slices.BinarySearchFunc(t.cells[row], Cell{Column: column}, compareColumn)
	if !ok {
		return Cell{}, false
	}
	return t.cells[row][at], true
}

// Links returns the links counted in a cell, those of the row's entity first.
func (t *Table) Links(row, column int) []Link {
	var out []Link
	a, b := t.Rows[row].Entity, t.Columns[column].Entity
	if a == b {
		return nil
	}
	for _, pair := range [][2]*kb.Entity{{a, b}, {b, a}} {
		r := t.kb.Record(pair[0])
		for _, s := range r.Links {
			if s.To == pair[1] && t.options.counts(t.kb, s.From, s.Field) && !isDeprecated(s) {
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
