package reader

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader/files"
)

// What all archives together may lack.
const (
	mostDeclined  = 0 // archives without an outline
	mostDifferent = 0 // archives whose outline differs
)

// TestOutlinesOfStrangersFilesMatchFullReads compares, for each archive of
// testdata/strangers without an error, the outline with the full read.
func TestOutlinesOfStrangersFilesMatchFullReads(t *testing.T) {
	var declined, different []string
	for _, s := range strangers(t) {
		t.Run(s.Name, func(t *testing.T) {
			b := newReading(context.Background(), Options{})
			b.isFolder, b.rootName = s.Open == "", s.Root
			path := s.write(t, t.TempDir())
			inputs := []files.Input{files.OnDisk(path, 1<<20)}
			if b.isFolder {
				listing, err := files.List(context.Background(), path)
				if err != nil {
					t.Fatal(err)
				}
				inputs = listing.Inputs
			} else {
				b.rootName = filepath.Base(filepath.Dir(path))
			}
			full, err := b.run(inputs)
			if err != nil {
				t.Fatal(err)
			}
			if slices.ContainsFunc(full.Findings, func(f kb.Finding) bool { return f.Severity() == kb.Error }) {
				return
			}
			outline := b.outline(full.Files)
			if outline == nil {
				declined = append(declined, s.Name)
				return
			}
			sameInPieces(t, b, full.Files, outline)
			if found := differences(outline, full); len(found) > 0 {
				different = append(different, s.Name)
				t.Log(strings.Join(found, "\n    "))
			}
		})
	}
	if len(declined) > mostDeclined {
		t.Errorf("%d archives have no outline, more than %d: %q", len(declined), mostDeclined, declined)
	}
	if len(different) > mostDifferent {
		t.Errorf("the outlines of %d archives differ, more than %d: %q", len(different), mostDifferent, different)
	}
}
