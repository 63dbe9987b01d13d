package matrix

import (
	"cmp"
	"slices"

	"rihla/model/order"
)

// Reason is why a question about a table is worth asking.
type Reason uint8

// The reasons, in the order in which questions are asked.
const (
	NoSources      Reason = iota // no claim of the knowledge base names a source
	UnsourcedLink                // a link without evidence
	WeakLink                     // a link of Grade Weak
	UnlinkedRow                  // a row without links where most rows have some
	UnlinkedColumn               // a column without links where most columns have some
	MissingLink                  // no link in a cell where one is expected
)

// String returns the reason as commands print it for programs.
func (r Reason) String() string {
	return [...]string{"no_sources", "unsourced", "weak", "row", "column", "missing"}[r]
}

// Question is a gap in a table. Row or Column is -1 where the question concerns a
// whole column or row.
type Question struct {
	Reason      Reason
	Row, Column int
	// Expected is the number of links expected in a cell if those of its row and
	// column were spread evenly; set for MissingLink only.
	Expected float64
	// Links is the number of links without a source, of which Row and Column have the
	// first; set for NoSources only.
	Links int
}

const (
	// minExpected is the number of links expected in a cell from which their
	// absence is worth a question.
	minExpected = 1
	// minLinkedTenths is the share of an axis, in tenths, that must be linked for
	// its unlinked entities to be asked about.
	minLinkedTenths = 5
	// commonTenths is the share of rows, in tenths, that a column must be linked
	// to before it is expected to be linked to all.
	commonTenths = 8
	// minLinked is the number of linked entities below which nothing is expected
	// of the others.
	minLinked = 4
)

// Questions returns what is worth asking about a table, best first. Where the
// knowledge base has no sources, one question stands for those about each link. Their number
// is bounded by about the number of links and entities, since no more cells than
// links can have minExpected or more links expected.
func Questions(t *Table) []Question {
	if t.kb.LacksSources() {
		return slices.Concat(unsourced(t), unlinked(t), missing(t))
	}
	return slices.Concat(doubtful(t), unlinked(t), missing(t))
}

// unsourced returns one question about all links, or none where there is no link.
func unsourced(t *Table) []Question {
	each := doubtful(t)
	if len(each) == 0 {
		return nil
	}
	all := Question{Reason: NoSources, Row: each[0].Row, Column: each[0].Column}
	for _, q := range each {
		all.Links += int(t.Cell(q.Row, q.Column).Links)
	}
	return []Question{all}
}

// doubtful returns a question for each unsourced or weak link, the weakest first.
func doubtful(t *Table) []Question {
	var out []Question
	for row := range t.Rows {
		for _, c := range t.Row(row) {
			switch {
			case isMirrored(t, row, c.Column):
			case c.Grade == Unsourced:
				out = append(out, Question{Reason: UnsourcedLink, Row: row, Column: c.Column})
			case c.Grade == Weak:
				out = append(out, Question{Reason: WeakLink, Row: row, Column: c.Column})
			}
		}
	}
	order.Stable(out, func(a, b Question) int {
		p, q := t.Cell(a.Row, a.Column), t.Cell(b.Row, b.Column)
		return cmp.Or(cmp.Compare(a.Reason, b.Reason), cmp.Compare(p.Strength, q.Strength))
	})
	return out
}

// isMirrored reports whether a cell of a square table is the mirror of one above
// the diagonal.
func isMirrored(t *Table, row, column int) bool { return t.IsSquare() && row > column }

// unlinked returns a question for each row and column without any link.
func unlinked(t *Table) []Question {
	var out []Question
	for _, row := range unlinkedAxes(t.Rows) {
		out = append(out, Question{Reason: UnlinkedRow, Row: row, Column: -1})
	}
	if t.IsSquare() {
		return out
	}
	for _, column := range unlinkedAxes(t.Columns) {
		out = append(out, Question{Reason: UnlinkedColumn, Row: -1, Column: column})
	}
	return out
}

// unlinkedAxes returns the indexes of axes without links, or nil where too few of
// the others have any.
func unlinkedAxes(axes []Axis) []int {
	var out []int
	for i, a := range axes {
		if a.Linked == 0 {
			out = append(out, i)
		}
	}
	if linked := len(axes) - len(out); linked < minLinked || 10*linked < minLinkedTenths*len(axes) {
		return nil
	}
	return out
}

// isKnown reports whether a link is stated in a cell, if only to be discarded.
func (t *Table) isKnown(row, column int) bool {
	c, met := t.Find(row, column)
	return met && (c.IsLinked() || c.Mentions == 0 || t.hasDiscarded(row, column))
}

// missing returns a question for each empty cell in which a link is expected, the
// most expected first. Discarded links count as known.
func missing(t *Table) []Question {
	if t.Linked() == 0 {
		return nil
	}
	var out []Question
	columns := sortedIndexes(t.Columns, func(a, b int) int { return cmp.Compare(t.Columns[b].Linked, t.Columns[a].Linked) })
	for row, r := range t.Rows {
		for _, column := range columns {
			n := t.Columns[column].Linked
			expected := float64(r.Linked) * float64(n) / float64(t.Linked())
			isCommon := 10*n >= commonTenths*len(t.Rows)
			if r.Linked == 0 || expected < minExpected && !isCommon {
				break
			}
			if !t.isKnown(row, column) && !isMirrored(t, row, column) && !(t.IsSquare() && row == column) {
				out = append(out, Question{Reason: MissingLink, Row: row, Column: column, Expected: expected})
			}
		}
	}
	order.Stable(out, func(a, b Question) int { return cmp.Compare(b.Expected, a.Expected) })
	return out
}
