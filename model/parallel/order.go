package parallel

import (
	"sync"
	"sync/atomic"
)

// InOrder calls prepare(i) for each i from 0 to n-1 on up to Workers goroutines, and take
// with each result, in the order of i, on the goroutine of the caller. At most four results
// for each of Workers are kept. It ends at the first error of take, and returns it, when all
// calls have returned.
func InOrder[R any](n int, prepare func(i int) R, take func(R) error) error {
	ready := make([]chan R, min(n, 4*Workers))
	free := make(chan struct{}, len(ready)) // holds one for each result that may be prepared
	for i := range ready {
		ready[i] = make(chan R, 1)
		free <- struct{}{}
	}
	var next atomic.Int64
	var running sync.WaitGroup
	var panicked panicking
	ended := make(chan struct{})
	end := sync.OnceFunc(func() { close(ended) })
	for range min(n, Workers) {
		running.Go(func() {
			defer func() {
				if panicked.first.Load() != nil {
					end()
				}
			}()
			defer panicked.capture()
			for {
				select {
				case <-ended:
					return
				case <-free:
				}
				i := int(next.Add(1) - 1)
				if i >= n {
					return
				}
				ready[i%len(ready)] <- prepare(i)
			}
		})
	}
	err := func() error {
		defer end()
		for i := range n {
			select {
			case <-ended: // by a panic
				return nil
			case r := <-ready[i%len(ready)]:
				if err := take(r); err != nil {
					return err
				}
			}
			free <- struct{}{}
		}
		return nil
	}()
	running.Wait()
	panicked.rethrow()
	return err
}
