package cli_test

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// TestASignalEndsTheServerAndGivesTheTerminalsBack ends the server during a session.
func TestASignalEndsTheServerAndGivesTheTerminalsBack(t *testing.T) {
	if testing.Short() {
		t.Skip("processes")
	}
	base := twoCities(t)
	for sent, status := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGINT: 130} {
		if signal.Ignored(sent) { // a child process would inherit the ignored signal
			signal.Notify(make(chan os.Signal, 1), sent)
		}
		hostKey := filepath.Join(t.TempDir(), "key")
		cmd := program("serve", "--ssh", "127.0.0.1:0", "--anonymous", "--host-key", hostKey, base)
		said, err := cmd.StderrPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill() })
		lines := bufio.NewReader(said)
		line, err := lines.ReadString('\n')
		address, ok := strings.CutPrefix(strings.TrimSpace(line), "Listening on ")
		if err != nil || !ok {
			t.Fatalf("it says %q, %v", line, err)
		}
		go func() { _, _ = io.Copy(io.Discard, lines) }()
		client, err := ssh.Dial("tcp", address, &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second})
		if err != nil {
			t.Fatal(err)
		}
		session, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := session.StdinPipe(); err != nil { // without a standard input, the session ends at once
			t.Fatal(err)
		}
		screen, err := session.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := session.RequestPty("xterm", 24, 80, nil); err != nil {
			t.Fatal(err)
		}
		if err := session.Shell(); err != nil {
			t.Fatal(err)
		}
		var seen bytes.Buffer
		for piece := make([]byte, 1<<12); !bytes.Contains(seen.Bytes(), []byte("Austin")); {
			n, err := screen.Read(piece)
			if seen.Write(piece[:n]); err != nil {
				t.Fatalf("%v: %q", err, seen.Bytes())
			}
		}
		if err := cmd.Process.Signal(sent); err != nil {
			t.Fatal(err)
		}
		rest, _ := io.ReadAll(screen)
		_ = client.Close()
		_ = cmd.Wait()
		if got := statusOf(cmd); got != status {
			t.Errorf("%v ends it with %d", sent, got)
		}
		if !bytes.Contains(rest, []byte("\x1b[?1049l")) {
			t.Errorf("%v leaves the terminal with %q", sent, rest)
		}
	}
}
