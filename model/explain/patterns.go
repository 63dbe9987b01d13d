package explain

import (
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
	var list []string
	for p := range paths {
		list = append(list, literal(p))
	}
	slices.Sort(list)
	return list
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
