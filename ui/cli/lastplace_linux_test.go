package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"rihla/ui/tui/tuitest"
)

// TestThePlaceIsKeptHoweverTheExplorerEnds ends the explorer by each signal, also while a
// field, a dialog or an editor has the focus, and checks that the next start restores the
// place, as after quitting.
func TestThePlaceIsKeptHoweverTheExplorerEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("processes on terminals")
	}
	base := twoCities(t)
	waits := filepath.Join(t.TempDir(), "waits")
	if err := os.WriteFile(waits, []byte("#!/bin/sh\necho edits; exec sleep 60\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		before func(s *tuitest.Screen)
		signal syscall.Signal
		kept   string
	}{
		"SIGTERM": {nil, syscall.SIGTERM, "city/rabat"}, "SIGHUP": {nil, syscall.SIGHUP, "city/rabat"},
		"SIGINT": {nil, syscall.SIGINT, "city/rabat"}, "SIGQUIT": {nil, syscall.SIGQUIT, "city/rabat"},
		"SIGTERM in a field":   {func(s *tuitest.Screen) { s.Type("esc", "/").Write("rab") }, syscall.SIGTERM, `"query": "rab"`},
		"SIGHUP in a dialog":   {func(s *tuitest.Screen) { s.Type("?").WaitFor("Help") }, syscall.SIGHUP, "city/rabat"},
		"SIGTERM in an editor": {func(s *tuitest.Screen) { s.Type("e").WaitFor("edits") }, syscall.SIGTERM, "city/rabat"},
		"SIGHUP in an editor":  {func(s *tuitest.Screen) { s.Type("e").WaitFor("edits") }, syscall.SIGHUP, "city/rabat"},
	} {
		t.Run(name, func(t *testing.T) {
			state := t.TempDir()
			cmd := exec.Command(os.Args[0], base)
			o := tuitest.Options{Width: 100, Height: 30, Environ: []string{asProgram + "=1", "RIHLA_LANG=en", "RIHLA_KB=", "XDG_STATE_HOME=" + state, "VISUAL=", "EDITOR=" + waits}}
			tuitest.RunProcess(t, o, cmd, func(s *tuitest.Screen) {
				s.WaitFor("Austin").Type("j", "enter").WaitFor(" back")
				if c.before != nil {
					c.before(s)
				}
				s.Signal(c.signal)
				_ = s.Err() // the signal
				isKept(t, state, c.kept)
			})
		})
	}
}

// TestThePlaceIsKeptWhenTheTerminalGoes closes the window.
func TestThePlaceIsKeptWhenTheTerminalGoes(t *testing.T) {
	for _, hasOne := range []bool{true, false} { // a controlling terminal, which sends SIGHUP
		master, terminal, err := pty.Open()
		if err != nil {
			t.Fatal(err)
		}
		state := t.TempDir()
		cmd := program(twoCities(t))
		cmd.Env = append(cmd.Env, "XDG_STATE_HOME="+state)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = terminal, terminal, terminal
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: hasOne}
		if err := pty.Setsize(terminal, &pty.Winsize{Cols: 100, Rows: 30}); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_ = terminal.Close()
		readUntil(t, master, "Rabat")
		if _, err := master.WriteString("j\r"); err != nil {
			t.Fatal(err)
		}
		readUntil(t, master, " back") // the detail has replaced the split view
		_ = master.Close()
		_ = cmd.Wait()
		isKept(t, state, "city/rabat")
	}
}

func twoCities(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "base.toml")
	if err := os.WriteFile(path, []byte("[city.austin]\nname = \"Austin\"\n[city.rabat]\nname = \"Rabat\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// isKept waits until the place that was left says something: a parent may end first.
func isKept(t *testing.T, state, want string) {
	t.Helper()
	var text []byte
	for began := time.Now(); time.Since(began) < time.Minute; time.Sleep(20 * time.Millisecond) {
		if text, _ = os.ReadFile(filepath.Join(state, "rihla", "places.json")); strings.Contains(string(text), want) {
			return
		}
	}
	t.Errorf("%q is not in what is kept: %s", want, text)
}
