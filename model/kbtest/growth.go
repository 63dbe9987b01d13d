package kbtest

import (
	"math"
	"testing"
	"time"
)

// NotSquare fails the test if work takes time that grows with the square of its size: 4n
// may take up to ten times as long as n, where a square takes sixteen. Both are measured
// side by side, up to seven times, and the fastest of each are compared, so that other
// work on the machine delays the test and does not fail it.
func NotSquare(t *testing.T, n int, work func(n int)) {
	t.Helper()
	const most, noise = 10, time.Millisecond
	small, large := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for range 7 {
		small, large = min(small, timeOf(work, n)), min(large, timeOf(work, 4*n))
		if large <= most*max(small, noise) {
			return
		}
	}
	t.Errorf("%d take %v, and %d take %v", n, small, 4*n, large)
}

func timeOf(work func(n int), n int) time.Duration {
	began := time.Now()
	work(n)
	return time.Since(began)
}
