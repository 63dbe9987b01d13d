// Package keeper keeps the terminal for the explorer. The process that a shell starts
// becomes a small parent, which notes how the terminal is, starts the same program again
// to explore, and waits: however that ends, the terminal is given back before the shell
// goes on. Signals, stops and the exit status pass through the parent.
//
// The parent is made while this package is initialised, which is before almost every
// other (it imports little): so it costs the explorer one start of a process, and
// nothing of what packages prepare. Where there can be no parent, none is missed: the
// explorer gives the terminal back by itself, unless it is killed.
package keeper

import (
	"os"
	"sync"
	"syscall"
)

// Child is the explorer's side. The zero Child has no parent.
type Child struct {
	parent *os.File // nil without one
	pid    int      // of the parent
	noted  Modes

	hearing  sync.Mutex // guards gaveBack
	gaveBack bool       // the parent has given the terminal back
}

// Self is this process, seen as a child.
var Self = new(Child)

// IsKept reports whether a parent keeps the terminal.
func (c *Child) IsKept() bool { return c.parent != nil }

// Parent returns the process that keeps the terminal, or 0.
func (c *Child) Parent() int { return c.pid }

// Crashes is the file that the parent reads what is known of a crash from; nil without
// a parent.
func (c *Child) Crashes() *os.File { return c.parent }

// Note tells the parent which modes of the terminal are in effect. It is called by one
// goroutine at a time.
func (c *Child) Note(m Modes) {
	if c.parent == nil || m == c.noted {
		return
	}
	c.noted = m
	_, _ = c.parent.Write([]byte{modesFollow, byte(m)})
}

// modesFollow is written before modes. No text holds it, as what a crash prints.
const modesFollow = 0xff

// Crash is how a child ended that crashed.
type Crash struct {
	Text   []byte         // what the runtime printed
	Signal syscall.Signal // that made it crash, or 0
}

// Crashed is not nil in a parent whose child has crashed: it goes on to say so.
var Crashed *Crash
