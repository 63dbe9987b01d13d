package reader_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/reader"
)

// withCopy writes a folder with the copy of a source in it, and a secret file outside
// of it. It returns the folder.
func withCopy(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "atlas")
	for name, text := range map[string]string{
		"sources.toml": "[source.decree]\nname = 'Decree'\n", "copies/decree.txt": "the decree", "../secret.txt": "secret",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Skip(err)
	}
}

func TestReadFileStaysInTheFolder(t *testing.T) {
	dir := withCopy(t)
	link(t, "decree.txt", filepath.Join(dir, "copies", "same.txt"))
	link(t, filepath.Join("..", "..", "secret.txt"), filepath.Join(dir, "copies", "out.txt"))
	link(t, filepath.Join(filepath.Dir(dir), "secret.txt"), filepath.Join(dir, "copies", "far.txt"))
	link(t, "..", filepath.Join(dir, "up"))
	inMemory := fstest.MapFS{"sources.toml": {Data: []byte("[source.decree]\nname = 'Decree'\n")}, "copies/decree.txt": {Data: []byte("the decree")}}
	builtIn, err := reader.OpenFS(context.Background(), inMemory, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	onDisk := map[string]*kb.KB{"folder": open(t, dir), "file": open(t, filepath.Join(dir, "sources.toml"))}
	for name, k := range map[string]*kb.KB{"folder": onDisk["folder"], "file": onDisk["file"], "built in": builtIn} {
		for _, path := range []string{"copies/decree.txt", "./copies//decree.txt"} {
			if text, err := k.ReadFile(path); err != nil || string(text) != "the decree" {
				t.Errorf("%s, %s: %q, %v", name, path, text, err)
			}
		}
		for path, want := range map[string]error{
			"copies/none.txt": fs.ErrNotExist, "../secret.txt": kb.ErrOutside, "copies/../../secret.txt": kb.ErrOutside,
			"copies/../copies/decree.txt": kb.ErrOutside, "/etc/hosts": kb.ErrOutside, `copies\decree.txt`: kb.ErrOutside,
		} {
			if text, err := k.ReadFile(path); !errors.Is(err, want) {
				t.Errorf("%s, %s: %q, %v, want %v", name, path, text, err, want)
			}
		}
		for _, path := range []string{"copies", ".", "", "a\x00b"} {
			if text, err := k.ReadFile(path); err == nil {
				t.Errorf("%s, %q: %q", name, path, text)
			}
		}
	}
	for name, k := range onDisk {
		if text, err := k.ReadFile("copies/same.txt"); err != nil || string(text) != "the decree" {
			t.Errorf("%s: a link inside: %q, %v", name, text, err)
		}
		for _, path := range []string{"copies/out.txt", "copies/far.txt", "up/secret.txt"} {
			if text, err := k.ReadFile(path); !errors.Is(err, kb.ErrOutside) {
				t.Errorf("%s, %s: %q, %v", name, path, text, err)
			}
		}
	}
}

func TestReadFileRefusesLargeFiles(t *testing.T) {
	dir := withCopy(t)
	large := filepath.Join(dir, "large.txt")
	if err := os.WriteFile(large, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 64<<20+1); err != nil {
		t.Skip(err)
	}
	if text, err := open(t, dir).ReadFile("large.txt"); !errors.Is(err, kb.ErrTooLarge) || text != nil {
		t.Errorf("%d bytes, %v", len(text), err)
	}
}

// TestAnOutlineReadsAttachments reads a file from an outline.
func TestAnOutlineReadsAttachments(t *testing.T) {
	dir := withCopy(t)
	var text strings.Builder
	if err := generate.File(&text, generate.Options{Entities: 5000}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "many.toml"), []byte(text.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	outlined := false
	_, err := reader.Open(context.Background(), filepath.Join(dir, "many.toml"), reader.Options{OnOutline: func(k *kb.KB) {
		outlined = true
		if got, err := k.ReadFile("copies/decree.txt"); err != nil || string(got) != "the decree" {
			t.Errorf("%q, %v", got, err)
		}
	}})
	if err != nil || !outlined {
		t.Fatalf("outlined %v, %v", outlined, err)
	}
}

func TestACopyIsFoundInEitherUnicodeForm(t *testing.T) {
	const composed, decomposed = "copies/\u00e9t\u00e9.txt", "copies/e\u0301te\u0301.txt"
	for _, c := range []struct{ stored, named string }{{composed, decomposed}, {decomposed, composed}, {composed, composed}} {
		dir := withCopy(t)
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(c.stored)), []byte("summer"), 0o644); err != nil {
			t.Fatal(err)
		}
		onDisk, err := reader.Open(context.Background(), dir, reader.Options{})
		if err != nil {
			t.Fatal(err)
		}
		inMemory, err := reader.OpenFS(context.Background(), fstest.MapFS{c.stored: {Data: []byte("summer")}, "a.toml": {Data: []byte("[a.b]\nx = 1\n")}}, reader.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range []*kb.KB{onDisk, inMemory} {
			if text, err := k.ReadFile(c.named); err != nil || string(text) != "summer" {
				t.Errorf("%q as %q: %q, %v", c.stored, c.named, text, err)
			}
			if _, err := k.ReadFile("copies/\u00e8.txt"); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("a copy that does not exist: %v", err)
			}
		}
	}
}
