package save_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"rihla/model/save"
	"rihla/model/save/disk"
)

func TestAFileWithOtherNamesIsNotSavedIn(t *testing.T) {
	const text = "[kb]\nformat = 1\n"
	dir := atlas(t, map[string]string{"kb.toml": text})
	if err := os.Link(filepath.Join(dir, "kb.toml"), filepath.Join(t.TempDir(), "copy")); err != nil {
		t.Skip(err)
	}
	_, err := save.View(open(t, dir), cyber)
	if !errors.Is(err, disk.ErrLinked) || said(err) != "kb.toml: has-other-names; edit-in-place" {
		t.Error(err)
	}
	if got := read(t, filepath.Join(dir, "kb.toml")); got != text {
		t.Errorf("%q", got)
	}
}

func TestFilesBeingWrittenAreNotRead(t *testing.T) {
	dir := atlas(t, map[string]string{"a.toml": "[a.b]\n", ".rihla-1-1.tmp": "[c.d]\n"})
	if !disk.IsTemporary(".rihla-1-1.tmp") {
		t.Error("the name is not that of a file being written")
	}
	if k := open(t, dir); len(k.Files) != 1 {
		t.Errorf("%d files are read", len(k.Files))
	}
}
