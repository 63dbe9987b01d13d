package graph

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// The paths of fields that are no relation of their own: what facts are about,
// and where an entity names its sources.
const (
	aboutField  = "about"
	sourceField = "source"
)

// isEvidence tells whether a field only says what an entity rests on.
func isEvidence(f *kb.Field) bool { return f.Path == sourceField }

func isSymmetric(f *kb.Field) bool { return f != nil && f.Relation != nil && f.Relation.Symmetric }

// gathered is a group as it is found.
type gathered struct {
	Group
	met int // in which order
}

// key is what a group is of: fields of one path are one relation, whatever kinds
// they are of.
type key struct {
	path string
	way  Direction
}

// groupsOf returns the groups of a node. Relations that its own statements name
// come before those that lead to it, and what is only mentioned comes last.
func (w *walk) groupsOf(n int) []Group {
	e := w.s.Nodes[n].Entity
	found := make(map[key]*gathered)
	var order []*gathered
	group := func(at key, f *kb.Field) *gathered {
		g := found[at]
		if g == nil {
			g = &gathered{Group: Group{Of: n, Field: f, Direction: at.way}, met: len(order)}
			found[at] = g
			order = append(order, g)
		}
		return g
	}
	add := func(f *kb.Field, way Direction, number int) {
		switch {
		case number == e.Number():
			if n == 0 && way != In {
				w.s.Loops++
			}
			return
		case w.near[number]:
			return
		}
		if isSymmetric(f) {
			way = Both
		}
		path := ""
		if f != nil {
			path = f.Path
		}
		g := group(key{path, way}, f)
		g.members = append(g.members, uint32(number))
	}
	for _, s := range w.s.KB.Record(e).Links {
		if !isEvidence(s.Field) {
			add(s.Field, Out, s.To.Number())
		}
	}
	w.backwards(n, e, add)
	slices.SortStableFunc(order, func(a, b *gathered) int { return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.met, b.met)) })
	return w.place(n, order)
}

// backwards tells what leads to an entity.
func (w *walk) backwards(n int, e *kb.Entity, add func(f *kb.Field, way Direction, number int)) {
	cited := n == 0 && w.s.KB.IsSource(e)
	w.s.KB.EachLinkTo(e.Number(), func(from int, f *kb.Field) {
		switch {
		case !isEvidence(f):
			add(f, In, from)
		case cited:
			add(nil, In, from)
		}
	})
	if cited {
		w.s.KB.EachCitation(e.Number(), func(by int) { add(nil, In, by) })
	}
}

// rank orders groups, and decides in which of them an entity is that is in
// several.
func (g *gathered) rank() int {
	rank := int(g.Direction) * 2
	if g.Direction == Both {
		rank = 1
	}
	if g.Field == nil || g.Field.Path == aboutField {
		rank += 10
	}
	return rank
}

// place leaves each entity in the first of the groups that it is in.
func (w *walk) place(n int, order []*gathered) []Group {
	out := make([]Group, 0, len(order))
	for _, g := range order {
		kept := g.members[:0]
		for _, number := range g.members {
			if w.seen[number] != int32(n+1) {
				w.seen[number] = int32(n + 1)
				kept = append(kept, number)
			}
		}
		if len(kept) == 0 {
			continue
		}
		slices.Sort(kept)
		g.members = kept
		out = append(out, g.Group)
	}
	return out
}
