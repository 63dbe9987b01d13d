package tui

import (
	"io"
	"os"
	"os/exec"
	"regexp"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"

	"rihla/ui/tui/work"
)

// The window title is kept by the terminal while the explorer runs, and given back.
const (
	keepTitle     = "\x1b[22;0t"
	giveBackTitle = "\x1b[23;0t"
)

// How long the terminal is waited for when it is left: it may be far away, unless it
// has not answered in all the time that the explorer ran.
const (
	answerTime      = time.Second
	muteTime        = 100 * time.Millisecond
	surelyMuteAfter = 2 * time.Second
)

// timeToPause is how long Bubble Tea has to pause its ticker before it starts it again:
// one that is paused later draws no more.
const timeToPause = 30 * time.Millisecond

// enter has the terminal keep its title.
func (m *Model) enter() {
	if m.device != nil {
		m.device.take()
	}
	_, _ = io.WriteString(m.output(), keepTitle)
}

// away is a command of Bubble Tea's Exec: an action that runs while the explorer does
// not draw, and the streams that it may use.
type away struct {
	*Model
	stdin          io.Reader
	stdout, stderr io.Writer
	isBack         bool // the terminal has been given back before
	run            func(a *away) error
}

// SetStdin, SetStdout and SetStderr give it the terminal.
func (a *away) SetStdin(r io.Reader)  { a.stdin = r }
func (a *away) SetStdout(w io.Writer) { a.stdout = w }
func (a *away) SetStderr(w io.Writer) { a.stderr = w }

// Run leaves the terminal, and enters it again in the end.
func (a *away) Run() error {
	if !a.isBack {
		a.leave()
	}
	d := a.device
	if d != nil {
		a.stdin, a.stdout = d.keyboard, d.screen
		d.giveBack()
	}
	err := a.run(a)
	time.Sleep(timeToPause)
	if d != nil {
		_ = term.Restore(int(d.keyboard.Fd()), d.before) // whatever it was left as
		d.setMute(false)
		d.sizeMayDiffer()
	}
	a.enter()
	return err
}

// runOnTerminal runs a command that gets the terminal, and done with how it ended.
func (m *Model) runOnTerminal(cmd *exec.Cmd, done func(error) tea.Cmd) tea.Cmd {
	run := func(a *away) error {
		cmd.Stdin, cmd.Stdout, cmd.Stderr = a.stdin, a.stdout, a.stderr
		if a.device == nil {
			return cmd.Run()
		}
		return a.device.lend(cmd)
	}
	return tea.Exec(&away{Model: m, run: run}, func(err error) tea.Msg {
		return work.Then(func() tea.Cmd { return done(err) })
	})
}

// suspend leaves the terminal to the shell until that calls the explorer back.
func (m *Model) suspend() tea.Cmd {
	return tea.Exec(&away{Model: m, run: func(*away) error { return m.stop() }}, nil)
}

// takeAgain takes the terminal once more. isBack says that it has been given back.
func (m *Model) takeAgain(isBack bool) tea.Cmd {
	return tea.Exec(&away{Model: m, isBack: isBack, run: func(*away) error { return m.goneOn() }}, nil)
}

// leave gives the terminal back as it was, with nothing left to answer.
func (m *Model) leave() {
	out := m.output()
	_, _ = io.WriteString(out, giveBackTitle)
	d := m.device
	if d == nil || d.lost.Load() {
		return
	}
	wait := answerTime
	if !m.hasAnswered && time.Since(m.began) > surelyMuteAfter {
		wait = muteTime
	}
	takeAnswers(d.keyboard, out, wait)
}

// output returns what the explorer writes to.
func (m *Model) output() io.Writer {
	switch {
	case m.device != nil:
		return m.device
	case m.options.Output != nil:
		return m.options.Output
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
		if !answers.Cancel() {
			return
		}
		select {
		case <-done:
		case <-time.After(muteTime): // another reader took what this one was woken for
		}
	}
}
