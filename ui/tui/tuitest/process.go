package tuitest

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// How long a process is waited for: until nothing has come from it for a
// while, at most so long.
const (
	silence  = 150 * time.Millisecond
	patience = 10 * time.Second
)

// RunProcess runs a command on a terminal of its own while the story is told,
// in true time. What is not known within virtual time is seen so: signals,
// editors, the state in which the terminal is left.
func RunProcess(t *testing.T, o Options, cmd *exec.Cmd, story func(*Screen)) {
	t.Helper()
	s := newScreen(t, o)
	cmd.Env = append(cmd.Environ(), s.environ(o)...)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(s.width), Rows: uint16(s.height)})
	if err != nil {
		t.Fatal(err)
	}
	s.process, s.keyboard = cmd.Process, file
	s.resize = func(width, height int) {
		if err := pty.Setsize(file, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
			t.Fatal(err)
		}
	}
	s.still = s.untilSilence
	go func() { _, _ = io.Copy(later{file, o.Late}, s.emulator) }()
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		s.drain(file)
	}()
	go func() {
		s.err = cmd.Wait()
		<-drained
		close(s.ended)
	}()
	defer func() {
		if !s.Ended() {
			_ = cmd.Process.Kill()
			s.expected = true
		}
		<-s.ended
		s.sayHowItEnded()
		s.closeEmulator()
		_ = file.Close()
	}()
	s.wait()
	story(s)
}

// later writes some time after it is asked to.
type later struct {
	to   io.Writer
	wait time.Duration
}

func (l later) Write(p []byte) (int, error) {
	if l.wait == 0 {
		return l.to.Write(p)
	}
	p = bytes.Clone(p)
	time.AfterFunc(l.wait, func() { _, _ = l.to.Write(p) })
	return len(p), nil
}

// drain shows what the process writes, until it ends.
func (s *Screen) drain(file *os.File) {
	buffer := make([]byte, 1<<16)
	for {
		n, err := file.Read(buffer)
		s.sent.write(buffer[:n])
		s.show(buffer[:n])
		if err != nil {
			return
		}
	}
}

func (s *Screen) untilSilence() {
	before, since := -1, time.Now()
	for began := time.Now(); time.Since(began) < patience && time.Since(since) < silence && !s.Ended(); {
		if n := len(s.Sent()); n != before {
			before, since = n, time.Now()
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// WaitFor waits until a text is seen, for as long as a person might.
func (s *Screen) WaitFor(text string) *Screen {
	s.t.Helper()
	for began := time.Now(); time.Since(began) < patience && !s.Ended(); time.Sleep(5 * time.Millisecond) {
		if _, _, ok := s.Find(text); ok {
			return s
		}
	}
	return s.See(text)
}

// Signal sends a signal to the process and waits for it to end.
func (s *Screen) Signal(signal syscall.Signal) *Screen {
	s.t.Helper()
	if err := s.process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
		s.t.Fatal(err)
	}
	select {
	case <-s.ended:
	case <-time.After(patience):
		s.t.Fatalf("%v does not end it", signal)
	}
	return s
}

// Restored reports whether the program has given back what it took of the
// terminal: the other screen, the cursor, the mouse, bracketed paste.
func (s *Screen) Restored() bool {
	sent := s.Sent()
	for _, mode := range [][2]string{{"\x1b[?1049h", "\x1b[?1049l"}, {"\x1b[?25l", "\x1b[?25h"}, {"\x1b[?1002h", "\x1b[?1002l"}, {"\x1b[?2004h", "\x1b[?2004l"}} {
		if bytes.LastIndex(sent, []byte(mode[0])) > bytes.LastIndex(sent, []byte(mode[1])) {
			return false
		}
	}
	return true
}
