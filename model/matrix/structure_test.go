package matrix

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"rihla/model/kbtest"
)

// randomGraph returns the graph of a random table of ships and ports.
func randomGraph(t *testing.T, r *rand.Rand) (*Table, *tableGraph) {
	t.Helper()
	var addresses []string
	for i := range 3 + r.IntN(20) {
		addresses = append(addresses, fmt.Sprintf("%s/e%d", []string{"ship", "port"}[r.IntN(2)], i))
	}
	addresses = append(addresses, "ship/x", "port/x")
	text, _ := kbtest.RandomLinks(r, addresses, func() int { return max(0, r.IntN(9)-6) })
	k := kbtest.Read(t, text)
	columns := k.Kind("port").Entities
	if r.IntN(3) == 0 {
		columns = k.Kind("ship").Entities
	}
	table := Between(context.Background(), k, k.Kind("ship").Entities, columns, Options{})
	g := newTableGraph(table)
	g.ctx = context.Background()
	return table, g
}

// label labels nodes as a component in their order, as order does.
func (g *tableGraph) label(part []int32, r *rand.Rand) {
	g.generation++
	for at, n := range part {
		g.component[n], g.position[n], g.score[n] = g.generation, int32(at), r.Float64()
	}
	g.sumDegrees(part)
}

func TestIterationCentresAndScalesTheScores(t *testing.T) {
	for round := range uint64(100) {
		r := rand.New(rand.NewPCG(round, 31))
		_, g := randomGraph(t, r)
		for _, part := range g.components() {
			if len(part) < 3 {
				continue
			}
			g.label(part, r)
			for range 3 {
				before := slices.Clone(g.score)
				g.iterate(part)
				centre, widest := 0.0, 0.0
				for _, n := range part {
					centre += g.degree[n] * g.score[n]
					widest = max(widest, math.Abs(g.score[n]))
				}
				if math.Abs(centre) > 1e-9*float64(len(part)) || math.Abs(widest-1) > 1e-9 {
					t.Fatalf("round %d: the scores are centred on %v and %v wide", round, centre, widest)
				}
				checkAverages(t, g, part, before)
			}
		}
	}
}

// checkAverages checks that scores are affine images of the lazy averages of the
// scores before: differences keep one ratio.
func checkAverages(t *testing.T, g *tableGraph, part []int32, before []float64) {
	t.Helper()
	average := func(n int32) float64 {
		sum, weight := 0.0, 0.0
		for i := g.start[n]; i < g.start[n+1]; i++ {
			sum += g.weight[i] * before[g.to[i]]
			weight += g.weight[i]
		}
		if weight == 0 {
			return before[n]
		}
		return (before[n] + sum/weight) / 2
	}
	low, high := part[0], part[0]
	for _, n := range part {
		if average(n) < average(low) {
			low = n
		}
		if average(n) > average(high) {
			high = n
		}
	}
	if average(high)-average(low) < 1e-6 {
		return
	}
	ratio := (g.score[high] - g.score[low]) / (average(high) - average(low))
	for _, n := range part {
		if got, want := g.score[n]-g.score[low], ratio*(average(n)-average(low)); math.Abs(got-want) > 1e-6 {
			t.Fatalf("the score of node %d is %v above the lowest, want %v", n, got, want)
		}
	}
}

func TestTheBestCutHasTheLeastConductance(t *testing.T) {
	cuts := 0
	for round := range uint64(300) {
		r := rand.New(rand.NewPCG(round, 32))
		_, g := randomGraph(t, r)
		for _, part := range g.components() {
			if len(part) < 3 {
				continue
			}
			r.Shuffle(len(part), func(i, j int) { part[i], part[j] = part[j], part[i] })
			if r.IntN(2) == 0 {
				g.reorderFromFarthest(part)
			}
			g.label(part, r)
			least := maxConductance
			conductances := make([]float64, len(part))
			for at := 1; at < len(part); at++ {
				left := make(map[int32]bool)
				for _, n := range part[:at] {
					left[n] = true
				}
				crossing, sides := 0.0, [2]float64{}
				for _, n := range part {
					for i := g.start[n]; i < g.start[n+1]; i++ {
						if left[n] {
							sides[0] += g.weight[i]
						} else {
							sides[1] += g.weight[i]
						}
						if left[n] && !left[g.to[i]] {
							crossing += g.weight[i]
						}
					}
				}
				conductances[at] = math.Inf(1)
				if lighter := min(sides[0], sides[1]); lighter > 0 {
					conductances[at] = crossing / lighter
				}
				least = min(least, conductances[at])
			}
			got := g.bestCut(part)
			if got > 0 {
				cuts++
			}
			if got == 0 && least < maxConductance-1e-9 || got > 0 && conductances[got] > least+1e-9 {
				t.Fatalf("round %d: the cut is before %d, of the conductances %v", round, got, conductances)
			}
		}
	}
	if cuts < 20 {
		t.Errorf("%d cuts, too few to tell", cuts)
	}
}

func TestAComponentBeginsWithItsMoreLinkedHalf(t *testing.T) {
	for round := range uint64(100) {
		_, g := randomGraph(t, rand.New(rand.NewPCG(round, 33)))
		for _, part := range g.components() {
			reversed := slices.Clone(part)
			slices.Reverse(reversed)
			for _, p := range [][]int32{part, reversed} {
				g.orient(p)
				first, second := 0, 0
				for i, n := range p {
					if i < len(p)/2 {
						first += len(g.neighbours(n))
					}
					if i >= len(p)-len(p)/2 {
						second += len(g.neighbours(n))
					}
				}
				if first < second {
					t.Fatalf("round %d: the first half has %d links, the second %d", round, first, second)
				}
			}
		}
	}
}

func TestStructureOrderKeepsComponentsTogetherLargestFirst(t *testing.T) {
	for round := range uint64(100) {
		table, g := randomGraph(t, rand.New(rand.NewPCG(round, 34)))
		component := make(map[int32]int) // of a node, and its size
		for i, part := range g.components() {
			for _, n := range part {
				component[n] = i + 1000*len(part)
			}
		}
		rows, columns := table.StructureOrder(context.Background())
		if !isPermutation(rows) || !isPermutation(columns) || len(rows) != len(table.Rows) || len(columns) != len(table.Columns) {
			t.Fatalf("round %d: %v and %v are no orders", round, rows, columns)
		}
		seen := make(map[int]bool)
		last, size := -1, math.MaxInt
		for _, row := range rows {
			c := component[int32(row)]
			if c != last && seen[c] || c/1000 > size {
				t.Fatalf("round %d: row %d of component %d comes after %d", round, row, c, last)
			}
			seen[c], last, size = true, c, c/1000
		}
	}
}

func isPermutation(order []int) bool {
	sorted := slices.Sorted(slices.Values(order))
	for i, n := range sorted {
		if i != n {
			return false
		}
	}
	return true
}
