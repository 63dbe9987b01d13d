package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// place renames a file to a name that nothing has.
func place(from, to string) error {
	err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, unix.RENAME_NOREPLACE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) {
		return placeByLink(from, to)
	}
	return err
}

// syncsTrees is set if syncTree flushes all files below a folder to the disk at once. To sync
// a hundred thousand files one by one would take minutes.
const syncsTrees = true

// syncTree flushes the file system that contains a folder (syncfs(2)).
func syncTree(folder string) error {
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	return unix.Syncfs(int(f.Fd()))
}
