package cli_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// ontoFullDisk runs the program with its output on a disk that has no room.
func ontoFullDisk(t *testing.T, args ...string) result {
	t.Helper()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	var complaints bytes.Buffer
	cmd := program(args...)
	cmd.Stdout, cmd.Stderr = full, &complaints
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{t, cmd.ProcessState.ExitCode(), "", complaints.String()}
}

func TestAFullDiskIsNoFaultOfTheKnowledgeBase(t *testing.T) {
	for _, args := range [][]string{
		{}, {"kinds"}, {"kinds", "--format", "csv"}, {"list", "city", "--format", "json"}, {"list", "city", "--format", "jsonl"},
		{"show", "city/austin"}, {"show", "city/austin", "--format", "json"}, {"search", "oracle"}, {"search", "oracle", "--format", "tsv"},
		{"check"}, {"check", "--format", "json"}, {"check", "--format", "sarif"}, {"explain"}, {"explain", "--format", "json"}, {"overview"},
		{"brief", "company/oracle"}, {"brief", "company/oracle", "--format", "html"}, {"retract", "source/usc-15-4721"}, {"suggest"}, {"suggest", "--format", "json"}, {"gaps", "company", "theme"},
		{"graph", "company/oracle"}, {"graph", "company/oracle", "--format", "svg"}, {"matrix", "company", "theme"}, {"timeline"}, {"map"}, {"map", "--format", "json"}, {"path", "company/oracle", "company/cisco"}, {"init", "--dry-run", write(t, "a.toml", "[a.b]\nname = 'B'\n")},
		{"export"}, {"export", "oracle", "--format", "jsonl"},
		{"--help"}, {"help", "list"}, {"--version"}, {"man"}, {"completion", "bash"},
	} {
		ontoFullDisk(t, args...).exits(4).complains("cannot write the output: no space left on device")
	}
}

// inShell runs a line of a shell, in which $0 is the program and after which the shell
// says the status.
func inShell(t *testing.T, output io.Writer, line string) string {
	t.Helper()
	var complaints bytes.Buffer
	cmd := exec.Command("sh", "-c", line+"; echo $? >&2", program().Path)
	cmd.Env, cmd.Stdout, cmd.Stderr = program().Env, output, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return complaints.String()
}

func TestAClosedOutputIsSaid(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	const said = "rihla: cannot write the output: bad file descriptor\n4\n"
	for _, args := range []string{"", "kinds", "list city --format json", "show city/austin", "check", "export", "brief company/oracle", "--help", "--version", "man", "completion bash"} {
		if got := inShell(t, nil, `"$0" `+args+" >&-"); got != said {
			t.Errorf("%q with a closed output: %q", args, got)
		}
		if got := inShell(t, nil, `exec >&-; "$0" `+args); got != said {
			t.Errorf("%q in a shell with a closed output: %q", args, got)
		}
		if got := inShell(t, nil, `"$0" `+args+" >/dev/null"); got != "0\n" {
			t.Errorf("%q to nothing: %q", args, got)
		}
		if got := inShell(t, null, `"$0" `+args); got != "0\n" && args != "" {
			t.Errorf("%q in a shell whose output is discarded: %q", args, got)
		}
	}
	// A program that discards its child's output may want to know no more than its status.
	for args, status := range map[string]int{"check": 0, "": 4} {
		cmd := program(strings.Fields(args)...)
		cmd.Stdout = null
		if _ = cmd.Run(); cmd.ProcessState.ExitCode() != status {
			t.Errorf("%q, discarded: %v, not %d", args, cmd.ProcessState, status)
		}
	}
}
