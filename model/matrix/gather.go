package matrix

import (
	"context"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// MostHops is how many hops may lie between a row and a column.
const MaxHops = 3

// Options say what links a row to a column.
type Options struct {
	// By is the dotted path of the only field whose links count, from either
	// end, at every hop; empty where all do.
	Relation string
	// Hops is how many links a route has at most, from 1 to MostHops; 0 is 1.
	Hops int
}

// takes tells whether a link counts: naming a source is no claim about the
// world, nor is what a source says of itself.
func (o Options) takes(k *kb.KB, from *kb.Entity, f *kb.Field) bool {
	if o.Relation != "" && f.Path != o.Relation {
		return false
	}
	sources := k.SourceKind()
	return sources == nil || from.Kind != sources && f.Path != "source"
}

func isDiscarded(s *kb.Statement) bool {
	if s.Fact != nil {
		return s.Fact.Claim.IsDeprecated()
	}
	return s.Claim.IsDeprecated()
}

// Between sets entities against others, or against themselves; no entity is
// twice among either. It returns nil where the context has ended.
func Between(ctx context.Context, k *kb.KB, rows, columns []*kb.Entity, o Options) *Table {
	o.Hops = max(1, min(o.Hops, MaxHops))
	k.FindOrigins()
	t := &Table{kb: k, options: o, Rows: axes(rows), Columns: axes(columns), isSquare: areSame(rows, columns)}
	t.cells = make([][]Cell, len(rows))
	among, over := gathering{ctx, k, o, placesOf(k, columns)}, gathering{ctx, k, o, placesOf(k, rows)}
	above := areSources(k, columns)
	t.cited = o == Options{Hops: 1} && areSources(k, rows) != above
	// Links from the other end cost a record each: what fewer of them lead to is
	// gone through.
	switch {
	case t.cited:
		t.cite(ctx, among.places, over.places, above)
	case among.incoming(rows) <= over.incoming(columns):
		parallel.Each(len(rows), func(i int) { t.cells[i] = among.cells(rows[i]) })
	default:
		t.turn(over, columns)
	}
	if o.Hops > 1 {
		t.walk(ctx, among.places, over.places)
	}
	if ctx.Err() != nil {
		return nil
	}
	t.measure()
	return t.Arranged(byEvidence(t.Rows), byEvidence(t.Columns))
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

// turn goes through the columns and hands the cells to the rows.
func (t *Table) turn(g gathering, columns []*kb.Entity) {
	found := make([][]Cell, len(columns))
	parallel.Each(len(found), func(i int) { found[i] = g.cells(columns[i]) })
	t.handOver(found)
}

// handOver gives the rows the cells of columns, which hold the places of rows.
func (t *Table) handOver(found [][]Cell) {
	for column, cells := range found {
		for _, c := range cells {
			row := c.Column
			c.Column = column
			t.cells[row] = append(t.cells[row], c)
		}
	}
}

// places tells where entities stand on a side, by their numbers, counted from 1;
// 0 is that of all others.
type places []uint32

func placesOf(k *kb.KB, of []*kb.Entity) places {
	out := make(places, len(k.Entities))
	for i, e := range of {
		out[e.Number()] = uint32(i + 1)
	}
	return out
}

// gathering collects what links entities to those of a side.
type gathering struct {
	ctx     context.Context
	kb      *kb.KB
	options Options
	places  places
}

// incoming counts the links of the gathering's side that lead to others.
func (g gathering) incoming(to []*kb.Entity) int {
	n := 0
	for _, e := range to {
		g.kb.EachLinkTo(e.Number(), func(from int, _ *kb.Field) {
			if g.places[from] != 0 {
				n++
			}
		})
	}
	return n
}

// cells returns what is known of the links between an entity and those of the
// side, in the order in which they are met.
func (g gathering) cells(e *kb.Entity) []Cell {
	if g.ctx.Err() != nil {
		return nil
	}
	claims := make(map[*kb.Entity][]evidence.Claim)
	var met []*kb.Entity
	add := func(other *kb.Entity, c evidence.Claim, discarded bool) {
		if _, ok := claims[other]; !ok {
			met = append(met, other)
			claims[other] = nil
		}
		if !discarded {
			claims[other] = append(claims[other], c)
		}
	}
	r := g.kb.Record(e)
	for _, s := range r.Links {
		if g.places[s.To.Number()] != 0 && s.To != e && g.options.takes(g.kb, e, s.Field) {
			add(s.To, evidence.OfLink(g.kb, r, s), isDiscarded(s))
		}
	}
	for b := range g.kb.Backlinks(e) {
		if g.places[b.From.Number()] == 0 || b.From == e || !g.options.takes(g.kb, b.From, b.Field) {
			continue
		}
		s := g.kb.Link(b)
		add(b.From, evidence.OfLink(g.kb, g.kb.Record(b.From), s), isDiscarded(s))
	}
	out := make([]Cell, len(met))
	for i, other := range met {
		out[i] = weigh(g.kb, claims[other])
		out[i].Column = int(g.places[other.Number()]) - 1
	}
	return out
}

// weigh grades the links that claims make, none of them discarded.
func weigh(k *kb.KB, claims []evidence.Claim) Cell {
	if len(claims) == 0 {
		return Cell{}
	}
	var behind []kb.Evidence
	for _, c := range claims {
		behind = append(behind, c.Evidence()...)
	}
	c := Cell{
		Links: int32(len(claims)), Routes: 1, Hops: 1,
		Strength: evidence.Strength(k, claims...), Origins: int32(k.IndependentCount(behind)),
	}
	switch {
	case c.Strength == 0:
		c.Grade = Unsourced
	case c.Strength < leastSingle:
		c.Grade = Weak
	case c.Strength < leastFirm:
		c.Grade = Single
	default:
		c.Grade = Firm
	}
	return c
}
