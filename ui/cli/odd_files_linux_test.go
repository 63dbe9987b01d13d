package cli_test

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// oddFolder is a folder of two readable files, of what never ends, never answers or
// leads back, and of what cannot be read.
func oddFolder(t *testing.T) string {
	t.Helper()
	dir := folder(t, map[string]string{"good.toml": "[thing.a]\nname = 'A'\n", "shut/b.toml": "[thing.b]\nname = 'B'\n", "secret.toml": "[thing.c]\nname = 'C'\n", "folder.toml/d.toml": "[thing.d]\nname = 'D'\n"})
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := syscall.Mkfifo(at("pipe.toml"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir) // the name of a socket may not be long
	socket, err := net.Listen("unix", "socket.toml")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = socket.Close() })
	for name, to := range map[string]string{
		"zero.toml": "/dev/zero", "full.toml": "/dev/full", "tty.toml": "/dev/tty", "memory.toml": "/proc/self/mem", "gone.toml": "nowhere.toml",
		"loop.toml": "loop.toml", "one.toml": "two.toml", "two.toml": "one.toml", "around": ".", "shut/up": "..", "root": "/", "linked.toml": "pipe.toml",
	} {
		if err := os.Symlink(to, at(name)); err != nil {
			t.Fatal(err)
		}
	}
	for name, mode := range map[string]os.FileMode{"secret.toml": 0, "shut": 0} {
		if err := os.Chmod(at(name), mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { _ = os.Chmod(at("shut"), 0o700) })
	return dir
}

// TestWhatNeverEndsInAFolderIsSaidAndNotRead reads within a bound, and says what it
// does not read.
func TestWhatNeverEndsInAFolderIsSaidAndNotRead(t *testing.T) {
	dir := oddFolder(t)
	for _, args := range [][]string{{"list", "thing"}, {"overview"}, {"export"}, {"suggest"}, {"search", "a"}} {
		run(t, append(args, "--kb", dir)...)
	}
	run(t, "list", "thing", "--kb", dir).prints("A", "D")
	run(t, "explain", "--kb", dir).prints("linked.toml, pipe.toml, socket.toml", "around", "gone.toml").keepsQuietOf("good.toml, ")
	run(t, "explain", "--kb", dir, "--format", "json").prints(`"special":["linked.toml","pipe.toml","socket.toml"]`)
	check := run(t, "check", "--kb", dir).prints("3 pipes, sockets or devices (linked.toml, pipe.toml, socket.toml)", "links that are broken, or lead out of the folder or back into it")
	run(t, "check", "--kb", dir, "--lang", "fr").prints("3 tubes, sockets ou périphériques")
	if os.Getuid() != 0 {
		check.prints("secret.toml", "shut")
	}
}
