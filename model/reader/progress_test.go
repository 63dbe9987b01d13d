package reader_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"rihla/model/reader"
)

// large writes a file that is decoded in many chunks, and returns its path.
func large(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&b, "[thing.t%d]\nname = \"Thing %d\"\nnext = \"t%d\"\n", i, i, (i+1)%20000)
	}
	path := filepath.Join(t.TempDir(), "large.toml")
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestProgressOfALargeFileIsReported(t *testing.T) {
	var mu sync.Mutex
	var seen []reader.Progress
	_, err := reader.Open(context.Background(), large(t), reader.Options{OnProgress: func(p reader.Progress) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, p)
	}})
	if err != nil {
		t.Fatal(err)
	}
	between := 0
	for _, p := range seen {
		if p.Done < 0 || p.Done > p.Total {
			t.Fatalf("%d of %d", p.Done, p.Total)
		}
		if p.Stage == reader.StageDecoding && p.Done > 0 && p.Done < p.Total {
			between++
		}
	}
	if between < 5 || seen[len(seen)-1].Stage != reader.StageLinking {
		t.Errorf("said only %v", seen)
	}
}

func TestReadingStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	_, err := reader.Open(ctx, large(t), reader.Options{OnProgress: func(p reader.Progress) {
		if p.Stage == reader.StageLinking {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("went on to %v", err)
	}
}

func TestOpenFailsForMissingFiles(t *testing.T) {
	_, err := reader.Open(context.Background(), filepath.Join(t.TempDir(), "nothing"), reader.Options{})
	if err == nil || !strings.HasSuffix(err.Error(), "no such file or directory") || strings.Count(err.Error(), "nothing") != 1 {
		t.Errorf("%v", err)
	}
}
