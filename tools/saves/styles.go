package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// base is a folder of a few files, of which one is saved again and again.
type base struct {
	dir  string
	next int // number of the last name made by beside
}

const (
	saved = "a.toml"
	rest  = "[city.austin]\nname = \"Austin\"\n[city.dallas]\nname = \"Dallas\"\n"
	// selected is the entity that is selected while files are saved.
	selected = "Bo"
)

// text returns the text of the saved file in a version, which the name of the
// selected entity tells.
func text(version int) string {
	return fmt.Sprintf("[company.ada]\nname = \"Ada\"\ncity = \"austin\"\n\n[company.bo]\nname = \"%s %d.\"\n\n[company.cy]\nname = \"Cy\"\n", selected, version)
}

func (b *base) path(name string) string { return filepath.Join(b.dir, name) }

func (b *base) write(dir string, version int) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "b.toml"), []byte(rest), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, saved), []byte(text(version)), 0o666)
}

// beside returns a path beside the folder that nothing has.
func (b *base) beside() string {
	b.next++
	return fmt.Sprintf("%s.%d", b.dir, b.next)
}

// A style is a way to save a version of the file.
type style struct {
	name string
	save func(b *base, version int) error
}

// moment is how long a file is missing or broken in the styles that leave it so for a
// while.
const moment = 80 * time.Millisecond

var styles = []style{
	{"in place", func(b *base, version int) error {
		return os.WriteFile(b.path(saved), []byte(text(version)), 0o666)
	}},
	{"renamed over", func(b *base, version int) error {
		return first(os.WriteFile(b.path(".a.tmp"), []byte(text(version)), 0o666), os.Rename(b.path(".a.tmp"), b.path(saved)))
	}},
	{"truncated, written slowly", func(b *base, version int) error {
		f, err := os.Create(b.path(saved))
		if err != nil {
			return err
		}
		all := text(version)
		for part := range 4 {
			time.Sleep(moment)
			if _, err := f.WriteString(all[part*len(all)/4 : (part+1)*len(all)/4]); err != nil {
				return err
			}
		}
		return f.Close()
	}},
	{"moved to a backup, written", func(b *base, version int) error {
		return first(os.WriteFile(b.path(".a.toml.swp"), nil, 0o666), os.Rename(b.path(saved), b.path(saved+"~")),
			os.WriteFile(b.path(saved), []byte(text(version)), 0o666), os.Remove(b.path(".a.toml.swp")))
	}},
	{"removed, written", func(b *base, version int) error {
		return first(os.Remove(b.path(saved)), b.write(b.dir, version))
	}},
	{"a link leads elsewhere", func(b *base, version int) error {
		b.next++
		dir := fmt.Sprintf(".data%d", b.next)
		return first(b.write(b.path(dir), version), os.Symlink(filepath.Join(dir, saved), b.path(".link")), os.Rename(b.path(".link"), b.path(saved)), b.clean(dir))
	}},
	{"another folder in its place", func(b *base, version int) error {
		made, old := b.beside(), b.beside()
		return first(b.write(made, version), os.Rename(b.dir, old), os.Rename(made, b.dir), os.RemoveAll(old))
	}},
	{"folder removed, back", func(b *base, version int) error {
		err := os.RemoveAll(b.dir)
		time.Sleep(moment)
		return first(err, b.write(b.dir, version))
	}},
	{"each file checked out", func(b *base, version int) error {
		for _, name := range []string{"b.toml", saved} {
			if err := os.Remove(b.path(name)); err != nil {
				return err
			}
		}
		return b.write(b.dir, version)
	}},
	{"unreadable for a moment", func(b *base, version int) error {
		err := os.Rename(b.path(saved), b.path("_a.toml"))
		time.Sleep(moment)
		return first(err, os.Rename(b.path("_a.toml"), b.path(saved)), os.WriteFile(b.path(saved), []byte(text(version)), 0o666))
	}},
	{"broken, mended", func(b *base, version int) error {
		err := os.WriteFile(b.path(saved), []byte("[company.ada\n"+text(version)), 0o666)
		time.Sleep(moment)
		return first(err, os.WriteFile(b.path(saved), []byte(text(version)), 0o666))
	}},
}

// clean removes the folders that links led to before.
func (b *base) clean(but string) error {
	dirs, err := filepath.Glob(b.path(".data*"))
	for _, dir := range dirs {
		if filepath.Base(dir) != but {
			err = first(err, os.RemoveAll(dir))
		}
	}
	return err
}

// first returns the first error.
func first(all ...error) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	return nil
}
