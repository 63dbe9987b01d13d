//go:build unix

package files

import "syscall"

// nonBlocking is the open flag with which opening a named pipe returns at once
// even if no process writes to it.
const nonBlocking = syscall.O_NONBLOCK
