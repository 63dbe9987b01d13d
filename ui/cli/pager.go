package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"

	"github.com/kballard/go-shellquote"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rihla/ui/words"
)

// unpaged lists the commands whose output is short or not text.
var unpaged = []string{"rihla", "completion", "help", "config", "version", cobra.ShellCompRequestCmd}

// page sends the output of a command through a pager, if it is longer than the screen of a
// terminal.
func (a *app) page(cmd *cobra.Command) {
	path := strings.Fields(cmd.CommandPath())
	if a.noPager || !a.isTerminal() || a.getenv("TERM") == "dumb" || slices.Contains(unpaged, path[min(1, len(path)-1)]) {
		return
	}
	command := a.pagerCommand()
	_, height, err := term.GetSize(int(a.terminal().Fd()))
	if len(command) == 0 || err != nil || height < 2 {
		return
	}
	a.out = &pager{app: a, terminal: a.terminal(), command: command, room: height - 1}
}

// pagerCommand returns the pager and its arguments, or nil if paging is disabled.
func (a *app) pagerCommand() []string {
	for _, name := range []string{"RIHLA_PAGER", "PAGER"} {
		if value, isSet := a.lookupEnv(name); isSet {
			command, err := shellquote.Split(value)
			if err != nil || len(command) == 0 || command[0] == "cat" {
				return nil
			}
			return command
		}
	}
	if path, err := exec.LookPath("less"); err == nil {
		return []string{path}
	}
	return nil
}

// pager buffers output until it is longer than the screen, and then pipes it to the pager
// program.
type pager struct {
	app      *app
	terminal *os.File
	command  []string
	room     int // height of the screen, in lines

	held  bytes.Buffer
	lines int
	into  io.WriteCloser // standard input of the program, once started
	ended chan struct{}  // closed when the program has exited
	// isStopped is set when a signal ends the process, which then waits for the program.
	isStopped atomic.Bool
}

func (p *pager) Write(text []byte) (int, error) {
	if p.into != nil {
		return p.send(text)
	}
	if p.command == nil {
		return p.terminal.Write(text)
	}
	p.held.Write(text)
	if p.lines += bytes.Count(text, []byte("\n")); p.lines <= p.room {
		return len(text), nil
	}
	return len(text), p.start()
}

// start starts the program. If it fails, output goes to the terminal.
func (p *pager) start() error {
	cmd := exec.Command(p.command[0], p.command[1:]...)
	cmd.Stdout, cmd.Stderr = p.terminal, os.Stderr
	cmd.Env = p.app.environ
	for name, value := range map[string]string{"LESS": "FRX", "LESSCHARSET": "utf-8", "LV": "-c"} {
		if _, isSet := p.app.lookupEnv(name); !isSet {
			cmd.Env = append(slices.Clip(cmd.Env), name+"="+value)
		}
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM) // before the program takes over the terminal
	into, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		signal.Stop(signals)
		name := p.command[0]
		p.command = nil
		p.app.complain(fail(p.app.code, p.app.words.Say(words.PagerFailed, brief(name), cause(err))))
		_, err := p.terminal.Write(p.held.Bytes())
		return err
	}
	p.into, p.ended = into, make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(p.ended)
	}()
	go p.endOnSignal(signals, cmd.Process)
	_, err = p.send(p.held.Bytes())
	return err
}

// send writes text to the program. The error is io.ErrClosedPipe if its input is closed.
func (p *pager) send(text []byte) (int, error) {
	n, err := p.into.Write(text)
	if errors.Is(err, os.ErrClosed) {
		err = io.ErrClosedPipe
	}
	return n, err
}

// endOnSignal waits on a signal for the program, which owns the terminal, and then ends the
// process.
func (p *pager) endOnSignal(signals <-chan os.Signal, program *os.Process) {
	received := <-signals
	p.isStopped.Store(true)
	number := 2
	if received == syscall.SIGTERM {
		number = 15
		_ = program.Signal(received)
	}
	_ = p.into.Close()
	<-p.ended
	os.Exit(fromSignal + number)
}

// Close prints the buffered output, or waits for the program to exit.
func (p *pager) Close() error {
	if p.into == nil {
		if p.command == nil {
			return nil
		}
		_, err := p.terminal.Write(p.held.Bytes())
		return err
	}
	_ = p.into.Close()
	<-p.ended
	if p.isStopped.Load() {
		select {} // the signal ends the process
	}
	return nil
}
