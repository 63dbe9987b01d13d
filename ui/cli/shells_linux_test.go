package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// shells lists the supported shells, the command that starts each without user settings,
// and the one that loads the completion script.
var shells = []struct{ name, start, setUp string }{
	{"bash", "bash --norc --noprofile -i", "source <(rihla completion bash); args() { printf '<%s>' \"$@\"; echo; }; PS1='$ '"},
	{"zsh", "zsh -f -i", "autoload -Uz compinit; compinit -u -D; source <(rihla completion zsh); args() { printf '<%s>' \"$@\"; echo }; PS1='$ '; unsetopt PROMPT_SP"},
	{"fish", "fish --no-config -i", "rihla completion fish | source; function args; printf '<%s>' $argv; echo; end; function fish_prompt; printf '$ '; end"},
}

// A shell is an interactive shell on its own terminal.
type shell struct {
	t        *testing.T
	terminal *os.File
	said     chan []byte
}

func startShell(t *testing.T, start, base string) *shell {
	t.Helper()
	words := strings.Fields(start)
	if _, err := exec.LookPath(words[0]); err != nil {
		t.Skip("there is no", words[0])
	}
	dir := t.TempDir()
	script := fmt.Sprintf("#!/bin/sh\nexec '%s' \"$@\"\n", program().Path)
	if err := os.WriteFile(filepath.Join(dir, "rihla"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Dir = dir
	cmd.Env = append(program().Env, "PATH="+dir+":"+os.Getenv("PATH"), "RIHLA_KB="+base, "HOME="+dir, "TERM=xterm", "HISTFILE=", "XDG_CONFIG_HOME="+dir, "XDG_DATA_HOME="+dir, "LC_ALL=C.UTF-8")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 200, Rows: 50})
	if err != nil {
		t.Fatal(err)
	}
	s := &shell{t, terminal, make(chan []byte, 1000)}
	go func() {
		defer close(s.said)
		for {
			part := make([]byte, 1<<12)
			n, err := terminal.Read(part)
			if err != nil {
				return
			}
			s.said <- part[:n]
		}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = terminal.Close()
		_ = cmd.Wait()
	})
	return s
}

func (s *shell) types(text string) {
	s.t.Helper()
	if _, err := s.terminal.WriteString(text); err != nil {
		s.t.Fatal(err)
	}
}

// reads returns the output of the shell up to a match of pattern.
func (s *shell) reads(pattern string) string {
	s.t.Helper()
	until := regexp.MustCompile(pattern)
	var read bytes.Buffer
	late := time.After(30 * time.Second)
	for {
		select {
		case part, ok := <-s.said:
			// Answer the terminal identification query (DA1).
			if bytes.Contains(part, []byte("\x1b[c")) || bytes.Contains(part, []byte("\x1b[0c")) {
				s.types("\x1b[?62c")
			}
			read.Write(part)
			if match := until.Find(read.Bytes()); match != nil {
				return string(match)
			}
			if !ok {
				s.t.Fatalf("the shell ends: %q", read.String())
			}
		case <-late:
			s.t.Fatalf("%q never comes: %q", pattern, read.String())
		}
	}
}

// becomes types a line with tabs, and compares the words of the completed line.
func (s *shell) becomes(typed string, want ...string) {
	s.t.Helper()
	s.types(typed + "\x01args \r")
	got := strings.TrimSpace(s.reads(`<rihla>[^\r\n]*[\r\n]`))
	if line := "<rihla><" + strings.Join(want, "><") + ">"; got != line {
		s.t.Errorf("%q becomes %s, not %s", typed, got, line)
	}
}

func TestShellsCompleteWhatIsTyped(t *testing.T) {
	for _, sh := range shells {
		t.Run(sh.name, func(t *testing.T) {
			s := startShell(t, sh.start, "")
			s.types(sh.setUp + "; args '<rihla>' set up\r")
			s.reads(`<<rihla>><set><up>`)
			s.becomes("rihla sea\t", "search")
			s.becomes("rihla show company/ora\t", "show", "company/oracle")
			s.becomes("rihla show ora\t", "show", "oracle")
			s.becomes("rihla list comp\t", "list", "company")
			s.becomes("rihla list company,them\t", "list", "company,theme")
			s.becomes("rihla list company --format cs\t", "list", "company", "--format", "csv")
			s.becomes("rihla list company --columns=name,summ\t", "list", "company", "--columns=name,summary")
			s.becomes("rihla check --only quote-n\t", "check", "--only", "quote-not-found")
			s.becomes("rihla search kind:comp\t", "search", "kind:company")
			s.becomes("rihla search headquarters:aus\t", "search", "headquarters:austin")
			s.becomes("rihla search 'kind:company headquar\tredw\t", "search", "kind:company headquarters:redwood-city")
			s.becomes("rihla timeline --kind even\t", "timeline", "--kind", "event")
		})
	}
}

// TestWhatIsCompletedIsNotRun completes keys that contain shell syntax, after words that
// do.
func TestWhatIsCompletedIsNotRun(t *testing.T) {
	const key = "a b; $(touch ran) `touch ran` 'it' \"so\" & x"
	base := write(t, "kb.toml", fmt.Sprintf("[thing.%q]\nname = \"A\"\n[thing.c]\n[thing.\"d:e\"]\n", key))
	for _, sh := range shells {
		t.Run(sh.name, func(t *testing.T) {
			s := startShell(t, sh.start, base)
			s.types(sh.setUp + "; args '<rihla>' set up\r")
			s.reads(`<<rihla>><set><up>`)
			s.becomes("rihla show thing/a\t", "show", "thing/"+key)
			s.becomes("rihla show thing/d\t", "show", "thing/d:e")
			s.types("rihla show $(touch ran) thing/\t\x15")
			s.becomes("rihla show thing/c\t", "show", "thing/c")
			s.types("ls; args '<rihla>'\r")
			if listed := s.reads(`(?s)ls;.*<<rihla>>`); strings.Contains(listed, "ran") {
				t.Errorf("something was run: %q", listed)
			}
		})
	}
}
