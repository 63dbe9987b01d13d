package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// closed is an output that is closed.
type closed struct{}

func (closed) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: os.Stdout.Name(), Err: syscall.EBADF}
}

// shells discard output into a file that they open for writing alone.
var shells = []string{"ash", "bash", "busybox", "dash", "fish", "ksh", "ksh93", "mksh", "sh", "yash", "zsh"}

// isNothing reports whether an output was closed when the program began, or may be
// discarded: Go's runtime opens os.DevNull for reading and writing in place of what is
// closed, and so do some programs for a child whose output they do not want.
func isNothing(out io.Writer) bool {
	f, ok := out.(*os.File)
	if !ok {
		return false
	}
	flags, _, failed := syscall.Syscall(syscall.SYS_FCNTL, f.Fd(), syscall.F_GETFL, 0)
	if failed != 0 || flags&syscall.O_ACCMODE != syscall.O_RDWR {
		return false
	}
	null, failedNull := os.Stat(os.DevNull)
	of, failedOf := f.Stat()
	return errors.Join(failedNull, failedOf) == nil && os.SameFile(null, of)
}

// isClosed tells by the parent whether an output that is nothing was closed: that of
// the parent is closed too, or the parent is a shell whose own output is not nothing.
func isClosed(out io.Writer) bool {
	if !isNothing(out) {
		return false
	}
	parent := filepath.Join("/proc", strconv.Itoa(os.Getppid()))
	output, err := os.Readlink(filepath.Join(parent, "fd", "1"))
	if err != nil {
		_, gone := os.Stat(filepath.Join(parent, "fd"))
		return errors.Is(err, fs.ErrNotExist) && gone == nil
	}
	name, err := os.ReadFile(filepath.Join(parent, "comm"))
	return err == nil && output != os.DevNull && slices.Contains(shells, strings.TrimSpace(string(name)))
}
