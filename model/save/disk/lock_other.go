//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package disk

import "os"

// tryLock does nothing: the system has no locks that are portable.
func tryLock(*os.File) error { return nil }

// locksTell is whether a file without a lock belongs to no running process.
const locksTell = false

// renamesOpenFiles is whether an open file can be renamed, and written over.
const renamesOpenFiles = false
