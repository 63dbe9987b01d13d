package keeper

import (
	"os"
	"syscall"
)

// stops are the signals that stop a job and are caught: none, since what was caught once
// cannot have its default action again.
var stops []os.Signal

func asByDefault(_ syscall.Signal, do func()) { do() }

// The requests of ioctl.
const (
	getTermios      = syscall.TIOCGETA
	setTermios      = syscall.TIOCSETA
	setTermiosFlush = syscall.TIOCSETAF
)

func nameSelf() {}

func adopt() {}
