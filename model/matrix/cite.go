package matrix

import (
	"context"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// IsCited tells whether sources are set against what cites them: a cell then
// counts, as its links and as its routes, how often one is cited by the other.
// That is so of direct links, where all of one side are sources and the other is
// none, and no relation is asked for.
func (t *Table) CountsCitations() bool { return t.cited }

func areSources(k *kb.KB, of []*kb.Entity) bool {
	sources := k.SourceKind()
	for _, e := range of {
		if e.Kind != sources {
			return false
		}
	}
	return sources != nil && len(of) > 0
}

// cite counts how often sources are cited, those of the columns or else of the
// rows.
func (t *Table) cite(ctx context.Context, columns, rows places, above bool) {
	sources, others := t.Rows, columns
	if above {
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
	if above {
		t.handOver(found)
	} else {
		t.cells = found
	}
}

// Citing returns the claims of a cell that rest on its source, where sources are
// set against what cites them.
func (t *Table) CitingClaims(row, column int) []evidence.Claim {
	source, other := t.Rows[row].Entity, t.Columns[column].Entity
	if !t.kb.IsSource(source) {
		source, other = other, source
	}
	var out []evidence.Claim
	for c := range t.kb.Citations(source) {
		if c.By == other {
			s, f, _ := t.kb.ResolveCitation(c)
			out = append(out, evidence.Claim{Entity: other, Statement: s, Fact: f})
		}
	}
	return out
}
