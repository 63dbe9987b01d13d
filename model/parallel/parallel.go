// Package parallel runs a function over n items on a bounded set of goroutines. It
// knows nothing of what the functions do.
package parallel

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// Workers is the number of goroutines that run at the same time: the number of
// processors (GOMAXPROCS) when the program started. Tests change it.
var Workers = runtime.GOMAXPROCS(0)

// Each calls do(i) for each i from 0 to n-1, on up to Workers goroutines, and
// returns when all calls have returned. Calls begin in the order of i.
func Each(n int, do func(i int)) {
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(n, Workers) {
		running.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
				runtime.Gosched() // in favour of the loop that answers to keys
			}
		})
	}
	running.Wait()
}

// EachContext is Each, and makes no more calls once ctx is done. It returns the
// error of ctx.
func EachContext(ctx context.Context, n int, do func(i int)) error {
	Each(n, func(i int) {
		if ctx.Err() == nil {
			do(i)
		}
	})
	return ctx.Err()
}

// Chunks is EachContext for consecutive chunks of at most size items, and returns
// the results of do in their order.
func Chunks[T, R any](ctx context.Context, items []T, size int, do func(chunk []T) R) ([]R, error) {
	out := make([]R, (len(items)+size-1)/size)
	err := EachContext(ctx, len(out), func(i int) { out[i] = do(items[i*size : min((i+1)*size, len(items))]) })
	return out, err
}
