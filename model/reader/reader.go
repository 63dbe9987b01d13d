// Package reader turns files into a knowledge base: it finds the TOML files,
// reads entities out of three layouts, applies the manifest, infers what no
// manifest says, and links. What is wrong with a file becomes a finding; the
// rest is read all the same.
package reader

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"rihla/model/kb"
)

// Progress tells how far reading has come.
type Progress struct {
	Stage Stage
	Done  int64 // bytes for Reading, entities for Linking
	Total int64
}

// Stage is a part of the work of reading.
type Stage uint8

// The stages, in their order.
const (
	StageListing  Stage = iota // looking for files
	StageDecoding              // decoding them
	StageLinking               // inferring relations and linking
)

// Options say how to read. The zero value reads in silence.
type Options struct {
	// OnProgress, where it is set, is called now and then from any goroutine.
	OnProgress func(Progress)
	// OnOutline, where it is set, is called before the files of a large
	// knowledge base are decoded, with what their headers tell of it already;
	// decoding begins when it returns.
	OnOutline func(*kb.KB)
}

// Open reads the file or the folder at path. Findings are in the knowledge
// base; the error is only for what cannot be read at all: a path that is not
// there, is no file or folder, may not be read, or a context that ended.
func Open(ctx context.Context, path string, o Options) (*kb.KB, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("cannot open %s: %w", path, Cause(err))
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("cannot open %s: %w", path, err)
	}
	b := newBuilder(ctx, o)
	b.kb.Path = path
	if !info.IsDir() {
		b.kb.Dir = filepath.Dir(full)
		b.kb.ReadFile = readBelow(b.kb.Dir)
		b.rootName = filepath.Base(b.kb.Dir)
		return b.build([]input{{filepath.Base(full), info.Size(), func() ([]byte, error) { return readFile(full) }}})
	}
	b.folder, b.rootName = true, filepath.Base(full)
	b.kb.Dir, b.kb.Folder = full, true
	b.kb.ReadFile = readBelow(full)
	b.progress(StageListing, 0, 0)
	inputs, err := filesOnDisk(ctx, full)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, Cause(err))
	}
	return b.build(inputs)
}

// OpenFS reads a folder that need not be on disk: the built-in knowledge base.
func OpenFS(ctx context.Context, fsys fs.FS, o Options) (*kb.KB, error) {
	inputs, err := filesIn(fsys)
	if err != nil {
		return nil, fmt.Errorf("cannot read: %w", err)
	}
	b := newBuilder(ctx, o)
	b.folder, b.rootName = true, "kb"
	b.kb.ReadFile = readIn(fsys)
	return b.build(inputs)
}

// Cause returns what the system says of a file, without the path that the
// message of an fs.PathError begins with; any other error as it is.
func Cause(err error) error {
	if pathErr := new(fs.PathError); errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
