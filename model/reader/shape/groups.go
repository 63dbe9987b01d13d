package shape

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// place is a file as an entity of its own, as far as its path says.
type place struct {
	group  *group
	kind   string
	key    string
	long   string
	folder string
}

// group is the files that are compared with each other: those of one folder, or
// of one file name in several folders.
type group struct {
	folder string // the kind's folder: the first below the root, or "" for the root
	stem   string // the file name that all of them share, or ""
	files  []int  // indexes into analysis.files
	kind   string
	sample map[int]bool // some of the files; nil until they are needed
	record record       // what its files repeat
}

// groupFiles finds the group, and so the kind, of each file.
func (a *analysis) groupFiles() {
	a.places = make([]place, len(a.files))
	a.groups = make(map[string]*group)
	sharded := a.isSharded()
	shared := a.sharedStems()
	for i := range a.files {
		f := &a.files[i]
		file := f.Path
		if f.Kind != "" {
			g := a.group("", "//"+f.Kind)
			g.kind = f.Kind
			g.files = append(g.files, i)
			a.places[i] = a.placeOf(file, f.Folder, g)
			continue
		}
		folder, _, below := strings.Cut(file, "/")
		if !below || sharded {
			folder = ""
		}
		g := a.group(folder, "")
		if name := stem(file); shared[name] != nil {
			g = a.groupOfStem(name, folder, shared)
		}
		g.files = append(g.files, i)
		a.places[i] = a.placeOf(file, g.folder, g)
	}
	for _, g := range a.groups {
		a.keyByFolder(g)
	}
}

func (a *analysis) group(folder, stem string) *group {
	id := folder + "//" + stem
	g := a.groups[id]
	if g == nil {
		g = &group{folder: folder, stem: stem, kind: folder}
		if folder == "" {
			g.kind = a.options.RootName
		}
		g.kind = norm.NFC.String(g.kind)
		a.groups[id] = g
	}
	return g
}

// groupOfStem returns the group of the files of one name: they are a kind of
// their own if they stand in several first folders, or beside files of another
// name that all folders repeat as well.
func (a *analysis) groupOfStem(name, folder string, shared map[string]*sharedStem) *group {
	s := shared[name]
	switch {
	case len(s.folders) > 1 && folder == "" && !s.hasRoot:
		// The first folders only shard.
		g := a.group("", name)
		if len(shared) > 1 || a.hasOthers(name) {
			g.kind = name
		}
		return g
	case len(s.folders) > 1:
		g := a.group("", name)
		g.kind = name
		return g
	}
	g := a.group(folder, name)
	if len(shared) > 1 {
		g.kind = name
	}
	return g
}

// hasOthers reports whether there are files of other names, but for the manifest.
func (a *analysis) hasOthers(name string) bool {
	return slices.ContainsFunc(a.files, func(f File) bool { return f.counts() && !f.IsManifest && stem(f.Path) != name })
}

// sharedStem is a file name that many folders repeat.
type sharedStem struct {
	dirs    map[string]bool
	folders map[string]bool // first folders
	hasRoot bool            // one stands directly in the root
}

// sharedStems returns the names that stand for what a file is rather than for what
// it is about: Cargo of crates/cli/Cargo.toml. Nearly all of the folders that have
// such a file have no other files, or such as all of them have.
func (a *analysis) sharedStems() map[string]*sharedStem {
	stems := make(map[string]*sharedStem)
	inDir := make(map[string][]string)
	for _, f := range a.files {
		if !f.counts() {
			continue
		}
		name, dir := stem(f.Path), path.Dir(f.Path)
		s := stems[name]
		if s == nil {
			s = &sharedStem{dirs: make(map[string]bool), folders: make(map[string]bool)}
			stems[name] = s
		}
		first, _, below := strings.Cut(f.Path, "/")
		if !below {
			first, s.hasRoot = "", true
		}
		s.dirs[dir], s.folders[first] = true, true
		inDir[dir] = append(inDir[dir], name)
	}
	shared := make(map[string]*sharedStem)
	defer a.dropRareStems(shared)
	sharded := a.isSharded()
	for name, s := range stems {
		if len(s.dirs) < 2 {
			continue
		}
		alone := 0
		for dir := range s.dirs {
			if !slices.ContainsFunc(inDir[dir], func(other string) bool { return 2*len(stems[other].dirs) < len(s.dirs) || len(stems[other].dirs) < 2 }) {
				alone++
			}
		}
		if 5*alone >= 4*len(s.dirs) && (sharded || len(s.folders) < 2 || len(s.dirs) > 2 || a.isTablesOnly(name)) {
			shared[name] = s
		}
	}
	return shared
}

