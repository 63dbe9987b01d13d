package reader

import (
	"cmp"
	"context"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/reader/files"
)

// Paths splits a list of paths at os.PathListSeparator. A list that is itself the name of an
// existing file or folder is a single path.
func Paths(list string) []string {
	if _, err := os.Lstat(list); err == nil || !strings.ContainsRune(list, filepath.ListSeparator) {
		return []string{list}
	}
	return filepath.SplitList(list)
}

// newReadingOfSeveral returns the reading of several files and folders as one knowledge
// base, and their files. Each path is a root: the kinds and keys of its files are inferred
// from their paths below it, as if it were opened alone.
func newReadingOfSeveral(ctx context.Context, paths []string, o Options) (*reading, []files.Input, error) {
	r := newReading(ctx, o)
	r.kb.IsFolder, r.isFolder = true, true
	full, sizes, isFolder := make([]string, len(paths)), make([]int64, len(paths)), make([]bool, len(paths))
	var onDisk []string // the folders, and those of the regular files
	for i, name := range paths {
		info, err := os.Stat(name)
		if err != nil {
			return nil, nil, &Error{name, files.Cause(err)}
		}
		if full[i], err = filepath.Abs(name); err != nil {
			return nil, nil, &Error{name, err}
		}
		isFolder[i], sizes[i] = info.IsDir(), info.Size()
		switch {
		case info.IsDir():
			onDisk = append(onDisk, full[i])
		case info.Mode().IsRegular():
			onDisk = append(onDisk, filepath.Dir(full[i]))
		}
	}
	r.kb.Dir = commonFolder(onDisk)
	r.kb.Path = r.kb.Dir
	if !slices.ContainsFunc(paths, filepath.IsAbs) {
		r.kb.Path = fromHere(r.kb.Dir)
	}
	r.rootName = filepath.Base(r.kb.Dir)
	r.progress(StageListing, 0, 0)
	var inputs []files.Input
	var folders []string
	taken := make(map[string]bool)
	for i, name := range full {
		below, err := filepath.Rel(r.kb.Dir, name)
		if err != nil || !filepath.IsLocal(below) {
			below = filepath.Base(name) // a pipe
		}
		root := kb.Root{Path: filepath.ToSlash(below), IsFolder: isFolder[i]}
		r.kb.Roots = append(r.kb.Roots, root)
		listed := []files.Input{files.OnDisk(name, sizes[i])}
		folder := filepath.Dir(name)
		if isFolder[i] {
			folder = name
			listing, err := files.List(ctx, name)
			if err != nil {
				return nil, nil, &Error{paths[i], files.Cause(err)}
			}
			listed = listing.Inputs
			r.listing.Skipped.Append(listing.Skipped, root.Path)
			r.listing.Causes = append(r.listing.Causes, listing.Causes...)
		}
		folders = append(folders, folder)
		for _, in := range listed {
			if isFolder[i] {
				in.Path = path.Join(root.Path, in.Path)
			} else {
				in.Path = root.Path
			}
			if !taken[in.Path] {
				taken[in.Path] = true
				inputs = append(inputs, in)
			}
		}
	}
	r.kb.ReadFile = attachmentsOf(folders)
	return r, instead(inputs, o.Instead), nil
}

// fromHere returns the path of a folder relative to the working directory, or the path
// itself if there is none.
func fromHere(dir string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return dir
	}
	below, err := filepath.Rel(here, dir)
	if err != nil {
		return dir
	}
	return below
}

// commonFolder returns the deepest folder that contains or equals all folders; the working
// directory if there are none.
func commonFolder(folders []string) string {
	common, _ := filepath.Abs(".")
	for i, name := range folders {
		if i == 0 {
			common = name
		}
		for common != name && !strings.HasPrefix(name, strings.TrimSuffix(common, string(filepath.Separator))+string(filepath.Separator)) {
			above := filepath.Dir(common)
			if above == common {
				break
			}
			common = above
		}
	}
	return common
}

// attachmentsOf returns a function that reads a file from the first folder that contains it.
// If none does, the error is that of the first folder.
func attachmentsOf(folders []string) func(string) ([]byte, error) {
	return func(name string) (text []byte, err error) {
		for i, folder := range folders {
			found, failed := files.Attachments(folder)(name)
			if failed == nil {
				return found, nil
			}
			if i == 0 {
				err = failed
			}
		}
		return nil, err
	}
}

// rootOf returns the index of the root that contains a file; 0 if there are no roots.
func (c *collector) rootOf(file string) int { return rootOf(c.kb.Roots, file) }

func rootOf(roots []kb.Root, file string) int {
	return max(0, slices.IndexFunc(roots, func(r kb.Root) bool { return r.Holds(file) }))
}

// belowRoot returns the path of a file relative to its root.
func (c *collector) belowRoot(file string) string {
	if len(c.kb.Roots) == 0 {
		return file
	}
	return c.kb.Roots[c.rootOf(file)].Below(file)
}

