package reader

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/reader/files"
)

// entitiesIn lists the kinds of a knowledge base, and its entities with their names.
func entitiesIn(k *kb.KB) string {
	var b strings.Builder
	for _, kind := range k.Kinds {
		fmt.Fprintf(&b, "%s %q %d\n", kind.Name, kind.Label.All(), len(kind.Entities))
	}
	for _, e := range k.Entities {
		k.Record(e)
		fmt.Fprintf(&b, "%s %q %q %q %v\n", e.Address(), e.Name.All(), e.Aliases(), e.Disambiguator(), e.Pos)
	}
	return b.String()
}

// open returns what reads the files of a case, and the files.
func (s *stranger) open(t *testing.T, path string) (*reading, []files.Input) {
	t.Helper()
	r := newReading(context.Background(), Options{})
	if s.Open != "" {
		r.rootName = filepath.Base(filepath.Dir(path))
		return r, []files.Input{files.OnDisk(path, 1<<20)}
	}
	r.isFolder, r.rootName = true, s.Root
	listing, err := files.List(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return r, listing.Inputs
}

// TestCertainOutlinesOfStrangersFilesAreRight compares the outlines that are certain
// with full reads.
func TestCertainOutlinesOfStrangersFilesAreRight(t *testing.T) {
	certain := 0
	for _, s := range strangers(t) {
		t.Run(s.Name, func(t *testing.T) {
			path := s.write(t, t.TempDir())
			open := func() (*reading, []files.Input) { return s.open(t, path) }
			r, inputs := open()
			outline := r.certainOutline(inputs, false)
			if outline == nil {
				return
			}
			certain++
			r, inputs = open()
			full, err := r.run(inputs)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := entitiesIn(outline), entitiesIn(full); got != want {
				t.Errorf("%s\nnot\n%s", got, want)
			}
			if slices.ContainsFunc(full.Findings, func(f kb.Finding) bool { return f.Code == kb.Syntax || f.Code == kb.DuplicateKey }) {
				t.Errorf("%+v", full.Findings)
			}
		})
	}
	if certain < 10 {
		t.Errorf("only %d outlines are certain", certain)
	}
	t.Log(certain, "outlines are certain")
}

// linksIn lists the links of all entities.
func linksIn(k *kb.KB) string {
	var b strings.Builder
	for _, e := range k.Entities {
		for _, s := range k.Record(e).Statements {
			if s.To != nil {
				fmt.Fprintln(&b, e.Address(), s.Field.Path, s.Field.Relation != nil, s.To.Address(), s.Claim != nil)
			}
		}
	}
	return b.String()
}

// TestLinksOfOutlinesAreThoseOfTheFullRead compares outlines that a sample of the
// entities gives links to with full reads: of generated bases, and of the strangers'
// files.
func TestLinksOfOutlinesAreThoseOfTheFullRead(t *testing.T) {
	compare := func(t *testing.T, open func() (*reading, []files.Input)) bool {
		t.Helper()
		r, inputs := open()
		outline := r.certainOutline(inputs, true)
		if outline == nil {
			return false
		}
		r, inputs = open()
		full, err := r.run(inputs)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := linksIn(outline), linksIn(full); got != want {
			t.Errorf("%.2000s\nnot\n%.2000s", got, want)
		}
		return true
	}
	outlined := 0
	for seed := range uint64(8) {
		var b bytes.Buffer
		if err := generate.File(&b, generate.Options{Seed: seed, Entities: 300 + 100*int(seed)}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "all.toml")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if compare(t, func() (*reading, []files.Input) {
			return newReading(context.Background(), Options{}), []files.Input{files.OnDisk(path, int64(b.Len()))}
		}) {
			outlined++
		}
	}
	if outlined == 0 {
		t.Error("no generated base has an outline with links")
	}
	for _, s := range strangers(t) {
		t.Run(s.Name, func(t *testing.T) {
			path := s.write(t, t.TempDir())
			compare(t, func() (*reading, []files.Input) { return s.open(t, path) })
		})
	}
}
