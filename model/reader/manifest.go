package reader

import (
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rihla/model/kb"
)

// ManifestPath is the path of a folder's manifest below its root.
const ManifestPath = "kb.toml"

// The top-level tables of a manifest.
const (
	kbTable        = "kb"
	kindsTable     = "kinds"
	relationsTable = "relations"
	viewsTable     = "views"
)

var (
	manifestTables = []string{kbTable, kindsTable, relationsTable, viewsTable}
	// descriptiveTables describe the content of the files; views only query it.
	descriptiveTables = manifestTables[:3]
	viewsOnly         = manifestTables[3:]
)

// manifest is the author's description of the knowledge base, as far as the
// reader needs it after it has been read. The zero manifest is that of a
// knowledge base without one.
type manifest struct {
	file      *kb.File
	tables    []string // the top-level tables of file that belong to the manifest
	isStrict  bool     // reserved fields mean what the format says
	home      kb.Entry // a Null value if there is none
	patterns  []pattern
	excluded  []string                // doublestar patterns of files that are left out
	relations map[string]*kb.Relation // by field path
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
// to views alone, tables called kb, kinds or relations are ordinary ones.
func tablesOf(root kb.Value, folder bool) []string {
	switch {
	case folder && hasAny(root, descriptiveTables), !folder && looksLikeManifest(root):
		return manifestTables
	case folder && root.Has(viewsTable), !folder && looksLikeViews(root.Get(viewsTable)):
		return viewsOnly
	}
	return nil
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
func (m *manifest) describes(doc *document) bool {
	return doc.file == m.file && m.isStrict
}

// without returns the top level of a document without the manifest's tables.
func (m *manifest) without(doc *document) []kb.Entry {
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

// kindOfFile returns the kind that the manifest gives to a file as a whole, or
// "".
func (m *manifest) kindOfFile(file string) string {
	for _, p := range m.patterns {
		if ok, _ := doublestar.Match(p.glob, file); ok {
			return p.kind
		}
	}
	return ""
}

// belowPattern returns the path of a file below the literal folder at the start
// of its kind's pattern.
func (m *manifest) belowPattern(kind, file string) string {
	for _, p := range m.patterns {
		if ok, _ := doublestar.Match(p.glob, file); ok && p.kind == kind {
			base, _ := doublestar.SplitPattern(p.glob)
			if base != "." && strings.HasPrefix(file, base+"/") {
				return file[len(base)+1:]
			}
			return file
		}
	}
	return path.Base(file)
}
