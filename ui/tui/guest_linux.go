package tui

import (
	"os/exec"
	"syscall"
)

// endWithParent has a program ended when the thread that starts it ends.
func endWithParent(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM} }
