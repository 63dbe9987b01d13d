package reader

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/reader/files"
	"rihla/model/reader/scan"
)

// sameInPieces fails unless files whose headers are read in pieces, and their texts
// in parts, have an outline.
func sameInPieces(t *testing.T, r *reading, texts []*kb.File, outline *kb.KB) {
	t.Helper()
	want := outlined(outline)
	for _, size := range []int64{1, 50, 1000} {
		in := outlineInPieces(r, texts, size)
		if in == nil {
			t.Fatalf("no outline in pieces of %d bytes", size)
		}
		if got := outlined(in); got != want {
			t.Fatalf("in pieces of %d bytes:\n%s\nnot\n%s", size, got, want)
		}
	}
}

func outlineInPieces(of *reading, texts []*kb.File, size int64) *kb.KB {
	defer func(was int64) { scan.PieceSize = was }(scan.PieceSize)
	scan.PieceSize = size
	r := newReading(context.Background(), Options{})
	r.isFolder, r.rootName = of.isFolder, of.rootName
	loaded := make([]*kb.File, len(texts))
	for i, file := range texts {
		s := files.NewSparse(bytes.NewReader(file.Text), int64(len(file.Text)))
		r.sparse = append(r.sparse, s)
		loaded[i] = kb.NewLazyFile(file.Path, s.Text, func() { s.Need(0, len(s.Text)) })
	}
	return r.outline(loaded)
}

// outlined lists what an outline says.
func outlined(k *kb.KB) string {
	var b strings.Builder
	for _, kind := range k.Kinds {
		fmt.Fprintf(&b, "%s %q %v %d\n", kind.Name, kind.Label.All(), kind.Declared, len(kind.Entities))
	}
	for i, e := range k.Entities {
		peeked := k.Peek(e)
		var fields []string
		for _, s := range k.Record(e).Statements {
			fields = append(fields, s.Field.Path+"="+s.Value.Str)
		}
		fmt.Fprintf(&b, "%q %v %s %q %q %q %v\n", e.Address(), e.Pos, k.Position(e.Pos), peeked, e.Name.All(), fields, i == e.Number())
	}
	for _, s := range k.TopLevel {
		fmt.Fprintln(&b, s.Field.Path, s.Value)
	}
	return b.String()
}

// TestWhatAPathIsIsSaidByItsFirstHeader reads files in which a path that the first
// bytes do not mention is an array in one piece and a table in another.
func TestWhatAPathIsIsSaidByItsFirstHeader(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, "[city.c%d]\nname = 'C'\n", i)
	}
	for _, end := range []string{
		"[[late]]\nname = 'L'\n[late.sub]\nx = 1\n[[late]]\nname = 'M'\n[late.sub]\nx = 2\n",
		"[late.one]\nname = 'L'\n[late.one.sub]\nx = 1\n[[late.two]]\nname = 'T'\n[[late.two]]\nname = 'U'\n",
	} {
		sameOutline(t, false, map[string]string{"file.toml": b.String() + end})
	}
}

// TestAFileThatChangesAfterItsOutline reads a file that is cut off, or written anew,
// between its outline and its decoding.
func TestAFileThatChangesAfterItsOutline(t *testing.T) {
	var b strings.Builder
	for i := range 3_000 {
		fmt.Fprintf(&b, "[city.c%d]\nname = 'C'\nbody = '%s'\n", i, strings.Repeat("x", 2000))
	}
	for _, after := range []string{"", strings.ReplaceAll(b.String(), "'C'", "'D'"), "[city.new]\nname = 'New'\n", "[city.new]\n" + b.String() + "[city.last]\n"} {
		path := filepath.Join(t.TempDir(), "file.toml")
		if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		var outline *kb.KB
		k, err := Open(context.Background(), path, Options{OnOutline: func(k *kb.KB) {
			outline = k
			if err := os.WriteFile(path, []byte(after), 0o600); err != nil {
				t.Fatal(err)
			}
		}})
		if err != nil {
			t.Fatal(err)
		}
		if outline == nil || len(outline.Entities) != 3_000 {
			t.Fatal("there was no outline of the file as it was")
		}
		for i := 0; i < len(outline.Entities); i += 100 {
			e := outline.Entities[i]
			outline.Peek(e)
			outline.Record(e)
			outline.Position(e.Pos)
		}
		if got, want := k.Size(), int64(len(after)); got != want || got > 0 && string(k.Files[0].Text) != after {
			t.Errorf("%d bytes were read, not %d", got, want)
		}
	}
}
