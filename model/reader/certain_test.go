package reader

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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

// TestCertainOutlinesOfStrangersFilesAreRight compares the outlines that are certain
// with full reads.
func TestCertainOutlinesOfStrangersFilesAreRight(t *testing.T) {
	certain := 0
	for _, s := range strangers(t) {
		t.Run(s.Name, func(t *testing.T) {
			path := s.write(t, t.TempDir())
			open := func() (*reading, []files.Input) {
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
