package parallel

import (
	"sync"
	"sync/atomic"
)

// Latest runs one function at a time. Of those that wait for their turn, it skips
// all but the one with the newest ticket: superseded requests are not worth
// running. The zero Latest is ready to use.
type Latest struct {
	newest  atomic.Uint64
	running sync.Mutex
}

// Next returns a new ticket, which supersedes all earlier ones.
func (l *Latest) Next() (ticket uint64) { return l.newest.Add(1) }

// Do waits until no other function runs, and calls do unless the ticket has been
// superseded by then. It reports whether it called do.
func (l *Latest) Do(ticket uint64, do func()) bool {
	l.running.Lock()
	defer l.running.Unlock()
	if l.newest.Load() != ticket {
		return false
	}
	do()
	return true
}
