package matrix

import (
	"cmp"
	"context"
	"math"
	"math/bits"
	"slices"
)

// ByStructure returns an order of rows and one of columns in which what is linked
// to the same stands together, so that blocks are seen. What hangs together in no
// way comes apart, the largest part first. Within a part the order is that of the
// second eigenvector of the random walk from rows to columns and back: reciprocal
// averaging (M. O. Hill, Reciprocal averaging: an eigenvector method of
// ordination, Journal of Ecology 61, 1973), which for a square table is spectral
// seriation (J. E. Atkins, E. G. Boman, B. Hendrickson, A spectral algorithm for
// seriation and the consecutive ones problem, SIAM Journal on Computing 28, 1998).
// Where few strands cross a place of that order for all that hang on either side,
// each side is put in order by itself (A. Pothen, H. Simon, K.-P. Liou,
// Partitioning sparse matrices with eigenvectors of graphs, SIAM Journal on Matrix
// Analysis 11, 1990). Eigenvectors are iterated from an order of breadth-first
// search, a bounded number of times, so that a large table is arranged as well as
// there is time for. Equal tables are arranged equally. A context that ends leaves
// it half done.
func (t *Table) StructureOrder(ctx context.Context) (rows, columns []int) {
	g := newFabric(t)
	g.ctx = ctx
	parts := g.parts()
	slices.SortStableFunc(parts, func(a, b []int32) int { return cmp.Compare(len(b), len(a)) })
	var rowNodes, columnNodes []int32
	for _, part := range parts {
		if len(part) > 2 {
			g.fromFringe(part)
			g.arrange(part, float64(mostStrands)*float64(len(part))/float64(len(g.column)))
			g.turn(part)
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
	g.settle(rowNodes)
	g.settle(columnNodes)
	for _, n := range rowNodes {
		rows = append(rows, int(n))
	}
	for _, n := range columnNodes {
		columns = append(columns, int(g.column[n]))
	}
	return rows, columns
}

const (
	mostStrands = 1 << 26 // that are gone along for the order of a table
	leastTurns  = 8
	mostTurns   = 200
	// A place of an order parts it where the strands that cross it are less than
	// so much of all that hang on the lighter side.
	loose = 0.4
)

// fabric is a table as a graph: a node for each row and column, one for both
// where the table is square.
type fabric struct {
	start  []int32
	to     []int32
	weight []float64
	column []int32 // of each node, or -1

	ctx         context.Context
	named       int32     // parts so far
	part        []int32   // that each node is in
	place       []int32   // of each node in its part
	degree      []float64 // the sum of the weights of its strands within its part
	score, next []float64
}

func newFabric(t *Table) *fabric {
	g := &fabric{column: make([]int32, len(t.Rows), len(t.Rows)+len(t.Columns))}
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
	g.join(t, node)
	return g
}

// join makes strands of the cells, there and back.
func (g *fabric) join(t *Table, node []int32) {
	n := len(g.column)
	g.start, g.part, g.place = make([]int32, n+1), make([]int32, n), make([]int32, n)
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

func (g *fabric) of(n int32) []int32 { return g.to[g.start[n]:g.start[n+1]] }

// parts returns the nodes that hang together, each part in the order in which
// they are met from its first one.
func (g *fabric) parts() [][]int32 {
	g.named++
	var out [][]int32
	for n := range g.column {
		if g.part[n] != g.named {
			out = append(out, g.from(int32(n)))
		}
	}
	return out
}

// from returns what is reached from a node, in order of breadth, and names it as
// a part.
func (g *fabric) from(n int32) []int32 {
	g.part[n] = g.named
	out := []int32{n}
	for at := 0; at < len(out); at++ {
		for _, m := range g.of(out[at]) {
			if g.part[m] != g.named {
				g.part[m] = g.named
				out = append(out, m)
			}
		}
	}
	return out
}

// fromFringe puts a part in order of breadth from the last of its nodes that is
// met from another.
func (g *fabric) fromFringe(part []int32) {
	g.named++
	copy(part, g.from(part[len(part)-1]))
}

// turn puts first the half of a part that has more links.
func (g *fabric) turn(part []int32) {
	middle := len(part) / 2
	first, second := 0.0, 0.0
	for _, n := range part[:middle] {
		first += float64(len(g.of(n)))
	}
	for _, n := range part[len(part)-middle:] {
		second += float64(len(g.of(n)))
	}
	if second > first {
		slices.Reverse(part)
	}
}

// settle puts those that stand together and are linked to the very same in the
// order in which they stood before.
func (g *fabric) settle(order []int32) {
	for from := 0; from < len(order); {
		to := from + 1
		for to < len(order) && slices.Equal(g.of(order[from]), g.of(order[to])) {
			to++
		}
		slices.Sort(order[from:to])
		from = to
	}
}

// arrange puts a part in order, one way round or the other as it stands already,
// and goes along so many strands about it, as many for the part as a whole as for
// what it comes apart into, however often that comes apart.
func (g *fabric) arrange(part []int32, strands float64) {
	if len(part) < 3 || g.ctx.Err() != nil {
		return
	}
	g.named++
	for at, n := range part {
		g.part[n], g.place[n], g.score[n] = g.named, int32(at), float64(at)
	}
	once := g.weighWithin(part)
	if strands < float64(leastTurns*once) {
		return
	}
	turns := int(strands / float64(max(1, once)*bits.Len(uint(len(part)))))
	turns = max(leastTurns, min(turns, mostTurns))
	for range turns {
		g.average(part)
	}
	slices.SortFunc(part, func(a, b int32) int {
		return cmp.Or(cmp.Compare(g.score[a], g.score[b]), cmp.Compare(g.place[a], g.place[b]))
	})
	along := 0.0
	for at, n := range part {
		along += (float64(at) - float64(len(part)-1)/2) * float64(g.place[n])
	}
	if along < 0 {
		slices.Reverse(part)
	}
	if at := g.loosest(part); at > 0 {
		rest := strands - float64(once*turns)
		share := rest * float64(at) / float64(len(part))
		g.arrange(part[:at], share)
		g.arrange(part[at:], rest-share)
	}
}

// weighWithin adds up the strands of each node that stay in its part, and counts
// all that are gone along.
func (g *fabric) weighWithin(part []int32) (strands int) {
	for _, n := range part {
		g.degree[n] = 0
		strands += len(g.of(n))
		for i := g.start[n]; i < g.start[n+1]; i++ {
			if g.part[g.to[i]] == g.part[n] {
				g.degree[n] += g.weight[i]
			}
		}
	}
	return strands
}

// loosest returns the place before which an order comes apart most easily, or 0
// where it hangs together throughout.
func (g *fabric) loosest(part []int32) int {
	all := 0.0
	for at, n := range part {
		all += g.degree[n]
		g.place[n] = int32(at)
	}
	best, where := loose, 0
	crossing, before := 0.0, 0.0
	for at, n := range part[:len(part)-1] {
		before += g.degree[n]
		for i := g.start[n]; i < g.start[n+1]; i++ {
			switch m := g.to[i]; {
			case g.part[m] != g.part[n] || m == n:
			case g.place[m] > int32(at):
				crossing += g.weight[i]
			default:
				crossing -= g.weight[i]
			}
		}
		if lighter := min(before, all-before); lighter > 0 && crossing/lighter < best {
			best, where = crossing/lighter, at+1
		}
	}
	return where
}

// average moves each score half of the way to the mean of its neighbours' in the
// same part, and spreads all of them out again about their own mean.
func (g *fabric) average(part []int32) {
	mean, all := 0.0, 0.0
	for _, n := range part {
		sum := 0.0
		for i := g.start[n]; i < g.start[n+1]; i++ {
			if m := g.to[i]; g.part[m] == g.part[n] {
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
