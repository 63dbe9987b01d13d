package retract

import (
	"cmp"
	"slices"

	"rihla/model/kb"
	"rihla/model/order"
)

// findBroken keeps in Broken only the links whose ends are no longer connected,
// and sets Detached.
func (l *Loss) findBroken(k *kb.KB, fallen, standing []sourcedLink) {
	if len(fallen) == 0 {
		return
	}
	after := newDisjointSets(len(k.Entities))
	for _, t := range standing {
		after.join(t.from, t.to)
	}
	broken := l.Broken[:0]
	for i, s := range l.Broken {
		if t := fallen[i]; after.root(t.from) != after.root(t.to) {
			broken = append(broken, s)
		}
	}
	l.Broken = broken
	l.findDetached(k, &after, fallen)
}

// findDetached sets Detached to the components of the remaining links that were
// connected by lost ones, without the main one of each.
func (l *Loss) findDetached(k *kb.KB, after *disjointSets, fallen []sourcedLink) {
	before := after.clone()
	torn := make(map[uint32]bool) // roots in after of components that were connected to others
	for _, t := range fallen {
		if p, q := after.root(t.from), after.root(t.to); p != q {
			torn[p], torn[q] = true, true
		}
		before.join(t.from, t.to)
	}
	if len(torn) == 0 {
		return
	}
	parts := make(map[uint32][]*kb.Entity)
	for _, e := range k.Entities {
		if root := after.root(uint32(e.Number())); torn[root] {
			parts[root] = append(parts[root], e)
		}
	}
	whole := make(map[uint32][][]*kb.Entity)
	for _, part := range parts {
		root := before.root(uint32(part[0].Number()))
		whole[root] = append(whole[root], part)
	}
	for _, apart := range whole {
		order.Stable(apart, func(p, q []*kb.Entity) int {
			return cmp.Or(compareHome(k, p, q), cmp.Compare(len(q), len(p)), cmp.Compare(p[0].Number(), q[0].Number()))
		})
		l.Detached = append(l.Detached, apart[1:]...)
	}
	order.Stable(l.Detached, func(p, q []*kb.Entity) int { return cmp.Compare(p[0].Number(), q[0].Number()) })
}

// compareHome orders the component with the home entity first.
func compareHome(k *kb.KB, p, q []*kb.Entity) int {
	switch {
	case k.Home == nil:
		return 0
	case slices.Contains(p, k.Home):
		return -1
	case slices.Contains(q, k.Home):
		return 1
	}
	return 0
}

// disjointSets is a union-find structure with path halving (B. A. Galler, M. J.
// Fischer, An improved equivalence algorithm, Communications of the ACM 7,
// 1964).
type disjointSets struct{ parent []uint32 }

func newDisjointSets(n int) disjointSets {
	f := disjointSets{make([]uint32, n)}
	for i := range f.parent {
		f.parent[i] = uint32(i)
	}
	return f
}

func (f *disjointSets) clone() *disjointSets { return &disjointSets{slices.Clone(f.parent)} }

func (f *disjointSets) root(n uint32) uint32 {
	for f.parent[n] != n {
		f.parent[n] = f.parent[f.parent[n]]
		n = f.parent[n]
	}
	return n
}

func (f *disjointSets) join(a, b uint32) {
	if a, b = f.root(a), f.root(b); a != b {
		f.parent[max(a, b)] = min(a, b)
	}
}
