package tuitest_test

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestAFolderOfHostilePlacesIsExplored opens a folder that holds, beside two good files, a pipe,
// a socket, a device, a symlink loop, a dangling symlink, a folder named like a file, and
// unreadable files and folders.
func TestAFolderOfHostilePlacesIsExplored(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Skip(err)
		}
	}
	must(os.WriteFile(at("a.toml"), []byte("[ship.ada]\nname = \"Ada\"\nport = \"lima\"\nbody = \"See [[lima]].\"\n"), 0o600))
	must(os.WriteFile(at("b.toml"), []byte("[port.lima]\nname = \"Lima\"\n"), 0o600))
	must(syscall.Mkfifo(at("pipe.toml"), 0o600))
	t.Chdir(dir) // the path of a socket must be short
	socket, err := net.Listen("unix", "socket.toml")
	must(err)
	defer socket.Close()
	must(os.Symlink("/dev/zero", at("zero.toml")))
	must(os.Symlink("/dev/tty", at("tty.toml")))
	must(os.Mkdir(at("loop"), 0o700))
	must(os.Symlink("..", at("loop/up")))
	must(os.Symlink("self", at("self")))
	must(os.Symlink("y.toml", at("x.toml")))
	must(os.Symlink("x.toml", at("y.toml")))
	must(os.Symlink("nowhere", at("gone.toml")))
	must(os.Mkdir(at("folder.toml"), 0o700))
	must(os.WriteFile(at("secret.toml"), []byte("[ship.no]\n"), 0))
	must(os.Mkdir(at("closed"), 0))
	defer os.Chmod(at("closed"), 0o700)
	watched(t, dir, func(s *tuitest.Screen) {
		s.See("Ada").Type("0").See("Not read", "pipes, sockets or devices", "pipe.toml", "socket.toml", "7 links that are broken, or lead out of", "gone.toml")
		if os.Geteuid() != 0 { // root can read everything
			s.See("1 folder that cannot be read")
		}
		s.Type("1", "enter").See("Ada", "Lima").Type("v", "g").See("Lima").Type("esc", "esc", "/").Write("lim").Type("esc", "esc")

		// Files that can be read reload as usual, and errors of the others are shown.
		must(os.WriteFile(at("b.toml"), []byte("[port.lima]\nname = \"Callao\"\n"), 0o600))
		s.WaitFor("Callao")
		must(os.Remove(at("pipe.toml")))
		must(os.WriteFile(at("pipe.toml"), []byte("[ship.bea]\nname = \"Bea\"\n"), 0o600))
		s.WaitFor("Ship 3")
	})
}
