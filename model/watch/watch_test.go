package watch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// disk is a folder that is changed in a test. A change that fails ends it.
type disk struct {
	*testing.T
	dir string
}

func (d disk) at(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

func (d disk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

func (d disk) write(name, text string) {
	d.Helper()
	d.must(os.MkdirAll(filepath.Dir(d.at(name)), 0o777))
	d.must(os.WriteFile(d.at(name), []byte(text), 0o666))
}

func (d disk) rename(from, to string) { d.must(os.Rename(d.at(from), d.at(to))) }

func (d disk) link(to, name string) {
	_ = os.Remove(d.at(name + ".new"))
	d.must(os.Symlink(d.at(to), d.at(name+".new")))
	d.rename(name+".new", name)
}

// saves are the ways in which files are changed, and the files that a watcher of the
// folder kb tells of.
var saves = []struct {
	name string
	save func(d disk)
	told string
}{
	{"in place", func(d disk) { d.write("kb/a.toml", "other") }, "kb/a.toml"},
	{"in place, as long as before", func(d disk) { d.write("kb/a.toml", "b") }, "kb/a.toml"},
	{"renamed over", func(d disk) { d.write("kb/.a.tmp", "b"); d.rename("kb/.a.tmp", "kb/a.toml") }, "kb/a.toml"},
	{"moved away first", func(d disk) { d.rename("kb/a.toml", "kb/a.toml~"); d.write("kb/a.toml", "b") }, "kb/a.toml"},
	{"a file more", func(d disk) { d.write("kb/sub/c.toml", "c") }, "kb/sub/c.toml"},
	{"a folder more", func(d disk) { d.write("kb/new/deep/c.toml", "c") }, "kb/new/deep/c.toml"},
	{"a file less", func(d disk) { d.must(os.Remove(d.at("kb/sub/b.toml"))) }, "kb/sub/b.toml"},
	{"a folder less", func(d disk) { d.must(os.RemoveAll(d.at("kb/sub"))) }, "kb/sub/b.toml"},
	{"another name", func(d disk) { d.rename("kb/a.toml", "kb/z.toml") }, "kb/a.toml kb/z.toml"},
	{"another folder in its place", func(d disk) {
		d.write("other/a.toml", "other")
		d.rename("kb", "old")
		d.rename("other", "kb")
	}, "kb/a.toml kb/copy.txt kb/linked.toml kb/sub/b.toml"},
	{"a link that leads elsewhere", func(d disk) { d.link("kb/sub/b.toml", "kb/linked.toml") }, "kb/linked.toml"},
	{"a stored copy", func(d disk) { d.write("kb/copy.txt", "b") }, "kb/copy.txt"},

	{"an editor's other files", func(d disk) {
		d.write("kb/.a.toml.swp", "x")
		d.write("kb/a.toml~", "x")
		d.write("kb/4913", "x")
		d.write("kb/_draft.toml", "x")
	}, ""},
	{"other files beside", func(d disk) { d.write("beside.toml", "x") }, ""},
	{"reading", func(d disk) { _, _ = os.ReadFile(d.at("kb/a.toml")) }, ""},
}

func TestSavesOfEveryStyleAreTold(t *testing.T) {
	for _, pollOnly := range []bool{false, true} {
		for _, c := range saves {
			t.Run(map[bool]string{false: "told/", true: "polled/"}[pollOnly]+c.name, func(t *testing.T) {
				t.Parallel()
				d := disk{t, t.TempDir()}
				d.write("kb/a.toml", "a")
				d.write("kb/sub/b.toml", "b")
				d.write("kb/copy.txt", "a")
				d.write("kb/elsewhere/l", "a")
				d.link("kb/a.toml", "kb/linked.toml")
				w := New(t.Context(), d.at("kb"), Options{PollOnly: pollOnly})
				w.Begin()
				w.Also(d.at("kb/copy.txt"))
				time.Sleep(3 * paceAlone) // until it has looked
				c.save(d)
				got := d.next(w)
				if c.told == "kb/a.toml" {
					got = strings.Replace(got, "kb/a.toml kb/linked.toml", "kb/a.toml", 1) // a link to it
				}
				if got != c.told && got != strings.Replace(c.told, "kb/z.toml", "kb/linked.toml kb/z.toml", 1) {
					t.Errorf("it told of %q", got)
				}
			})
		}
	}
}

// next returns the changed files that are told of soon, by their names.
func (d disk) next(w *Watcher) string {
	var all []string
	end, stop := context.WithTimeout(d.Context(), 400*time.Millisecond)
	defer stop()
	for {
		paths := w.Next(end)
		if paths == nil {
			slices.Sort(all)
			return strings.Join(slices.Compact(all), " ")
		}
		for _, path := range paths {
			name, err := filepath.Rel(d.dir, path)
			d.must(err)
			all = append(all, filepath.ToSlash(name))
		}
	}
}

func TestASingleFileIsWatched(t *testing.T) {
	for _, c := range saves[:4] {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := disk{t, t.TempDir()}
			d.write("kb/a.toml", "a")
			w := New(t.Context(), d.at("kb/a.toml"), Options{})
			w.Begin()
			time.Sleep(3 * paceAlone)
			d.write("kb/b.toml", "b")
			c.save(d)
			if got := d.next(w); got != "kb/a.toml" {
				t.Errorf("it told of %q", got)
			}
		})
	}
}

