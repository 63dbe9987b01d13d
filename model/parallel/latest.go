package parallel

import (
	"sync"
	"sync/atomic"
)

// Latest does one thing after the other, and of those that wait only the one
// that was asked for last. The zero Latest is ready.
type Latest struct {
	last  atomic.Uint64
	doing sync.Mutex
}

// Next returns a turn, which those before it give way to.
func (l *Latest) Next() (turn uint64) { return l.last.Add(1) }

// Do does something when it is its turn, or tells that it is no longer wanted.
func (l *Latest) Do(turn uint64, do func()) (done bool) {
	l.doing.Lock()
	defer l.doing.Unlock()
	if l.last.Load() != turn {
		return false
	}
	do()
	return true
}
