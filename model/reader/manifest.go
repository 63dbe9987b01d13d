package reader

import (
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"rihla/model/kb"
)

// ManifestPath is where a folder keeps its manifest.
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
	// describing are those that say what the files hold; views only look at it.
	describing = manifestTables[:3]
	viewsAlone = manifestTables[3:]
)

// fieldTypes are the types that the manifest may give to fields.
var fieldTypes = []string{"text", "year", "date", "number", "bool", "url", "email", "location"}

// manifest is what the author says of the knowledge base as a whole. The zero
// manifest says nothing.
type manifest struct {
	file      *kb.File
	tables    []string // those of the file that are the manifest's
	home      kb.Entry // Null where none is named
	patterns  []pattern
	relations map[string]*kb.Relation
}

// pattern names files of which each is one entity of a kind.
type pattern struct {
	kind string
	glob string
}

// manifestOf finds the document that holds the manifest, or nil.
func manifestOf(docs []*document, folder bool) *document {
	for _, doc := range docs {
		if (!folder || doc.file.Path == ManifestPath) && tablesOf(doc.root, folder) != nil {
			return doc
		}
	}
	return nil
}

// tablesOf returns the tables of a file that are a manifest's. Where views are
// all that it says, everything else in the file is what it is without them.
func tablesOf(root kb.Value, folder bool) []string {
	switch {
	case folder && hasAny(root, describing), !folder && looksLikeManifest(root):
		return manifestTables
	case folder && root.Has(viewsTable), !folder && looksLikeViews(root.Get(viewsTable)):
		return viewsAlone
	}
	return nil
}

func hasAny(table kb.Value, keys []string) bool {
	for _, key := range keys {
		if table.Has(key) {
			return true
		}
	}
	return false
}

// looksLikeManifest tells whether a single file speaks of itself: it has a kb
// table, or its kinds and relations are described in a manifest's words. A
// stranger's file may have tables of these names that mean something else.
func looksLikeManifest(root kb.Value) bool {
	if root.Get(kbTable).Type == kb.Table {
		return hasAny(root.Get(kbTable), []string{"format", "title", "summary", "languages", "home"})
	}
	return onlyHolds(root.Get(kindsTable), "label", "one", "columns", "sort", "require", "files", "fields") ||
		onlyHolds(root.Get(relationsTable), "label", "aliases", "inverse", "from", "to", "symmetric")
}

// onlyHolds tells whether a table holds tables alone, each with at least one
// key and none but these.
func onlyHolds(table kb.Value, keys ...string) bool {
	for _, item := range table.Items {
		if item.Value.Type != kb.Table || len(item.Value.Items) == 0 {
			return false
		}
		for _, entry := range item.Value.Items {
			if !contains(keys, entry.Key) {
				return false
			}
		}
	}
	return len(table.Items) > 0
}

// describes tells whether a document holds what the manifest says of the files.
func (m *manifest) describes(doc *document) bool {
	return doc.file == m.file && contains(m.tables, kbTable)
}

// without returns a document's top level without the manifest's tables.
func (m *manifest) without(doc *document) []kb.Entry {
	if doc.file != m.file {
		return doc.root.Items
	}
	var rest []kb.Entry
	for _, entry := range doc.root.Items {
		if !contains(m.tables, entry.Key) {
			rest = append(rest, entry)
		}
	}
	return rest
}

// kindOfFile returns the kind that the manifest gives a file, or "".
func (m *manifest) kindOfFile(file string) string {
	for _, p := range m.patterns {
		if ok, _ := doublestar.Match(p.glob, file); ok {
			return p.kind
		}
	}
	return ""
}

// belowPattern returns a file's path below the folder that its kind's pattern
// begins with.
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

// readManifest takes what the manifest says into the knowledge base.
func (b *builder) readManifest(doc *document) {
	b.manifest.file, b.manifest.tables = doc.file, tablesOf(doc.root, b.folder)
	b.manifest.relations = make(map[string]*kb.Relation)
	if b.kb.HasManifest = b.manifest.describes(doc); b.kb.HasManifest {
		b.readHead(doc.root.Get(kbTable))
		for _, entry := range b.tables(doc.root.Get(kindsTable)) {
			b.readKind(entry)
		}
		for _, entry := range b.tables(doc.root.Get(relationsTable)) {
			b.readRelation(entry)
		}
	}
	for _, entry := range b.tables(doc.root.Get(viewsTable)) {
		b.readView(entry)
	}
}

func (b *builder) readHead(head kb.Value) {
	b.kb.Languages = b.strings(head, "languages")
	b.kb.Title = b.text(head, "title")
	b.kb.Summary = b.text(head, "summary")
	if v := head.Get("format"); v.Type != kb.Null && (v.Type != kb.Int || v.Str != "1") {
		b.find(kb.BadType, v.Pos, "", fmt.Sprintf("format %s is not known", describe(v)), "this program reads format = 1")
	}
	for _, entry := range head.Items {
		if entry.Key == "home" {
			b.manifest.home = entry
		}
	}
}

