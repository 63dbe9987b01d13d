// Package kb is a knowledge base as data: kinds, entities, statements with their
// evidence, links seen from both ends, findings. It reads no files, draws nothing
// and imports of the module only package date.
//
// # Concurrency
//
// A KB that is not Partial does not change once the reader has returned it, and
// any number of goroutines may share it; its caches are synchronized.
//
// A Partial KB decodes entities on demand. Record and Load set the Key, the Name
// and the aliases of the entity that they are called for, and extend the Fields
// of its kind. They may be called from any goroutine, but whatever they write
// (also through Lookup, Find, Named, Label, Names and Address) may be read only
// by the one goroutine that calls them. Everything else is fixed from the start
// and may be read by any: Peek, Files and positions, the number and the order of
// Kinds and Entities, each Entity's Kind, Pos and Number, Views, the manifest's
// declarations. Of links, citations and findings a Partial KB has none; IsSource
// and SourceKind work.
//
// The methods that build a KB (Index, IndexLater, SetLoader, Kind.Field, Recorder,
// Connect) are the reader's; nothing else may run meanwhile, except several
// Recorders on different entities.
package kb

import (
	"context"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// KB is one knowledge base.
type KB struct {
	Title     Text
	Summary   Text
	Languages []string // language tags (BCP 47); the first is the fallback
	Home      *Entity  // the first selection, or nil
	Path      string   // that was opened, as the user wrote it; empty for the built-in one
	Dir       string   // the root of file paths on disk, absolute; empty if there is none
	IsFolder  bool     // whether Dir was opened, rather than one file in it
	Roots     []Root   // of several paths opened as one; nil for a single path, which is Dir or a file in it

	Files     []*File
	Kinds     []*Kind     // declared ones first, then in the order of files and offsets: see Tabs
	Entities  []*Entity   // in the order of files and offsets
	Declared  []*Kind     // that the manifest declares, in its order
	Relations []*Relation // declared ones first, then inferred ones in the order of first use
	Views     []*View     // in the order of the manifest
	Refusals  []*Refusal  // in the order of the manifest
	TopLevel  []Statement // top-level fields that belong to no entity
	Findings  []Finding   // in the order of files and positions

	// Inference is nil while the KB is Partial.
	Inference *Inference

	// HasManifest is set if a manifest describes the files, and so the author
	// knows the format: reserved fields mean what it says. A manifest that
	// contains only views, or says strict = false, does not set it.
	HasManifest bool

	// Partial is set if only the headers of the files have been read: see
	// Concurrency in the package comment.
	Partial bool

	// Renamed are the addresses that entities got since an earlier reading, by those that
	// they had. The code that renames them sets it.
	Renamed map[Address]Address

	// ReadFile reads a file that is not TOML, such as the stored copy of a
	// source, by its path below the root with forward slashes. It is nil if there
	// is no root. It fails with ErrOutside, ErrTooLarge, fs.ErrNotExist or another
	// error of the file system.
	ReadFile func(path string) ([]byte, error)

	// Again reads some files again, given by their absolute paths, and what depends on
	// them at once. It returns nil where that takes a whole reading: it is nil itself
	// if there are no files. What it returns is right for the entities in the files,
	// and is the knowledge base itself if none of them differs; what follows from them
	// elsewhere, a whole reading finds.
	Again func(ctx context.Context, changed []string) *Revised

	ids    []*Entity // by Entity.id, nil for those that are gone; nil: as Entities
	byKey  index
	byName index
	late   *lateIndex // nil unless Partial
	kinds  map[string]*Kind
	// nil unless Partial
	load    func(*Entity) *Record
	peek    func(*Entity) string
	prepare func([]*Entity)

	dated      map[string]bool // see IsDated
	datedLinks bool
	isSourced  bool
	fields     []*Field         // of all kinds
	firstField map[*Kind]uint32 // index into fields
	revising   *revising        // from Revise to Reconnect
	backlinks  connections
	citations  connections
	origins    origins
	order      sync.Once // of tabs
	tabs       []*Kind
	tabsBefore []string // names of kinds: see KeepTabs
	recent     [recentRecords]atomic.Pointer[Record]
}

// SourceKind returns the kind of sources, called source or sources; nil if there
// is none.
func (k *KB) SourceKind() *Kind {
	if kind := k.kinds["source"]; kind != nil {
		return kind
	}
	return k.kinds["sources"]
}

// SourceField is the path of the field in which an entity names the sources of all its
// claims.
const SourceField = "source"

// IsSourceReference reports whether the value of the field source of an entity refers to a
// source. In a knowledge base without sources and manifest, only a web address does.
func (k *KB) IsSourceReference(ref string) bool {
	return k.HasManifest || k.SourceKind() != nil || IsURL(ref)
}

// LacksSources reports whether no claim has a source, its own or its entity's; false
// while the KB is Partial, when that is not known.
func (k *KB) LacksSources() bool { return !k.Partial && !k.isSourced }

// IsSource reports whether an entity is of the kind of sources.
func (k *KB) IsSource(e *Entity) bool { return e.Kind != nil && e.Kind == k.SourceKind() }

// SetLoader sets the functions behind Record, Peek and Prepare of a Partial knowledge
// base. They are called from any goroutine, any number of times for an entity.
func (k *KB) SetLoader(load func(*Entity) *Record, peek func(*Entity) string, prepare func([]*Entity)) {
	k.load, k.peek, k.prepare = load, peek, prepare
}

// Prepare decodes entities of a Partial knowledge base that are about to be loaded,
// several at the same time. It changes nothing but the time that Record takes.
func (k *KB) Prepare(entities []*Entity) {
	if k.prepare != nil {
		k.prepare(entities)
	}
}

// Size returns the total length of all files, in bytes.
func (k *KB) Size() int64 {
	size := int64(0)
	for _, f := range k.Files {
		size += int64(len(f.Text))
	}
	return size
}

// Peek returns the key and the name of an entity of a Partial knowledge base, each
// on a line, as far as a short look at its text gives them; empty if the knowledge
// base is not Partial. Unlike Load, it keeps nothing and changes nothing, so that
// all entities can be searched.
func (k *KB) Peek(e *Entity) string {
	if k.peek == nil {
		return ""
	}
	return k.peek(e)
}

// Identified returns the entity of an ID; nil if it is gone.
func (k *KB) Identified(id int) *Entity {
	if k.ids != nil {
		return k.ids[id]
	}
	return k.Entities[id]
}

// Load makes the key and the names of an entity known. It does nothing unless the
// knowledge base is Partial.
func (k *KB) Load(e *Entity) {
	if k.load != nil {
		k.load(e)
	}
}

// Position converts a Pos to file, line and column. The zero Position stands for a
// Pos in no file.
func (k *KB) Position(p Pos) Position {
	if f := k.file(p); f != nil {
		return f.Position(int(p.Offset))
	}
	return Position{}
}

// file returns the file of a Pos, or nil.
func (k *KB) file(at Pos) *File {
	if int(at.File) < len(k.Files) {
		return k.Files[at.File]
	}
	return nil
}

// IsBroken reports whether a file could not be read as it is written.
func (k *KB) IsBroken(file uint32) bool {
	path := k.Files[file].Path
	return slices.ContainsFunc(k.Findings, func(f Finding) bool { return f.Position.File == path && f.breaks() })
}

// BrokenFiles returns the paths of the files that could not be read as they are written.
func (k *KB) BrokenFiles() map[string]bool {
	broken := make(map[string]bool)
	for _, f := range k.Findings {
		if f.breaks() {
			broken[f.Position.File] = true
		}
	}
	return broken
}

// breaks reports whether part of the file of a finding was not read as it is written.
func (f *Finding) breaks() bool {
	return f.Code == Syntax || f.Code == DuplicateKey || f.Code == Unreadable
}

// ListedFiles returns the files sorted by path, without those deleted before a partial read,
// which have no path.
func (k *KB) ListedFiles() []*File {
	out := slices.DeleteFunc(slices.Clone(k.Files), func(f *File) bool { return f.Path == "" })
	if len(out) < len(k.Files) || !slices.IsSortedFunc(out, comparePaths) {
		slices.SortFunc(out, comparePaths)
	}
	return out
}

func comparePaths(a, b *File) int { return strings.Compare(a.Path, b.Path) }

// TextIn returns a text in lang, or in the first language of the knowledge base
// that has it. other is the language of the text, unless it is lang.
func (k *KB) TextIn(t Text, lang string) (text, other string) {
	text, got := t.In(lang, k.Languages...)
	if got == lang {
		got = ""
	}
	return text, got
}

// TextOf converts a value to a text: a string, or a table whose keys are all
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
