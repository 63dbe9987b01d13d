// Package gaps asks what is worth asking of two kinds that are set against each
// other: where a link stands on little, and where none is known though one is to
// be expected.
package gaps

import (
	"cmp"
	"slices"

	"rihla/model/matrix"
)

// Asking is why a question is asked.
type Reason uint8

// What questions are asked for, the first before the next.
const (
	UnsourcedLink  Reason = iota // a link that no source is named for
	WeakLink                     // a link that stands on little
	UnlinkedRow                  // an entity without any link where most have one
	UnlinkedColumn               // the same of a column
	MissingLink                  // a pair without a link where one is to be expected
)

// String returns what a question is asked for as the command line writes it for
// programs.
func (a Reason) String() string {
	return [...]string{"unsourced", "weak", "row", "column", "missing"}[a]
}

// Question is something worth asking. Row or Column is -1 where the question is
// of no single one.
type Question struct {
	Reason      Reason
	Row, Column int
	// Expected is how many links there would be of a pair, if those of its row
	// and its column were spread evenly. 0 where there is one.
	Expected float64
}

const (
	// leastExpected is how many links are to be expected of a pair before their
	// absence is worth a question.
	leastExpected = 1
	// Where so many of ten have a link, it is asked of those that have none.
	most      = 5
	almostAll = 8
	// fewest is how many have to be linked before anything is to be expected of
	// the others.
	fewest = 4
)

// Questions returns what is worth asking, best first. There are at most about as
// many as links and entities: not more pairs can have leastExpected or more links
// to be expected than there are links.
func Questions(t *matrix.Table) []Question {
	out := append(doubtful(t), lonely(t)...)
	return append(out, missing(t)...)
}

// doubtful asks of the links that stand on little, the least first.
func doubtful(t *matrix.Table) []Question {
	var out []Question
	for row := range t.Rows {
		for _, c := range t.Row(row) {
			switch {
			case isMirrored(t, row, c.Column):
			case c.Grade == matrix.Unsourced:
				out = append(out, Question{Reason: UnsourcedLink, Row: row, Column: c.Column})
			case c.Grade == matrix.Weak:
				out = append(out, Question{Reason: WeakLink, Row: row, Column: c.Column})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int {
		p, q := t.Cell(a.Row, a.Column), t.Cell(b.Row, b.Column)
		return cmp.Or(cmp.Compare(a.Reason, b.Reason), cmp.Compare(p.Strength, q.Strength))
	})
	return out
}

// isMirrored tells whether a pair is asked of from its other side.
func isMirrored(t *matrix.Table, row, column int) bool { return t.IsSquare() && row > column }

// lonely asks of what has no link at all.
func lonely(t *matrix.Table) []Question {
	var out []Question
	for _, row := range alone(t.Rows) {
		out = append(out, Question{Reason: UnlinkedRow, Row: row, Column: -1})
	}
	if t.IsSquare() {
		return out
	}
	for _, column := range alone(t.Columns) {
		out = append(out, Question{Reason: UnlinkedColumn, Row: -1, Column: column})
	}
	return out
}

// alone returns those that have no link, where most of the others have one.
func alone(axes []matrix.Axis) []int {
	var out []int
	for i, a := range axes {
		if a.Linked == 0 {
			out = append(out, i)
		}
	}
	if linked := len(axes) - len(out); linked < fewest || 10*linked < most*len(axes) {
		return nil
	}
	return out
}

// missing asks of pairs that have no link where one is to be expected, most of
// all first.
func missing(t *matrix.Table) []Question {
	if t.Linked() == 0 {
		return nil
	}
	var out []Question
	columns := mostLinked(t.Columns)
	for row, r := range t.Rows {
		for _, column := range columns {
			n := t.Columns[column].Linked
			expected := float64(r.Linked) * float64(n) / float64(t.Linked())
			common := n >= fewest && 10*n >= almostAll*len(t.Rows)
			if r.Linked == 0 || expected < leastExpected && !common {
				break
			}
			if _, known := t.Find(row, column); !known && !isMirrored(t, row, column) && !(t.IsSquare() && row == column) {
				out = append(out, Question{MissingLink, row, column, expected})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Question) int { return cmp.Compare(b.Expected, a.Expected) })
	return out
}

// mostLinked returns the places of axes, those with most links first.
func mostLinked(axes []matrix.Axis) []int {
	out := make([]int, len(axes))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(axes[b].Linked, axes[a].Linked) })
	return out
}
