package kbtest

import (
	"math"
	"testing"
	"time"
)

// NotSquare fails the test if work takes time that grows with the square of its size: n
// may take up to thirty times as long as n/8, where a square takes 64. Both are measured
// side by side, up to nine times, and the fastest of each are compared, so that other
// work on the machine delays the test and does not fail it.
func NotSquare(t *testing.T, n int, work func(n int)) {
	t.Helper()
	const most, noise = 30, time.Millisecond / 2
	small, large := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for range 9 {
		small, large = min(small, timeOf(work, n/8)), min(large, timeOf(work, n))
		if large <= most*max(small, noise) {
			return
		}
	}
	t.Errorf("%d take %v, and %d take %v", n/8, small, n, large)
}

func timeOf(work func(n int), n int) time.Duration {
	began := time.Now()
	work(n)
	return time.Since(began)
}
