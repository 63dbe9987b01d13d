package graph

import (
	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// The sides of the centre, as factors of what lies outward.
const (
	leftward  = -1
	rightward = 1
)

// side is the tree on one side of the centre.
type side struct {
	toward int
	root   item // the centre with its branches on this side
	left   int  // free rows

	bus     int // the column of the line that leaves the centre
	columns []column
	want    int // preferred width in cells
	width   int // assigned width in cells
}

// layAround lays out both sides of the centre, or returns nil if the hops do not
// fit.
func layAround(s *graph.Neighbourhood, v present.Voice, o Options, hops int) *Picture {
	boxHeight := 3
	if o.Height < 9 {
		boxHeight = 1
	}
	first, fewer := 0, 1+min(2, o.Height/high)
	if o.Height >= high {
		first = -1 // first with all lines of the centre, if these displace nothing
	}
	for spare := first; spare < boxHeight+3; spare++ {
		p := newPicture(s, v, o, hops)
		lines := fewer
		if spare < 0 {
			lines = mostCentre
		}
		sides := plan(p, hops, o.Height-max(0, spare))
		if !p.measure(sides) {
			return nil
		}
		p.centre(sides, boxHeight, lines)
		for _, isBroken := range []bool{true, false} {
			p.isUnclear, p.Tight = false, false
			for _, sd := range sides {
				spare := 0
				if isBroken {
					spare = sd.spare(o.Height)
				}
				p.nameItems(sd, spare)
			}
			if p.stack(sides) {
				if p.isUnclear {
					return nil
				}
				p.placeThings(sides)
				return p
			}
			for _, sd := range sides {
				sd.root.forget()
			}
		}
	}
	return nil
}

// spare returns the number of rows of a frame that a side leaves for names of several
// lines. Some are lost beside the centre.
func (sd *side) spare(height int) int { return max(0, height-sd.root.height()-2) }

// forget drops the lines of names below an item.
func (it *item) forget() {
	it.lines = nil
	for _, b := range it.branches {
		for _, below := range b.items {
			below.forget()
		}
	}
}

// plan selects the items of each side in at most rows rows.
func plan(p *Picture, hops, rows int) []*side {
	pl := &planner{Picture: p, hops: hops, nodeDrawn: make([]bool, len(p.s.Nodes)), edgeDrawn: make([]bool, len(p.s.Edges))}
	pl.nodeDrawn[0] = true
	p.drawn[p.s.Nodes[0].Entity] = true
	choices := pl.choices(0, -1)
	var sides []*side
	parents := make(map[*item]int)
	for _, toward := range []int{leftward, rightward} {
		var of []choice
		for _, c := range choices {
			if (c.direction == graph.In) == (toward == leftward) && c.want() > 0 {
				of = append(of, c)
			}
		}
		if len(of) == 0 {
			continue
		}
		sd := &side{toward: toward}
		sd.left = pl.branch(&sd.root, rows, of)
		sides = append(sides, sd)
	}
	var level []*item
	for _, sd := range sides {
		items := expandable(sd.root.branches)
		if hops > 1 {
			between := len(sd.root.branches) - 1
			room := max(0, sd.left-between)
			sd.left -= room - pl.widen(items, room, parents)
		}
		level = append(level, items...)
	}
	pl.grow(level, parents)
	for _, sd := range sides {
		pl.count(&sd.root)
	}
	p.collectNames(sides)
	for i := range pl.edgeDrawn {
		e := &p.s.Edges[i]
		if !pl.edgeDrawn[i] && pl.nodeDrawn[e.From] && pl.nodeDrawn[e.To] {
			p.Missing++
		}
	}
	return sides
}

// label returns the label of a relation, the same in both directions: the arrow
// shows the direction.
func (p *Picture) label(b *branch) string {
	if !b.named {
		return ""
	}
	for _, it := range b.items {
		if it.fold != nil && !p.isOnlyMentioned(it.fold.Groups[0]) || it.edge >= 0 && !p.isOfFacts(it.edge) {
			return p.relation(b.field)
		}
	}
	return p.voice.Words.Say(words.MentionedTogether)
}

// isOfFacts reports whether facts make an edge: they mention both ends alike.
func (p *Picture) isOfFacts(edge int) bool { return isOfFacts(&p.s.Edges[edge]) }

func isOfFacts(e *graph.Edge) bool { return e.IsMention() && !e.Field.IsMention() }

// edgeRelation names the relation of an edge.
func (p *Picture) edgeRelation(edge int) string { return relationOf(p.voice, &p.s.Edges[edge]) }

func relationOf(v present.Voice, e *graph.Edge) string {
	switch {
	case isOfFacts(e):
		return v.Words.Say(words.MentionedTogether)
	case e.Field == nil:
		return v.Words.Say(words.Cites)
	}
	return v.FieldLabel(e.Field)
}

func (p *Picture) relation(f *kb.Field) string {
	if f == nil {
		return p.voice.Words.Say(words.Cites)
	}
	return p.voice.FieldLabel(f)
}

// isOnlyMentioned reports whether facts alone make the links of a group that are
// edges.
func (p *Picture) isOnlyMentioned(g *graph.Group) bool {
	found := false
	for _, n := range g.Nodes {
		for _, edge := range p.edges[n] {
			e := &p.s.Edges[edge]
			if e.From+e.To-n != g.Of || path(e.Field) != path(g.Field) {
				continue
			}
			if found = true; !p.isOfFacts(edge) {
				return false
			}
		}
	}
	return found
}
