package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestAFileIsKnownByItsPathWithoutLinks(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "cities", "rabat.toml")
	if err := os.Mkdir(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("cities", filepath.Join(dir, "aliases")); err != nil {
		t.Skip(err)
	}
	l := looker{path: dir, isFolder: true}
	files := l.look(look{}).files
	if _, known := files[file]; !known || len(files) != 1 {
		t.Errorf("%v", files)
	}
}

// BenchmarkLook measures a look at 10,000 files in 100 folders that have not changed.
func BenchmarkLook(b *testing.B) {
	dir := b.TempDir()
	for i := range 100 {
		folder := filepath.Join(dir, fmt.Sprint(i))
		if err := os.Mkdir(folder, 0o777); err != nil {
			b.Fatal(err)
		}
		for j := range 100 {
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprint(j, ".toml")), nil, 0o666); err != nil {
				b.Fatal(err)
			}
		}
	}
	l := looker{path: dir, isFolder: true}
	last := l.look(look{})
	if len(last.files) != 10_000 {
		b.Fatalf("%d files", len(last.files))
	}
	for path, f := range last.folders {
		f.isFresh = false
		last.folders[path] = f
	}
	b.ReportAllocs()
	for b.Loop() {
		last = l.look(last)
	}
}
