package parallel_test

import (
	"sync"
	"testing"
	"testing/synctest"

	"rihla/model/parallel"
)

func TestOnlyTheLatestOfThoseThatWaitIsDone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var l parallel.Latest
		var all sync.WaitGroup
		var done []uint64
		hold := make(chan struct{})
		first := l.Next()
		all.Go(func() {
			l.Do(first, func() {
				done = append(done, first)
				<-hold
			})
		})
		synctest.Wait()
		for range 5 {
			turn := l.Next()
			all.Go(func() { l.Do(turn, func() { done = append(done, turn) }) })
		}
		close(hold)
		all.Wait()
		if len(done) != 2 || done[0] != first || done[1] != first+5 {
			t.Errorf("turns %v were done, want the first and the last of %d", done, first+5)
		}
	})
}
