package check_test

import (
	"bytes"
	"context"
	"io/fs"
	"testing"
	"testing/fstest"

	"rihla/assets"
	"rihla/model/check"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/reader"
	"rihla/model/snapshot"
)

// TestAnExcerptStandsBehindTheQuotesOfTheBuiltInBase looks at every quote. Of one
// page no excerpt is kept.
func TestAnExcerptStandsBehindTheQuotesOfTheBuiltInBase(t *testing.T) {
	k := kbtest.BuiltIn(t)
	quotes := 0
	for _, e := range k.Entities {
		for c := range evidence.Claims(k, e) {
			for _, ev := range c.OwnEvidence() {
				if ev.Quote == "" {
					continue
				}
				quotes++
				passage, err := snapshot.Find(k, ev.Source, ev.Quote)
				switch {
				case ev.Source.Key == "machahid24":
				case err != nil:
					t.Errorf("%s: %v", ev.Source.Address(), err)
				case !passage.Exact:
					t.Errorf("%s does not have %q", ev.Source.Address(), ev.Quote)
				}
			}
		}
	}
	if quotes < 300 {
		t.Errorf("only %d quotes", quotes)
	}
	for _, source := range k.SourceKind().Entities {
		if snapshot.Path(k, source) != "" && len(k.Record(source).Values("licence")) == 0 {
			t.Errorf("%s is kept, and its licence is not told", source.Address())
		}
	}
}

// TestAnAlteredQuoteOfTheBuiltInBaseIsFound changes a word of the article.
func TestAnAlteredQuoteOfTheBuiltInBaseIsFound(t *testing.T) {
	files, err := fs.Sub(assets.FS, assets.Morocco)
	if err != nil {
		t.Fatal(err)
	}
	changed := make(fstest.MapFS)
	err = fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, path)
		changed[path] = &fstest.MapFile{Data: bytes.Replace(data, []byte(`quote = "cette mission d’affaires"`), []byte(`quote = "cette mission commerciale"`), 1)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	k, err := reader.OpenFS(context.Background(), changed, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	found := check.Run(k)
	if len(found) != 1 || found[0].Code != kb.QuoteNotFound || found[0].Position.File != "events.toml" {
		t.Errorf("found %v", found)
	}
}
