// Package matrix sets entities against each other in a table: for each pair,
// how firmly it is known that they are linked, or by how many routes one is
// reached from the other, and what is worth asking about the gaps. A link is a
// stated relation; that a fact mentions both is kept apart. Its memory grows
// with the links, not with the pairs. It draws nothing.
package matrix

import (
	"cmp"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// Grade is the strength of the evidence for the strongest link between two
// entities, in steps.
type Grade uint8

// The grades, from none to the best.
const (
	None      Grade = iota // no link, or deprecated ones only
	Mention                // no link, but a fact of one mentions the other
	Unsourced              // a link without evidence
	Weak                   // weaker than one source of unstated confidence
	Single                 // as strong as one good origin
	Firm                   // as strong as two good origins, or more
)

// String returns the grade as commands print it for programs.
func (g Grade) String() string {
	return [...]string{"none", "mention", "unsourced", "weak", "single", "firm"}[g]
}

func gradeOf(s evidence.Support) Grade {
	switch {
	case s.Mention:
		return Mention
	case s.Strength == 0:
		return Unsourced
	case s.Strength < evidence.MinGood:
		return Weak
	case s.Strength < evidence.MinFirm:
		return Single
	}
	return Firm
}

// Cell is what is known of the links between a row's and a column's entity, in
// either direction.
type Cell struct {
	Column int   // index in Table.Columns
	Grade  Grade // of the strongest link between the two
	// Hops is the number of links of the shortest route: 1 if the two are
	// linked, 0 if no route was searched for or found.
	Hops       uint8
	Origins    int32   // the number of independent origins of the strongest link, or else mention
	Links      int32   // the number of claims that link the two
	Mentions   int32   // the number of facts of one that mention the other
	NotHolding int32   // the number of claims of either that do not hold at Options.At
	Routes     int32   // the number of simple paths of at most Options.Hops links
	Strength   float64 // of the strongest link, or else mention
}

func compareColumn(a, b Cell) int { return cmp.Compare(a.Column, b.Column) }

// IsLinked reports whether there is a route.
func (c Cell) IsLinked() bool { return c.Routes > 0 }

// IsFilled reports whether there is a route or a mention.
func (c Cell) IsFilled() bool { return c.IsLinked() || c.Mentions > 0 }

// add counts a claim with its support.
func (c *Cell) add(s evidence.Support) {
	isFirst := c.Links+c.Mentions == 0
	if s.Mention {
		c.Mentions++
	} else {
		c.Links++
		c.Routes, c.Hops = 1, 1
	}
	best := evidence.Support{Mention: c.Grade == Mention, Origins: int(c.Origins), Strength: c.Strength}
	if isFirst || s.Compare(best) > 0 {
		c.Grade, c.Origins, c.Strength = gradeOf(s), int32(s.Origins), s.Strength
	}
}

// Axis is a row or a column.
type Axis struct {
	Entity    *kb.Entity
	Linked    int     // the number of linked cells
	Mentioned int     // the number of cells that hold no more than mentions
	Strength  float64 // the sum over its linked cells
}

// IsFilled reports whether any cell is.
func (a Axis) IsFilled() bool { return a.Linked+a.Mentioned > 0 }

// Table sets rows against columns, those with most evidence first unless
// rearranged. It is immutable.
type Table struct {
	Rows, Columns []Axis
	// The number of axes left out by WithoutEmpty.
	EmptyRows, EmptyColumns int
	// NotHolding is the number of claims that do not hold at Options.At.
	NotHolding int
	// CutRows is the number of trailing rows left out because of maxCells or
	// maxSteps.
	CutRows int

	kb        *kb.KB
	options   Options
	cells     [][]Cell // by row, ascending by column
	linked    int
	mentioned int
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
			r, column := &t.Rows[row], &t.Columns[c.Column]
			t.NotHolding += int(c.NotHolding)
			switch {
			case c.IsLinked():
				t.linked++
				r.Linked++
				column.Linked++
			case c.Mentions > 0:
				t.mentioned++
				r.Mentioned++
				column.Mentioned++
			default:
				continue
			}
			t.grades[c.Grade]++
			t.links, t.routes = max(t.links, int(c.Links)), max(t.routes, int(c.Routes))
			if c.Grade > Mention {
				r.Strength += c.Strength
				column.Strength += c.Strength
			}
		}
	}
	if t.isSquare {
		t.NotHolding /= 2 // each link is in two cells
	}
}

