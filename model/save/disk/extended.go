//go:build linux || darwin

package disk

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// copyExtended gives a file the extended attributes of another, as far as the system
// lets this process: lists of rights are among them.
func copyExtended(f, of *os.File) {
	from, to := int(of.Fd()), int(f.Fd())
	size, err := unix.Flistxattr(from, nil)
	if err != nil || size == 0 {
		return
	}
	names := make([]byte, size)
	if size, err = unix.Flistxattr(from, names); err != nil {
		return
	}
	for name := range strings.SplitSeq(strings.TrimRight(string(names[:size]), "\x00"), "\x00") {
		size, err := unix.Fgetxattr(from, name, nil)
		if err != nil {
			continue
		}
		value := make([]byte, size)
		if size, err = unix.Fgetxattr(from, name, value); err == nil {
			_ = unix.Fsetxattr(to, name, value[:size], 0)
		}
	}
}
