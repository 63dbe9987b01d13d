package reader

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"

	"rihla/model/kb"
)

// mostBeside is the size in bytes up to which a file that is not TOML is read.
const mostBeside = 64 << 20

var errNoFile = errors.New("is no file with a text of its own")

// readBelow returns what reads files below a folder on disk. A symbolic link is
// followed only while it stays inside; what is no regular file is not waited for.
func readBelow(dir string) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		clean, err := below(name)
		if err != nil {
			return nil, err
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, Cause(err))
		}
		defer root.Close()
		f, err := root.OpenFile(clean, os.O_RDONLY|withoutWaiting, 0)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, refusal(err))
		}
		defer f.Close()
		return readBounded(name, f)
	}
}

// readIn is readBelow for a file system.
func readIn(fsys fs.FS) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		clean, err := below(name)
		if err != nil {
			return nil, err
		}
		f, err := fsys.Open(clean)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, Cause(err))
		}
		defer f.Close()
		return readBounded(name, f)
	}
}

// below returns a path below the root in its shortest form.
func below(name string) (string, error) {
	if path.IsAbs(name) || strings.Contains(name, `\`) || slices.Contains(strings.Split(name, "/"), "..") {
		return "", fmt.Errorf("%s: %w", name, kb.ErrOutside)
	}
	return path.Clean(name), nil
}

// refusal returns why a root did not open a file. What the system does not
// refuse the root does, because it is outside.
func refusal(err error) error {
	var system syscall.Errno
	if errors.As(err, &system) {
		return Cause(err)
	}
	return kb.ErrOutside
}

func readBounded(name string, f fs.File) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, Cause(err))
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", name, errNoFile)
	}
	var text bytes.Buffer
	if info.Size() <= mostBeside {
		text.Grow(int(info.Size()) + bytes.MinRead)
		_, err = text.ReadFrom(io.LimitReader(f, mostBeside+1))
	}
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, Cause(err))
	case info.Size() > mostBeside || text.Len() > mostBeside:
		return nil, fmt.Errorf("%s: %w: at most 64 MB", name, kb.ErrTooLarge)
	}
	return text.Bytes(), nil
}
