package matrix

import (
	"context"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// Bounds of time and memory: near a hub, everything is within a few hops of
// everything else. Rows beyond them are cut.
const (
	maxSteps = 1 << 28
	maxCells = 1 << 20

	// Rows processed between two looks at the bounds.
	minBatch = 8
	maxBatch = 256
)

// adjacency lists the neighbours of each entity, by number, ascending and once
// each, whichever end states the link.
type adjacency struct {
	start []uint32 // index in to of the first neighbour of each, and the end
	to    []uint32
}

func newAdjacency(ctx context.Context, k *kb.KB, o Options) *adjacency {
	targets := make([][]uint32, len(k.Entities))
	parallel.Each(len(targets), func(n int) {
		if ctx.Err() != nil {
			return
		}
		e := k.Entities[n]
		for _, s := range k.Record(e).Links {
			if s.To != e && o.counts(k, e, s.Field) && !evidence.IsMention(s) && o.holds(k, s) {
				targets[n] = append(targets[n], uint32(s.To.Number()))
			}
		}
	})
	k.ClearCache()
	x := &adjacency{start: make([]uint32, len(targets)+1)}
	for n, to := range targets {
		x.start[n+1] += uint32(len(to))
		for _, m := range to {
			x.start[m+1]++
		}
	}
	for n := range targets {
		x.start[n+1] += x.start[n]
	}
	x.to = make([]uint32, x.start[len(targets)])
	next := slices.Clone(x.start)
	add := func(a, b uint32) {
		x.to[next[a]] = b
		next[a]++
	}
	for n, to := range targets {
		for _, m := range to {
			add(uint32(n), m)
			add(m, uint32(n))
		}
	}
	x.sortNeighbours()
	return x
}

// sortNeighbours sorts the neighbours of each entity and drops duplicates.
func (x *adjacency) sortNeighbours() {
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

func (x *adjacency) neighbours(n uint32) []uint32 { return x.to[x.start[n]:x.start[n+1]] }

// pathCount is the number of routes to an entity, and the length of the
// shortest.
type pathCount struct {
	to    uint32
	count int32
	hops  uint8
}

// pathCounter counts routes from one entity at a time. Its slices are indexed
// by entity number and all zero between two calls.
type pathCounter struct {
	*adjacency
	total, second, third []int64
	minHops              []uint8
	reached              []uint32
	seconds, thirds      []uint32
	steps                int64
}

func newPathCounter(x *adjacency) *pathCounter {
	n := len(x.start) - 1
	return &pathCounter{adjacency: x, total: make([]int64, n), second: make([]int64, n), third: make([]int64, n), minHops: make([]uint8, n)}
}

func (w *pathCounter) add(to uint32, count int64, hops uint8) {
	if w.total[to] == 0 {
		w.reached = append(w.reached, to)
		w.minHops[to] = hops
	}
	w.total[to] += count
}

// pathsFrom counts the simple paths of at most maxHops links to the entities of
// a side.
func (w *pathCounter) pathsFrom(from uint32, maxHops int, side indexes) []pathCount {
	for _, m := range w.neighbours(from) {
		w.add(m, 1, 1)
	}
	w.steps += int64(len(w.neighbours(from)))
	if maxHops > 1 {
		w.addLonger(from, maxHops)
	}
	var out []pathCount
	for _, to := range w.reached {
		if side[to] != 0 {
			out = append(out, pathCount{to, int32(min(w.total[to], math.MaxInt32)), w.minHops[to]})
		}
		w.total[to], w.minHops[to] = 0, 0
	}
	w.reached = w.reached[:0]
	return out
}

// addLonger counts the paths of two and three links. Walks of three links are
// counted as powers of the adjacency matrix do, less those that go back to
// where they came from (I. C. Ross, F. Harary, On the determination of
// redundancies in sociometric chains, Psychometrika 17, 1952).
func (w *pathCounter) addLonger(from uint32, maxHops int) {
	seconds, thirds := w.seconds[:0], w.thirds[:0]
	for _, m := range w.neighbours(from) {
		w.steps += int64(len(w.neighbours(m)))
		for _, second := range w.neighbours(m) {
			if second == from {
				continue
			}
			if w.second[second] == 0 {
				seconds = append(seconds, second)
			}
			w.second[second]++
		}
	}
	for _, second := range seconds {
		w.add(second, w.second[second], 2)
	}
	if maxHops > 2 {
		for _, second := range seconds {
			w.steps += int64(len(w.neighbours(second)))
			for _, third := range w.neighbours(second) {
				if third == from {
					continue
				}
				if w.third[third] == 0 {
					thirds = append(thirds, third)
				}
				w.third[third] += w.second[second]
			}
		}
		// A walk from → m → b → m visits m twice.
		for _, m := range w.neighbours(from) {
			w.third[m] -= int64(len(w.neighbours(m)) - 1)
		}
		for _, third := range thirds {
			if w.third[third] > 0 {
				w.add(third, w.third[third], 3)
			}
			w.third[third] = 0
		}
	}
	for _, second := range seconds {
		w.second[second] = 0
	}
	w.seconds, w.thirds = seconds, thirds
}

// addPaths counts the routes of several hops and merges them into the cells.
func (t *Table) addPaths(ctx context.Context, columns, rows indexes) {
	t.adjacency = newAdjacency(ctx, t.kb, t.options)
	if len(t.Columns) < len(t.Rows)/4 {
		if found, whole := t.pathsFromEach(ctx, t.Columns, rows); whole {
			t.setCells(rows, found, func(row, column int) (int, int) { return column, row })
			return
		}
	}
	found, _ := t.pathsFromEach(ctx, t.Rows, columns)
	t.CutRows = len(t.Rows) - len(found)
	t.Rows, t.cells = t.Rows[:len(found)], t.cells[:len(found)]
	t.isSquare = t.isSquare && t.CutRows == 0
	t.setCells(columns, found, func(row, column int) (int, int) { return row, column })
}

// pathsFromEach returns the routes from each axis to a side; if whole is false,
// of the first axes only, as the bounds were reached.
func (t *Table) pathsFromEach(ctx context.Context, axes []Axis, side indexes) (found [][]pathCount, whole bool) {
	found = make([][]pathCount, len(axes))
	var cells, steps atomic.Int64
	walkers := sync.Pool{New: func() any { return newPathCounter(t.adjacency) }}
	for from, batch := 0, minBatch; from < len(axes); from += batch {
		if from > 0 {
			room := (maxCells - cells.Load()) * int64(from) / max(1, cells.Load())
			batch = int(max(minBatch, min(room, maxBatch)))
		}
		if ctx.Err() != nil {
			return nil, false
		}
		if cells.Load() > maxCells || steps.Load() > maxSteps {
			return found[:from], false
		}
		parallel.Each(min(batch, len(axes)-from), func(i int) {
			w := walkers.Get().(*pathCounter)
			w.steps = 0
			found[from+i] = w.pathsFrom(uint32(axes[from+i].Entity.Number()), t.options.Hops, side)
			cells.Add(int64(len(found[from+i])))
			steps.Add(w.steps)
			walkers.Put(w)
		})
	}
	return found, true
}

// setCells makes the cells of the routes found and of the direct links and
// mentions collected before.
func (t *Table) setCells(side indexes, found [][]pathCount, place func(a, b int) (row, column int)) {
	met := make([]int, len(t.cells)) // the number of direct cells of each row
	for row, cells := range t.cells {
		slices.SortFunc(cells, compareColumn)
		met[row] = len(cells)
	}
	for a, routes := range found {
		for _, r := range routes {
			row, column := place(a, int(side[r.to])-1)
			cells := t.cells[row]
			at, ok := slices.BinarySearchFunc(cells[:met[row]], Cell{Column: column}, compareColumn)
			if !ok {
				at = len(cells)
				t.cells[row] = append(cells, Cell{Column: column})
			}
			t.cells[row][at].Routes, t.cells[row][at].Hops = r.count, r.hops
		}
	}
}

// Intermediates returns the entities on the routes between a row and a column,
// those of the shortest first, at most limit; more reports whether there are
// others. A direct link has none.
func (t *Table) Intermediates(row, column, limit int) (out []*kb.Entity, more bool) {
	if t.adjacency == nil {
		return nil, false
	}
	a, b := uint32(t.Rows[row].Entity.Number()), uint32(t.Columns[column].Entity.Number())
	if a == b {
		return nil, false
	}
	seen := make(map[uint32]bool)
	add := func(n uint32) {
		if !seen[n] && len(out) < limit {
			out = append(out, t.kb.Entities[n])
		} else if !seen[n] {
			more = true
		}
		seen[n] = true
	}
	before := t.adjacency.neighbours(b)
	for _, m := range t.adjacency.neighbours(a) {
		if _, ok := slices.BinarySearch(before, m); ok && m != b {
			add(m)
		}
	}
	if t.options.Hops < 3 {
		return out, more
	}
	for _, m := range t.adjacency.neighbours(a) {
		if m == b {
			continue
		}
		for _, n := range t.adjacency.neighbours(m) {
			if _, ok := slices.BinarySearch(before, n); ok && n != a && n != b {
				add(m)
				add(n)
			}
		}
	}
	return out, more
}
