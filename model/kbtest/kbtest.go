// Package kbtest opens knowledge bases for tests. It fails the test if one cannot be
// read; findings are the test's own concern.
package kbtest

import (
	"bytes"
	"context"
	"io/fs"
	"testing"
	"testing/fstest"

	"rihla/assets"
	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/reader"
)

// Read reads a knowledge base of one file, the kb.toml of a folder.
func Read(t testing.TB, text string) *kb.KB {
	t.Helper()
	return ReadFS(t, fstest.MapFS{"kb.toml": {Data: []byte(text)}})
}

// ReadFS reads a folder.
func ReadFS(t testing.TB, files fs.FS) *kb.KB {
	t.Helper()
	k, err := reader.OpenFS(context.Background(), files, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// BuiltIn reads the built-in knowledge base.
func BuiltIn(t testing.TB) *kb.KB {
	t.Helper()
	files, err := fs.Sub(assets.FS, assets.Morocco)
	if err != nil {
		t.Fatal(err)
	}
	return ReadFS(t, files)
}

// Generate reads a random knowledge base of a number of entities, the same one each
// time.
func Generate(t testing.TB, entities int) *kb.KB {
	t.Helper()
	var text bytes.Buffer
	if err := generate.File(&text, generate.Options{Seed: 1, Entities: entities}); err != nil {
		t.Fatal(err)
	}
	return Read(t, text.String())
}

// ReadFiles reads a folder of files, given by their texts.
func ReadFiles(t testing.TB, texts map[string]string) *kb.KB {
	t.Helper()
	files := make(fstest.MapFS)
	for path, text := range texts {
		files[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return ReadFS(t, files)
}
