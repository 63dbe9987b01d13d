package watch

import (
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// notices are the notifications of the system; nil if it has none.
type notices struct {
	system  *fsnotify.Watcher
	watched map[string][2]uint64 // folders, by device and number
	isWhole bool                 // all folders are watched
	missed  int                  // changes without a notification
	paths   chan string
	done    chan struct{}

	path   string // what is watched
	beside string // the folder that holds it, if nothing else in there matters; or empty
}

// Bounds of what the system is asked for.
const (
	mostWatched = 4096 // folders
	mostMissed  = 3    // changes, after which it is not relied on
)

// newNotices returns the notices of a file or a folder, nil if the system has none.
func newNotices(path string) *notices {
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil
	}
	n := &notices{
		system: system, watched: make(map[string][2]uint64),
		paths: make(chan string, 64), done: make(chan struct{}), path: path,
	}
	if real, err := filepath.EvalSymlinks(path); err == nil && real == path {
		n.beside = filepath.Dir(path)
	}
	go n.pass()
	return n
}

// pass passes on the paths of notifications.
func (n *notices) pass() {
	for {
		path := ""
		select {
		case <-n.done:
			return
		case e, ok := <-n.system.Events:
			if !ok {
				return
			}
			if e.Op == fsnotify.Chmod {
				continue // the next look sees whether it matters
			}
			if path = e.Name; !n.isOfInterest(path) {
				continue
			}
		case _, ok := <-n.system.Errors:
			if !ok {
				return
			}
			// Some were lost: a look finds what.
		}
		select {
		case n.paths <- path:
		case <-n.done:
			return
		}
	}
}

// isOfInterest reports whether a path is what is watched, or below it, rather than
// beside it.
func (n *notices) isOfInterest(path string) bool {
	return path == n.path || filepath.Dir(path) != n.beside
}

func (n *notices) close() {
	if n != nil {
		close(n.done)
		_ = n.system.Close()
	}
}

func (n *notices) events() <-chan string {
	if n == nil {
		return nil
	}
	return n.paths
}

// areReliable reports whether every change is expected to bring a notification.
func (n *notices) areReliable() bool { return n != nil && n.isWhole && n.missed < mostMissed }

// miss notes that a look found a change without a notification.
func (n *notices) miss() {
	if n != nil {
		n.missed++
	}
}

// gatherTime is how long further notices are gathered before a look.
const gatherTime = 10 * time.Millisecond

// gather returns a path and those of the notifications right after it.
func (n *notices) gather(path string) []string {
	paths := []string{path}
	end := time.NewTimer(gatherTime)
	defer end.Stop()
	for {
		select {
		case path := <-n.paths:
			paths = append(paths, path)
		case <-end.C:
			return paths
		}
	}
}

// follow asks the system to watch the folders of a look, also those that were removed
// and made again, and the folder that holds what is watched.
func (n *notices) follow(l *looker, now look) {
	if n == nil {
		return
	}
	wanted := map[string][2]uint64{}
	add := func(path string) {
		if s := stampAt(path); s.mode.IsDir() {
			wanted[path] = [2]uint64{s.device, s.inode}
		}
	}
	add(filepath.Dir(l.path))
	if real, err := filepath.EvalSymlinks(l.path); err == nil && real != l.path {
		add(filepath.Dir(real))
	}
	for path, f := range now.folders {
		wanted[path] = [2]uint64{f.device, f.inode}
	}
	for path, id := range n.watched {
		if wanted[path] != id {
			_ = n.system.Remove(path)
			delete(n.watched, path)
		}
	}
	n.isWhole = len(wanted) <= mostWatched && !isRemote(l.path)
	for path, id := range wanted {
		if _, is := n.watched[path]; is {
			continue
		}
		if len(n.watched) >= mostWatched || n.system.Add(path) != nil {
			n.isWhole = false
			continue
		}
		n.watched[path] = id
	}
}
