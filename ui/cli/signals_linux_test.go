package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// begin starts the program, and gives it time to read.
func begin(t *testing.T, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	cmd := program(args...)
	said := new(bytes.Buffer)
	cmd.Stderr = said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	time.Sleep(300 * time.Millisecond)
	return cmd, said
}

// statusOf returns the exit status of a command that has ended, as a shell says it.
func statusOf(cmd *exec.Cmd) int {
	if s := cmd.ProcessState.Sys().(syscall.WaitStatus); s.Signaled() {
		return 128 + int(s.Signal())
	}
	return cmd.ProcessState.ExitCode()
}

func TestACommandThatReadsAPipeEndsOnASignal(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "p.toml")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	for sent, status := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGINT: 130, syscall.SIGHUP: 129} {
		if signal.Ignored(sent) { // in the background, or below nohup: a command would inherit that
			signal.Notify(make(chan os.Signal, 1), sent)
		}
		for _, command := range [][]string{{"check", fifo}, {"list", "x", "--kb", fifo, "--lang", "fr"}, {"suggest", "--kb", fifo}} {
			cmd, said := begin(t, command...)
			if err := cmd.Process.Signal(sent); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			if got := statusOf(cmd); got != status || said.Len() > 0 {
				t.Errorf("%v ends %q with %d and %q, not %d", sent, command, got, said, status)
			}
		}
	}
}

func TestWhatNeverEndsIsNotReadForEver(t *testing.T) {
	run(t, "list", "x", "--kb", "/dev/zero").exits(3).complains("/dev/zero", "holds more than 256 MB")
}

// TestAClosedPipeEndsACommandAsItEndsOthers writes more than a pipe holds to one that
// nobody reads.
func TestAClosedPipeEndsACommandAsItEndsOthers(t *testing.T) {
	shell := exec.Command("bash", "-c", `"$0" export | true; echo ${PIPESTATUS[0]}`, program().Path)
	shell.Env = program().Env
	out, err := shell.CombinedOutput()
	if got := strings.TrimSpace(string(out)); err != nil || got != "141" {
		t.Errorf("it ends with %q, %v", got, err)
	}
}
