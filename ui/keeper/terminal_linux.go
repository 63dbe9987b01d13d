package keeper

import (
	"os"
	"syscall"
	"unsafe"
)

// stops are the signals that stop a job.
var stops = []os.Signal{syscall.SIGTSTP, syscall.SIGTTIN, syscall.SIGTTOU}

// asByDefault calls what to do while a signal has its default action, which signal.Reset
// does not bring back.
func asByDefault(s syscall.Signal, do func()) {
	const size = 8 // of a set of signals
	var before, standard [8]uint64
	_, _, _ = syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(s), uintptr(unsafe.Pointer(&standard)), uintptr(unsafe.Pointer(&before)), size, 0, 0)
	do()
	_, _, _ = syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(s), uintptr(unsafe.Pointer(&before)), 0, size, 0, 0)
}

// The requests of ioctl.
const (
	getTermios      = syscall.TCGETS
	setTermios      = syscall.TCSETS
	setTermiosFlush = syscall.TCSETS + 2 // TCSETSF
)

// nameSelf gives the parent a process name of its own, so that "pkill rihla" ends the
// explorer alone and the parent can restore the terminal.
func nameSelf() { _ = os.WriteFile("/proc/self/comm", []byte("terminal-keeper"), 0) }

// adopt makes the children of the child this process's own when that ends.
func adopt() {
	const setChildSubreaper = 36
	_, _, _ = syscall.RawSyscall(syscall.SYS_PRCTL, setChildSubreaper, 1, 0)
}
