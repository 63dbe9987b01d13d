package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// steps are the operations that a write is made of.
type steps struct {
	create func(name string, mode fs.FileMode) (*os.File, error)
	write  func(to io.Writer, write func(io.Writer) error) error
	chmod  func(f *os.File, mode fs.FileMode) error
	sync   func(f *os.File) error
	place  func(from, to string) error // where nothing is
	rename func(from, to string) error
}

var system = steps{
	create: func(name string, mode fs.FileMode) (*os.File, error) {
		return os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
	},
	write:  func(to io.Writer, write func(io.Writer) error) error { return write(to) },
	chmod:  (*os.File).Chmod,
	sync:   (*os.File).Sync,
	place:  place,
	rename: os.Rename,
}

// commit writes the new text beside the file, and puts it in its place.
func (c *change) commit(write func(io.Writer) error) error {
	beside, err := c.createBeside()
	if err != nil {
		return failure(c.asked, err)
	}
	name := beside.Name()
	err = system.write(beside, write)
	if of := new(fs.PathError); errors.As(err, &of) && of.Path == name {
		err = failure(c.asked, err)
	}
	if err == nil {
		if err = c.put(beside); err != nil {
			err = failure(c.asked, err)
		}
	}
	_ = beside.Close()
	if err != nil {
		_ = os.Remove(name)
		return err
	}
	syncFolder(filepath.Dir(c.path))
	return nil
}

// put gives the file beside all that the other has but the text, and then its name.
// Both stay locked until it has it, where the system can rename open files.
func (c *change) put(beside *os.File) error {
	if c.held != nil {
		keepAttributes(beside, c.held, c.info)
		if err := keepMode(beside, c.info.Mode()); err != nil {
			return err
		}
	}
	if err := system.sync(beside); err != nil && !isUnsupported(err) {
		return err
	}
	if !c.isAsRead() {
		return ErrChanged
	}
	if !renamesOpenFiles {
		c.end()
		if err := beside.Close(); err != nil {
			return err
		}
	}
	if c.held == nil {
		return system.place(beside.Name(), c.path)
	}
	return system.rename(beside.Name(), c.path)
}

func keepMode(f *os.File, mode fs.FileMode) error {
	mode &= fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
	err := system.chmod(f, mode)
	if now, statErr := f.Stat(); err != nil && statErr == nil && now.Mode().Perm() == mode.Perm() {
		return nil // a file system without modes
	}
	return err
}

// isUnsupported reports whether a file system cannot sync, rather than failed to.
func isUnsupported(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL)
}

// syncFolder has the new name survive a loss of power, if the system can. The file has
// its new text already, so that an error is none of the write.
func syncFolder(path string) {
	if folder, err := os.Open(path); err == nil {
		_ = system.sync(folder)
		_ = folder.Close()
	}
}

// placeByLink gives a file another name, which nothing has, and takes the first away.
func placeByLink(from, to string) error {
	err := os.Link(from, to)
	if err == nil {
		return os.Remove(from)
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	// A file system without hard links.
	if _, err := os.Lstat(to); err == nil {
		return fs.ErrExist
	}
	return os.Rename(from, to)
}

// The names of files that are being written: no knowledge base reads them.
const (
	temporaryPrefix = ".rihla-"
	temporarySuffix = ".tmp"
)

// IsTemporary reports whether the name of a file is that of one being written.
func IsTemporary(name string) bool {
	return strings.HasPrefix(name, temporaryPrefix) && strings.HasSuffix(name, temporarySuffix)
}

var created atomic.Int64

// temporaryName returns a path in a folder that this process has not used.
func temporaryName(folder string) string {
	return filepath.Join(folder, fmt.Sprintf("%s%d-%d%s", temporaryPrefix, os.Getpid(), created.Add(1), temporarySuffix))
}

// createBeside creates and locks a file in the folder of another. Until it has the mode
// of that file, its owner alone may read it.
func (c *change) createBeside() (*os.File, error) {
	mode := c.mode
	if c.held != nil {
		mode = 0o600
	}
	for range maxTries {
		name := temporaryName(filepath.Dir(c.path))
		f, err := system.create(name, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		_ = lock(f)
		// Another process may have swept it away before it was locked.
		mine, err := f.Stat()
		if present, statErr := os.Lstat(name); err == nil && statErr == nil && os.SameFile(mine, present) {
			return f, nil
		}
		_ = f.Close()
	}
	return nil, ErrBusy
}

// unlockedAge is the age of a temporary file that is taken to be of a dead process
// where no lock says so.
const unlockedAge = time.Hour

// sweep removes the temporary files of dead processes from a folder: those without a
// lock.
func sweep(path string) {
	folder, err := os.Open(path)
	if err != nil {
		return
	}
	names, _ := folder.Readdirnames(-1)
	_ = folder.Close()
	for _, name := range names {
		if IsTemporary(name) {
			sweepFile(filepath.Join(path, name))
		}
	}
}

func sweepFile(name string) {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return
	}
	locked := tryLock(f)
	isDead := locked == nil && locksTell || !errors.Is(locked, errLocked) && time.Since(info.ModTime()) > unlockedAge
	if isDead && renamesOpenFiles {
		_ = os.Remove(name)
	}
	_ = f.Close()
	if isDead {
		_ = os.Remove(name)
	}
}
