package explain

import (
	"cmp"
	"path"
	"slices"
	"sort"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
)

// placement is how one entity is written: its layout and the path of its table.
type placement struct {
	layout kb.Layout
	at     string
}

// kindsOf returns where the entities of each kind stand, as their positions tell.
func kindsOf(k *kb.KB) []kb.KindInference {
	h := headers{kb: k, sections: make([][]scan.Section, len(k.Files))}
	out := make([]kb.KindInference, len(k.Kinds))
	for i, kind := range k.Kinds {
		out[i] = kb.KindInference{Kind: kind, NameField: kind.NameField, KeyField: kind.KeyField, Identities: kind.Identities}
		if kind.FolderField != "-" {
			out[i].FolderField = kind.FolderField
		}
		files := make(map[placement][]uint32)
		counts := make(map[placement]int)
		for _, e := range kind.Entities {
			p := h.placementOf(e)
			counts[p]++
			if in := files[p]; len(in) == 0 || in[len(in)-1] != e.Pos.File {
				files[p] = append(in, e.Pos.File)
			}
		}
		for p, in := range files {
			out[i].Places = append(out[i].Places, kb.Place{
				Files: h.patternOf(in), At: p.at, Layout: p.layout, NFiles: len(in), Entities: counts[p],
			})
		}
		slices.SortFunc(out[i].Places, func(a, b kb.Place) int {
			return cmp.Or(b.Entities-a.Entities, cmp.Compare(a.At, b.At), cmp.Compare(a.Files, b.Files))
		})
	}
	return out
}

// headers finds the headers of entities in the files.
type headers struct {
	kb       *kb.KB
	sections [][]scan.Section // by file; nil until they are needed
}

func (h *headers) placementOf(e *kb.Entity) placement {
	file, offset := e.Pos.File, e.Pos.Offset
	text := h.kb.Files[file].Text
	if h.sections[file] == nil {
		h.sections[file], _ = scan.Sections(text)
	}
	sections := h.sections[file]
	s := sections[max(0, sort.Search(len(sections), func(i int) bool { return sections[i].Start > offset })-1)]
	var key []string
	if s.Parts > 0 {
		key = keyAt(text, int(s.Header))
	}
	last := func() string { return key[len(key)-1] }
	switch {
	case offset == 0 && (len(key) == 0 || s.Header != 0 || !s.Array && last() != e.Key):
		return placement{layout: kb.WholeFiles}
	case s.Parts > 0 && offset == s.Header && s.Array && (len(key) == 1 || last() != e.Key):
		return placement{kb.ArrayElements, strings.Join(key, ".")}
	case s.Parts > 0 && offset == s.Header:
		return placement{kb.KeyedTables, starred(key)}
	case text[offset] == '{':
		return placement{kb.ArrayElements, strings.Join(append(key, e.Kind.Name), ".")}
	}
	c := scan.NewCursor(text, int(offset))
	key = append(key, partsOf(text, &c)...)
	if len(key) == 0 {
		return placement{layout: kb.WholeFiles}
	}
	if c.Byte() == '{' || last() != e.Key {
		return placement{kb.KeyedTables, starred(key)}
	}
	return placement{kb.PlainValues, starred(key)}
}

func keyAt(text []byte, header int) []string {
	c := scan.NewCursor(text, header)
	return partsOf(text, &c)
}

func partsOf(text []byte, c *scan.Cursor) []string {
	var out []string
	for _, part := range c.Key(nil) {
		out = append(out, decode.KeyPart(part.Of(text)))
	}
	return out
}

// starred returns the path of a table whose last part is the key of an entity.
func starred(key []string) string {
	return strings.Join(append(slices.Clone(key[:len(key)-1]), "*"), ".")
}

// patternOf returns the pattern that matches some files and no others, or several
// patterns, a line each.
func (h *headers) patternOf(files []uint32) string {
	paths := make(map[string]bool, len(files))
	var first string
	for _, f := range files {
		first = h.kb.Files[f].Path
		paths[first] = true
	}
	if len(paths) == 1 {
		return first
	}
	dir, base, ext := commonOf(paths)
	for _, tail := range []string{"*/" + base, "**/" + base, "*" + ext, "*/*" + ext, "**/*" + ext} {
		if base == "" && strings.HasSuffix(tail, "/") {
			continue
		}
		if glob := path.Join(dir, tail); h.matchesOnly(glob, paths) {
			return glob
		}
	}
	var list []string
	for p := range paths {
		list = append(list, p)
	}
	slices.Sort(list)
	return strings.Join(list, "\n")
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

func (h *headers) matchesOnly(glob string, paths map[string]bool) bool {
	for _, f := range h.kb.Files {
		if ok, err := doublestar.Match(glob, f.Path); err != nil || ok != paths[f.Path] {
			return false
		}
	}
	return true
}
