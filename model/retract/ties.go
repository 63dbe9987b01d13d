package retract

import (
	"cmp"
	"slices"

	"rihla/model/kb"
)

// settleTies keeps of the links that fall those between whose ends no sourced
// way is left, and finds what they held together.
func (l *Loss) settleTies(k *kb.KB, fallen, standing []tie) {
	if len(fallen) == 0 {
		return
	}
	after := newForest(len(k.Entities))
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
	l.cut(k, &after, fallen)
}

// cut finds the parts into which what was tied together comes apart. Whatever
// was tied by a link that falls stands in such a part.
func (l *Loss) cut(k *kb.KB, after *forest, fallen []tie) {
	before := after.clone()
	torn := make(map[uint32]bool) // roots after, of parts that come apart
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
		slices.SortFunc(apart, func(p, q []*kb.Entity) int {
			return cmp.Or(byHome(k, p, q), cmp.Compare(len(q), len(p)), cmp.Compare(p[0].Number(), q[0].Number()))
		})
		l.Detached = append(l.Detached, apart[1:]...)
	}
	slices.SortFunc(l.Detached, func(p, q []*kb.Entity) int { return cmp.Compare(p[0].Number(), q[0].Number()) })
}

// byHome puts the part that the knowledge base begins with before the others.
func byHome(k *kb.KB, p, q []*kb.Entity) int {
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

// forest tells which numbers have been joined (Galler and Fischer, An improved
// equivalence algorithm, 1964).
type forest struct{ above []uint32 }

func newForest(n int) forest {
	f := forest{make([]uint32, n)}
	for i := range f.above {
		f.above[i] = uint32(i)
	}
	return f
}

func (f *forest) clone() *forest { return &forest{slices.Clone(f.above)} }

func (f *forest) root(n uint32) uint32 {
	for f.above[n] != n {
		f.above[n] = f.above[f.above[n]]
		n = f.above[n]
	}
	return n
}

func (f *forest) join(a, b uint32) {
	if a, b = f.root(a), f.root(b); a != b {
		f.above[max(a, b)] = min(a, b)
	}
}
