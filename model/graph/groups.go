package graph

import (
	"cmp"
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
)

// aboutPath is the path of the links that facts make.
const aboutPath = "about"

// isEvidence reports whether a field only names sources.
func isEvidence(f *kb.Field) bool { return f.Path == evidence.SourceField }

func isSymmetric(f *kb.Field) bool { return f != nil && f.Relation != nil && f.Relation.Symmetric }

// foundGroup is a group while it is collected.
type foundGroup struct {
	Group
	order int // the number of groups found before it
}

// groupKey identifies a group: fields of one path are one relation, whatever
// their kinds.
type groupKey struct {
	path      string
	direction Direction
}

// findGroups returns the groups of a node: relations that its own statements
// name, then those that lead to it, then mere mentions.
func (w *walker) findGroups(n int) []Group {
	e := w.s.Nodes[n].Entity
	found := make(map[groupKey]*foundGroup)
	var order []*foundGroup
	group := func(at groupKey, f *kb.Field) *foundGroup {
		g := found[at]
		if g == nil {
			g = &foundGroup{Group: Group{Of: n, Field: f, Direction: at.direction}, order: len(order)}
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
		case w.nearer[number]:
			return
		}
		if isSymmetric(f) {
			way = Both
		}
		path := ""
		if f != nil {
			path = f.Path
		}
		g := group(groupKey{path, way}, f)
		g.members = append(g.members, uint32(number))
	}
	for _, s := range w.s.KB.Record(e).Links {
		if !isEvidence(s.Field) && w.holds(n, s) {
			add(s.Field, Out, s.To.Number())
		}
	}
	w.eachIncoming(n, e, add)
	slices.SortStableFunc(order, func(a, b *foundGroup) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.order, b.order))
	})
	return w.dropSeen(n, order)
}

// eachIncoming calls add for the links and citations that lead to an entity.
func (w *walker) eachIncoming(n int, e *kb.Entity, add func(f *kb.Field, way Direction, number int)) {
	cited := n == 0 && w.s.KB.IsSource(e)
	for b := range w.s.KB.Backlinks(e) {
		switch {
		case isEvidence(b.Field) && cited:
			add(nil, In, b.From.Number())
		case isEvidence(b.Field):
		case !w.mayNotHold(b, e) || w.holds(n, w.s.KB.Link(b)):
			add(b.Field, In, b.From.Number())
		}
	}
	if cited {
		w.s.KB.EachCitation(e.Number(), func(by int) { add(nil, In, by) })
	}
}

// mayNotHold reports whether a backlink of an entity may hold at one time and not at
// another.
func (w *walker) mayNotHold(b kb.Backlink, e *kb.Entity) bool {
	k := w.s.KB
	switch {
	case w.at.IsAnyTime():
		return false
	case w.at.HidesLater && (k.TakesPlace(b.From.Kind) || k.TakesPlace(e.Kind)):
		return true
	}
	return k.IsDated(b.Field.Path) || b.Field.Path == aboutPath && k.IsDated("facts")
}

// holds reports whether a link of a node holds on the reference day, and counts those of the
// centre that do not.
func (w *walker) holds(n int, link *kb.Statement) bool {
	if w.s.KB.HoldsOn(link, w.at) {
		return true
	}
	if n == 0 {
		w.s.NotHolding++
	}
	return false
}

// rank orders groups; an entity in several belongs to the one of lowest rank.
func (g *foundGroup) rank() int {
	rank := int(g.Direction) * 2
	if g.Direction == Both {
		rank = 1
	}
	if g.Field == nil || g.Field.Path == aboutPath || g.Field.IsMention() {
		rank += 10
	}
	return rank
}

// dropSeen keeps each entity in the first of the groups that hold it, and
// returns the groups left.
func (w *walker) dropSeen(n int, order []*foundGroup) []Group {
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
