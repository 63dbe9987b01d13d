package cli_test

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/creack/pty"

	"rihla/ui/cli"
	"rihla/ui/words"
)

// asProgram makes of this test the program itself.
const asProgram = "RIHLA_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	if err := os.Setenv("RIHLA_CONFIG", os.DevNull); err != nil { // no test depends on who runs it
		panic(err)
	}
	os.Exit(m.Run())
}

// program is the program as a process of its own.
func program(args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "RIHLA_LANG=en", "RIHLA_KB=", "NO_COLOR=", "TERM=xterm-256color", "COLORTERM=", "RIHLA_PAGER=", "XDG_STATE_HOME="+os.DevNull)
	return cmd
}

// onTerminal runs the program on a terminal that answers nothing.
func onTerminal(t *testing.T, environ []string, args ...string) result {
	t.Helper()
	cmd := program(args...)
	cmd.Env = append(cmd.Env, environ...)
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	sent, _ := io.ReadAll(terminal) // ends with an error when the process has
	var exit *exec.ExitError
	if err := cmd.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{t, cmd.ProcessState.ExitCode(), strings.ReplaceAll(string(sent), "\r\n", "\n"), ""}
}

func TestHelpAsksTheTerminalNothing(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"help", "search"}, {"search", "-h"}, {"--unknown"}, {"list"}} {
		r := onTerminal(t, nil, args...)
		if strings.Contains(r.out, "\x1b]") || strings.Contains(r.out, "\x1b[c") {
			t.Errorf("%q asks the terminal: %q", args, r.out)
		}
	}
}

func TestHelpIsColouredWhereColoursAreWanted(t *testing.T) {
	onTerminal(t, nil, "--help").exits(0).prints("\x1b[36msearch", "USAGE")
	for _, c := range []struct {
		environ []string
		args    []string
	}{
		{nil, []string{"--help", "--no-color"}},
		{[]string{"NO_COLOR=1"}, []string{"--help"}},
		{[]string{"TERM=dumb"}, []string{"help", "list"}},
		{[]string{"NO_COLOR=1"}, []string{"--unknown"}},
	} {
		if r := onTerminal(t, c.environ, c.args...); strings.Contains(r.out, "\x1b") {
			t.Errorf("%q %q: %q", c.environ, c.args, r.out)
		}
	}
}

func TestHelpFitsTheTerminalAndSpeaksItsLanguage(t *testing.T) {
	r := run(t, "--help", "--lang", "fr").exits(0).prints("OPTIONS", "list TYPE [REQUÊTE]", "Écrire un script de complétion")
	for line := range strings.SplitSeq(r.out, "\n") {
		if n := len([]rune(line)); n > 80 {
			t.Errorf("%d cells: %q", n, line)
		}
	}
	run(t, "completion", "zsh", "--help").exits(0).prints("source <(rihla completion zsh)", "Complete without descriptions")
	run(t, "completion", "bash").exits(0).prints("complete -o default -F _rihla rihla")
	run(t, "man").exits(0).prints(".TH RIHLA 1")
	run(t, "--version").exits(0).prints("rihla 0.0.0-devel\ngo1.")
}

// What the help teaches is taken by the program, and finds something in the
// knowledge base that everybody has.
func TestHelpTeachesTheQueryLanguage(t *testing.T) {
	for _, l := range words.Languages {
		taught := 0
		for line := range strings.SplitSeq(l.Say(words.SearchLong), "\n") {
			if form, _, isRow := strings.Cut(line, "\t"); isRow {
				taught++
				run(t, append([]string{"search", "--format", "jsonl", "--"}, strings.Fields(form)...)...).exits(0)
			}
		}
		if taught < 15 {
			t.Errorf("%s: %d ways to ask are taught", l.Tag, taught)
		}
		run(t, "search", "--help", "--lang", l.Tag).exits(0).prints("    headquarters.state:texas  ", "\n    -cloud                    ", "\n\n").keepsQuietOf("\t")
		run(t, "list", "--help", "--lang", l.Tag).exits(0).prints("rihla search --help")
		run(t, "export", "--help", "--lang", l.Tag).exits(0).prints("rihla search --help")
	}
	for _, example := range [][]string{{"list", "company,city", "austin", "--columns", "kind,name,founded"}, {"list", "took-part", "--sort", "-founded", "--limit", "5", "--", "-cloud"}} {
		run(t, example...).exits(0)
	}
}