// separateRoots disambiguates entities of different roots that share an address: those of
// the first root keep their keys, those of the others get the root's label appended.
func (c *collector) separateRoots(shared map[identity][]*draft) {
	if len(c.kb.Roots) == 0 {
		return
	}
	for id, group := range shared {
		first := c.rootOf(group[0].path)
		stay := group[:0:0]
		for _, d := range group {
			of := c.rootOf(d.path)
			if of == first {
				stay = append(stay, d)
				continue
			}
			d.appendToKey(c.rootLabel(of), true)
			now := identity{d.kind, d.key}
			shared[now] = append(shared[now], d)
		}
		shared[id] = stay
	}
}

// rootLabel returns the base name of a root without .toml, or its path if another root has
// the same base name.
func (c *collector) rootLabel(number int) string {
	label := func(r kb.Root) string {
		if r.Path == "." {
			return c.rootName
		}
		return strings.TrimSuffix(path.Base(r.Path), ".toml")
	}
	of := c.kb.Roots[number]
	same := 0
	for _, r := range c.kb.Roots {
		if label(r) == label(of) {
			same++
		}
	}
	if same > 1 {
		return of.Path
	}
	return label(of)
}

// furtherDescription returns the description of the root of a manifest after the first. One that
// only has views and refusals leaves the files to the first.
func (c *collector) furtherDescription(doc *document) *description {
	if c.manifest.further == nil {
		c.manifest.further = make(map[int]*description)
	}
	m := new(description)
	if !slices.Contains(c.tablesOf(doc), kbTable) {
		first := c.manifest.description
		m.kinds, m.patterns, m.excluded = first.kinds, first.patterns, first.excluded
	}
	c.manifest.further[c.rootOf(doc.file.Path)] = m
	return m
}

// tablesOf returns the top-level tables of a document that belong to a manifest.
func (c *collector) tablesOf(doc *document) []string {
	if len(c.kb.Roots) == 0 {
		return tablesOf(doc.root, c.isFolder)
	}
	root := &c.kb.Roots[c.rootOf(doc.file.Path)]
	root.Describes = true
	return tablesOf(doc.root, root.IsFolder)
}

// declaredName returns the field that names an entity by the manifest of its root, or "".
func (c *collector) declaredName(d *draft) string {
	if kind := c.kindAsDeclared(d.kind, d.path); kind != nil {
		return kind.NameField
	}
	return ""
}

// complete takes over what the declaration of a kind in a further manifest says and the ones
// before do not.
func complete(kind, further *kb.Kind) {
	if kind.Label.IsEmpty() {
		kind.Label = further.Label
	}
	if kind.Singular.IsEmpty() {
		kind.Singular = further.Singular
	}
	for to, from := range map[*[]string][]string{&kind.Columns: further.Columns, &kind.Required: further.Required, &kind.Identities: further.Identities} {
		if len(*to) == 0 {
			*to = from
		}
	}
	kind.Sort = cmp.Or(kind.Sort, further.Sort)
}

// unite adds to a relation what its declaration in a further manifest says: kinds that it
// leads from and to, and texts that the ones before lack.
func unite(r, further *kb.Relation) {
	if r.Never || further.Never {
		return
	}
	if r.Label.IsEmpty() {
		r.Label = further.Label
	}
	if r.Inverse.IsEmpty() {
		r.Inverse = further.Inverse
	}
	r.Aliases = union(r.Aliases, further.Aliases)
	for of, more := range map[*[]string][]string{&r.From: further.From, &r.To: further.To} {
		if len(more) == 0 {
			*of = nil // any
		} else if len(*of) > 0 {
			*of = union(*of, more)
		}
	}
}

// union returns the elements of both lists, each once.
func union[T comparable](list, more []T) []T {
	for _, one := range more {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

// manifestsOf returns the documents that contain a manifest, in the order of the roots: at
// most one if a single path is open, else at most one for each root.
func (c *collector) manifestsOf(docs []*document) []*document {
	if len(c.kb.Roots) == 0 {
		if doc := manifestOf(docs, c.isFolder); doc != nil {
			return []*document{doc}
		}
		return nil
	}
	var out []*document
	for _, doc := range docs {
		root := c.kb.Roots[c.rootOf(doc.file.Path)]
		if (!root.IsFolder || root.Below(doc.file.Path) == ManifestPath) && tablesOf(doc.root, root.IsFolder) != nil {
			out = append(out, doc)
		}
	}
	order.Stable(out, func(x, y *document) int { return c.rootOf(x.file.Path) - c.rootOf(y.file.Path) })
	return out
}

// inOwnRoot returns the entity with the kind and the original key of e in the root of from,
// the entity that makes the reference; e itself if there is none.
func (w *worker) inOwnRoot(e, from *kb.Entity) *kb.Entity {
	if from == nil {
		return e
	}
	return w.inRootOf(e, from.Pos)
}

// inRootOf is inOwnRoot for a reference at a position.
func (w *worker) inRootOf(e *kb.Entity, at kb.Pos) *kb.Entity {
	if len(w.kb.Roots) == 0 {
		return e
	}
	root := func(at kb.Pos) int { return rootOf(w.kb.Roots, w.kb.Files[at.File].Path) }
	own := root(at)
	if root(e.Pos) == own {
		return e
	}
	for _, other := range w.withBaseKey(e.Key) {
		if other.Kind == e.Kind && root(other.Pos) == own {
			return other
		}
	}
	return e
}
