package tune

import "runtime"

// AddProcessor lets one goroutine more run at the same time than before, so
// that a loop that answers to keys is not queued behind workers that keep all
// processors busy. The result restores the former number.
func AddProcessor() (restore func()) {
	before := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(before + 1)
	return func() { runtime.GOMAXPROCS(before) }
}
