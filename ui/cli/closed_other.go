//go:build !linux

package cli

import (
	"io"
	"io/fs"
	"os"
)

// closed is an output that is closed.
type closed struct{}

func (closed) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: os.Stdout.Name(), Err: fs.ErrClosed}
}

// isNothing reports false: where output is closed, the system says so, or Go's runtime
// hides it.
func isNothing(io.Writer) bool { return false }

func isClosed(io.Writer) bool { return false }
