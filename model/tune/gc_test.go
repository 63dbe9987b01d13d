package tune_test

import (
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"testing"

	"rihla/model/tune"
)

func percent() int {
	now := debug.SetGCPercent(100)
	debug.SetGCPercent(now)
	return now
}

// TestStoppedLoadLeavesTheCollectorAsItWas is what the explorer does when a
// first load is stopped: its own request is released before the reader's.
func TestStoppedLoadLeavesTheCollectorAsItWas(t *testing.T) {
	before := percent()
	var explorer, reader tune.GC
	explorer.Set(1600)
	reader.Set(-1)
	explorer.Release()
	if percent() != -1 {
		t.Errorf("%d while the reader still runs", percent())
	}
	reader.Release()
	if percent() != before {
		t.Errorf("%d afterwards, not %d", percent(), before)
	}
	reader.Release()
	if percent() != before {
		t.Errorf("%d after a second release, not %d", percent(), before)
	}
}

// TestTheLastRequestIsInForce compares random requests with a list.
func TestTheLastRequestIsInForce(t *testing.T) {
	before := percent()
	r := rand.New(rand.NewPCG(1, 2))
	requests := make([]tune.GC, 5)
	var order []int // the requests that are active, the last one set at the end
	wanted := make([]int, len(requests))
	for range 2000 {
		i := r.IntN(len(requests))
		order = slices.DeleteFunc(order, func(n int) bool { return n == i })
		if r.IntN(2) == 0 {
			wanted[i] = 50 + r.IntN(500)
			requests[i].Set(wanted[i])
			order = append(order, i)
		} else {
			requests[i].Release()
		}
		want := before
		if len(order) > 0 {
			want = wanted[order[len(order)-1]]
		}
		if got := percent(); got != want {
			t.Fatalf("%d, not %d", got, want)
		}
	}
	for i := range requests {
		requests[i].Release()
	}
}
