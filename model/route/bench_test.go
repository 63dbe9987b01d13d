package route

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

// large is a base of more than 100,000 entities and of 500,000 links.
func large(b *testing.B) *kb.KB {
	b.Helper()
	return kbtest.Generate(b, 130_000)
}

// BenchmarkNetwork times making the network, and counts what it keeps.
func BenchmarkNetwork(b *testing.B) {
	k := large(b)
	var n *Network
	for b.Loop() {
		var err error
		if n, err = NewNetwork(context.Background(), k, kb.Reference{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(k.LinkCount()), "links")
	b.ReportMetric(float64(len(n.edges)/2), "pairs")
	b.ReportMetric(heap(func() { n = nil }), "MB-kept")
	runtime.KeepAlive(k)
}

// heap returns how many megabytes are given back by letting something go.
func heap(letGo func()) float64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	letGo()
	runtime.GC()
	runtime.ReadMemStats(&after)
	return (float64(before.HeapAlloc) - float64(after.HeapAlloc)) / 1e6
}

// BenchmarkFind times finding the best route between two entities chosen at
// random, and the next best, or why there is none: the median and the slowest of
// 500 pairs, each the fastest of three, since the machine may do something else.
func BenchmarkFind(b *testing.B) {
	k := large(b)
	n, err := NewNetwork(context.Background(), k, kb.Reference{})
	if err != nil {
		b.Fatal(err)
	}
	for name, o := range map[string]Options{"any": {}, "4-hops": {MaxHops: 4}, "3-hops": {MaxHops: 3}, "medium": {MinLevel: Medium}, "high": {MinLevel: High}} {
		b.Run(name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			var took []float64
			hops, none := 0, 0
			for b.Loop() {
				took = took[:0]
				hops, none = 0, 0
				for range 500 {
					from, to := k.Entities[r.IntN(len(k.Entities))], k.Entities[r.IntN(len(k.Entities))]
					var a *Answer
					fastest := math.Inf(1)
					for range 3 {
						start := time.Now()
						if a, err = n.Find(context.Background(), from, to, o); err != nil {
							b.Fatal(err)
						}
						fastest = min(fastest, time.Since(start).Seconds()*1e3)
					}
					took = append(took, fastest)
					if a.Best == nil {
						none++
					} else {
						hops += len(a.Best.Hops)
					}
				}
			}
			slices.Sort(took)
			b.ReportMetric(took[len(took)/2], "ms-median")
			b.ReportMetric(took[len(took)*99/100], "ms-p99")
			b.ReportMetric(took[len(took)-1], "ms-slowest")
			b.ReportMetric(float64(hops)/float64(max(1, len(took)-none)), "hops")
			b.ReportMetric(float64(none), "unconnected")
		})
	}
}
