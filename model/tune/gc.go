// Package tune is the only owner of the Go runtime's settings that the program
// changes while it runs: the garbage collector's percentage and the number of
// processors. It decides no values; each caller knows how much garbage it makes.
package tune

import (
	"runtime/debug"
	"slices"
	"sync"
)

// GC is one caller's request for a garbage collection percentage, as
// debug.SetGCPercent takes it (negative: no collection). Among several requests
// the one that was set last is in force; without any, the value that the
// process had before the first. The zero GC requests nothing. Requests may be
// set and released from any goroutine, in any order.
type GC struct{ percent int }

var requests struct {
	sync.Mutex
	active  []*GC // in the order in which they were set
	initial int   // the percentage without requests
}

// Set requests a percentage, in place of the one that g requested before.
func (g *GC) Set(percent int) {
	requests.Lock()
	defer requests.Unlock()
	old := debug.SetGCPercent(percent)
	if len(requests.active) == 0 {
		requests.initial = old
	}
	g.percent = percent
	requests.active = append(without(g), g)
}

// Release withdraws the request, if there is one.
func (g *GC) Release() {
	requests.Lock()
	defer requests.Unlock()
	if !slices.Contains(requests.active, g) {
		return
	}
	requests.active = without(g)
	percent := requests.initial
	if n := len(requests.active); n > 0 {
		percent = requests.active[n-1].percent
	}
	debug.SetGCPercent(percent)
}

func without(g *GC) []*GC {
	return slices.DeleteFunc(requests.active, func(other *GC) bool { return other == g })
}
