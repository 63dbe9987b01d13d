package watch

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rihla/model/reader/files"
)

// stamp tells two versions of a file apart. The zero stamp is that of a file that is
// not there.
type stamp struct {
	size          int64
	modified      int64 // nanoseconds since 1970
	mode          fs.FileMode
	device, inode uint64 // zero where the system tells none
}

func stampOf(info fs.FileInfo) stamp {
	s := stamp{size: info.Size(), modified: info.ModTime().UnixNano(), mode: info.Mode()}
	s.device, s.inode = identity(info)
	return s
}

// stampAt returns the stamp of what stands at a path, of which links are followed.
func stampAt(path string) stamp {
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}
	}
	return stampOf(info)
}

// look is what stood on disk at one time.
type look struct {
	files   map[string]stamp
	folders map[string]folder
}

// folder is a folder as it was listed last.
type folder struct {
	stamp
	children []child
	isFresh  bool // it may have changed since without another stamp
}

// child is what a folder lists that may matter: a TOML file, a folder or a link.
type child struct {
	path string
	mode fs.FileMode
}

// freshFor is how long a file system may give the same time to two changes.
const freshFor = time.Second

// looker looks at a file, or at a folder and all below it.
type looker struct {
	path     string // absolute
	isFolder bool
	also     map[string]bool // other files, by absolute path
}

// look returns what stands on disk. Folders that have not changed since the look
// before are not listed again.
func (l *looker) look(before look) look {
	now := look{files: make(map[string]stamp, len(before.files)), folders: make(map[string]folder, len(before.folders))}
	if l.isFolder {
		root, err := filepath.EvalSymlinks(l.path)
		if err == nil {
			w := walk{root: root, before: before, now: now, seen: make(map[[2]uint64]bool)}
			w.folder(l.path)
			for len(w.links) > 0 {
				next := w.links[0]
				w.links = w.links[1:]
				w.folder(next)
			}
		}
	} else {
		now.files[l.path] = stampAt(l.path)
	}
	for path := range l.also {
		if _, known := now.files[path]; !known {
			now.files[path] = stampAt(path)
		}
	}
	return now
}

// lookAt returns the look before, with the files at paths as they are now.
func (l *looker) lookAt(before look, paths map[string]bool) look {
	now := look{files: maps.Clone(before.files), folders: before.folders}
	for path := range paths {
		if s := stampAt(path); s.mode.IsRegular() || l.also[path] || !l.isFolder {
			now.files[path] = s
		} else {
			delete(now.files, path)
		}
	}
	return now
}

// mayMatter reports whether a path that is no known file, and of which the system
// notifies, may change what a look finds. The empty path stands for lost notifications.
func (l look) mayMatter(path string) bool {
	if path == "" {
		return true
	}
	_, isKnown := l.folders[path]
	return isKnown || files.IsTOML(path) && !files.IsSkipped(filepath.Base(path)) || stampAt(path).mode.IsDir()
}

// walk is one walk over the folders. As for the reader, links to folders wait until
// the others are walked, so that both know a file by the same path.
type walk struct {
	root        string // without symbolic links
	before, now look
	seen        map[[2]uint64]bool // folders, by device and number: each is walked once
	links       []string
}

func (w *walk) folder(path string) {
	s := stampAt(path)
	if !s.mode.IsDir() {
		return
	}
	if id := [2]uint64{s.device, s.inode}; s.inode != 0 {
		if w.seen[id] {
			return
		}
		w.seen[id] = true
	}
	f, known := w.before.folders[path]
	if !known || f.stamp != s || f.isFresh {
		f = folder{stamp: s, isFresh: time.Since(time.Unix(0, s.modified)) < freshFor}
		entries, err := os.ReadDir(path)
		f.isFresh = f.isFresh || err != nil
		for _, e := range entries {
			if matters(e) {
				f.children = append(f.children, child{filepath.Join(path, e.Name()), e.Type()})
			}
		}
	}
	w.now.folders[path] = f
	for _, c := range f.children {
		w.child(c.path, c.mode)
	}
}

// matters reports whether a folder's entry is, or leads to, what a reading reads.
func matters(e fs.DirEntry) bool {
	name, mode := e.Name(), e.Type()
	return !files.IsSkipped(name) && (mode.IsDir() || mode&fs.ModeSymlink != 0 || mode.IsRegular() && files.IsTOML(name))
}

func (w *walk) child(path string, mode fs.FileMode) {
	if mode&fs.ModeSymlink != 0 {
		at, err := filepath.EvalSymlinks(path)
		if err != nil || at != w.root && !strings.HasPrefix(at, w.root+string(filepath.Separator)) {
			return
		}
		mode = stampAt(at).mode
		if mode.IsDir() {
			if !identityIsUnknown(at) { // otherwise it might lead back
				w.links = append(w.links, path)
			}
			return
		}
	}
	switch {
	case mode.IsDir():
		w.folder(path)
	case files.IsTOML(path):
		if s := stampAt(path); s.mode.IsRegular() {
			w.now.files[path] = s
		}
	}
}

func identityIsUnknown(path string) bool { return stampAt(path).inode == 0 }

// differences returns the paths of the files that differ, sorted.
func differences(before, now look) []string {
	var out []string
	for path, s := range now.files {
		if old, known := before.files[path]; !known && s != (stamp{}) || old != s {
			out = append(out, path)
		}
	}
	for path := range before.files {
		if _, there := now.files[path]; !there {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}
