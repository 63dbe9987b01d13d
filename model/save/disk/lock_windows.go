package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock locks a file, or returns errLocked if another program has locked it. It
// locks a byte far beyond the end, so that others can still read the file.
func tryLock(f *os.File) error {
	beyond := &windows.Overlapped{OffsetHigh: 1 << 30}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, beyond)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

// locksTell is whether a file without a lock belongs to no running process: here, it is
// closed, and unlocked, before it is renamed.
const locksTell = false

// renamesOpenFiles is whether an open file can be renamed, and written over.
const renamesOpenFiles = false
