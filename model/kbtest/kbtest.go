// Package kbtest opens knowledge bases for tests.
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

// Read reads a knowledge base of one file.
func Read(t testing.TB, text string) *kb.KB {
	t.Helper()
	return ReadFS(t, fstest.MapFS{"kb.toml": {Data: []byte(text)}})
}

// ReadFS reads a knowledge base of several files.
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

// Invent reads a knowledge base of so many entities that are invented, the same
// ones each time.
func Generate(t testing.TB, entities int) *kb.KB {
	t.Helper()
	var text bytes.Buffer
	if err := generate.File(&text, generate.Options{Seed: 1, Entities: entities}); err != nil {
		t.Fatal(err)
	}
	return Read(t, text.String())
}
