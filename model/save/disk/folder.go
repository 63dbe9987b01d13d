package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Folder is a folder that is being written. File adds a file by its path below it, with
// forward slashes; folders on the way come to be.
type Folder struct {
	path string
	// isFresh is set if path is temporary, and is renamed once all files are written.
	// Otherwise each file replaces the old one.
	isFresh bool
}

// File writes one file. A file of a new folder is complete once the folder has its name; one
// of an existing folder is replaced atomically.
func (f Folder) File(name string, write func(io.Writer) error) error {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return failure(name, fs.ErrInvalid)
	}
	path := filepath.Join(f.path, filepath.FromSlash(name))
	if !f.isFresh {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		return Create(path, true, write)
	}
	file, err := system.create(path, 0o666)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		file, err = system.create(path, 0o666)
	}
	if err != nil {
		return failure(name, err)
	}
	err = system.write(file, buffered(write))
	if err == nil && !syncsTrees {
		if err = system.sync(file); isUnsupported(err) {
			err = nil
		}
	}
	return errors.Join(err, file.Close())
}

// CreateFolder writes the files of a folder. A new or empty one gets its name once all
// are written: after any error, also one of write, it is as it was. If there is a folder
// with files, the error is fs.ErrExist unless they may be written over; each file is then
// replaced by itself, and others stay. If path is not a folder, it is ErrNotFolder.
func CreateFolder(path string, overwrite bool, write func(Folder) error) error {
	names, err := os.ReadDir(path)
	switch {
	case err == nil && len(names) > 0 && !overwrite:
		return failure(path, fs.ErrExist)
	case err == nil && len(names) > 0:
		return write(Folder{path, false})
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		if info, lstat := os.Lstat(path); lstat == nil && !info.IsDir() {
			return failure(path, ErrNotFolder)
		}
		return failure(path, err)
	}
	beside := temporaryName(filepath.Dir(path))
	if err := os.Mkdir(beside, 0o777); err != nil {
		return failure(path, err)
	}
	defer func() { _ = os.RemoveAll(beside) }()
	if err := write(Folder{beside, true}); err != nil {
		return err
	}
	if syncsTrees {
		if err := syncTree(beside); err != nil && !isUnsupported(err) {
			return failure(path, err)
		}
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return failure(path, err)
	}
	if err := os.Rename(beside, path); err != nil {
		return failure(path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}
