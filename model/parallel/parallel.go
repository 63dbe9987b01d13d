// Package parallel does the same to many things, several at a time.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Workers is how many things are done at a time: as many as there were
// processors when the program began. Whoever shows what goes on meanwhile may
// ask for one more.
var Workers = runtime.GOMAXPROCS(0)

// Each calls do for each number below n, several at a time, and returns when all
// is done. The lowest numbers come first.
func Each(n int, do func(int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(n, Workers) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
				runtime.Gosched() // to whoever shows what goes on
			}
		})
	}
	workers.Wait()
}