// dropRareStems removes the names whose folder has files of other names as well.
func (a *analysis) dropRareStems(shared map[string]*sharedStem) {
	all, of := make(map[string]int), make(map[string]int)
	for _, f := range a.files {
		if !f.counts() {
			continue
		}
		folder, _, _ := strings.Cut(f.Path, "/")
		all[folder]++
		if shared[stem(f.Path)] != nil {
			of[folder]++
		}
	}
	for name, s := range shared {
		for folder := range s.folders {
			if len(s.folders) == 1 && 5*of[folder] < 4*all[folder] {
				delete(shared, name)
			}
		}
	}
}

// isTablesOnly reports whether the files of a name have nothing but tables at the
// top.
func (a *analysis) isTablesOnly(name string) bool {
	return !slices.ContainsFunc(a.files, func(f File) bool { return stem(f.Path) == name && plainKeys(f.Keys) > 0 })
}

func plainKeys(keys []Key) int {
	n := 0
	for _, key := range keys {
		if key.Class == PlainValue || key.Class == PlainList {
			n++
		}
	}
	return n
}

// numbered matches folders that are called after a number, a version or a year.
var numbered = regexp.MustCompile(`^[vV]?\d+([._-]\d+|[._-]?x)*$`)

// isSharded reports whether the first folders below the root only divide the files
// of one kind.
func (a *analysis) isSharded() bool {
	byFolder := make(map[string][]string)
	for _, f := range a.files {
		if !f.counts() {
			continue
		}
		if folder, rest, below := strings.Cut(f.Path, "/"); below {
			byFolder[folder] = append(byFolder[folder], rest)
		}
	}
	if len(byFolder) < 2 {
		return false
	}
	for folder, rest := range byFolder {
		if utf8.RuneCountInString(folder) > 1 && !numbered.MatchString(folder) && !isPrefixOf(folder, rest) {
			return a.hasFolderForEach(byFolder)
		}
	}
	return true
}

// isPrefixOf reports whether a folder is called like the start of the names of all
// files in it.
func isPrefixOf(folder string, files []string) bool {
	return !slices.ContainsFunc(files, func(file string) bool {
		name := stem(file)
		return len(name) <= len(folder) || !strings.EqualFold(name[:len(folder)], folder)
	})
}

// hasFolderForEach reports whether each first folder holds one thing: files whose
// names all folders repeat, and no folder further down.
func (a *analysis) hasFolderForEach(byFolder map[string][]string) bool {
	if len(byFolder) < 2 {
		return false
	}
	count := make(map[string]int)
	for _, files := range byFolder {
		for _, file := range files {
			if strings.Contains(file, "/") {
				return false
			}
			count[file]++
		}
	}
	for file, n := range count {
		if len(byFolder) == 2 && !a.isTablesOnly(stem(file)) || 2*n < len(byFolder) {
			return false
		}
	}
	return true
}

// placeOf returns the place of a file below the folder of its kind.
func (a *analysis) placeOf(file, folder string, g *group) place {
	rest := norm.NFC.String(strings.TrimSuffix(file, path.Ext(file)))
	if folder != "" {
		rest = strings.TrimPrefix(rest, norm.NFC.String(folder)+"/")
	}
	p := place{group: g, key: path.Base(rest), long: rest}
	if dir := path.Dir(rest); dir != "." {
		p.folder = folderField(dir, p.key)
	}
	return p
}

// folderField returns what the folders between the kind's and the file say, beyond
// the start of the file's name.
func folderField(dir, key string) string {
	for part := range strings.SplitSeq(dir, "/") {
		if len(part) > len(key) || !strings.EqualFold(key[:len(part)], part) {
			return dir
		}
	}
	return ""
}

// keyByFolder keys the files of a group by their folders if all of them have one
// name.
func (a *analysis) keyByFolder(g *group) {
	if len(g.files) < 2 {
		return
	}
	name := stem(a.files[g.files[0]].Path)
	for _, i := range g.files {
		if stem(a.files[i].Path) != name {
			return
		}
	}
	for _, i := range g.files {
		p := &a.places[i]
		p.folder = ""
		dir := path.Dir(p.long)
		if folder := cmp.Or(g.folder, a.files[i].Folder); dir == "." && folder != "" {
			dir = path.Base(folder)
		} else if dir == "." {
			dir = a.options.RootName
		}
		p.key, p.long = dir, dir
	}
}
