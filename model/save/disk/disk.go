// Package disk replaces files atomically: the new text goes to a file beside the old
// one, which then takes its name. Modes, owners and extended attributes stay; so do
// symbolic links, whose targets are replaced.
//
// A process that dies leaves at most a file whose name IsTemporary knows, which the
// next write into the folder removes. Two processes that write the same file do so
// one after the other, on file systems with locks.
package disk

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// The reasons not to write, besides errors of the operating system.
var (
	// ErrChanged: the file is not what it was when it was read.
	ErrChanged = errors.New("the file has changed")
	// ErrBusy: another process is writing the file.
	ErrBusy = errors.New("another program is writing the file")
	// ErrLinked: the file has other names, which would keep the old text.
	ErrLinked = errors.New("the file has other names (hard links), which would keep the old text")
	// ErrReadOnly: the file has no write permission at all. It is an fs.ErrPermission.
	ErrReadOnly = fmt.Errorf("the file is read-only: %w", fs.ErrPermission)
	// ErrNotFile: a folder, device, pipe or socket.
	ErrNotFile = errors.New("not a regular file")
	// ErrNotFolder: the path of a folder to write is that of a file.
	ErrNotFolder = errors.New("not a folder")
)

// Replace gives a file that holds one text another. The error is ErrChanged if it
// holds something else, or nothing is there; after any error it is as it was.
func Replace(path string, before, after []byte) error {
	return Update(path, func(now []byte) ([]byte, error) {
		if now == nil || !bytes.Equal(now, before) {
			return nil, ErrChanged
		}
		return after, nil
	})
}

// Update gives a file the text that compose makes of its present one, which is nil,
// and not empty, where there is no file. Errors of compose are returned as they are;
// after any error the file is as it was. Compose may be called again if a file comes
// to be meanwhile.
func Update(path string, compose func(before []byte) (after []byte, err error)) error {
	return update(path, 0o666, compose)
}

// UpdatePrivate is Update of a file that only its owner may read, if it is new.
func UpdatePrivate(path string, compose func(before []byte) (after []byte, err error)) error {
	return update(path, 0o600, compose)
}

func update(path string, mode fs.FileMode, compose func(before []byte) (after []byte, err error)) error {
	for range maxTries {
		c, err := begin(path, mode)
		if err != nil {
			return err
		}
		after, refused := compose(c.before)
		if refused == nil {
			err = c.commit(func(to io.Writer) error {
				_, err := to.Write(after)
				return err
			})
		}
		c.end()
		if refused != nil {
			return refused
		}
		if c.held != nil || !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return failure(path, ErrBusy)
}

// Remove removes a file, unless check, which is given its text, returns an error; after
// any error the file is as it was. A symbolic link is ErrNotFile: its target has other
// uses.
func Remove(path string, check func(text []byte) error) error {
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return failure(path, ErrNotFile)
	}
	c, err := begin(path, 0)
	if err != nil {
		return err
	}
	defer c.end()
	if c.held == nil {
		return failure(path, fs.ErrNotExist)
	}
	if err := check(c.before); err != nil {
		return err
	}
	if !c.isAsRead() {
		return failure(path, ErrChanged)
	}
	if !renamesOpenFiles {
		c.end()
	}
	if err := os.Remove(c.path); err != nil {
		return failure(path, err)
	}
	syncFolder(filepath.Dir(c.path))
	return nil
}

// Create writes a file. If there is one already, the error is fs.ErrExist unless it
// may be written over. After any error, also one of write, the file is as it was, or
// is not there.
func Create(path string, overwrite bool, write func(io.Writer) error) error {
	c, err := begin(path, 0o666)
	if err != nil {
		return err
	}
	defer c.end()
	if c.held != nil && !overwrite {
		return failure(path, fs.ErrExist)
	}
	return c.commit(buffered(write))
}

// buffered returns write with a buffered writer, which is flushed at the end.
func buffered(write func(io.Writer) error) func(io.Writer) error {
	return func(to io.Writer) error {
		b := bufio.NewWriter(to)
		if err := write(b); err != nil {
			return err
		}
		return b.Flush()
	}
}

