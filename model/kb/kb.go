// Package kb is a knowledge base as data: kinds, entities, statements with
// their evidence, links seen from both ends, findings. It reads no file and
// draws nothing; once built, a KB never changes, so any number of readers may
// share one.
package kb

import (
	"slices"
	"sync/atomic"
)

// KB is one knowledge base.
type KB struct {
	Title     Text
	Summary   Text
	Languages []string // language tags, the first is the one fallen back to
	Home      *Entity  // what is selected at the start, or nil
	Path      string   // what was opened, as the user named it; empty for the built-in one
	Dir       string   // the folder that file paths are relative to; empty where there is none on disk
	Folder    bool     // whether that folder is what was opened, and not a single file of it

	Files     []*File
	Kinds     []*Kind     // in tab order
	Entities  []*Entity   // in the order they were read
	Relations []*Relation // in the order they were declared, then met
	Views     []*View     // in the order of the manifest
	TopLevel  []Statement // top-level fields that belong to no entity
	Findings  []Finding   // in the order of files and places

	// Manifest tells whether a manifest describes the files; one that only keeps
	// views does not.
	HasManifest bool

	// Partial is set where the files have not been read in full: there are no
	// links and no findings, and an entity has to be looked at before its names
	// are known.
	Partial bool

	// ReadFile reads a file of the knowledge base that is not TOML by its path
	// below the root, with forward slashes; nil where there is none. It never
	// leaves the folder, and fails with ErrOutside, ErrTooLarge, fs.ErrNotExist
	// or what else the file system says.
	ReadFile func(path string) ([]byte, error)

	byKey  index
	byName index
	kinds  map[string]*Kind
	// look reads an entity that is not known in full yet, glimpse tells its
	// name; nil where all are known.
	look    func(*Entity) *Record
	glimpse func(*Entity) string

	fields    []*Field // of all kinds
	backlinks connections
	citations connections
	origins   origins
	recent    [recentRecords]atomic.Pointer[Record]
}

// SourceKind returns the kind whose entities are sources, or nil.
func (k *KB) SourceKind() *Kind {
	if kind := k.kinds["source"]; kind != nil {
		return kind
	}
	return k.kinds["sources"]
}

// IsSource reports whether an entity is of the kind whose entities are sources.
func (k *KB) IsSource(e *Entity) bool { return e.Kind != nil && e.Kind == k.SourceKind() }

// LookWith has entities read by look when they are first looked at, and their
// names told by glimpse before. Both may be called from any goroutine, again
// and again.
func (k *KB) SetLoader(look func(*Entity) *Record, glimpse func(*Entity) string) {
	k.look, k.glimpse = look, glimpse
}

// Size counts the bytes of all files.
func (k *KB) Size() int64 {
	size := int64(0)
	for _, f := range k.Files {
		size += int64(len(f.Text))
	}
	return size
}

// Glimpse returns what an entity of a Partial knowledge base is called as far as
// a short look at its text tells, each name on a line. It leaves no trace:
// whoever goes through all entities glimpses and does not look.
func (k *KB) Peek(e *Entity) string {
	if k.glimpse == nil {
		return ""
	}
	return k.glimpse(e)
}

// Look makes sure that the key and the names of an entity are known.
func (k *KB) Load(e *Entity) {
	if k.look != nil {
		k.look(e)
	}
}

// Place tells a position as a person reads it.
func (k *KB) Position(p Pos) Position {
	if int(p.File) >= len(k.Files) {
		return Position{}
	}
	return k.Files[p.File].Position(int(p.Offset))
}

// Say returns a text in a language or in the first language of the knowledge
// base that has it; the second result names the language where it is another
// than was asked for.
func (k *KB) TextIn(t Text, lang string) (text, other string) {
	text, got := t.In(lang, k.Languages...)
	if got == lang {
		got = ""
	}
	return text, got
}

// Text reads a value as a text: a string, or a table whose keys are all
// languages of the knowledge base. The second result is false for any other
// value.
func (k *KB) TextOf(v Value) (Text, bool) {
	if v.Type == String {
		return Plain(v.Str), true
	}
	if v.Type != Table || len(v.Items) == 0 {
		return Text{}, false
	}
	many := make([]Translation, 0, len(v.Items))
	for _, entry := range v.Items {
		if entry.Value.Type != String || !slices.Contains(k.Languages, entry.Key) {
			return Text{}, false
		}
		many = append(many, Translation{Lang: entry.Key, Text: entry.Value.Str})
	}
	return Translated(many...), true
}
