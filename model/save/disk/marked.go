package disk

import (
	"bufio"
	"errors"
	"fmt"
	"hash"
	"hash/fnv"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Marked writes the files of a folder, and the file mark with their names and checksums.
// Files that an earlier mark lists are removed if isKept does not keep their names, unless
// somebody has changed them since.
func (f Folder) Marked(mark string, isKept func(name string) bool, write func(f func(name string, write func(io.Writer) error) error) error) error {
	written := f.marked(mark)
	old := maps.Clone(written)
	err := write(func(name string, write func(io.Writer) error) error {
		sum := fnv.New64a()
		delete(old, name)
		err := f.File(name, func(w io.Writer) error { return write(io.MultiWriter(w, sum)) })
		written[name] = sumOf(sum)
		return err
	})
	if err != nil {
		return err
	}
	for name, sum := range old {
		if isKept(name) {
			continue
		}
		if err := f.remove(name, sum); err != nil {
			return failure(filepath.Join(f.path, filepath.FromSlash(name)), err)
		}
		delete(written, name)
	}
	return f.File(mark, func(w io.Writer) error {
		for _, name := range slices.Sorted(maps.Keys(written)) {
			if _, err := fmt.Fprintln(w, written[name], name); err != nil {
				return err
			}
		}
		return nil
	})
}

func sumOf(h hash.Hash64) string { return fmt.Sprintf("%016x", h.Sum64()) }

// marked returns the checksums of the files that the mark of a folder lists, by their names.
func (f Folder) marked(mark string) map[string]string {
	out := make(map[string]string)
	if f.isFresh {
		return out
	}
	text, err := os.Open(filepath.Join(f.path, mark))
	if err != nil {
		return out
	}
	defer func() { _ = text.Close() }()
	lines := bufio.NewScanner(text)
	for lines.Scan() {
		if sum, name, ok := strings.Cut(lines.Text(), " "); ok {
			out[name] = sum
		}
	}
	return out
}

// remove removes a file of a folder that has a checksum, and the folders that it leaves
// empty. It leaves a file that has another, or that is not within the folder.
func (f Folder) remove(name, sum string) error {
	root, err := os.OpenRoot(f.path)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	file, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil // gone, or not within the folder
	}
	present := fnv.New64a()
	_, err = io.Copy(present, file)
	if err = errors.Join(err, file.Close()); err != nil || sumOf(present) != sum {
		return nil
	}
	if err := root.Remove(filepath.FromSlash(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for dir := path.Dir(name); dir != "." && root.Remove(filepath.FromSlash(dir)) == nil; dir = path.Dir(dir) {
		continue
	}
	return nil
}
