package matrix

import (
	"context"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// How much may be gone through and kept: near a hub, everything is within a few
// hops of everything else. What is beyond is cut.
const (
	mostSteps = 1 << 28
	mostCells = 1 << 20

	// Rows that are walked from before the bounds are looked at.
	leastBatch = 8
	mostBatch  = 256
)

// network is who is linked to whom, by the numbers of entities, each of the
// others once and in order, whichever of the two says so.
type network struct {
	start []uint32 // of each entity's, and of what comes after the last
	to    []uint32
}

func newNetwork(ctx context.Context, k *kb.KB, o Options) *network {
	said := make([][]uint32, len(k.Entities))
	parallel.Each(len(said), func(n int) {
		if ctx.Err() != nil {
			return
		}
		e := k.Entities[n]
		for _, s := range k.Record(e).Links {
			if s.To != e && o.takes(k, e, s.Field) && !isDiscarded(s) {
				said[n] = append(said[n], uint32(s.To.Number()))
			}
		}
	})
	k.ClearCache()
	x := &network{start: make([]uint32, len(said)+1)}
	for n, to := range said {
		x.start[n+1] += uint32(len(to))
		for _, m := range to {
			x.start[m+1]++
		}
	}
	for n := range said {
		x.start[n+1] += x.start[n]
	}
	x.to = make([]uint32, x.start[len(said)])
	next := slices.Clone(x.start)
	add := func(a, b uint32) {
		x.to[next[a]] = b
		next[a]++
	}
	for n, to := range said {
		for _, m := range to {
			add(uint32(n), m)
			add(m, uint32(n))
		}
	}
	x.compact()
	return x
}

// compact puts the neighbours of each in order, each once.
func (x *network) compact() {
	end, from := uint32(0), uint32(0)
	for n := range len(x.start) - 1 {
		of := x.to[from:x.start[n+1]]
		from = x.start[n+1]
		slices.Sort(of)
		x.start[n] = end
		end += uint32(copy(x.to[end:], slices.Compact(of)))
	}
	x.start[len(x.start)-1] = end
	x.to = x.to[:end]
}

// of returns the neighbours of an entity.
func (x *network) of(n uint32) []uint32 { return x.to[x.start[n]:x.start[n+1]] }

// route is what leads to an entity: how many routes, and how many links the
// shortest has.
type route struct {
	to    uint32
	count int32
	hops  uint8
}

// walker counts routes from one entity at a time. Its slices are by the numbers
// of entities, and nothing but zeros between two walks.
type walker struct {
	*network
	total, second, third []int64
	hops                 []uint8
	met                  []uint32
	seconds, thirds      []uint32
	steps                int64
}

func newWalker(x *network) *walker {
	n := len(x.start) - 1
	return &walker{network: x, total: make([]int64, n), second: make([]int64, n), third: make([]int64, n), hops: make([]uint8, n)}
}

func (w *walker) add(to uint32, count int64, hops uint8) {
	if w.total[to] == 0 {
		w.met = append(w.met, to)
		w.hops[to] = hops
	}
	w.total[to] += count
}

// walk returns the entities of a side that routes of at most so many links lead
// to, no entity twice on any of them.
func (w *walker) walk(from uint32, most int, side places) []route {
	for _, m := range w.of(from) {
		w.add(m, 1, 1)
	}
	w.steps += int64(len(w.of(from)))
	if most > 1 {
		w.walkOn(from, most)
	}
	var out []route
	for _, to := range w.met {
		if side[to] != 0 {
			out = append(out, route{to, int32(min(w.total[to], math.MaxInt32)), w.hops[to]})
		}
		w.total[to], w.hops[to] = 0, 0
	}
	w.met = w.met[:0]
	return out
}

func (w *walker) walkOn(from uint32, most int) {
	seconds, thirds := w.seconds[:0], w.thirds[:0]
	for _, m := range w.of(from) {
		w.steps += int64(len(w.of(m)))
		for _, b := range w.of(m) {
			if b == from {
				continue
			}
			if w.second[b] == 0 {
				seconds = append(seconds, b)
			}
			w.second[b]++
		}
	}
	for _, b := range seconds {
		w.add(b, w.second[b], 2)
	}
	if most > 2 {
		for _, b := range seconds {
			w.steps += int64(len(w.of(b)))
			for _, c := range w.of(b) {
				if c == from {
					continue
				}
				if w.third[c] == 0 {
					thirds = append(thirds, c)
				}
				w.third[c] += w.second[b]
			}
		}
		// What came by a neighbour and goes back to it is no route.
		for _, m := range w.of(from) {
			w.third[m] -= int64(len(w.of(m)) - 1)
		}
		for _, c := range thirds {
			if w.third[c] > 0 {
				w.add(c, w.third[c], 3)
			}
			w.third[c] = 0
		}
	}
	for _, b := range seconds {
		w.second[b] = 0
	}
	w.seconds, w.thirds = seconds, thirds
}

// walk finds what is within several hops and adds it to the cells.
func (t *Table) walk(ctx context.Context, columns, rows places) {
	t.network = newNetwork(ctx, t.kb, t.options)
	if len(t.Columns) < len(t.Rows)/4 {
		if found, whole := t.walkFrom(ctx, t.Columns, rows); whole {
			t.take(rows, found, func(row, column int) (int, int) { return column, row })
			return
		}
	}
	found, _ := t.walkFrom(ctx, t.Rows, columns)
	t.CutRows = len(t.Rows) - len(found)
	t.Rows, t.cells = t.Rows[:len(found)], t.cells[:len(found)]
	t.isSquare = t.isSquare && t.CutRows == 0
	t.take(columns, found, func(row, column int) (int, int) { return row, column })
}

// walkFrom returns the routes from each to a side, those of the first ones where
// all would be too many.
func (t *Table) walkFrom(ctx context.Context, axes []Axis, side places) (found [][]route, whole bool) {
	found = make([][]route, len(axes))
	var cells, steps atomic.Int64
	walkers := sync.Pool{New: func() any { return newWalker(t.network) }}
	for from, batch := 0, leastBatch; from < len(axes); from += batch {
		if from > 0 {
			room := (mostCells - cells.Load()) * int64(from) / max(1, cells.Load())
			batch = int(max(leastBatch, min(room, mostBatch)))
		}
		if ctx.Err() != nil {
			return nil, false
		}
		if cells.Load() > mostCells || steps.Load() > mostSteps {
			return found[:from], false
		}
		parallel.Each(min(batch, len(axes)-from), func(i int) {
			w := walkers.Get().(*walker)
			w.steps = 0
			found[from+i] = w.walk(uint32(axes[from+i].Entity.Number()), t.options.Hops, side)
			cells.Add(int64(len(found[from+i])))
			steps.Add(w.steps)
			walkers.Put(w)
		})
	}
	return found, true
}

// take makes cells of routes and of the links that were gathered.
func (t *Table) take(side places, found [][]route, turn func(a, b int) (row, column int)) {
	direct := t.cells
	for _, cells := range direct {
		slices.SortFunc(cells, byColumn)
	}
	t.cells = make([][]Cell, len(direct))
	for a, routes := range found {
		for _, r := range routes {
			row, column := turn(a, int(side[r.to])-1)
			c := Cell{Column: column}
			if at, ok := slices.BinarySearchFunc(direct[row], c, byColumn); ok {
				c = direct[row][at]
			}
			c.Routes, c.Hops = r.count, r.hops
			t.cells[row] = append(t.cells[row], c)
		}
	}
}

// Through returns the entities that lie between those of a row and a column on
// routes of at most Options.Hops links, those on the shortest first, at most so
// many; more tells whether there are others. There are none on a direct link.
func (t *Table) Intermediates(row, column, most int) (out []*kb.Entity, more bool) {
	if t.network == nil {
		return nil, false
	}
	a, b := uint32(t.Rows[row].Entity.Number()), uint32(t.Columns[column].Entity.Number())
	if a == b {
		return nil, false
	}
	seen := make(map[uint32]bool)
	add := func(n uint32) {
		if !seen[n] && len(out) < most {
			out = append(out, t.kb.Entities[n])
		} else if !seen[n] {
			more = true
		}
		seen[n] = true
	}
	before := t.network.of(b)
	for _, m := range t.network.of(a) {
		if _, ok := slices.BinarySearch(before, m); ok && m != b {
			add(m)
		}
	}
	if t.options.Hops < 3 {
		return out, more
	}
	for _, m := range t.network.of(a) {
		if m == b {
			continue
		}
		for _, n := range t.network.of(m) {
			if _, ok := slices.BinarySearch(before, n); ok && n != a && n != b {
				add(m)
				add(n)
			}
		}
	}
	return out, more
}
