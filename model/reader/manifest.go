package reader

import (
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rihla/model/kb"
	"rihla/model/reader/shape"
)

// ManifestPath is the path of a folder's manifest below its root.
const ManifestPath = kb.ManifestPath

// The top-level tables of a manifest.
const (
	kbTable        = "kb"
	kindsTable     = "kinds"
	relationsTable = "relations"
	viewsTable     = "views"
	refusedTable   = "refused"
)

var (
	manifestTables = []string{kbTable, kindsTable, relationsTable, viewsTable, refusedTable}
	// descriptiveTables describe the content of the files; views only query it, and
	// refusals are about what is suggested.
	descriptiveTables = manifestTables[:3]
	describing        = manifestTables[:4]
	viewsOnly         = manifestTables[3:4]
)

// manifest is the author's description of the knowledge base, as far as the
// reader needs it after it has been read. The zero manifest is that of a
// knowledge base without one.
type manifest struct {
	description
	hasHead   bool                    // it says more than views and refusals
	lastTable uint32                  // offset of the last of its tables
	home      kb.Entry                // a Null value if there is none
	named     []namedField            // fields that name, key or identify the entities of a kind
	relations map[string]*kb.Relation // by field path
	starred   []*kb.Relation          // of relations, those with a star in their path
	refusals  []refusal
	// further are the descriptions of further roots, by their index.
	further map[int]*description
}

// description is what a manifest says of how the files of its root are read.
type description struct {
	file     *kb.File
	tables   []string   // the manifest's top-level tables in file
	isStrict bool       // reserved fields mean what the format says
	kinds    []*kb.Kind // as it declares them
	patterns []pattern
	excluded []string // doublestar patterns of files that are left out
}

// namedField is a field that the manifest gives a part to.
type namedField struct {
	kind *kb.Kind
	path string
	pos  kb.Pos
}

// relationAt returns the declared relation of a field, by its path or by one with a
// star for some of its parts; nil if there is none.
func (m *manifest) relationAt(path string) *kb.Relation {
	if r := m.relations[path]; r != nil {
		return r
	}
	for _, r := range m.starred {
		before, after, _ := strings.Cut(r.Name, "*")
		if len(path) > len(before)+len(after) && strings.HasPrefix(path, before) && strings.HasSuffix(path, after) {
			return r
		}
	}
	return nil
}

// pattern matches the paths of files that are one entity of a kind each.
type pattern struct {
	kind string
	glob string
}

// manifestOf returns the document that contains the manifest, or nil.
func manifestOf(docs []*document, folder bool) *document {
	for _, doc := range docs {
		if (!folder || doc.file.Path == ManifestPath) && tablesOf(doc.root, folder) != nil {
			return doc
		}
	}
	return nil
}

// tablesOf returns the top-level tables of a file that belong to a manifest. Next
// to views or refusals alone, tables called kb, kinds or relations are ordinary ones.
func tablesOf(root kb.Value, folder bool) []string {
	var tables []string
	switch {
	case folder && hasAny(root, descriptiveTables), !folder && looksLikeManifest(root):
		tables = describing
	case folder && root.Has(viewsTable), !folder && looksLikeViews(root.Get(viewsTable)):
		tables = viewsOnly
	}
	if looksLikeRefusals(root.Get(refusedTable), folder || tables != nil) {
		tables = append(slices.Clip(tables), refusedTable)
	}
	return tables
}

func hasAny(table kb.Value, keys []string) bool {
	return slices.ContainsFunc(keys, table.Has)
}

// looksLikeManifest reports whether a single file contains a manifest: a kb table
// with one of the manifest's keys, or kinds or relations with those keys only.
// Any other file may have tables of these names that mean something else.
func looksLikeManifest(root kb.Value) bool {
	if root.Get(kbTable).Type == kb.Table {
		return hasAny(root.Get(kbTable), []string{"format", "title", "summary", "languages", "home"})
	}
	return onlyHolds(root.Get(kindsTable), "label", "one", "columns", "sort", "require", "files", "fields") ||
		onlyHolds(root.Get(relationsTable), "label", "aliases", "inverse", "from", "to", "symmetric")
}

// onlyHolds reports whether a table holds nothing but tables, each with at least
// one of the keys and no other.
func onlyHolds(table kb.Value, keys ...string) bool {
	for _, item := range table.Items {
		if item.Value.Type != kb.Table || len(item.Value.Items) == 0 {
			return false
		}
		for _, entry := range item.Value.Items {
			if !slices.Contains(keys, entry.Key) {
				return false
			}
		}
	}
	return len(table.Items) > 0
}

// describes reports whether doc contains a manifest that describes the files, and
// so is no entity itself. One that contains only views, or is not strict, leaves
// the rest of its file as it is.
func (m *description) describes(doc *document) bool {
	return doc.file == m.file && m.isStrict
}

// descriptionOf returns what a manifest says of how a file is read: that of its own root, else
// the first.
func (c *collector) descriptionOf(file string) *description {
	if len(c.manifest.further) > 0 {
		if own := c.manifest.further[c.rootOf(file)]; own != nil {
			return own
		}
	}
	return &c.manifest.description
}

// without returns the top level of a document without the tables of its manifest.
func (c *collector) without(doc *document) []kb.Entry {
	m := c.descriptionOf(doc.file.Path)
	if m.excludes(c.belowRoot(doc.file.Path)) {
		return nil
	}
	if doc.file != m.file {
		return doc.root.Items
	}
	var rest []kb.Entry
	for _, entry := range doc.root.Items {
		if !slices.Contains(m.tables, entry.Key) {
			rest = append(rest, entry)
		}
	}
	return rest
}

// kindAsDeclared returns a kind as it is declared for the files of a root, given one of them;
// nil if it is not.
func (c *collector) kindAsDeclared(name, file string) *kb.Kind {
	if len(c.manifest.further) == 0 {
		return c.byName[name]
	}
	m := c.descriptionOf(file)
	if i := slices.IndexFunc(m.kinds, func(k *kb.Kind) bool { return k.Name == name }); i >= 0 {
		return m.kinds[i]
	}
	return nil
}

// excludes reports whether the manifest leaves out a file.
func (m *description) excludes(file string) bool {
	return slices.ContainsFunc(m.excluded, func(glob string) bool { return matches(glob, file) })
}

func matches(glob, file string) bool {
	ok, _ := doublestar.Match(glob, file)
	return ok
}

// claimOf returns the kind that the manifest gives to a file as a whole, and the
// literal folder at the start of the pattern; empty if it gives none.
func (m *description) claimOf(file string) (kind, folder string) {
	for _, p := range m.patterns {
		if !matches(p.glob, file) {
			continue
		}
		folder, _ = doublestar.SplitPattern(p.glob)
		if folder == "." || !strings.HasPrefix(file, folder+"/") {
			folder = ""
		}
		return p.kind, folder
	}
	return "", ""
}

// rowsOf returns where the manifest says that rows stand in a file with some keys
// at its top level.
func (m *description) rowsOf(file string, keys []shape.Key) []shape.Place {
	var out []shape.Place
	for _, kind := range m.kinds {
		for _, at := range kind.At {
			p := shape.Place{Kind: kind.Name, Path: strings.Split(at, "."), Values: kind.Values}
			if len(kind.Files) > 0 && !slices.ContainsFunc(kind.Files, func(glob string) bool { return matches(glob, file) }) {
				continue
			}
			if len(kind.Files) > 0 || p.MayBeIn(keys) {
				out = append(out, p)
			}
		}
	}
	return out
}
