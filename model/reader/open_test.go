package reader_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader"
)

// folder writes files into a new folder called atlas and opens it.
func folder(t *testing.T, files map[string]string) *kb.KB {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "atlas")
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return open(t, dir)
}

// file opens one file with a text.
func file(t *testing.T, name, text string) *kb.KB {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "atlas")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	name = filepath.Join(dir, name)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return open(t, name)
}

func open(t *testing.T, path string) *kb.KB {
	t.Helper()
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// addresses lists the entities of a knowledge base.
func addresses(k *kb.KB) []string {
	out := []string{}
	for _, e := range k.Entities {
		out = append(out, string(e.Address()))
	}
	return out
}

// links lists the links of an entity: relation → target.
func links(t *testing.T, k *kb.KB, address string) []string {
	t.Helper()
	e := k.Lookup(kb.Address(address))
	if e == nil {
		t.Fatalf("no %s among %v", address, addresses(k))
	}
	out := []string{}
	for _, l := range k.Record(e).Links {
		out = append(out, l.Field.Path+" → "+string(l.To.Address()))
	}
	return out
}

// findings lists the findings: code and position.
func findings(k *kb.KB) []string {
	out := []string{}
	for _, f := range k.Findings {
		out = append(out, fmt.Sprintf("%s %s", f.Code, f.Position))
	}
	return out
}

func same(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n  got  %s\n  want %s", what, strings.Join(got, "\n       "), strings.Join(want, "\n       "))
	}
}
