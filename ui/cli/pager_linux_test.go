package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"
)

// TestLongOutputIsPagedOnATerminal checks which commands start the pager, with a pager that
// writes to a file.
func TestLongOutputIsPagedOnATerminal(t *testing.T) {
	to := filepath.Join(t.TempDir(), "paged")
	pager := "RIHLA_PAGER=sh -c 'cat >" + to + "'"
	paged := func(environ []string, args ...string) (screen, page string, code int) {
		_ = os.Remove(to)
		r := onTerminal(t, environ, args...)
		text, _ := os.ReadFile(to)
		return r.out, string(text), r.code
	}
	if screen, page, code := paged([]string{pager}, "list", "source", "--color=never"); screen != "" || strings.Count(page, "\n") < 30 || code != 0 {
		t.Errorf("%d: the screen has %.200q, the pager %.200q", code, screen, page)
	}
	faulty := write(t, "x.toml", strings.Repeat("[a.b]\nx = 1\n", 20))
	if screen, page, code := paged([]string{pager}, "check", faulty); screen != "" || !strings.Contains(page, "x.toml:3:2") || code != 1 {
		t.Errorf("%d: the screen has %.200q, the pager %.200q", code, screen, page)
	}
	for _, c := range []struct {
		environ []string
		args    []string
	}{
		{[]string{pager}, []string{"kinds"}}, // shorter than the screen
		{[]string{pager}, []string{"list", "source", "--no-pager"}},
		{[]string{pager, "TERM=dumb"}, []string{"list", "source"}},
		{[]string{"RIHLA_PAGER=", strings.TrimPrefix(pager, "RIHLA_")}, []string{"list", "source"}},
		{[]string{pager}, []string{"list", "--help"}},
	} {
		if screen, page, code := paged(c.environ, c.args...); screen == "" || page != "" || code != 0 {
			t.Errorf("%q: %d: the screen has %.200q, the pager %.200q", c.args, code, screen, page)
		}
	}
	if screen, _, code := paged([]string{"RIHLA_PAGER=no-such-pager"}, "list", "source"); code != 0 || !strings.Contains(screen, "the pager no-such-pager cannot be started") || strings.Count(screen, "\n") < 30 {
		t.Errorf("%d: %.300q", code, screen)
	}
	piped := program("list", "source")
	piped.Env = append(piped.Env, pager)
	if out, err := piped.Output(); err != nil || len(out) == 0 {
		t.Error(err)
	}
	if _, err := os.Stat(to); err == nil {
		t.Error("what is no terminal is paged")
	}
}

// TestThePagerEndsWithTheCommand checks that quitting the pager early ends the command, and
// that signals end both.
func TestThePagerEndsWithTheCommand(t *testing.T) {
	if r := onTerminal(t, []string{"RIHLA_PAGER=true"}, "export", "--format", "jsonl"); r.code != 0 || r.out != "" {
		t.Errorf("%d: %.200q", r.code, r.out)
	}
	for sent, status := range map[syscall.Signal]int{syscall.SIGTERM: 143, syscall.SIGINT: 130} {
		cmd := program("list", "source")
		cmd.Env = append(cmd.Env, "RIHLA_PAGER=sh -c 'trap : INT; echo ready; read line; sleep 1'")
		terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
		if err != nil {
			t.Fatal(err)
		}
		readUntil(t, terminal, "ready")
		_ = cmd.Process.Signal(sent)
		_ = cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != status {
			t.Errorf("%v ends it with %d", sent, got)
		}
		_ = terminal.Close()
	}
}

// TestColoursAreAskedFor checks the flags and variables that enable and disable colours,
// with and without a terminal.
func TestColoursAreAskedFor(t *testing.T) {
	for _, c := range []struct {
		environ, flag   string
		terminal, piped bool
	}{
		{"", "", true, false},
		{"", "--color=auto", true, false},
		{"", "--color=never", false, false},
		{"", "--no-color", false, false},
		{"", "--color=always", true, true},
		{"NO_COLOR=1", "", false, false},
		{"NO_COLOR=1", "--color=always", true, true},
		{"NO_COLOR=1 FORCE_COLOR=1", "", false, false},
		{"CLICOLOR=0", "", false, false},
		{"CLICOLOR=1", "", true, false},
		{"CLICOLOR_FORCE=1", "", true, true},
		{"CLICOLOR_FORCE=0", "", true, false},
		{"CLICOLOR=0 CLICOLOR_FORCE=1", "", true, true},
		{"FORCE_COLOR=1", "", true, true},
		{"FORCE_COLOR=0", "", false, false},
		{"FORCE_COLOR=1", "--color=never", false, false},
		{"TERM=dumb", "", false, false},
	} {
		args := []string{"version", "--help"}
		if c.flag != "" {
			args = append(args, c.flag)
		}
		environ := strings.Fields(c.environ)
		if got := strings.Contains(onTerminal(t, environ, args...).out, "\x1b["); got != c.terminal {
			t.Errorf("%q %q on a terminal: %v", c.environ, c.flag, got)
		}
		piped := program(args...)
		piped.Env = append(piped.Env, environ...)
		out, err := piped.Output()
		if got := strings.Contains(string(out), "\x1b["); err != nil || got != c.piped {
			t.Errorf("%q %q in a pipe: %v, %v", c.environ, c.flag, got, err)
		}
	}
	run(t, "kinds", "--color", "blue").exits(2).complains("--color cannot be blue", "auto, always or never")
}
