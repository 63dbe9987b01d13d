package matrix

import (
	"context"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// MaxHops is the most links of a route.
const MaxHops = 3

// Options say which links and routes a table counts.
type Options struct {
	// Relation is the path of the only field whose links count, in either
	// direction and at every hop; empty for all.
	Relation string
	// Hops is the most links of a route, from 1 to MaxHops; 0 is 1.
	Hops int
	// At is the time at which links have to hold.
	At kb.Reference
}

// counts reports whether a link counts: naming a source is no claim about the
// world, nor is what a source states about itself, nor a link in a body.
func (o Options) counts(k *kb.KB, from *kb.Entity, f *kb.Field) bool {
	if o.Relation != "" && f.Path != o.Relation || f.IsMention() {
		return false
	}
	sources := k.SourceKind()
	return sources == nil || from.Kind != sources && f.Path != "source"
}

// holds reports whether a link holds on the reference day and is not deprecated.
func (o Options) holds(k *kb.KB, s *kb.Statement) bool {
	return !isDeprecated(s) && k.HoldsOn(s, o.At)
}

func isDeprecated(s *kb.Statement) bool {
	if s.Fact != nil {
		return s.Fact.Claim.IsDeprecated()
	}
	return s.Claim.IsDeprecated()
}

// Between sets entities against others, or against themselves; neither side
// lists an entity twice. It returns nil if the context ends.
func Between(ctx context.Context, k *kb.KB, rows, columns []*kb.Entity, o Options) *Table {
	o.Hops = max(1, min(o.Hops, MaxHops))
	k.FindOrigins()
	t := &Table{kb: k, options: o, Rows: axes(rows), Columns: axes(columns), isSquare: areSame(rows, columns)}
	t.cells = make([][]Cell, len(rows))
	byRow, byColumn := collector{ctx, k, o, indexesOf(k, columns)}, collector{ctx, k, o, indexesOf(k, rows)}
	citedColumns := allSources(k, columns)
	t.cited = o.Relation == "" && o.Hops == 1 && allSources(k, rows) != citedColumns
	// Each incoming link costs the reading of a record: start from the side with
	// fewer of them.
	switch {
	case t.cited:
		t.countCitations(ctx, byRow.columns, byColumn.columns, citedColumns)
	case byRow.countIncoming(rows) <= byColumn.countIncoming(columns):
		parallel.Each(len(rows), func(i int) { t.cells[i] = byRow.row(rows[i]) })
	default:
		t.collectByColumn(byColumn, columns)
	}
	if o.Hops > 1 {
		t.addPaths(ctx, byRow.columns, byColumn.columns)
	}
	if ctx.Err() != nil {
		return nil
	}
	t.sumAxes()
	return t.Arranged(evidenceOrder(t.Rows), evidenceOrder(t.Columns))
}

func areSame(a, b []*kb.Entity) bool {
	if len(a) != len(b) {
		return false
	}
	among := make(map[*kb.Entity]bool, len(a))
	for _, e := range a {
		among[e] = true
	}
	for _, e := range b {
		if !among[e] {
			return false
		}
	}
	return true
}

func axes(of []*kb.Entity) []Axis {
	out := make([]Axis, len(of))
	for i, e := range of {
		out[i].Entity = e
	}
	return out
}

func (t *Table) collectByColumn(g collector, columns []*kb.Entity) {
	found := make([][]Cell, len(columns))
	parallel.Each(len(found), func(i int) { found[i] = g.row(columns[i]) })
	t.transpose(found)
}

// transpose adds to the rows the cells found for each column, whose Column is
// the index of a row.
func (t *Table) transpose(found [][]Cell) {
	for column, cells := range found {
		for _, c := range cells {
			row := c.Column
			c.Column = column
			t.cells[row] = append(t.cells[row], c)
		}
	}
}

// indexes holds, by entity number, the index of an entity on a side, plus 1; 0
// for others.
type indexes []uint32

func indexesOf(k *kb.KB, of []*kb.Entity) indexes {
	out := make(indexes, len(k.Entities))
	for i, e := range of {
		out[e.Number()] = uint32(i + 1)
	}
	return out
}

// collector collects the links between entities and those of a side.
type collector struct {
	ctx     context.Context
	kb      *kb.KB
	options Options
	columns indexes // of the side
}

// countIncoming counts the links from the side to some entities.
func (g collector) countIncoming(to []*kb.Entity) int {
	n := 0
	for _, e := range to {
		g.kb.EachLinkTo(e.Number(), func(from int, _ *kb.Field) {
			if g.columns[from] != 0 {
				n++
			}
		})
	}
	return n
}

// row returns the cells between an entity and those of the side, in the order
// in which their links are met.
func (g collector) row(e *kb.Entity) []Cell {
	if g.ctx.Err() != nil {
		return nil
	}
	var cells []Cell
	at := make(map[int]int) // index in cells, by column
	add := func(other *kb.Entity, r *kb.Record, s *kb.Statement) {
		column := int(g.columns[other.Number()]) - 1
		i, met := at[column]
		if !met {
			i = len(cells)
			at[column] = i
			cells = append(cells, Cell{Column: column})
		}
		switch {
		case isDeprecated(s):
		case !g.kb.HoldsOn(s, g.options.At):
			cells[i].NotHolding++
		default:
			cells[i].add(evidence.SupportOf(g.kb, evidence.OfLink(g.kb, r, s), s))
		}
	}
	r := g.kb.Record(e)
	for _, s := range r.Links {
		if g.columns[s.To.Number()] != 0 && s.To != e && g.options.counts(g.kb, e, s.Field) {
			add(s.To, r, s)
		}
	}
	for b := range g.kb.Backlinks(e) {
		if g.columns[b.From.Number()] != 0 && b.From != e && g.options.counts(g.kb, b.From, b.Field) {
			add(b.From, g.kb.Record(b.From), g.kb.Link(b))
		}
	}
	return cells
}
