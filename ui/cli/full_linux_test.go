package cli_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
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
		{"check"}, {"check", "--format", "json"}, {"export"}, {"export", "oracle", "--format", "jsonl"},
		{"--help"}, {"help", "list"}, {"--version"}, {"man"}, {"completion", "bash"},
	} {
		ontoFullDisk(t, args...).exits(4).complains("cannot write the output: no space left on device")
	}
}
