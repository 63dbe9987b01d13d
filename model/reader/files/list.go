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
	"syscall"

	"rihla/model/kb"
)

// Input is one TOML file that has been found and not read yet.
type Input struct {
	Path string // below the root, with forward slashes
	Size int64  // in bytes; 0 if unknown
	Read func() ([]byte, error)
	// Open, if not nil, opens the file to read parts of it: see Sparse. Its result
	// is nil if the file has to be read as a whole.
	Open func() (*Sparse, error)
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
	return onDisk(filepath.Base(name), name, size)
}

// onDisk returns the input for the file at a path on disk.
func onDisk(below, name string, size int64) Input {
	return Input{below, size, func() ([]byte, error) { return read(name) }, func() (*Sparse, error) { return openSparse(name) }}
}

// Listing is what there is below a folder.
type Listing struct {
	Inputs  []Input // sorted by path
	Skipped kb.Skipped
	// Causes are the errors of Skipped.Unreadable, one each.
	Causes []error
}

// List finds the TOML files below a folder on disk. It skips names that begin
// with a dot or an underscore, folders below the root that cannot be read, paths
// that are too long, and symbolic links that leave the root, lead back into a
// folder above themselves, or dangle. The error is that of the root or of ctx.
func List(ctx context.Context, dir string) (Listing, error) {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return Listing{}, err
	}
	w := walker{ctx: ctx, root: root}
	if err := w.folder(root, "", nil); err != nil {
		return Listing{}, err
	}
	sort.Slice(w.Inputs, func(i, j int) bool { return w.Inputs[i].Path < w.Inputs[j].Path })
	return w.Listing, nil
}

// walker walks the folders below a root on disk.
type walker struct {
	Listing
	ctx  context.Context
	root string // without symbolic links
}

// folder walks the folder at real, a path without symbolic links, which is at
// below seen from the root. above are the real folders on the way to it: a link
// to one of them is a cycle.
func (w *walker) folder(real, below string, above []string) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	entries, err := os.ReadDir(real)
	if err != nil && below == "" {
		return err
	}
	if err != nil {
		w.fail(below, err)
	}
	above = append(above, real)
	for _, entry := range entries {
		name := entry.Name()
		at, mode, below := filepath.Join(real, name), entry.Type(), path.Join(below, name)
		if isSkipped(name) {
			w.hide(below, mode)
			continue
		}
		if mode&fs.ModeSymlink != 0 {
			if at, mode = w.follow(at); at == "" {
				w.outside(below)
				continue
			}
		}
		switch {
		case mode.IsDir() && slices.Contains(above, at):
			w.Skipped.Outside = append(w.Skipped.Outside, below)
		case mode.IsDir():
			if err := w.folder(at, below, above); err != nil {
				return err
			}
		case mode.IsRegular() && isTOML(name):
			w.file(at, below, entry)
		case mode.IsRegular() && below == name && mayHoldTOML(name):
			w.Skipped.Others = append(w.Skipped.Others, name)
		}
	}
	return nil
}

// file adds a file, unless its path is too long to open it.
func (w *walker) file(at, below string, entry fs.DirEntry) {
	size, err := sizeOf(entry)
	if errors.Is(err, syscall.ENAMETOOLONG) {
		w.Skipped.TooLong = append(w.Skipped.TooLong, below)
		return
	}
	w.Inputs = append(w.Inputs, onDisk(below, at, size))
}

// hide notes that a name is skipped, if it may lead to TOML files.
func (l *Listing) hide(below string, mode fs.FileMode) {
	if !mode.IsRegular() || isTOML(below) {
		l.Skipped.Hidden = append(l.Skipped.Hidden, below)
	}
}

// outside notes that a link is not followed, if it may lead to TOML files.
func (l *Listing) outside(below string) {
	if isTOML(below) || path.Ext(below) == "" {
		l.Skipped.Outside = append(l.Skipped.Outside, below)
	}
}

// fail notes that a folder, or the rest of it, cannot be read.
func (l *Listing) fail(below string, err error) {
	if errors.Is(err, syscall.ENAMETOOLONG) {
		l.Skipped.TooLong = append(l.Skipped.TooLong, below)
		return
	}
	l.Skipped.Unreadable = append(l.Skipped.Unreadable, below)
	l.Causes = append(l.Causes, Cause(err))
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

// ListFS finds the TOML files of a file system. It skips what List skips;
// symbolic links are not followed.
func ListFS(fsys fs.FS) (Listing, error) {
	var l Listing
	err := fs.WalkDir(fsys, ".", func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && p == ".":
			return err
		case err != nil:
			l.fail(p, err)
		case p != "." && isSkipped(entry.Name()):
			l.hide(p, entry.Type())
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular() && isTOML(p):
			size, _ := sizeOf(entry)
			l.Inputs = append(l.Inputs, Input{Path: p, Size: size, Read: func() ([]byte, error) { return fs.ReadFile(fsys, p) }})
		}
		return nil
	})
	return l, err
}

// sizeOf returns the size of a folder's entry in bytes; 0 and an error if it is
// unknown.
func sizeOf(entry fs.DirEntry) (int64, error) {
	info, err := entry.Info()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func isSkipped(name string) bool { return name[0] == '.' || name[0] == '_' }

// mayHoldTOML reports whether files with the extension of a name, such as
// Cargo.lock or telegraf.conf, often are TOML.
func mayHoldTOML(name string) bool {
	return slices.Contains([]string{".lock", ".conf"}, strings.ToLower(path.Ext(name)))
}

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
