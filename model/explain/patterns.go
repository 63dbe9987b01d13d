package explain

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rihla/model/kb"
)

// patternsOf returns doublestar patterns that match some files of a knowledge base
// and no others. With folders, the first folder that they share is that of their kind.
func patternsOf(k *kb.KB, files []uint32, folders bool) []string {
	paths := make(map[string]bool, len(files))
	var first string
	for _, f := range files {
		first = k.Files[f].Path
		paths[first] = true
	}
	dir, base, ext := commonOf(paths)
	if folders {
		kind, _, _ := strings.Cut(dir, "/")
		for _, at := range []string{literal(kind), "."} {
			if glob := path.Join(at, "**/*"+ext); matchesOnly(k, glob, paths) {
				return []string{glob}
			}
		}
	}
	if len(paths) == 1 {
		return []string{literal(first)}
	}
	tails := []string{"*" + ext, "*/*" + ext, "**/*" + ext}
	if base != "" {
		tails = append([]string{"*/" + literal(base), "**/" + literal(base)}, tails...)
	}
	for _, tail := range tails {
		if glob := path.Join(literal(dir), tail); matchesOnly(k, glob, paths) {
			return []string{glob}
		}
	}
	c := cover{paths: paths, ext: ext, below: make(map[string][2]int), sub: make(map[string]map[string]bool)}
	for _, f := range k.Files {
		c.count(f.Path)
	}
	return c.folder(nil, ".")
}

// cover finds patterns of whole folders that match some files and no others.
type cover struct {
	paths map[string]bool
	ext   string                     // of all of them, or ""
	below map[string][2]int          // by folder: the files with that extension below it, and those to match
	sub   map[string]map[string]bool // the folders and the files with that extension in a folder
}

func (c *cover) count(file string) {
	if !strings.HasSuffix(file, c.ext) {
		return
	}
	for at := file; at != "."; {
		dir := path.Dir(at)
		n := c.below[dir]
		n[0]++
		if c.paths[file] {
			n[1]++
		}
		c.below[dir] = n
		if c.sub[dir] == nil {
			c.sub[dir] = make(map[string]bool)
		}
		c.sub[dir][at] = true
		at = dir
	}
}

// folder appends the patterns of the files below a folder.
func (c *cover) folder(to []string, dir string) []string {
	switch n := c.below[dir]; {
	case n[1] == 0:
		return to
	case n[0] == n[1]:
		return append(to, path.Join(literal(dir), "**/*"+literal(c.ext)))
	}
	var files []string
	others := false
	for _, at := range slices.Sorted(maps.Keys(c.sub[dir])) {
		switch isFolder := c.sub[at] != nil; {
		case isFolder:
			to = c.folder(to, at)
		case c.paths[at]:
			files = append(files, literal(at))
		default:
			others = true
		}
	}
	if len(files) > 1 && !others {
		return append(to, path.Join(literal(dir), "*"+literal(c.ext)))
	}
	return append(to, files...)
}

// literal returns the pattern that matches a path alone.
func literal(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`).Replace(path)
}

// commonOf returns what paths have in common: the folder, the base name and the
// extension; "" where they differ.
func commonOf(paths map[string]bool) (dir, base, ext string) {
	first := true
	var folders []string
	for p := range paths {
		here := strings.Split(path.Dir(p), "/")
		if first {
			folders, base, ext, first = here, path.Base(p), path.Ext(p), false
			continue
		}
		n := 0
		for n < len(folders) && n < len(here) && folders[n] == here[n] {
			n++
		}
		folders = folders[:n]
		if base != path.Base(p) {
			base = ""
		}
		if ext != path.Ext(p) {
			ext = ""
		}
	}
	return strings.Join(folders, "/"), base, ext
}

func matchesOnly(k *kb.KB, glob string, paths map[string]bool) bool {
	for _, f := range k.Files {
		if ok, err := doublestar.Match(glob, f.Path); err != nil || ok != paths[f.Path] {
			return false
		}
	}
	return true
}
