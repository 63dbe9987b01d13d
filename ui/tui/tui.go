// Package tui is the explorer: a Bubble Tea model that owns focus, history,
// dialogs and size, and shows one page. Pages and dialogs own their state; they do
// not know what else is on the screen. The walk of a key:
//
//	terminal
//	   │ tea.KeyPressMsg
//	Model.Update ─► handleKey (input.go)
//	                  │
//	                  ├─ a dialog is open ────────► Dialog.Key ──┐
//	                  ├─ the page has a field open ► Page.Type ──┤
//	                  │                                          │
//	                  └─ keys.Find(Page.Scope) ─► act            │
//	                        │                      │             │
//	                        │ leads elsewhere      │ else        │
//	                        ▼                      ▼             │ page.Answer
//	                     history.go,            Page.Act ────────┤
//	                     pages.go                                ▼
//	                        ▲                        obey: Cmd ─► the loop
//	                        │ carryOut (intents.go)        Intent
//	                        └──────────────────────────────────┘
//
// What takes longer than a frame runs beside the loop: a page or a dialog gives it
// to a work.Worker, whose answer comes back as a work.Done and is dropped where
// another task was given since. Files are read by load.go.
package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/tune"
	"rihla/ui/present"
)

// framesPerSecond is how often the screen is drawn at most.
const framesPerSecond = 120

// Options say what to explore, and how.
type Options struct {
	// Open reads the knowledge base; it is called again to read it anew.
	Open func(context.Context, reader.Options) (*kb.KB, error)
	Path string // what is opened, as the user named it; empty for the built-in one
	Lang string // the tag of one of words.Languages
	// Today is the day of today, and Day the one to begin with, if it is another.
	Today, Day present.Day
	// State is the file that keeps where each knowledge base was left; with none,
	// nothing is kept.
	State string
	// NoColor leaves out every colour.
	NoColor bool

	// Input and Output are the terminal; nil means the process's own.
	Input  io.Reader
	Output io.Writer
	// Environ is the environment, KEY=value; nil means the process's own.
	Environ []string
	// Started, where it is set, is given the program before it runs.
	Started func(*tea.Program)
}

// Run explores until the user quits. The terminal is left as it was however it
// ends.
func Run(ctx context.Context, o Options) error {
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	o.NoColor = o.NoColor || variable(o.Environ, "NO_COLOR") != ""
	defer tune.AddProcessor()() // for the loop that answers to keys
	m := newModel(ctx, o)
	defer m.gc.Release()
	p := tea.NewProgram(m, programOptions(ctx, o)...)
	stop := quitOn(p, syscall.SIGHUP, syscall.SIGQUIT)
	defer stop()
	if o.Started != nil {
		o.Started(p)
	}
	enter(o)
	defer leave(o, m, time.Now())
	_, err := p.Run()
	m.keepPlace()
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return nil
	}
	return err
}

func programOptions(ctx context.Context, o Options) []tea.ProgramOption {
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithEnvironment(o.Environ), tea.WithFilter(measureByCharacters),
	}
	if o.NoColor {
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	}
	if o.Input != nil {
		options = append(options, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		options = append(options, tea.WithOutput(o.Output))
	}
	return options
}

// measureByCharacters keeps Bubble Tea from asking the terminal to measure by
// clusters of characters: ui/safe measures by characters, and what is laid out
// by one measure and drawn by the other does not align.
func measureByCharacters(_ tea.Model, msg tea.Msg) tea.Msg {
	if report, ok := msg.(tea.ModeReportMsg); ok && report.Mode == ansi.ModeUnicodeCore {
		return nil
	}
	return msg
}

// variable returns a variable of an environment.
func variable(environ []string, name string) string {
	for _, entry := range environ {
		if value, ok := strings.CutPrefix(entry, name+"="); ok {
			return value
		}
	}
	return ""
}

// quitOn ends the program in good order on signals that would otherwise kill
// it and leave the terminal as it is.
func quitOn(p *tea.Program, signals ...os.Signal) (stop func()) {
	c := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(c, signals...)
	go func() {
		select {
		case <-c:
			p.Quit()
		case <-done:
		}
	}()
	return func() {
		signal.Stop(c)
		close(done)
	}
}

// guarded runs what may panic and returns the panic as an error.
func guarded(what func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v\n%s", r, debug.Stack())
		}
	}()
	return what()
}