// IsSquare reports whether rows and columns are the same entities. Each pair
// then has two cells, and the diagonal means nothing.
func (t *Table) IsSquare() bool { return t.isSquare }

// Linked returns the number of linked cells.
func (t *Table) Linked() int { return t.linked }

// IsFilled reports whether any two entities are linked or mentioned together.
func (t *Table) IsFilled() bool { return t.linked+t.mentioned > 0 }

// Graded returns the number of cells of a grade.
func (t *Table) Graded(g Grade) int { return t.grades[g] }

// MaxCounts returns the most links and the most routes of any cell.
func (t *Table) MaxCounts() (links, routes int) { return t.links, t.routes }

// Options returns the options that the table was made with.
func (t *Table) Options() Options { return t.options }

// Row returns the cells of a row that exist, ascending by column; cells whose
// links are all deprecated or of another time may be among them. The caller must not modify it.
func (t *Table) Row(row int) []Cell { return t.cells[row] }

// Cell returns the cell of a row and a column, an empty one if there is none.
func (t *Table) Cell(row, column int) Cell {
	if c, ok := t.Find(row, column); ok {
		return c
	}
	return Cell{Column: column}
}

// Find returns the cell of a row and a column; false if there are no links, not
// even deprecated ones or such of another time.
func (t *Table) Find(row, column int) (Cell, bool) {
	at, ok := slices.BinarySearchFunc(t.cells[row], Cell{Column: column}, compareColumn)
	if !ok {
		return Cell{}, false
	}
	return t.cells[row][at], true
}

// Links returns the links and then the mentions counted in a cell, those of the
// row's entity first.
func (t *Table) Links(row, column int) []Link {
	out := t.Relations(row, column)
	t.eachLink(row, column, func(r *kb.Record, s *kb.Statement) {
		if evidence.IsMention(s) && t.options.holds(t.kb, s) {
			out = append(out, Link{s, evidence.OfLink(t.kb, r, s)})
		}
	})
	return out
}

// Relations returns the links counted in a cell without the mentions.
func (t *Table) Relations(row, column int) []Link {
	var out []Link
	t.eachLink(row, column, func(r *kb.Record, s *kb.Statement) {
		if !evidence.IsMention(s) && t.options.holds(t.kb, s) {
			out = append(out, Link{s, evidence.OfLink(t.kb, r, s)})
		}
	})
	return out
}

// hasDiscarded reports whether a cell has a deprecated link, or one of another time.
func (t *Table) hasDiscarded(row, column int) (found bool) {
	t.eachLink(row, column, func(_ *kb.Record, s *kb.Statement) {
		found = found || !t.options.holds(t.kb, s) && !evidence.IsMention(s)
	})
	return found
}

// eachLink calls do for the links between a row's and a column's entity, those of
// the former first.
func (t *Table) eachLink(row, column int, do func(r *kb.Record, s *kb.Statement)) {
	a, b := t.Rows[row].Entity, t.Columns[column].Entity
	if a == b {
		return
	}
	for _, pair := range [][2]*kb.Entity{{a, b}, {b, a}} {
		r := t.kb.Record(pair[0])
		for _, s := range r.Links {
			if s.To == pair[1] && t.options.counts(t.kb, s.From, s.Field) {
				do(r, s)
			}
		}
	}
}

// Link is a link and the claim that makes it.
type Link struct {
	*kb.Statement
	Claim evidence.Claim
}
