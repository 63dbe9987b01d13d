package tui

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"rihla/assets"
	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/reader"
	"rihla/ui/tui/tuitest/monkey"
	"rihla/ui/tui/work"
)

// base is a knowledge base that random events happen to.
type base struct {
	name  string
	texts map[string]string // of its files, by path; nil for the built-in one
	make  func() *kb.KB     // set where it is not read from files
	// lingers is how long only the headers of its files have been read.
	lingers time.Duration
}

type opener = func(context.Context, reader.Options) (*kb.KB, error)

// explored returns the bases of all sorts.
func explored(t *testing.T) []base {
	t.Helper()
	all := []base{{name: "built-in"}, {name: "odd", make: odd}, {name: "empty", texts: map[string]string{"kb.toml": ""}}, {name: "bare", texts: map[string]string{"kb.toml": "[city.nowhere]\n"}}}
	hostile := make(map[string]string)
	for name, text := range kbtest.Hostile() {
		hostile[name+".toml"] = text
	}
	all = append(all, base{name: "hostile", texts: hostile})
	for _, stranger := range []string{"detection-rules", "cargo-workspace", "arabic", "japanese"} {
		archive, err := txtar.ParseFile(filepath.Join("..", "..", "model", "reader", "testdata", "strangers", stranger+".txtar"))
		if err != nil {
			t.Fatal(err)
		}
		texts := make(map[string]string)
		for _, f := range archive.Files {
			texts[f.Name] = string(f.Data)
		}
		all = append(all, base{name: stranger, texts: texts})
	}
	large := base{name: "large", texts: random(t, work.Few+200), lingers: time.Minute}
	return append(all, base{name: "random", texts: random(t, 400)}, large)
}

func random(t *testing.T, entities int) map[string]string {
	t.Helper()
	var text bytes.Buffer
	if err := generate.File(&text, generate.Options{Seed: 19, Entities: entities}); err != nil {
		t.Fatal(err)
	}
	return map[string]string{"kb.toml": text.String()}
}

// baseOf returns the base of a name.
func baseOf(t *testing.T, all []base, name string) base {
	t.Helper()
	at := slices.IndexFunc(all, func(b base) bool { return b.name == name })
	if at < 0 {
		t.Fatalf("no base is called %q", name)
	}
	return all[at]
}

// write writes the files of the base.
func (b *base) write(t *testing.T, dir string) *files {
	t.Helper()
	f := &files{dir: dir, texts: b.texts}
	if err := os.Mkdir(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for name := range b.texts {
		f.names = append(f.names, name)
	}
	slices.Sort(f.names)
	for _, name := range f.names {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		f.save(name, f.texts[name])
	}
	return f
}

func (b *base) path(dir string) string {
	if b.texts == nil {
		return ""
	}
	return dir
}

func (b *base) open(dir string) opener {
	return func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		switch {
		case b.make != nil:
			return b.make(), nil
		case b.texts != nil:
			if outlined := o.OnOutline; outlined != nil {
				o.OnOutline = func(k *kb.KB) {
					outlined(k)
					select {
					case <-time.After(b.lingers):
					case <-ctx.Done():
					}
				}
			}
			return reader.Open(ctx, dir, o)
		}
		builtIn, err := fs.Sub(assets.FS, assets.Morocco)
		if err != nil {
			return nil, err
		}
		return reader.OpenFS(ctx, builtIn, o)
	}
}

// files are the files of a base that is explored, and their texts as they were.
type files struct {
	dir   string
	names []string
	texts map[string]string
}

// ways are keys that lead to pages and dialogs, wherever they are typed.
var ways = []string{
	"v g", "v p", "v p enter", "v t", "v m", "v x", "v x z", "v l", "v s", "1 v g + +", "1 enter", "1 z", "1 F enter", "1 f", "1 S space", "1 c", "2", "3 x", "1 b", "1 b w enter", "0", "!", "i", "! G enter", "v s enter", "v s a", "v s r",
	"1 space down space down space =", "1 space down space m", "1 space m ctrl+s enter", "1 enter tab s", "1 enter f e enter", "1 y", "1 enter y", "/ e enter", "/ e enter V", ": e", "t", "?", "@ 2 0 2 0 enter", "1 a", "1 enter a", "1 a tab x tab y enter", "1 enter tab enter", "u", "ctrl+r", "L", "esc esc esc",
}

// changes are how a file is changed.
var changes = []string{"add", "cut", "empty", "break", "rename", "remove", "restore", "restore", "restore all", "swap", "folder", "control"}

// change changes a file. What fails changes nothing.
func (f *files) change(e monkey.Event) {
	if len(f.names) == 0 {
		return
	}
	name, n := f.names[e.Numbers[0]%len(f.names)], e.Numbers[1]
	path, text := filepath.Join(f.dir, name), f.texts[name]
	switch e.Text {
	case "add":
		f.save(name, fmt.Sprintf("%s\n[city.added%d]\nname = 'Added %d'\nnear = 'added%d'\nopened = 20%02d-01-02\n", text, n, n, n/2, n%100))
	case "cut":
		f.save(name, text[:len(text)*n/1000])
	case "empty":
		f.save(name, "")
	case "break":
		f.save(name, text[:len(text)*n/1000]+"\n= broken\n"+text[len(text)*n/1000:])
	case "control":
		f.save(name, text+fmt.Sprintf("\n[\"\\u001b[31m\".k%d]\nname = \"\\u009b2J \\u202e \\u0007 👨\\u200d👩\"\n", n))
	case "rename":
		_ = os.WriteFile(path+"~", []byte(strings.ToUpper(text)), 0o666)
		_ = os.Rename(path+"~", path)
	case "remove":
		_ = os.Remove(path)
	case "restore":
		f.save(name, text)
	case "restore all":
		for _, name := range f.names {
			f.save(name, f.texts[name])
		}
	case "swap":
		f.save(name, f.texts[f.names[n%len(f.names)]])
	case "folder":
		away := f.dir + ".away"
		if os.Rename(f.dir, away) == nil {
			defer func() { _ = os.Rename(away, f.dir) }()
		}
	}
}

func (f *files) save(name, text string) {
	_ = os.WriteFile(filepath.Join(f.dir, name), []byte(text), 0o666)
}
