//go:build !unix

package command

import (
	"os"
	"os/exec"
)

// makeGroup does nothing: without process groups, only the program itself can be stopped.
func makeGroup(*exec.Cmd) {}

// endGroup kills the program.
func endGroup(leader *os.Process) error { return leader.Kill() }

// killGroup kills the program.
func killGroup(leader *os.Process) { _ = leader.Kill() }