func (b *builder) readKind(entry kb.Entry) {
	kind := b.kind(kindName(entry.Key))
	kind.Declared, kind.Pos = true, earlier(entry.KeyPos, entry.Value.Pos)
	kind.Label, kind.Singular = b.text(entry.Value, "label"), b.text(entry.Value, "one")
	kind.Columns, kind.Require = b.strings(entry.Value, "columns"), b.strings(entry.Value, "require")
	kind.Files = b.strings(entry.Value, "files")
	kind.Sort = b.string(entry.Value, "sort")
	for _, glob := range kind.Files {
		if !doublestar.ValidatePattern(glob) {
			b.find(kb.BadType, entry.Value.Get("files").Pos, "", fmt.Sprintf("%q is no pattern of files", glob), `write it like "companies/*.toml"`)
			continue
		}
		b.manifest.patterns = append(b.manifest.patterns, pattern{kind.Name, glob})
	}
	for _, f := range b.tables(entry.Value.Get("fields")) {
		field := kind.Field(f.Key)
		field.Declared, field.Pos = true, earlier(f.KeyPos, f.Value.Pos)
		field.Label, field.Aliases = b.text(f.Value, "label"), b.strings(f.Value, "aliases")
		field.Choices = b.strings(f.Value, "choices")
		if v := f.Value.Get("type"); v.Type == kb.List {
			field.Choices = v.Strings()
		} else {
			field.Type = b.string(f.Value, "type")
			b.expect(v, v.Type != kb.String || contains(fieldTypes, v.Str), "type", strings.Join(fieldTypes, ", ")+", or a list of what there is to choose from")
		}
	}
}

func (b *builder) readRelation(entry kb.Entry) {
	r := &kb.Relation{Name: entry.Key, Declared: true, Pos: earlier(entry.KeyPos, entry.Value.Pos)}
	r.Label, r.Inverse = b.text(entry.Value, "label"), b.text(entry.Value, "inverse")
	r.Aliases = b.strings(entry.Value, "aliases")
	r.From, r.To = b.strings(entry.Value, "from"), b.strings(entry.Value, "to")
	if v := entry.Value.Get("symmetric"); v.Type != kb.Null {
		b.expect(v, v.Type == kb.Bool, "symmetric", "true or false")
		r.Symmetric = v.Str == "true"
	}
	b.manifest.relations[r.Name] = r
	b.kb.Relations = append(b.kb.Relations, r)
}

// tables returns the tables that a manifest's table holds, and finds fault
// with whatever else stands there.
func (b *builder) tables(v kb.Value) []kb.Entry {
	if v.Type != kb.Null {
		b.expect(v, v.Type == kb.Table, "this", "a table")
	}
	var out []kb.Entry
	if v.Type != kb.Table {
		return nil
	}
	for _, entry := range v.Items {
		b.expect(entry.Value, entry.Value.Type == kb.Table, entry.Key, "a table")
		if entry.Value.Type == kb.Table {
			out = append(out, entry)
		}
	}
	return out
}

func (b *builder) text(table kb.Value, key string) kb.Text {
	v := table.Get(key)
	t, ok := textOf(v, b.kb.Languages)
	b.expect(v, ok || v.Type == kb.Null, key, `a text, or one in each language: { fr = "…", en = "…" }`)
	return t
}

func (b *builder) string(table kb.Value, key string) string {
	v := table.Get(key)
	b.expect(v, v.Type == kb.String || v.Type == kb.Null, key, "a text")
	if v.Type != kb.String {
		return ""
	}
	return v.Str
}

// strings reads a text or a list of texts.
func (b *builder) strings(table kb.Value, key string) []string {
	v := table.Get(key)
	out := v.Strings()
	b.expect(v, v.Type == kb.Null || v.Type == kb.String || v.Type == kb.List && len(out) == len(v.Items), key, "a list of texts")
	return out
}

func (b *builder) expect(v kb.Value, ok bool, what, want string) {
	if !ok {
		b.find(kb.BadType, v.Pos, "", fmt.Sprintf("%s is %s", what, describe(v)), "it takes "+want)
	}
}

// describe names a value in a message.
func describe(v kb.Value) string {
	switch v.Type {
	case kb.String:
		return fmt.Sprintf("%q", shorten(v.Str))
	case kb.List:
		return "a list"
	case kb.Table:
		return "a table"
	}
	return shorten(v.Str)
}

// shorten bounds a text that goes into a message.
func shorten(s string) string {
	const most = 80
	runes := 0
	for i := range s {
		if runes == most {
			return s[:i] + "…"
		}
		runes++
	}
	return s
}

// textOf reads what must be a text: a string, or a table of languages. Keys
// that have the shape of a language tag will do even where the manifest does
// not declare them, since nothing else can be meant.
func textOf(v kb.Value, languages []string) (kb.Text, bool) {
	switch {
	case v.Type == kb.String:
		return kb.Plain(v.Str), true
	case v.Type != kb.Table || len(v.Items) == 0:
		return kb.Text{}, false
	}
	many := make([]kb.Translation, 0, len(v.Items))
	for _, entry := range v.Items {
		known := contains(languages, entry.Key) || isLanguageTag(entry.Key)
		if !known || entry.Value.Type != kb.String {
			return kb.Text{}, false
		}
		many = append(many, kb.Translation{Lang: entry.Key, Text: entry.Value.Str})
	}
	return kb.Translated(many...), true
}

// isLanguageTag tells whether a key has the shape of fr, ary or pt-BR.
func isLanguageTag(key string) bool {
	tag, _, _ := strings.Cut(key, "-")
	if len(tag) < 2 || len(tag) > 3 {
		return false
	}
	for _, c := range []byte(tag) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
