//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package disk

import (
	"errors"
	"os"
	"syscall"
)

// tryLock locks a file, or returns errLocked if another program has locked it.
func tryLock(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) || errors.Is(err, syscall.EINTR) {
		return errLocked
	}
	return err
}

// locksTell is whether a file without a lock belongs to no running process.
const locksTell = true

// renamesOpenFiles is whether an open file can be renamed, and written over.
const renamesOpenFiles = true