// A folder that was removed, and comes back, is watched as before.
func TestAFolderThatComesBack(t *testing.T) {
	d := disk{t, t.TempDir()}
	d.write("kb/a.toml", "a")
	w := New(t.Context(), d.at("kb"), Options{})
	w.Begin()
	time.Sleep(3 * paceAlone)
	for _, change := range []func(){
		func() { d.must(os.RemoveAll(d.at("kb"))) },
		func() { d.write("kb/a.toml", "b") },
		func() { d.write("kb/a.toml", "c") },
	} {
		change()
		if got := d.next(w); got != "kb/a.toml" {
			t.Fatalf("it told of %q", got)
		}
	}
}

// What was written while the files were read is told of.
func TestWhatChangedDuringTheReading(t *testing.T) {
	d := disk{t, t.TempDir()}
	began := time.Now()
	d.write("kb/a.toml", "a")
	w := New(t.Context(), d.at("kb"), Options{Began: began})
	w.Begin()
	if got := d.next(w); !strings.Contains(got, "kb/a.toml") {
		t.Errorf("it told of %q", got)
	}
	if w := New(t.Context(), os.DevNull, Options{}); w != nil {
		t.Error("a device is watched")
	}
}

// TestNextEndsWithTheContextAlone is woken again for changes that it has returned already:
// two came while it was being woken.
func TestNextEndsWithTheContextAlone(t *testing.T) {
	w := &Watcher{wake: make(chan struct{}, 1), pending: make(map[string]bool)}
	w.wake <- struct{}{}
	time.AfterFunc(10*time.Millisecond, func() { w.tell([]string{"a.toml"}) })
	if got := w.Next(t.Context()); !slices.Equal(got, []string{"a.toml"}) {
		t.Errorf("%q is told", got)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if got := w.Next(ended); got != nil {
		t.Errorf("%q is told at the end", got)
	}
}

func TestAWatcherOfSeveralTellsOfEach(t *testing.T) {
	d := disk{t, t.TempDir()}
	for _, name := range []string{"a.toml", "b/x.toml", "c/y.toml", "beside.toml"} {
		d.write(name, "a")
	}
	w := OfSeveral(t.Context(), []string{d.at("none"), d.at("a.toml"), d.at("b"), d.at("c")}, Options{})
	w.Begin()
	time.Sleep(100 * time.Millisecond)
	want := map[string]bool{d.at("a.toml"): true, d.at("b/x.toml"): true, d.at("c/new.toml"): true}
	d.write("beside.toml", "other")
	for name := range want {
		d.must(os.WriteFile(name, []byte("other"), 0o666))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for len(want) > 0 {
		told := w.Next(ctx)
		if told == nil {
			t.Fatalf("%v are not told", want)
		}
		for _, name := range told {
			if !want[name] {
				t.Errorf("%s is told", name)
			}
			delete(want, name)
		}
	}
	if OfSeveral(t.Context(), []string{d.at("none")}, Options{}) != nil {
		t.Error("nothing is watched")
	}
}
