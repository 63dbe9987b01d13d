// Package shape decides from the skeletons of all files together which files and
// which tables are entities, and of which kinds. It compares keys and types, and
// knows nothing of names, links or manifests; where shapes say nothing, the
// reading is that of [kind.key] and [[kind]].
package shape

import (
	"path"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// File is a file as far as its shape matters.
type File struct {
	Path string // below the root, with forward slashes
	// Kind, if not empty, is what the manifest says that the file is as a whole:
	// it is no evidence for others. Folder is that of the kind.
	Kind, Folder string
	// IsManifest is set if the manifest is in it: it is no entity.
	IsManifest bool
	// IsExcluded is set if the manifest leaves the file out, or is all of it.
	IsExcluded bool
	// Rows are where the manifest says that rows stand in the file.
	Rows []Place
	// Keys are the keys of the top level in the first SampleSize bytes, without
	// those of a manifest.
	Keys []Key
	// Sample returns the top level in the first SampleSize bytes, without those
	// tables, and whether that is all. It is called for some of the files only, for
	// several at the same time.
	Sample func() (items []kb.Entry, complete bool)
}

// Place is where the manifest says that rows of a kind stand.
type Place struct {
	Kind   string
	Path   []string // the last part is "*" unless the rows are the elements of an array
	Values bool     // plain values are rows too
}

// MayBeIn reports whether a file with some keys at its top level may have rows at a
// place.
func (p Place) MayBeIn(keys []Key) bool {
	return p.Path[0] == "*" || slices.ContainsFunc(keys, func(key Key) bool { return key.Name == p.Path[0] && key.Class >= Array })
}

// isCollection reports whether the manifest makes the file a collection.
func (f *File) isCollection() bool { return f.IsManifest || len(f.Rows) > 0 }

// counts reports whether the file says anything, so that its path tells how files
// are kept.
func (f *File) counts() bool { return !f.IsExcluded && len(f.Keys) > 0 }

// Key is a key of a file's top level.
type Key struct {
	Name  string
	Class Class
}

// Class is what a value is, as far as shapes matter.
type Class uint8

// The classes.
const (
	PlainValue Class = iota
	PlainList        // a list that is no array of tables
	Array            // of tables
	Table
)

// ClassOf returns the class of a value.
func ClassOf(v kb.Value) Class {
	switch {
	case v.IsTable():
		return Table
	case v.IsTableArray():
		return Array
	case v.Type == kb.List:
		return PlainList
	}
	return PlainValue
}

// SampleSize is the number of bytes of a file, from its start, whose keys are
// compared.
const SampleSize = 64 << 10

// Options are what is known besides the files.
type Options struct {
	IsFolder bool
	RootName string // the base name of the folder
	// Declared are the names of kinds in the manifest: a table of that name at
	// the top level contains entities.
	Declared []string
}

// Layout is how one file is read.
type Layout struct {
	Whole  bool // the file is one entity
	Kind   string
	Key    string // of the entity
	Long   string // the key if another file of the kind has the same
	Folder string // between the kind's folder and the file; may be empty
	Name   string // the dotted path of the field that names the entity, or empty
	// Tree says where rows stand if the file is not Whole.
	Tree   *Tree
	Reason kb.Reason
}

// The reasons for a layout.
const (
	ReasonManifest kb.Reason = "manifest"
	ReasonValue    kb.Reason = "value-at-top"   // a value at the top level makes a file an entity
	ReasonRepeats  kb.Reason = "repeats"        // other files have the same tables
	ReasonRows     kb.Reason = "rows"           // tables of one shape
	ReasonNoRows   kb.Reason = "no-rows"        // no table repeats another
	ReasonFlat     kb.Reason = "flat-catalogue" // the tables of the top level have one shape
)

// Plan is how all files are read.
type Plan struct {
	Layouts []Layout // of the files, in their order
}

// Infer decides about all files.
func Infer(files []File, o Options) *Plan {
	a := &analysis{files: files, options: o, roots: make([]*node, len(files)), complete: make([]bool, len(files))}
	a.groupFiles()
	a.findRecords()
	return a.plan()
}

// analysis is the work on all files. It belongs to one goroutine; skeletons are made
// by several.
type analysis struct {
	files    []File
	options  Options
	places   []place // of the files as whole entities
	groups   map[string]*group
	roots    []*node // of sampled files; nil for others
	complete []bool  // whether roots are of the whole file
}

// root returns the skeleton of a file, sampled now if it has not been.
func (a *analysis) root(i int) *node {
	if a.roots[i] == nil {
		items, complete := a.files[i].Sample()
		a.roots[i], a.complete[i] = tableNode(items, 0), complete
	}
	return a.roots[i]
}

// sample makes the skeletons of files, several at the same time.
func (a *analysis) sample(files []int) {
	parallel.Each(len(files), func(n int) { a.root(files[n]) })
}

func (a *analysis) plan() *Plan {
	p := &Plan{Layouts: make([]Layout, len(a.files))}
	c := newCollections(a)
	var collections []int
	for i := range a.files {
		switch reason := a.wholeReason(i); {
		case a.files[i].IsExcluded:
		case a.files[i].Kind != "":
			p.Layouts[i] = a.whole(i, ReasonManifest)
		case reason != "":
			p.Layouts[i] = a.whole(i, reason)
		default:
			collections = append(collections, i)
		}
	}
	c.compare(collections)
	shared := c.finish()
	for i := range a.files {
		l := &p.Layouts[i]
		if l.Whole {
			continue
		}
		f := &a.files[i]
		l.Tree, l.Reason = shared, ReasonRows
		if flat := c.flat[i]; flat != nil {
			l.Tree, l.Reason = flat, ReasonFlat
		} else if !f.isCollection() && len(f.Keys) > 0 && !c.hasRows(i) {
			*l = a.whole(i, ReasonNoRows)
		}
		for _, place := range f.Rows {
			l.Tree, l.Reason = l.Tree.with(place.Path, place.tree()), ReasonManifest
		}
	}
	a.nameKinds(p)
	p.separateKeys()
	return p
}

// separateKeys keys the files of one kind and one name by their longer paths.
func (p *Plan) separateKeys() {
	type address struct{ kind, key string }
	count := make(map[address]int)
	for i := range p.Layouts {
		if l := &p.Layouts[i]; l.Whole {
			count[address{l.Kind, l.Key}]++
		}
	}
	for i := range p.Layouts {
		if l := &p.Layouts[i]; l.Whole && count[address{l.Kind, l.Key}] > 1 {
			l.Key, l.Folder = l.Long, ""
		}
	}
}

// whole returns the layout of a file that is one entity.
func (a *analysis) whole(i int, reason kb.Reason) Layout {
	at := a.places[i]
	return Layout{Whole: true, Kind: at.kind, Key: at.key, Long: at.long, Folder: at.folder, Reason: reason}
}

// stem returns the name of a file without its folder and its extension.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }
