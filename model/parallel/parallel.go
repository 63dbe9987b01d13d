// Package parallel runs a function over n items on a bounded set of goroutines. It
// knows nothing of what the functions do.
package parallel

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Workers is the number of goroutines that run at the same time: the number of
// processors (GOMAXPROCS) when the program started. Tests change it.
var Workers = runtime.GOMAXPROCS(0)

// HandsOverPanics makes Each panic in the goroutine that calls it, which can recover, with a
// *Panic when a function panics; otherwise such a panic ends the process. A process that
// serves several sessions sets it before the first call.
var HandsOverPanics bool

// panicking holds the first panic of several goroutines.
type panicking struct{ first atomic.Pointer[Panic] }

// Panic is the value of a panic that Each passes on from one of its goroutines.
type Panic struct {
	Value any    // of the original panic
	Stack []byte // of the goroutine that panicked
}

func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// capture is deferred by the goroutines: it recovers a panic and keeps it if it is the first.
func (p *panicking) capture() {
	if !HandsOverPanics {
		return
	}
	if r := recover(); r != nil {
		p.first.CompareAndSwap(nil, &Panic{r, debug.Stack()})
	}
}

// rethrow panics with the captured panic, if any.
func (p *panicking) rethrow() {
	if first := p.first.Load(); first != nil {
		panic(first)
	}
}

// Each calls do(i) for each i from 0 to n-1, on up to Workers goroutines, and
// returns when all calls have returned. Calls begin in the order of i.
func Each(n int, do func(i int)) {
	var next atomic.Int64
	var running sync.WaitGroup
	var panicked panicking
	for range min(n, Workers) {
		running.Go(func() {
			defer panicked.capture()
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
				runtime.Gosched() // in favour of the loop that answers to keys
			}
		})
	}
	running.Wait()
	panicked.rethrow()
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
