//go:build !(unix || windows)

package disk

import (
	"io/fs"
	"os"
)

// links returns the number of names of a file.
func links(*os.File, fs.FileInfo) uint64 { return 1 }

// keepAttributes does nothing: the system has none that are portable.
func keepAttributes(_, _ *os.File, _ fs.FileInfo) {}
