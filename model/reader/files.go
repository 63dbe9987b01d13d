package reader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"rihla/model/parallel"
)

// input is one file to read: its path below the root, with forward slashes, and
// its size in bytes as far as it is known.
type input struct {
	path string
	size int64
	read func() ([]byte, error)
}

func size(inputs []input) int64 {
	total := int64(0)
	for _, in := range inputs {
		total += in.size
	}
	return total
}

// sizeOf returns the size of a folder's entry, 0 where it cannot be told.
func sizeOf(entry fs.DirEntry) int64 {
	info, err := entry.Info()
	if err != nil {
		return 0
	}
	return info.Size()
}

// errTooLarge is returned for a file whose offsets do not fit a kb.Pos.
var errTooLarge = errors.New("larger than 4 GiB, which is more than can be read")

// filesOnDisk lists the TOML files below a folder, in path order. Names that
// begin with a dot or an underscore are passed over, and so is a symbolic link
// that leaves the folder or leads back above itself.
func filesOnDisk(ctx context.Context, dir string) ([]input, error) {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, err
	}
	w := walker{ctx: ctx, root: root}
	if err := w.folder(root, "", nil); err != nil {
		return nil, err
	}
	sort.Slice(w.found, func(i, j int) bool { return w.found[i].path < w.found[j].path })
	return w.found, nil
}

type walker struct {
	ctx   context.Context
	root  string
	found []input
}

// folder walks one real folder, seen from the root as below. above holds the
// real folders on the way here, so that a link into one of them ends.
func (w *walker) folder(real, below string, above []string) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	entries, err := os.ReadDir(real)
	if err != nil {
		if below == "" {
			return err
		}
		return nil // a folder that may not be read hides nothing else
	}
	above = append(above, real)
	for _, entry := range entries {
		name := entry.Name()
		if passedOver(name) {
			continue
		}
		at, mode := filepath.Join(real, name), entry.Type()
		if mode&fs.ModeSymlink != 0 {
			if at, mode = w.follow(at); at == "" {
				continue
			}
		}
		switch {
		case mode.IsDir() && !contains(above, at):
			if err := w.folder(at, path.Join(below, name), above); err != nil {
				return err
			}
		case mode.IsRegular() && isTOML(name):
			w.found = append(w.found, input{path.Join(below, name), sizeOf(entry), func() ([]byte, error) { return readFile(at) }})
		}
	}
	return nil
}

// follow resolves a symbolic link; the path is empty where it leaves the root.
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

// filesIn lists the TOML files of a file system, in path order.
func filesIn(fsys fs.FS) ([]input, error) {
	var found []input
	err := fs.WalkDir(fsys, ".", func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p != "." && passedOver(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular() && isTOML(p):
			found = append(found, input{p, sizeOf(entry), func() ([]byte, error) { return fs.ReadFile(fsys, p) }})
		}
		return nil
	})
	return found, err
}

func passedOver(name string) bool { return name[0] == '.' || name[0] == '_' }

func isTOML(name string) bool { return strings.EqualFold(path.Ext(name), ".toml") }

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

// readFile reads a file whole.
func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > math.MaxUint32-1 {
		return nil, fmt.Errorf("%s: %w", name, errTooLarge)
	}
	if !info.Mode().IsRegular() {
		return readStream(name, f)
	}
	text := make([]byte, info.Size())
	n, err := readParts(f, text)
	return text[:n], err
}

// partSize is how much of a file is read in one go.
const partSize = 8 << 20

// readParts fills a text from a file, several parts at a time: most of the time
// goes into making room in memory. It returns how much of the text there is,
// which is less than all where the file has become shorter.
func readParts(f io.ReaderAt, text []byte) (int, error) {
	var next, least atomic.Int64
	least.Store(int64(len(text)))
	var failed atomic.Pointer[error]
	read := func() {
		for failed.Load() == nil {
			from := next.Add(partSize) - partSize
			if from >= least.Load() {
				return
			}
			part := text[from:min(from+partSize, int64(len(text)))]
			n, err := f.ReadAt(part, from)
			if err != nil && !errors.Is(err, io.EOF) {
				failed.Store(&err)
			}
			for end := from + int64(n); n < len(part); {
				if have := least.Load(); have <= end || least.CompareAndSwap(have, end) {
					break
				}
			}
		}
	}
	var workers sync.WaitGroup
	for range min(parallel.Workers, 1+(len(text)-1)/partSize) {
		workers.Go(read)
	}
	workers.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return int(least.Load()), nil
}

// readStream reads what has no size of its own: a pipe.
func readStream(name string, r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, math.MaxUint32))
	if err == nil && len(text) == math.MaxUint32 {
		return nil, fmt.Errorf("%s: %w", name, errTooLarge)
	}
	return text, err
}
