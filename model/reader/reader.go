// Package reader reads TOML files into a kb.KB: it finds the files, decodes
// them, collects their entities, applies the manifest, infers which fields are
// relations, and links. Whatever is wrong with a file becomes a finding; the
// rest of it is read all the same. It writes no file: package save does.
//
// One read goes through these stages, each with types of its own:
//
//	files.Input → document    read and decode, several files at a time
//	document → layout         package shape: which files and tables are entities
//	document, layout → draft  collector: one goroutine, in the order of the files
//	draft → kb.Entity         worker: names and texts of each entity
//	facts                     what all files say; nobody writes to it from here on
//	facts → tally → rule      observer, inference: which fields are relations
//	facts, rules → kb.Record  linker: statements, links, evidence
//	issue → kb.Finding        reporter: in the order of files and offsets
//
// A worker, an observer and a linker belong to one goroutine each; what they
// accumulate is merged when all are done. A large knowledge base is outlined
// first: an outliner collects entities from the headers of the files alone.
package reader

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/files"
	"rihla/model/say"
)

// Progress is how far a read has come.
type Progress struct {
	Stage Stage
	Done  int64 // bytes while decoding, entities while linking
	Total int64 // 0 while listing
}

// Stage is a stage of a read.
type Stage uint8

// The stages, in their order.
const (
	StageListing  Stage = iota // looking for files
	StageDecoding              // reading and decoding them
	StageLinking               // inferring relations and linking
)

// Options are the callbacks of a read. The zero value has none.
type Options struct {
	// OnProgress, if not nil, is called from time to time, from any goroutine.
	OnProgress func(Progress)
	// OnOutline, if not nil, is called before the files of a large knowledge
	// base are decoded, with a Partial KB made from their headers. Decoding
	// begins when it returns.
	OnOutline func(*kb.KB)
	// Manifest, if not empty, is read as if it were written already: as the
	// kb.toml of a folder that has none, or at the end of a single file.
	Manifest string
	// Beside is set for a reading beside a knowledge base that is in memory, so that
	// garbage is collected before it takes several times that.
	Beside bool
	// Instead holds texts that are read instead of those on disk, by the path of
	// their files below the root.
	Instead map[string][]byte
}

// Open reads the file or the folder at path, or several: see Paths. Problems inside the
// files are in KB.Findings. The error is for a path that does not exist, is neither a file
// nor a folder or may not be read, or is the context's.
func Open(ctx context.Context, path string, o Options) (*kb.KB, error) {
	r, inputs, err := newReadingOf(ctx, path, o)
	if err != nil {
		return nil, err
	}
	return r.run(inputs)
}

// Error is why a file or a folder cannot be read.
type Error struct {
	Path   string
	Reason error
}

// Error returns path and reason.
func (e *Error) Error() string { return e.Path + ": " + e.Reason.Error() }

// Unwrap returns the reason.
func (e *Error) Unwrap() error { return e.Reason }

// Says returns what is said of the error to a person.
func (e *Error) Says() say.Sentence {
	return say.NotOpened.With(say.File(e.Path), say.Cause(e.Reason.Error()))
}

// newReadingOf returns the reading of the file or the folder at path, and its files.
func newReadingOf(ctx context.Context, path string, o Options) (*reading, []files.Input, error) {
	if paths := Paths(path); len(paths) > 1 {
		return newReadingOfSeveral(ctx, paths, o)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, &Error{path, files.Cause(err)}
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, nil, &Error{path, err}
	}
	r := newReading(ctx, o)
	r.kb.Path = path
	if !info.IsDir() {
		r.kb.Dir = filepath.Dir(full)
		r.kb.ReadFile = files.Attachments(r.kb.Dir)
		r.rootName = filepath.Base(r.kb.Dir)
		return r, withManifest(instead([]files.Input{files.OnDisk(full, info.Size())}, o.Instead), o.Manifest, false), nil
	}
	r.isFolder, r.rootName = true, filepath.Base(full)
	r.kb.Dir, r.kb.IsFolder = full, true
	r.kb.ReadFile = files.Attachments(full)
	r.progress(StageListing, 0, 0)
	if r.listing, err = files.List(ctx, full); err != nil {
		return nil, nil, &Error{path, files.Cause(err)}
	}
	return r, withManifest(instead(r.listing.Inputs, o.Instead), o.Manifest, true), nil
}

// instead gives inputs the texts to read in place of theirs.
func instead(inputs []files.Input, texts map[string][]byte) []files.Input {
	for i, in := range inputs {
		if text, ok := texts[in.Path]; ok {
			inputs[i] = files.Input{Path: in.Path, Size: int64(len(text)), Read: func() ([]byte, error) { return text, nil }}
		}
	}
	return inputs
}

// withManifest adds the text of a manifest to the inputs.
func withManifest(inputs []files.Input, text string, isFolder bool) []files.Input {
	switch {
	case text == "":
		return inputs
	case isFolder:
		at, _ := slices.BinarySearchFunc(inputs, ManifestPath, func(in files.Input, path string) int { return strings.Compare(in.Path, path) })
		return slices.Insert(inputs, at, files.Input{Path: ManifestPath, Size: int64(len(text)), Read: func() ([]byte, error) { return []byte(text), nil }})
	}
	file := inputs[0]
	whole := file
	whole.Open = nil
	whole.Read = func() ([]byte, error) {
		before, err := file.Read()
		return append(slices.Clip(before), "\n"+text...), err
	}
	return []files.Input{whole}
}

// OpenTexts reads a folder from memory: the texts of its files by path, with forward
// slashes. The error is the context's.
func OpenTexts(ctx context.Context, texts map[string][]byte, o Options) (*kb.KB, error) {
	r := newReading(ctx, o)
	r.isFolder, r.rootName = true, "kb"
	var inputs []files.Input
	for _, path := range slices.Sorted(maps.Keys(texts)) {
		text := texts[path]
		inputs = append(inputs, files.Input{Path: path, Size: int64(len(text)), Read: func() ([]byte, error) { return text, nil }})
	}
	return r.run(withManifest(inputs, o.Manifest, true))
}

// OpenFS reads a folder of any file system, such as the embedded knowledge base.
// The error is the file system's or the context's.
func OpenFS(ctx context.Context, fsys fs.FS, o Options) (*kb.KB, error) {
	r := newReading(ctx, o)
	var err error
	if r.listing, err = files.ListFS(fsys); err != nil {
		return nil, fmt.Errorf("cannot read: %w", err)
	}
	r.isFolder, r.rootName = true, "kb"
	r.kb.ReadFile = files.AttachmentsFS(fsys)
	return r.run(withManifest(r.listing.Inputs, o.Manifest, true))
}