// change is a file that is being written.
type change struct {
	asked  string      // path that the caller gave
	path   string      // of the file itself
	held   *os.File    // the file as it is, open and locked; nil if there is none
	info   fs.FileInfo // of held
	before []byte
	mode   fs.FileMode // of a new file, less what the system masks
}

// maxTries bounds the attempts to create a file where others come to be.
const maxTries = 10

// begin opens, locks and reads what is at a path. A new file will have a mode. The
// caller ends the change.
func begin(asked string, mode fs.FileMode) (*change, error) {
	path, err := resolve(asked)
	if err != nil {
		return nil, failure(asked, err)
	}
	sweep(filepath.Dir(path))
	for deadline := time.Now().Add(lockTimeout); time.Now().Before(deadline); {
		c := &change{asked: asked, path: path, mode: mode}
		isCurrent, err := c.open()
		if err == nil && isCurrent {
			return c, nil
		}
		c.end()
		if err != nil {
			return nil, failure(asked, err)
		}
	}
	return nil, failure(asked, ErrBusy)
}

// open opens, locks and reads the file. It reports whether the path still leads to it.
func (c *change) open() (isCurrent bool, err error) {
	switch c.info, err = os.Stat(c.path); {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, err
	case !c.info.Mode().IsRegular():
		return false, ErrNotFile
	case c.info.Mode().Perm()&0o222 == 0:
		return false, ErrReadOnly
	}
	if c.held, err = os.OpenFile(c.path, os.O_RDWR, 0); err != nil {
		return false, err
	}
	if err := lock(c.held); err != nil {
		return false, ErrBusy
	}
	// The previous holder of the lock may have replaced the file.
	if c.info, err = c.held.Stat(); err != nil {
		return false, err
	}
	present, statErr := os.Stat(c.path)
	if statErr != nil || !os.SameFile(c.info, present) {
		return false, nil //nolint:nilerr // it was removed or replaced: open it again
	}
	if links(c.held, c.info) > 1 {
		return false, ErrLinked
	}
	c.before = make([]byte, 0, c.info.Size()+bytes.MinRead)
	read := bytes.NewBuffer(c.before)
	_, err = read.ReadFrom(c.held)
	c.before = read.Bytes()
	return true, err
}

// isAsRead reports whether the path still leads to the file, and that to the same
// text: the time of the last change does not tell, since it may be set, and is coarse.
func (c *change) isAsRead() bool {
	if path, err := resolve(c.asked); err != nil || path != c.path {
		return false
	}
	if c.held == nil {
		return true // the new file is never put over another
	}
	present, err := os.Stat(c.path)
	if err != nil || !os.SameFile(c.info, present) || present.Mode() != c.info.Mode() || present.Size() != int64(len(c.before)) {
		return false
	}
	now, err := os.ReadFile(c.path)
	return err == nil && bytes.Equal(now, c.before)
}

// end closes and unlocks the file.
func (c *change) end() {
	if c.held != nil {
		_ = c.held.Close()
	}
}

// failure returns an error with the path that the caller knows, and the reason alone
// of an error with another.
func failure(path string, err error) error {
	of, between := new(fs.PathError), new(os.LinkError)
	switch {
	case errors.As(err, &of):
		err = of.Err
	case errors.As(err, &between):
		err = between.Err
	}
	return &fs.PathError{Op: "write", Path: path, Err: err}
}

// maxLinks bounds the symbolic links that lead to a file.
const maxLinks = 40

// resolve follows symbolic links, the last also to where nothing is.
func resolve(path string) (string, error) {
	for range maxLinks {
		real, err := filepath.EvalSymlinks(path)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return real, err
		}
		to, err := os.Readlink(path)
		if err != nil {
			return path, nil //nolint:nilerr // no link: nothing is there
		}
		if !filepath.IsAbs(to) {
			folder, err := filepath.EvalSymlinks(filepath.Dir(path))
			if err != nil {
				return path, nil //nolint:nilerr // its folder is missing, which writing will say
			}
			to = filepath.Join(folder, to)
		}
		path = to
	}
	return "", errors.New("too many symbolic links")
}
