//go:build unix

package reader_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestReadFileRefusesPipesAndDevices reads a pipe without a writer, and a link to a
// device: neither may block.
func TestReadFileRefusesPipesAndDevices(t *testing.T) {
	dir := withCopy(t)
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o644); err != nil {
		t.Skip(err)
	}
	if text, err := open(t, dir).ReadFile("pipe.txt"); err == nil {
		t.Errorf("%q", text)
	}
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip(err)
	}
	devices := filepath.Join(t.TempDir(), "x.toml")
	if err := os.WriteFile(devices, []byte("a = 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	k := open(t, devices)
	if err := os.Symlink("/dev/zero", filepath.Join(filepath.Dir(devices), "zero")); err != nil {
		t.Skip(err)
	}
	if text, err := k.ReadFile("zero"); err == nil {
		t.Errorf("%d bytes", len(text))
	}
}
