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

// Listing holds the entries below a folder.
type Listing struct {
	Inputs  []Input // sorted by path
	Skipped kb.Skipped
	// Causes are the errors of Skipped.Unreadable, one each.
	Causes []error
}

// List finds the TOML files below a folder on disk. It skips names that begin
// with a dot or an underscore, folders below the root that cannot be read, paths
// that are too long, pipes, sockets and devices, and symbolic links that leave the root, lead to a folder that
// is read without them, or dangle. The error is that of the root or of ctx.
func List(ctx context.Context, dir string) (Listing, error) {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return Listing{}, err
	}
	w := walker{ctx: ctx, root: root, read: map[string]bool{}}
	if err := w.folder(root, ""); err != nil {
		return Listing{}, err
	}
	for len(w.links) > 0 {
		next := w.links[0]
		w.links = w.links[1:]
		if err := w.folder(next.real, next.below); err != nil {
			return Listing{}, err
		}
	}
	slices.Sort(w.Skipped.Outside)
	sort.Slice(w.Inputs, func(i, j int) bool { return w.Inputs[i].Path < w.Inputs[j].Path })
	return w.Listing, nil
}

// walker walks the folders below a root on disk, each once: where folders link to
// each other, the number of paths grows with the factorial of theirs. Links to
// folders wait until the others are read, so that a file has the path without
// links, if there is one.
type walker struct {
	Listing
	ctx   context.Context
	root  string          // without symbolic links
	read  map[string]bool // real paths of folders
	links []linked
}

// linked is a folder that a symbolic link leads to.
type linked struct{ real, below string }

// folder walks the folder at real, a path without symbolic links, which is at
// below seen from the root, unless it was walked before.
func (w *walker) folder(real, below string) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if w.read[real] {
		w.Skipped.Outside = append(w.Skipped.Outside, below)
		return nil
	}
	w.read[real] = true
	entries, err := os.ReadDir(real)
	if err != nil && below == "" {
		return err
	}
	if err != nil {
		w.fail(below, err)
	}
	for _, entry := range entries {
		name := entry.Name()
		at, mode, below := filepath.Join(real, name), entry.Type(), path.Join(below, name)
		if IsSkipped(name) {
			w.hide(below, mode)
			continue
		}
		if mode&fs.ModeSymlink != 0 {
			if at, mode = w.follow(at); at == "" {
				w.outside(below)
				continue
			}
			if mode.IsDir() {
				w.links = append(w.links, linked{at, below})
				continue
			}
		}
		switch {
		case mode.IsDir():
			if err := w.folder(at, below); err != nil {
				return err
			}
		case mode.IsRegular() && IsTOML(name):
			w.file(at, below, entry)
		case mode.IsRegular() && below == name && mayHoldTOML(name):
			w.Skipped.Others = append(w.Skipped.Others, name)
		case !mode.IsRegular() && IsTOML(name):
			w.Skipped.Special = append(w.Skipped.Special, below)
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
	if !mode.IsRegular() || IsTOML(below) {
		l.Skipped.Hidden = append(l.Skipped.Hidden, below)
	}
}

// outside notes that a link is not followed, if it may lead to TOML files.
func (l *Listing) outside(below string) {
	if IsTOML(below) || path.Ext(below) == "" {
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
		case p != "." && IsSkipped(entry.Name()):
			l.hide(p, entry.Type())
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular() && IsTOML(p):
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

// IsSkipped reports whether a file or a folder of a name is not read: it is hidden or a
// draft.
func IsSkipped(name string) bool { return name[0] == '.' || name[0] == '_' }

// mayHoldTOML reports whether files with the extension of a name, such as
// Cargo.lock or telegraf.conf, often are TOML.
func mayHoldTOML(name string) bool {
	return slices.Contains([]string{".lock", ".conf"}, strings.ToLower(path.Ext(name)))
}

// IsTOML reports whether the extension of a name is that of TOML.
func IsTOML(name string) bool { return strings.EqualFold(path.Ext(name), ".toml") }

// Cause returns the operating system's error in err, without the operation and
// the path that an fs.PathError puts before it: messages that name the file
// themselves would repeat them. Any other error is returned as it is.
func Cause(err error) error {
	if pathErr := new(fs.PathError); errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
