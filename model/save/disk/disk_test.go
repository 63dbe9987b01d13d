package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	before = "old = 1\n"
	after  = "new = 2\n"
)

// folder makes a folder with a file a.toml that holds the text before.
func folder(t *testing.T) (dir, file string) {
	t.Helper()
	dir = t.TempDir()
	file = filepath.Join(dir, "a.toml")
	put(t, file, before)
	return dir, file
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// holds fails unless the file holds a text, and its folder the named files alone.
func holds(t *testing.T, file, text string, names ...string) {
	t.Helper()
	if got, err := os.ReadFile(file); err != nil || string(got) != text {
		t.Errorf("%s holds %q, %v", filepath.Base(file), got, err)
	}
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !slices.Equal(got, names) {
		t.Errorf("the folder holds %q, want %q", got, names)
	}
}

func replace(file string) error { return Replace(file, []byte(before), []byte(after)) }

// make writes the text after to a file.
func create(file string, overwrite bool) error {
	return Create(file, overwrite, func(to io.Writer) error {
		_, err := io.WriteString(to, after)
		return err
	})
}

func TestAFileIsReplacedWithItsMode(t *testing.T) {
	for _, mode := range []fs.FileMode{0o600, 0o644, 0o664, 0o755, 0o222 | 0o444} {
		_, file := folder(t)
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		if err := replace(file); err != nil {
			t.Fatal(err)
		}
		holds(t, file, after, "a.toml")
		if info, err := os.Stat(file); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%v, %v, want %v", info.Mode(), err, mode)
		}
	}
}

func TestTheTargetOfALinkIsReplaced(t *testing.T) {
	dir, file := folder(t)
	far := filepath.Join(t.TempDir(), "far")
	for link, to := range map[string]string{far: file, filepath.Join(dir, "near"): "a.toml", filepath.Join(dir, "twice"): far} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	for _, link := range []string{far, filepath.Join(dir, "near"), filepath.Join(dir, "twice")} {
		put(t, file, before)
		if err := replace(link); err != nil {
			t.Fatal(err)
		}
		holds(t, file, after, "a.toml", "near", "twice")
		if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s: %v, %v", link, info.Mode(), err)
		}
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if err := create(filepath.Join(dir, "twice"), false); err != nil {
		t.Fatal(err)
	}
	holds(t, file, after, "a.toml", "near", "twice")
}

func TestALoopOfLinksIsRefused(t *testing.T) {
	link := filepath.Join(t.TempDir(), "loop")
	if err := os.Symlink("loop", link); err != nil {
		t.Skip(err)
	}
	if err := create(link, true); err == nil {
		t.Error("a loop was written")
	}
}

func TestAFileWithOtherNamesIsRefused(t *testing.T) {
	dir, file := folder(t)
	if err := os.Link(file, filepath.Join(dir, "b.toml")); err != nil {
		t.Skip(err)
	}
	for _, err := range []error{replace(file), create(file, true)} {
		if !errors.Is(err, ErrLinked) {
			t.Error(err)
		}
	}
	holds(t, file, before, "a.toml", "b.toml")
}

func TestAReadOnlyFileIsRefused(t *testing.T) {
	_, file := folder(t)
	if err := os.Chmod(file, 0o444); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{replace(file), create(file, true), create(file, false)} {
		if !errors.Is(err, ErrReadOnly) || !errors.Is(err, fs.ErrPermission) || !strings.HasPrefix(err.Error(), "write "+file+": ") {
			t.Error(err)
		}
	}
	holds(t, file, before, "a.toml")
}

func TestWhatIsNoFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{dir, os.DevNull} {
		if err := create(name, true); !errors.Is(err, ErrNotFile) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAFileIsWrittenOverWhereThatIsWanted(t *testing.T) {
	dir, file := folder(t)
	if err := create(file, false); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	holds(t, file, before, "a.toml")
	if err := create(file, true); err != nil {
		t.Error(err)
	}
	holds(t, file, after, "a.toml")
	if err := create(filepath.Join(dir, "b.toml"), false); err != nil {
		t.Error(err)
	}
	holds(t, filepath.Join(dir, "b.toml"), after, "a.toml", "b.toml")
	if err := create(filepath.Join(dir, "none", "b.toml"), true); !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), temporaryPrefix) {
		t.Error(err)
	}
}

