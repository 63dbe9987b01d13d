package matrix

import (
	"cmp"
	"context"
	"math"
	"math/bits"
	"slices"

	"rihla/model/order"
)

// StructureOrder returns an order of rows and one of columns that puts those
// linked to the same side by side, so that blocks are seen. Connected
// components are kept apart, the largest first. Within one, the order is that
// of the second eigenvector of the random walk from rows to columns and back,
// found by power iteration: reciprocal averaging (M. O. Hill, Reciprocal
// averaging: an eigenvector method of ordination, Journal of Ecology 61, 1973),
// which for a square table is spectral seriation by the Fiedler vector (J. E.
// Atkins, E. G. Boman, B. Hendrickson, A spectral algorithm for seriation and
// the consecutive ones problem, SIAM Journal on Computing 28, 1998). A
// component is bisected where its order has a cut of low conductance, and each
// part is ordered by itself (A. Pothen, H. Simon, K.-P. Liou, Partitioning
// sparse matrices with eigenvectors of graphs, SIAM Journal on Matrix Analysis
// 11, 1990). Iteration starts from a breadth-first order and is bounded by
// maxEdgeVisits, so a large table is ordered as well as time allows. Equal
// tables get equal orders. If the context ends, the orders are valid but
// unfinished.
func (t *Table) StructureOrder(ctx context.Context) (rows, columns []int) {
	g := newTableGraph(t)
	g.ctx = ctx
	parts := g.components()
	order.Stable(parts, func(a, b []int32) int { return cmp.Compare(len(b), len(a)) })
	var rowNodes, columnNodes []int32
	for _, part := range parts {
		if len(part) > 2 {
			g.reorderFromFarthest(part)
			g.order(part, float64(maxEdgeVisits)*float64(len(part))/float64(len(g.column)))
			g.orient(part)
		}
		for _, n := range part {
			if int(n) < len(t.Rows) {
				rowNodes = append(rowNodes, n)
			}
			if g.column[n] >= 0 {
				columnNodes = append(columnNodes, n)
			}
		}
	}
	g.sortTwins(rowNodes)
	g.sortTwins(columnNodes)
	for _, n := range rowNodes {
		rows = append(rows, int(n))
	}
	for _, n := range columnNodes {
		columns = append(columns, int(g.column[n]))
	}
	return rows, columns
}

const (
	maxEdgeVisits = 1 << 26 // of all iterations for a table
	minIterations = 8
	maxIterations = 200
	// A cut bisects an order if the weight that crosses it is less than this
	// share of the weight on the lighter side.
	maxConductance = 0.4
)

// tableGraph is a table as a weighted graph: a node for each row and each
// column, a single one for both if the table is square.
type tableGraph struct {
	start  []int32
	to     []int32
	weight []float64
	column []int32 // by node; -1 for none

	ctx         context.Context
	generation  int32     // the number of components labelled so far
	component   []int32   // by node, the generation in which it was labelled
	position    []int32   // by node, its index in its component
	degree      []float64 // by node, the weight of its edges within its component
	score, next []float64
}

func newTableGraph(t *Table) *tableGraph {
	g := &tableGraph{column: make([]int32, len(t.Rows), len(t.Rows)+len(t.Columns))}
	node := make([]int32, len(t.Columns))
	for i := range g.column {
		g.column[i] = -1
	}
	if t.isSquare {
		of := make(map[int]int32, len(t.Rows))
		for i, a := range t.Rows {
			of[a.Entity.Number()] = int32(i)
		}
		for i, a := range t.Columns {
			node[i] = of[a.Entity.Number()]
			g.column[node[i]] = int32(i)
		}
	} else {
		for i := range t.Columns {
			node[i] = int32(len(g.column))
			g.column = append(g.column, int32(i))
		}
	}
	g.addEdges(t, node)
	return g
}

// addEdges adds an edge for each linked cell, in both directions.
func (g *tableGraph) addEdges(t *Table, node []int32) {
	n := len(g.column)
	g.start, g.component, g.position = make([]int32, n+1), make([]int32, n), make([]int32, n)
	g.degree, g.score, g.next = make([]float64, n), make([]float64, n), make([]float64, n)
	each := func(do func(a, b int32, weight float64)) {
		for row, cells := range t.cells {
			for _, c := range cells {
				if !c.IsLinked() {
					continue
				}
				a, b, weight := int32(row), node[c.Column], math.Log2(1+float64(max(c.Links, c.Routes)))
				do(a, b, weight)
				if !t.isSquare {
					do(b, a, weight)
				}
			}
		}
	}
	each(func(a, _ int32, _ float64) { g.start[a+1]++ })
	for i := range n {
		g.start[i+1] += g.start[i]
	}
	g.to, g.weight = make([]int32, g.start[n]), make([]float64, g.start[n])
	next := slices.Clone(g.start)
	each(func(a, b int32, weight float64) {
		g.to[next[a]], g.weight[next[a]] = b, weight
		next[a]++
	})
}

func (g *tableGraph) neighbours(n int32) []int32 { return g.to[g.start[n]:g.start[n+1]] }

// components returns the connected components, each in breadth-first order from
// its first node.
func (g *tableGraph) components() [][]int32 {
	g.generation++
	var out [][]int32
	for n := range g.column {
		if g.component[n] != g.generation {
			out = append(out, g.breadthFirst(int32(n)))
		}
	}
	return out
}

