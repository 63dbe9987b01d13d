//go:build unix

package watch

import (
	"io/fs"
	"syscall"
)

// identity returns the device of a file and its number there.
func identity(info fs.FileInfo) (device, inode uint64) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Dev), s.Ino //nolint:unconvert // on some systems the device has another type
	}
	return 0, 0
}
