// Package parallel does the same to many things, several at a time.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for each number below n, as many at a time as there are
// processors, and returns when all is done. The lowest numbers come first.
func Each(n int, do func(int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	workers.Wait()
}
