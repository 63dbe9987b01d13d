//go:build unix

package keeper

import (
	"runtime"
	"syscall"
)

// AwaitEnd blocks until the parent has ended, calls do at once, and returns. Output of do
// precedes the prompt of the shell only if this process is scheduled before the shell.
func (c *Child) AwaitEnd(do func()) {
	runtime.LockOSThread() // a dedicated thread wakes without waiting for a free one
	for fd := int(c.parent.Fd()); awaitBytes(fd); {
		c.hear(fd)
	}
	do()
}

// GaveBack reports whether the parent has given the terminal back since the last call,
// because the child was stopped without a word.
func (c *Child) GaveBack() bool {
	if c.parent == nil {
		return false
	}
	c.hear(int(c.parent.Fd()))
	c.hearing.Lock()
	defer c.hearing.Unlock()
	gaveBack := c.gaveBack
	c.gaveBack = false
	return gaveBack
}

// hear notes what the parent has said so far: a byte whenever it has given the terminal
// back. It is called by AwaitEnd and GaveBack: a byte that one has received is noted
// before the other looks.
func (c *Child) hear(fd int) {
	c.hearing.Lock()
	defer c.hearing.Unlock()
	if len(received(fd)) > 0 {
		c.gaveBack = true
	}
}

// awaitBytes blocks until the other end of a socket has sent something. It reports false
// once that is closed.
func awaitBytes(fd int) bool {
	var next [1]byte
	for {
		n, _, err := syscall.Recvfrom(fd, next[:], syscall.MSG_PEEK)
		if err != syscall.EINTR {
			return n > 0 && err == nil
		}
	}
}

// received returns the bytes that the other end of a socket has sent so far.
func received(fd int) (all []byte) {
	var buffer [1 << 12]byte
	for {
		n, _, err := syscall.Recvfrom(fd, buffer[:], syscall.MSG_DONTWAIT)
		switch {
		case err == syscall.EINTR:
		case n <= 0 || err != nil:
			return all
		default:
			all = append(all, buffer[:n]...)
		}
	}
}
