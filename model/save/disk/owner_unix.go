//go:build unix

package disk

import (
	"io/fs"
	"os"
	"syscall"
)

// links returns the number of names of a file.
func links(_ *os.File, info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Nlink) //nolint:unconvert // on some systems it has another type
	}
	return 1
}

// keepAttributes gives a file the owner, group and extended attributes of another, as
// far as the system lets this process.
func keepAttributes(f, of *os.File, info fs.FileInfo) {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		uid, gid := int(stat.Uid), int(stat.Gid)
		if f.Chown(uid, gid) != nil {
			_ = f.Chown(-1, gid)
		}
	}
	copyExtended(f, of)
}
