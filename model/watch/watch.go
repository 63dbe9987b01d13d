// Package watch reports changes to the files of a knowledge base on disk.
//
// It polls: each look compares the sizes, times, modes and inode numbers of the files
// with those of the look before. Where the system notifies of changes (fsnotify), a
// notification triggers a look at the files that it names, and polling is slow; where it
// does not, or not of all of them, such as on network file systems, polling is as fast as
// the cost of a look allows. A change is reported when it has settled: see settler.
package watch

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"rihla/model/reader/files"
)

// Watcher watches a file or a folder. Its methods may be called from any goroutine.
type Watcher struct {
	looker
	options Options
	notices *notices // nil if the system has none
	begin   chan struct{}
	begun   sync.Once
	others  []*Watcher // of further paths, whose changes it reports
	ctx     context.Context

	mu      sync.Mutex
	pending map[string]bool  // changed files, by absolute path, that Next has not returned
	added   map[string]stamp // by Also, since the last look
	wake    chan struct{}    // Next has something to return
}

// Options say how to watch.
type Options struct {
	// Began is when the reading began that the files are compared with: what has
	// been written to since counts as changed. The zero time is later than all.
	Began time.Time
	// PollOnly is set to do without the notifications of the system.
	PollOnly bool
}

// New returns a watcher of the file or the folder at path. It watches from Begin until
// ctx ends. It is nil for anything else, such as a pipe, which cannot be read twice.
func New(ctx context.Context, path string, o Options) *Watcher {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
		return nil
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil
	}
	w := &Watcher{
		looker: looker{path: full, isFolder: info.IsDir(), also: make(map[string]bool)},
		ctx:    ctx, options: o, begin: make(chan struct{}), pending: make(map[string]bool), added: make(map[string]stamp), wake: make(chan struct{}, 1),
	}
	go func() {
		select {
		case <-ctx.Done():
		case <-w.begin:
			w.run(ctx)
		}
	}()
	return w
}

// OfSeveral returns a watcher of several files and folders. It skips those for which New
// returns nil, and is nil if none remains.
func OfSeveral(ctx context.Context, paths []string, o Options) *Watcher {
	var first *Watcher
	for _, path := range paths {
		switch w := New(ctx, path, o); {
		case w == nil:
		case first == nil:
			first = w
		default:
			first.others = append(first.others, w)
		}
	}
	return first
}

// Begin begins to watch, when the first reading is done.
func (w *Watcher) Begin() {
	w.begun.Do(func() {
		close(w.begin)
		for _, other := range w.others {
			other.Begin()
			go w.tellOf(other)
		}
	})
}

// tellOf forwards the changes that another watcher reports, until the context ends.
func (w *Watcher) tellOf(other *Watcher) {
	for changed := other.Next(w.ctx); changed != nil; changed = other.Next(w.ctx) {
		w.tell(changed)
	}
}

// Also watches another file too, given by its absolute path, whether it is there or
// not.
func (w *Watcher) Also(path string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, known := w.added[path]; !known {
		w.added[path] = stampAt(path)
	}
}

// Next waits until a change has settled, and returns the absolute paths of the files
// that changed since it returned before, sorted; nil when ctx has ended.
func (w *Watcher) Next(ctx context.Context) []string {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-w.wake:
		}
		if out := w.taken(); len(out) > 0 { // else what woke it was returned before
			return out
		}
	}
}

// taken returns what Next has not returned.
func (w *Watcher) taken() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	out := slices.Sorted(maps.Keys(w.pending))
	clear(w.pending)
	return out
}

// tell hands changed files to Next.
func (w *Watcher) tell(paths []string) {
	if len(paths) == 0 {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, path := range paths {
		w.pending[path] = true
	}
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// clockError is how much earlier than the clock the times of a file system may be.
const clockError = 20 * time.Millisecond

// run looks until ctx ends.
func (w *Watcher) run(ctx context.Context) {
	if !w.options.PollOnly {
		w.notices = newNotices(w.path)
	}
	defer w.notices.close()
	told := w.look(look{}) // what Next has reported, or the reading has read
	w.notices.follow(&w.looker, told)
	last, touched := told, make(map[string]bool)
	if began := w.options.Began; !began.IsZero() {
		touched = sinceBegan(told, began.Add(-clockError))
	}
	var s settler
	hasChanged := len(touched) > 0
	cost := time.Duration(0)
	isNarrow := false // since the last look at all files, only touched ones were looked at
	for {
		if s.see(time.Now(), hasChanged) {
			w.tell(union(differences(told, last), touched))
			told = last
			clear(touched)
		}
		isReliable := w.notices.areReliable()
		timer := time.NewTimer(pace(cost, &s, time.Now(), isReliable && !isNarrow))
		wasNarrow, isTold := isNarrow, false
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-timer.C:
			isNarrow = isNarrow && s.isUnsettled()
		case path := <-w.notices.events():
			timer.Stop()
			isTold = true
			isNarrow = isReliable && (isNarrow || !s.isUnsettled())
			for _, path := range w.notices.gather(path) {
				if _, known := last.files[path]; known {
					touched[path] = true
				} else if last.mayMatter(path) {
					isNarrow = false
				}
			}
		}
		began := time.Now()
		w.take(told, last)
		var now look
		if isNarrow {
			now = w.lookAt(last, touched)
		} else {
			now = w.look(last)
		}
		cost = time.Since(began)
		found := differences(last, now)
		hasChanged = len(found) > 0 || isTold && len(touched) > 0
		if len(found) > 0 && !isTold && !s.isUnsettled() && !wasNarrow {
			w.notices.miss()
		}
		last = now
		w.notices.follow(&w.looker, now)
	}
}

// take begins to watch the files that Also was given, from how they were then.
func (w *Watcher) take(looks ...look) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for path, s := range w.added {
		if w.also[path] || files.IsTOML(path) {
			continue
		}
		w.also[path] = true
		for _, l := range looks {
			l.files[path] = s
		}
	}
	clear(w.added)
}

// sinceBegan returns the files that were written to since a time, and all where a
// folder was.
func sinceBegan(l look, began time.Time) map[string]bool {
	out := make(map[string]bool)
	for path, s := range l.files {
		if s.modified >= began.UnixNano() {
			out[path] = true
		}
	}
	for path, f := range l.folders {
		if f.modified >= began.UnixNano() {
			out[path] = true
		}
	}
	return out
}

// union returns the paths of both, sorted, each once.
func union(paths []string, more map[string]bool) []string {
	for path := range more {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}