func TestAFailedWriterLeavesNothing(t *testing.T) {
	dir, file := folder(t)
	failed := errors.New("no")
	for _, name := range []string{file, filepath.Join(dir, "b.toml")} {
		err := Create(name, true, func(to io.Writer) error {
			_, _ = to.Write(make([]byte, 1<<20))
			return failed
		})
		if !errors.Is(err, failed) {
			t.Error(err)
		}
	}
	holds(t, file, before, "a.toml")
}

// TestWhatChangedMeanwhileIsKept changes the file while the new text is made: also to
// one of the same length and time.
func TestWhatChangedMeanwhileIsKept(t *testing.T) {
	const other = "0ld = 1\n"
	for name, change := range map[string]func(file string) error{
		"in place": func(file string) error {
			info, err := os.Stat(file)
			return errors.Join(err, os.WriteFile(file, []byte(other), 0), os.Chtimes(file, time.Now(), info.ModTime()))
		},
		"anew": func(file string) error {
			return errors.Join(os.WriteFile(file+"~", []byte(other), 0o644), os.Rename(file+"~", file))
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, file := folder(t)
			err := Update(file, func([]byte) ([]byte, error) { return []byte(after), change(file) })
			if !errors.Is(err, ErrChanged) {
				t.Error(err)
			}
			holds(t, file, other, "a.toml")
			if err := replace(file); !errors.Is(err, ErrChanged) {
				t.Error(err)
			}
			holds(t, file, other, "a.toml")
		})
	}
	t.Run("away", func(t *testing.T) {
		_, file := folder(t)
		if err := Update(file, func([]byte) ([]byte, error) { return []byte(after), os.Remove(file) }); !errors.Is(err, ErrChanged) {
			t.Error(err)
		}
		if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
			t.Error("the file is back")
		}
	})
	t.Run("it comes", func(t *testing.T) {
		dir, _ := folder(t)
		file := filepath.Join(dir, "b.toml")
		err := Create(file, true, func(io.Writer) error { return os.WriteFile(file, []byte(other), 0o644) })
		if !errors.Is(err, fs.ErrExist) {
			t.Error(err)
		}
		holds(t, file, other, "a.toml", "b.toml")
	})
}

func TestAFileThatComesMeanwhileIsUpdated(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.toml")
	err := Update(file, func(now []byte) ([]byte, error) {
		if now == nil {
			return []byte(after), os.WriteFile(file, []byte(before), 0o644)
		}
		return []byte(string(now) + after), nil
	})
	if err != nil {
		t.Error(err)
	}
	holds(t, file, before+after, "a.toml")
}

func TestUpdatesWaitForEachOther(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.toml")
	const writers, times = 4, 10
	done := make(chan error)
	for range writers {
		go func() {
			var err error
			for range times {
				err = errors.Join(err, Update(file, count))
			}
			done <- err
		}()
	}
	for range writers {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	holds(t, file, strconv.Itoa(writers*times), "a.toml")
}

// count adds one to the number that a file holds.
func count(now []byte) ([]byte, error) {
	n, _ := strconv.Atoi(string(now))
	return strconv.AppendInt(nil, int64(n+1), 10), nil
}

func TestAFileIsRemovedIfItIsAsItWas(t *testing.T) {
	dir, file := folder(t)
	refused := errors.New("other text")
	if err := Remove(file, func([]byte) error { return refused }); !errors.Is(err, refused) {
		t.Error(err)
	}
	if err := Remove(file, func([]byte) error {
		put(t, file, after)
		return nil
	}); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	holds(t, file, after, "a.toml")
	link := filepath.Join(dir, "link.toml")
	if err := os.Symlink(file, link); err == nil {
		if err := Remove(link, func([]byte) error { return nil }); !errors.Is(err, ErrNotFile) {
			t.Error(err)
		}
	}
	if err := os.Chmod(file, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := Remove(file, func([]byte) error { return nil }); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	if err := os.Chmod(file, 0o600); err != nil {
		t.Fatal(err)
	}
	var held string
	if err := Remove(file, func(text []byte) error {
		held = string(text)
		return nil
	}); err != nil || held != after {
		t.Errorf("%q, %v", held, err)
	}
	if err := Remove(file, func([]byte) error { return nil }); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
