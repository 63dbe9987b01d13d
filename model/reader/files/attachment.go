package files

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

	"golang.org/x/text/unicode/norm"

	"rihla/model/kb"
)

// maxAttachment is the size, in bytes, of the largest file that Attachments
// reads.
const maxAttachment = 64 << 20

var errNotRegular = errors.New("is no regular file")

// Attachments returns a function for kb.KB.ReadFile that reads files below a
// folder on disk: stored copies of sources. A symbolic link is followed if its
// target is inside the folder. Pipes and devices are refused, not waited for.
func Attachments(dir string) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		clean, err := relative(name)
		if err != nil {
			return nil, err
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, Cause(err))
		}
		defer root.Close()
		f, err := inAnyForm(clean, func(form string) (fs.File, error) { return root.OpenFile(form, os.O_RDONLY|nonBlocking, 0) })
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, openError(err))
		}
		defer f.Close()
		return readBounded(name, f)
	}
}

// AttachmentsFS is Attachments for a file system.
func AttachmentsFS(fsys fs.FS) func(name string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		clean, err := relative(name)
		if err != nil {
			return nil, err
		}
		f, err := inAnyForm(clean, fsys.Open)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, Cause(err))
		}
		defer f.Close()
		return readBounded(name, f)
	}
}

// inAnyForm opens a path, or else the file whose name is canonically equivalent, in
// NFC or NFD: file systems differ in what they store.
func inAnyForm(name string, open func(string) (fs.File, error)) (fs.File, error) {
	f, err := open(name)
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		if other := form.String(name); errors.Is(err, fs.ErrNotExist) && other != name {
			if found, otherErr := open(other); otherErr == nil {
				return found, nil
			}
		}
	}
	return f, err
}

// relative returns a path below the root in its shortest form, or
// kb.ErrOutside.
func relative(name string) (string, error) {
	if path.IsAbs(name) || strings.Contains(name, `\`) || slices.Contains(strings.Split(name, "/"), "..") {
		return "", fmt.Errorf("%s: %w", name, kb.ErrOutside)
	}
	return path.Clean(name), nil
}

// openError returns why an os.Root did not open a file: an error that is not the
// operating system's means that the path leads outside.
func openError(err error) error {
	if _, ok := errors.AsType[syscall.Errno](err); ok {
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
		return nil, fmt.Errorf("%s: %w", name, errNotRegular)
	}
	var text bytes.Buffer
	if info.Size() <= maxAttachment {
		text.Grow(int(info.Size()) + bytes.MinRead)
		_, err = text.ReadFrom(io.LimitReader(f, maxAttachment+1))
	}
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, Cause(err))
	case info.Size() > maxAttachment || text.Len() > maxAttachment:
		return nil, fmt.Errorf("%s: %w: at most 64 MB", name, kb.ErrTooLarge)
	}
	return text.Bytes(), nil
}
