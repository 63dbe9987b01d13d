package disk_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"rihla/model/save/disk"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func TestAFolderIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out")
	broken := errors.New("broken")
	fails := func(f disk.Folder) error {
		if err := f.File("a/b.txt", text("b")); err != nil {
			return err
		}
		return broken
	}
	works := func(f disk.Folder) error {
		return errors.Join(f.File("a/b.txt", text("b")), f.File("c.txt", text("c")))
	}
	left := func() int {
		names, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		return len(names)
	}
	if err := disk.CreateFolder(path, false, fails); !errors.Is(err, broken) || left() != 0 {
		t.Fatal(err, left())
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := disk.CreateFolder(path, false, fails); !errors.Is(err, broken) || left() != 1 {
		t.Fatal(err, left())
	}
	if err := disk.CreateFolder(path, false, works); err != nil || left() != 1 {
		t.Fatal(err, left())
	}
	for name, want := range map[string]string{"a/b.txt": "b", "c.txt": "c"} {
		if got, err := os.ReadFile(filepath.Join(path, name)); string(got) != want {
			t.Error(name, string(got), err)
		}
	}
	if err := disk.CreateFolder(path, false, works); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	if err := disk.CreateFolder(path, true, func(f disk.Folder) error { return f.File("c.txt", text("d")) }); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(filepath.Join(path, "c.txt")); string(got) != "d" {
		t.Errorf("%s", got)
	}
	for _, name := range []string{"../x", "/x", "a/../../x"} {
		if err := disk.CreateFolder(path, true, func(f disk.Folder) error { return f.File(name, text("x")) }); !errors.Is(err, fs.ErrInvalid) {
			t.Error(name, err)
		}
	}
	if err := disk.CreateFolder(filepath.Join(path, "c.txt"), true, works); !errors.Is(err, disk.ErrNotFolder) {
		t.Error(err)
	}
}
