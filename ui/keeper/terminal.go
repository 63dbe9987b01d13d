//go:build linux || darwin

package keeper

import (
	"syscall"
	"time"
	"unsafe"
)

func ioctl(fd int, request uintptr, argument unsafe.Pointer) error {
	for {
		_, _, err := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), request, uintptr(argument))
		switch err {
		case 0:
			return nil
		case syscall.EINTR:
			continue
		}
		return err
	}
}

// terminal is the terminal of the process, and how it was.
type terminal struct {
	in, out int
	before  syscall.Termios
}

// openTerminal returns the terminal that is read and written; ok is false without one.
func openTerminal() (t terminal, ok bool) {
	t.out = 1
	var of syscall.Termios
	if ioctl(t.out, getTermios, unsafe.Pointer(&of)) != nil {
		return t, false
	}
	if t.save() == nil {
		return t, true
	}
	var err error
	if t.in, err = syscall.Open("/dev/tty", syscall.O_RDWR|syscall.O_CLOEXEC, 0); err != nil {
		return t, false
	}
	return t, true
}

// save notes how the terminal is.
func (t *terminal) save() error { return ioctl(t.in, getTermios, unsafe.Pointer(&t.before)) }

// IsForeground reports whether the job of this process may use the terminal with a file
// descriptor. Where there is no job control, it may.
func IsForeground(fd int) bool {
	var group int32
	err := ioctl(fd, syscall.TIOCGPGRP, unsafe.Pointer(&group))
	return err != nil || int(group) == syscall.Getpgrp()
}

// How long the terminal is waited for.
const (
	mostAnswer = time.Second
	oneRead    = 1 // in tenths of a second
)

// askAttributes asks what every terminal answers, after all that was asked before.
const askAttributes = "\x1b[c"

// giveBack resets modes of the terminal, unless the shell has it already, and
// takes what it was asked and has not answered.
func (t *terminal) giveBack(m Modes) {
	t.write(m.GivingBack())
	if !IsForeground(t.in) {
		return
	}
	reading := t.before
	reading.Lflag &^= syscall.ICANON | syscall.ECHO | syscall.ISIG
	reading.Cc[syscall.VMIN], reading.Cc[syscall.VTIME] = 0, oneRead
	if m&Raw != 0 && ioctl(t.in, setTermios, unsafe.Pointer(&reading)) == nil {
		t.write(askAttributes)
		t.takeAnswers()
	}
	_ = ioctl(t.in, setTermiosFlush, unsafe.Pointer(&t.before))
}

func (t *terminal) write(text string) {
	for len(text) > 0 {
		n, err := syscall.Write(t.out, []byte(text))
		if err != nil && err != syscall.EINTR {
			return
		}
		text = text[max(n, 0):]
	}
}

// takeAnswers reads up to the answer to askAttributes.
func (t *terminal) takeAnswers() {
	var read []byte
	buffer := make([]byte, 1<<10)
	for end := time.Now().Add(mostAnswer); time.Now().Before(end); {
		n, err := syscall.Read(t.in, buffer)
		if err != nil && err != syscall.EINTR {
			return
		}
		if read = append(read, buffer[:max(n, 0)]...); hasAttributes(read) {
			return
		}
	}
}

// hasAttributes reports whether there is an answer to askAttributes: ESC [ ? … c.
func hasAttributes(text []byte) bool {
	inside := false
	for i, c := range text {
		switch {
		case c == '?' && i > 1 && text[i-1] == '[' && text[i-2] == '\x1b':
			inside = true
		case inside && c == 'c':
			return true
		case c != ';' && (c < '0' || c > '9'):
			inside = false
		}
	}
	return false
}
