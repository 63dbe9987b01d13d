package tui

import (
	"io"
	"os"
	"regexp"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"
)

// The window title is kept by the terminal while the explorer runs, and given back.
const (
	keepTitle     = "\x1b[22;0t"
	giveBackTitle = "\x1b[23;0t"
)

// How long the terminal is waited for at the end: it may be far away, unless it has
// not answered in all the time that the explorer ran.
const (
	answerTime      = time.Second
	muteTime        = 100 * time.Millisecond
	surelyMuteAfter = 2 * time.Second
)

// enter has the terminal keep its title.
func enter(o Options) { _, _ = io.WriteString(screenOf(o), keepTitle) }

// leave gives the terminal back as it was, with nothing left to answer.
func leave(o Options, m *Model, began time.Time) {
	out := screenOf(o)
	_, _ = io.WriteString(out, giveBackTitle)
	in, done := keyboard(o)
	if in == nil {
		return
	}
	defer done()
	wait := answerTime
	if !m.hasAnswered && time.Since(began) > surelyMuteAfter {
		wait = muteTime
	}
	takeAnswers(in, out, wait)
}

func screenOf(o Options) io.Writer {
	if o.Output != nil {
		return o.Output
	}
	return os.Stdout
}

// attributes is what every terminal answers to ansi.RequestPrimaryDeviceAttributes.
var attributes = regexp.MustCompile(`\x1b\[\?[0-9;]*c`)

// takeAnswers takes what the terminal has yet to answer to questions of the explorer,
// which the shell would take for typed. It asks what every terminal answers, in the
// order of the questions, and reads until that comes.
func takeAnswers(in *os.File, out io.Writer, wait time.Duration) {
	before, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		return
	}
	defer func() { _ = term.Restore(int(in.Fd()), before) }()
	answers, err := uv.NewCancelReader(in)
	if err != nil {
		return
	}
	defer func() { _ = answers.Close() }()
	if _, err := io.WriteString(out, ansi.RequestPrimaryDeviceAttributes); err != nil {
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		var read []byte
		buffer := make([]byte, 1<<10)
		for !attributes.Match(read) {
			n, err := answers.Read(buffer)
			if err != nil {
				return
			}
			read = append(read, buffer[:n]...)
		}
	}()
	select {
	case <-done:
	case <-time.After(wait):
		if answers.Cancel() {
			<-done
		}
	}
}

// keyboard returns the terminal that the explorer reads, if it is the process's own;
// done closes it.
func keyboard(o Options) (in *os.File, done func()) {
	switch {
	case o.Input != nil:
		return nil, nil
	case term.IsTerminal(int(os.Stdin.Fd())):
		return os.Stdin, func() {}
	}
	tty, err := os.Open("/dev/tty")
	if err != nil {
		return nil, nil
	}
	return tty, func() { _ = tty.Close() }
}
