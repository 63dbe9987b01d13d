package save_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"rihla/model/save"
)

// full limits the size of files while a function runs, as on a full disk.
func full(t *testing.T, bytes int, do func()) {
	t.Helper()
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(bytes), Max: before.Max}); err != nil {
		t.Fatal(err)
	}
	do()
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
}

// alone reports whether the process runs nothing but this test; if not, it runs the
// test in a process of its own.
func alone(t *testing.T) bool {
	t.Helper()
	if os.Getenv("RIHLA_TEST_ALONE") != "" {
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	cmd.Env = append(os.Environ(), "RIHLA_TEST_ALONE=1")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
	return false
}

func TestAFailedWriteLeavesTheFileAsItWas(t *testing.T) {
	if !alone(t) {
		return
	}
	const text = "[kb]\nformat = 1"
	dir := atlas(t, map[string]string{"kb.toml": text})
	k := open(t, dir)
	for room := range len(written) {
		var err error
		full(t, len(text)+room, func() { _, err = save.View(k, cyber) })
		if !errors.Is(err, syscall.EFBIG) || said(err) != "kb.toml: write-refused(file too large); save-again-fixed" {
			t.Fatalf("with room for %d: %v", room, err)
		}
		if got := read(t, filepath.Join(dir, "kb.toml")); got != text {
			t.Fatalf("with room for %d: %q", room, got)
		}
	}
	keep(t, dir, cyber)
}

func TestAManifestThatCannotBeWrittenIsNotCreated(t *testing.T) {
	if !alone(t) {
		return
	}
	dir := atlas(t, map[string]string{"a.toml": "[a.b]\n"})
	k := open(t, dir)
	var err error
	full(t, 10, func() { _, err = save.View(k, cyber) })
	if !errors.Is(err, syscall.EFBIG) {
		t.Error(err)
	}
	if _, err := os.Lstat(filepath.Join(dir, "kb.toml")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("half a manifest is left")
	}
}

func TestPermissionErrorsAreReported(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("who is root may write everywhere")
	}
	dir := atlas(t, map[string]string{"a.toml": "[a.b]\n"})
	file := filepath.Join(dir, "a.toml")
	if err := errors.Join(os.Chmod(file, 0o444), os.Chmod(dir, 0o555)); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(dir, 0o755) }()
	for _, path := range []string{dir, file} {
		if _, err := save.View(open(t, path), cyber); !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "permission denied") {
			t.Error(err)
		}
	}
}
