// Package files lists and reads the files of a knowledge base, on disk or in an
// fs.FS. It knows paths and sizes, and nothing of what the files contain.
package files

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// Input is one TOML file that has been found and not read yet.
type Input struct {
	Path string // below the root, with forward slashes
	Size int64  // in bytes; 0 if unknown
	Read func() ([]byte, error)
}

// TotalSize returns the sum of the sizes, in bytes.
func TotalSize(inputs []Input) int64 {
	total := int64(0)
	for _, in := range inputs {
		total += in.Size
	}
	return total
}

// OnDisk returns the input for one file at a path on disk. Its Path is the base
// name.
func OnDisk(name string, size int64) Input {
	return Input{filepath.Base(name), size, func() ([]byte, error) { return read(name) }}
}

// List returns the TOML files below a folder on disk, sorted by path. It skips
// names that begin with a dot or an underscore, folders below the root that
// cannot be read, and symbolic links that leave the root, lead back into a
// folder above themselves, or dangle. The error is that of the root or of ctx.
func List(ctx context.Context, dir string) ([]Input, error) {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, err
	}
	w := walker{ctx: ctx, root: root}
	if err := w.folder(root, "", nil); err != nil {
		return nil, err
	}
	sort.Slice(w.found, func(i, j int) bool { return w.found[i].Path < w.found[j].Path })
	return w.found, nil
}

// walker walks the folders below a root on disk.
type walker struct {
	ctx   context.Context
	root  string // without symbolic links
	found []Input
}

// folder walks the folder at real, a path without symbolic links, which is at
// below seen from the root. above are the real folders on the way to it: a link
// to one of them is a cycle.
func (w *walker) folder(real, below string, above []string) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	entries, err := os.ReadDir(real)
	if err != nil {
		if below == "" {
			return err
		}
		return nil // the rest of the knowledge base can still be read
	}
	above = append(above, real)
	for _, entry := range entries {
		name := entry.Name()
		if isSkipped(name) {
			continue
		}
		at, mode := filepath.Join(real, name), entry.Type()
		if mode&fs.ModeSymlink != 0 {
			if at, mode = w.follow(at); at == "" {
				continue
			}
		}
		switch {
		case mode.IsDir() && !slices.Contains(above, at):
			if err := w.folder(at, path.Join(below, name), above); err != nil {
				return err
			}
		case mode.IsRegular() && isTOML(name):
			w.found = append(w.found, Input{path.Join(below, name), sizeOf(entry), func() ([]byte, error) { return read(at) }})
		}
	}
	return nil
}

// follow resolves a symbolic link; the path is empty if its target is outside
// the root or does not exist.
func (w *walker) follow(link string) (string, fs.FileMode) {
	at, err := filepath.EvalSymlinks(link)
	if err != nil {
		return "", 0
	}
	inside, err := filepath.Rel(w.root, at)
	if err != nil || inside == ".." || strings.HasPrefix(inside, ".."+string(filepath.Separator)) {
		return "", 0
	}
	info, err := os.Stat(at)
	if err != nil {
		return "", 0
	}
	return at, info.Mode().Type()
}

// ListFS returns the TOML files of a file system, sorted by path. It skips what
// List skips; symbolic links are not followed.
func ListFS(fsys fs.FS) ([]Input, error) {
	var found []Input
	err := fs.WalkDir(fsys, ".", func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p != "." && isSkipped(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular() && isTOML(p):
			found = append(found, Input{p, sizeOf(entry), func() ([]byte, error) { return fs.ReadFile(fsys, p) }})
		}
		return nil
	})
	return found, err
}

// sizeOf returns the size of a folder's entry in bytes, 0 if it is unknown.
func sizeOf(entry fs.DirEntry) int64 {
	info, err := entry.Info()
	if err != nil {
		return 0
	}
	return info.Size()
}

func isSkipped(name string) bool { return name[0] == '.' || name[0] == '_' }

func isTOML(name string) bool { return strings.EqualFold(path.Ext(name), ".toml") }

// Cause returns the operating system's error in err, without the operation and
// the path that an fs.PathError puts before it: messages that name the file
// themselves would repeat them. Any other error is returned as it is.
func Cause(err error) error {
	if pathErr := new(fs.PathError); errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
