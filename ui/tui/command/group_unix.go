//go:build unix

package command

import (
	"os"
	"os/exec"
	"syscall"
)

// makeGroup makes a program the leader of its own process group.
func makeGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// endGroup sends SIGTERM to the process group of a program.
func endGroup(leader *os.Process) error { return syscall.Kill(-leader.Pid, syscall.SIGTERM) }

// killGroup sends SIGKILL to the process group of a program.
func killGroup(leader *os.Process) { _ = syscall.Kill(-leader.Pid, syscall.SIGKILL) }
