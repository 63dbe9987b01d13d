package watch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
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

// A look at the files that were touched finds what a look at all files does, unless
// something else that may matter was touched.
func TestALookAtWhatWasTouchedFindsAll(t *testing.T) {
	d := disk{t, t.TempDir()}
	names := []string{"kb/a.toml", "kb/b.toml", "kb/sub/c.toml", "kb/sub/.c.toml.swp", "kb/sub/_d.toml", "kb/c.txt", "kb/e.toml"}
	for _, name := range names {
		d.write(name, "x")
	}
	d.link("kb/a.toml", "kb/linked.toml")
	l := looker{path: d.at("kb"), isFolder: true, also: map[string]bool{d.at("kb/c.txt"): true}}
	random := rand.New(rand.NewPCG(1, 2))
	last, narrow, wide := l.look(look{}), 0, 0
	for range 300 {
		touched, mayMatter := make(map[string]bool), false
		for range 1 + random.IntN(3) {
			name := names[random.IntN(len(names))]
			if path := d.at(name); last.mayMatter(path) {
				mayMatter = mayMatter || last.files[path] == stamp{}
			}
			switch random.IntN(3) {
			case 0:
				d.write(name, strings.Repeat("y", random.IntN(9)))
			case 1:
				d.write("kb/_new", "z")
				d.rename("kb/_new", name)
			default:
				_ = os.Remove(d.at(name))
			}
			if _, isKnown := last.files[d.at(name)]; isKnown {
				touched[d.at(name)] = true
			}
		}
		delete(last.files, d.at("kb/linked.toml")) // its name is not what is touched
		now, all := l.lookAt(last, touched), l.look(last)
		delete(all.files, d.at("kb/linked.toml"))
		if last = all; mayMatter {
			wide++
			continue
		}
		narrow++
		if differing := differences(all, now); len(differing) > 0 {
			t.Fatalf("touched %v: %v differ", touched, differing)
		}
	}
	if narrow < 20 || wide < 20 {
		t.Errorf("%d narrow looks, %d wide", narrow, wide)
	}
}
