package matrix

import (
	"context"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// CountsCitations reports whether the table sets sources against entities that
// cite them: the links and routes of a cell are then the number of citations.
// That is so if one side is all sources and the other is not, for direct links
// by any relation.
func (t *Table) CountsCitations() bool { return t.cited }

// allSources reports whether all entities are sources, and there are any.
func allSources(k *kb.KB, of []*kb.Entity) bool {
	sources := k.SourceKind()
	for _, e := range of {
		if e.Kind != sources {
			return false
		}
	}
	return sources != nil && len(of) > 0
}

// countCitations sets the cells to the numbers of citations; the sources are
// the columns, or else the rows.
func (t *Table) countCitations(ctx context.Context, columns, rows indexes, citedColumns bool) {
	sources, others := t.Rows, columns
	if citedColumns {
		sources, others = t.Columns, rows
	}
	found := make([][]Cell, len(sources))
	parallel.Each(len(sources), func(i int) {
		if ctx.Err() != nil {
			return
		}
		last := -1
		t.kb.EachCitation(sources[i].Entity.Number(), func(by int) {
			place := int(others[by]) - 1
			switch {
			case place < 0:
			case by == last:
				c := &found[i][len(found[i])-1]
				c.Links++
				c.Routes++
			default:
				found[i] = append(found[i], Cell{Column: place, Hops: 1, Links: 1, Routes: 1})
				last = by
			}
		})
	})
	if citedColumns {
		t.transpose(found)
	} else {
		t.cells = found
	}
}

// CitingClaims returns the claims of a cell that cite its source, for a table
// that CountsCitations.
func (t *Table) CitingClaims(row, column int) []evidence.Claim {
	source, other := t.Rows[row].Entity, t.Columns[column].Entity
	if !t.kb.IsSource(source) {
		source, other = other, source
	}
	var out []evidence.Claim
	for c := range evidence.Citing(t.kb, source) {
		if c.Entity == other {
			out = append(out, c)
		}
	}
	return out
}
