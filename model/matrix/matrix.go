// Package matrix sets entities against each other, those of a kind mostly, and
// tells for each pair how firmly it is known that they are linked, or by how
// many routes one is reached from the other. What is kept grows with what is
// linked, never with the pairs.
package matrix

import (
	"cmp"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
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

// Cell is what is known of the entity of a row and that of a column, whichever
// of them says so.
type Cell struct {
	Column int   // its place in Table.Columns
	Grade  Grade // of the links between the two
	// Hops is how many links the shortest route from one to the other has: 1
	// where they are linked, 0 where no route was looked for or found.
	Hops     uint8
	Origins  int32 // independent ones, of the links between the two
	Links    int32 // between the two
	Routes   int32 // of at most Options.Hops links, each over other entities
	Strength float64
}

func byColumn(a, b Cell) int { return cmp.Compare(a.Column, b.Column) }

// IsLinked tells whether there is a route.
func (c Cell) IsLinked() bool { return c.Routes > 0 }

// Axis is a row or a column.
type Axis struct {
	Entity   *kb.Entity
	Linked   int     // how many of the other side it is linked to
	Strength float64 // of all its cells together
}

// Table is rows against columns. What has most evidence comes first, and
// otherwise what comes first in the files, until it is arranged otherwise. It is
// not written to once it is made.
type Table struct {
	Rows, Columns []Axis
	// What has no cell, and was left out: see Filled.
	EmptyRows, EmptyColumns int
	// Cut is how many rows were left out, the last ones, because there would
	// have been too many cells or steps.
	CutRows int

	kb       *kb.KB
	options  Options
	cells    [][]Cell // of each row, by column
	linked   int
	grades   [Firm + 1]int
	links    int // most of a cell
	routes   int
	cited    bool
	isSquare bool     // whether both sides are the same
	network  *network // nil where only direct links were asked for
}

// measure adds up what the cells of each row and column come to.
func (t *Table) measure() {
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

// IsSquare tells whether both sides are the same. Each pair is then there twice,
// and the diagonal means nothing.
func (t *Table) IsSquare() bool { return t.isSquare }

// Linked counts the cells that are linked.
func (t *Table) Linked() int { return t.linked }

// Graded counts the cells of a grade that are linked.
func (t *Table) Graded(g Grade) int { return t.grades[g] }

// Most returns the most links between, and routes from, a row and a column.
func (t *Table) MaxCounts() (links, routes int) { return t.links, t.routes }

// Options returns what was asked for.
func (t *Table) Options() Options { return t.options }

// Row returns the cells of a row that are known of, by column: all others are
// empty, and so are those whose links were all discarded. It is not to be
// written to.
func (t *Table) Row(row int) []Cell { return t.cells[row] }

// Cell returns the cell of a row and a column.
func (t *Table) Cell(row, column int) Cell {
	if c, ok := t.Find(row, column); ok {
		return c
	}
	return Cell{Column: column}
}

// Find returns the cell of a row and a column, if anything is known of it, links
// that were discarded too.
func (t *Table) Find(row, column int) (Cell, bool) {
	at, ok := slices.BinarySearchFunc(t.cells[row], Cell{Column: column}, byColumn)
	if !ok {
		return Cell{}, false
	}
	return t.cells[row][at], true
}

// Links returns the links that a cell stands for, with the claims that make
// them, those of the row's entity first.
func (t *Table) Links(row, column int) []Link {
	var out []Link
	a, b := t.Rows[row].Entity, t.Columns[column].Entity
	if a == b {
		return nil
	}
	for _, way := range [][2]*kb.Entity{{a, b}, {b, a}} {
		r := t.kb.Record(way[0])
		for _, s := range r.Links {
			if s.To == way[1] && t.options.takes(t.kb, s.From, s.Field) && !isDiscarded(s) {
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
