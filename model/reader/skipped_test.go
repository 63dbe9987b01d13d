package reader_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/say"
)

func TestWhatIsSkippedIsNoted(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	put := func(base, name, text string) {
		path := filepath.Join(base, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put(outside, "far/x.toml", "a = 1\n")
	for _, name := range []string{"cities/rabat.toml", "cities/_draft.toml", "_old/x.toml", ".git/x.toml", "cities/.skip.toml", ".gitignore", "cities/_notes.md"} {
		put(dir, name, "a = 1\n")
	}
	for name, target := range map[string]string{
		"shared": filepath.Join(outside, "far"), "cities/gone.toml": "nowhere.toml", "cities/readme.md": "nowhere.md", "again": ".", "cities/same": ".",
	} {
		if err := os.Symlink(target, filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Skip(err)
		}
	}
	k, err := reader.Open(context.Background(), dir, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := k.Inference.Skipped
	same(t, "hidden", s.Hidden, ".git", "_old", "cities/.skip.toml", "cities/_draft.toml")
	same(t, "drafts", s.Drafts(), "_old", "cities/_draft.toml")
	same(t, "outside", s.Outside, "again", "cities/gone.toml", "cities/same", "shared")
	if len(s.Unreadable)+len(s.TooLong)+len(k.Findings) > 0 || len(k.Entities) != 1 {
		t.Errorf("%v, %v, %d entities", s, k.Findings, len(k.Entities))
	}
}

func TestAFolderIsReadOnceUnderItsPathWithoutLinks(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"cities/rabat.toml", ".store/2/fes.toml"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("a = 1\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, target := range map[string]string{"aliases": "cities", "towns": "cities", "cities/up": "../towns", "now": ".store/2", "then": ".store/2"} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	k, err := reader.Open(context.Background(), dir, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "entities", addresses(k), "cities/rabat", "now/fes")
	same(t, "outside", k.Inference.Skipped.Outside, "aliases", "cities/up", "then", "towns")
}

func TestPathsThatAreTooLongAreNoted(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	deep := strings.TrimSuffix(strings.Repeat(strings.Repeat("d", 200)+"/", 25), "/")
	if err := root.MkdirAll(deep, 0o755); err != nil {
		t.Skip(err)
	}
	if err := root.WriteFile(deep+"/x.toml", []byte("a = 1\n"), 0o644); err != nil {
		t.Skip(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.toml"), []byte("[city.rabat]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	k, err := reader.Open(context.Background(), dir, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if s := k.Inference.Skipped; len(s.TooLong) != 1 || !strings.HasPrefix(deep, s.TooLong[0]) || len(k.Entities) != 1 || len(k.Findings) > 0 {
		t.Errorf("%d too long, %v, %d entities", len(s.TooLong), k.Findings, len(k.Entities))
	}
}

// locked is a file system of which one folder cannot be read.
type locked struct {
	fstest.MapFS
	folder string
}

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == l.folder {
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.EACCES}
	}
	return l.MapFS.ReadDir(name)
}

func TestAnUnreadableFolderIsAnError(t *testing.T) {
	files := fstest.MapFS{"a.toml": {Data: []byte("[city.rabat]\n= 1\n")}, "private/x.toml": {Data: []byte("a = 1\n")}, "z.toml": {Data: []byte("[city.fes]\n")}}
	k, err := reader.OpenFS(context.Background(), locked{files, "private"}, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "entities", addresses(k), "city/rabat", "city/fes")
	same(t, "unreadable", k.Inference.Skipped.Unreadable, "private")
	same(t, "findings", findings(k), "unreadable private", "syntax a.toml:2:1")
	if f := k.Findings[0]; f.Severity() != kb.Error || !reflect.DeepEqual(f.Problem, say.FolderNotRead.With(say.Cause("permission denied"))) {
		t.Errorf("%s: %s", f.Severity(), f.Problem)
	}
	if _, err := reader.OpenFS(context.Background(), locked{files, "."}, reader.Options{}); err == nil {
		t.Error("the root cannot be read, but it opens")
	}
	if !slices.IsSorted([]string{k.Files[0].Path, k.Files[1].Path}) {
		t.Error(k.Files)
	}
}