// breadthFirst returns the nodes reachable from one in breadth-first order, and
// labels them as a component.
func (g *tableGraph) breadthFirst(n int32) []int32 {
	g.component[n] = g.generation
	out := []int32{n}
	for at := 0; at < len(out); at++ {
		for _, m := range g.neighbours(out[at]) {
			if g.component[m] != g.generation {
				g.component[m] = g.generation
				out = append(out, m)
			}
		}
	}
	return out
}

// reorderFromFarthest puts a component in breadth-first order from its last
// node, which is far from its first.
func (g *tableGraph) reorderFromFarthest(part []int32) {
	g.generation++
	copy(part, g.breadthFirst(part[len(part)-1]))
}

// orient reverses a component if its second half has more links.
func (g *tableGraph) orient(part []int32) {
	middle := len(part) / 2
	first, second := 0.0, 0.0
	for _, n := range part[:middle] {
		first += float64(len(g.neighbours(n)))
	}
	for _, n := range part[len(part)-middle:] {
		second += float64(len(g.neighbours(n)))
	}
	if second > first {
		slices.Reverse(part)
	}
}

// sortTwins puts adjacent nodes with the same neighbours in their original
// order.
func (g *tableGraph) sortTwins(order []int32) {
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && slices.Equal(g.neighbours(order[from]), g.neighbours(order[to])) {
			to++
		}
		slices.Sort(order[from:to])
		from = to
	}
}

// order puts a component in spectral order, in the direction closer to its
// current one, then bisects it and orders the parts. visits bounds the edges
// visited for the component and all its parts.
func (g *tableGraph) order(part []int32, visits float64) {
	if len(part) < 3 || g.ctx.Err() != nil {
		return
	}
	g.generation++
	for at, n := range part {
		g.component[n], g.position[n], g.score[n] = g.generation, int32(at), float64(at)
	}
	perIteration := g.sumDegrees(part)
	if visits < float64(minIterations*perIteration) {
		return
	}
	iterations := int(visits / float64(max(1, perIteration)*bits.Len(uint(len(part)))))
	iterations = max(minIterations, min(iterations, maxIterations))
	for range iterations {
		g.iterate(part)
	}
	slices.SortFunc(part, func(a, b int32) int {
		return cmp.Or(cmp.Compare(g.score[a], g.score[b]), cmp.Compare(g.position[a], g.position[b]))
	})
	along := 0.0
	for at, n := range part {
		along += (float64(at) - float64(len(part)-1)/2) * float64(g.position[n])
	}
	if along < 0 {
		slices.Reverse(part)
	}
	if at := g.bestCut(part); at > 0 {
		rest := visits - float64(perIteration*iterations)
		share := rest * float64(at) / float64(len(part))
		g.order(part[:at], share)
		g.order(part[at:], rest-share)
	}
}

// sumDegrees sets the degree of each node within its component, and returns the
// number of edges that one iteration visits.
func (g *tableGraph) sumDegrees(part []int32) (edges int) {
	for _, n := range part {
		g.degree[n] = 0
		edges += len(g.neighbours(n))
		for i := g.start[n]; i < g.start[n+1]; i++ {
			if g.component[g.to[i]] == g.component[n] {
				g.degree[n] += g.weight[i]
			}
		}
	}
	return edges
}

// bestCut returns the index before which an order has the cut of least
// conductance, or 0 if none is below maxConductance.
func (g *tableGraph) bestCut(part []int32) int {
	all := 0.0
	for at, n := range part {
		all += g.degree[n]
		g.position[n] = int32(at)
	}
	best, cut := maxConductance, 0
	crossing, before := 0.0, 0.0
	for at, n := range part[:len(part)-1] {
		before += g.degree[n]
		for i := g.start[n]; i < g.start[n+1]; i++ {
			switch m := g.to[i]; {
			case g.component[m] != g.component[n] || m == n:
			case g.position[m] > int32(at):
				crossing += g.weight[i]
			default:
				crossing -= g.weight[i]
			}
		}
		if lighter := min(before, all-before); lighter > 0 && crossing/lighter < best {
			best, cut = crossing/lighter, at+1
		}
	}
	return cut
}

// iterate is one step of power iteration with the lazy random walk: each score
// moves half of the way to the mean of its neighbours', then all are centred
// and scaled.
func (g *tableGraph) iterate(part []int32) {
	mean, all := 0.0, 0.0
	for _, n := range part {
		sum := 0.0
		for i := g.start[n]; i < g.start[n+1]; i++ {
			if m := g.to[i]; g.component[m] == g.component[n] {
				sum += g.weight[i] * g.score[m]
			}
		}
		g.next[n] = g.score[n]
		if g.degree[n] > 0 {
			g.next[n] = (g.score[n] + sum/g.degree[n]) / 2
		}
		mean += g.degree[n] * g.next[n]
		all += g.degree[n]
	}
	if all > 0 {
		mean /= all
	}
	widest := math.SmallestNonzeroFloat64
	for _, n := range part {
		g.next[n] -= mean
		widest = max(widest, math.Abs(g.next[n]))
	}
	for _, n := range part {
		g.score[n] = g.next[n] / widest
	}
}
