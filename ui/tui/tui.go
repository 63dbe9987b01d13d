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
	"runtime/debug"
	"slices"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/tune"
	"rihla/model/watch"
	"rihla/ui/keeper"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/command"
)

// framesPerSecond is how often the screen is drawn at most.
const framesPerSecond = 120

// Options say what to explore, and how.
type Options struct {
	// Open reads the knowledge base; it is called again to read it anew.
	Open func(context.Context, reader.Options) (*kb.KB, error)
	// Watch, where it is set, returns what tells when the files change, or nil. It is
	// called before they are read.
	Watch func(context.Context) *watch.Watcher
	// Base, if set, is the shared knowledge base to show instead of opening one. The explorer
	// is then read-only, uses nothing of the machine but the terminal, and handles no signals.
	Base *Base
	Path string // the knowledge base as the user named it; empty for the built-in one
	Lang string // the tag of one of words.Languages
	// Today is the day of today, and Day the one to begin with, if it is another.
	Today, Day present.Day
	// State is the file that keeps where each knowledge base was left; with none,
	// nothing is kept.
	State string
	// NoColor leaves out every colour.
	NoColor bool

	Background Background
	// Skins are the available skins; empty means the built-in ones. Skin is the name of the
	// initial one.
	Skins []theme.Skin
	Skin  string
	// KeepSkin writes a skin into the configuration, and returns where; nil: it cannot be.
	KeepSkin   func(name string) (kb.Position, error)
	HasNoMouse bool   // to begin with, the terminal has the mouse
	Editor     string // the editor to try before those of the environment, as a shell would split it
	// Columns are the fields of the lists of kinds, in place of those of the base.
	Columns map[string][]string
	// Commands are the user commands. Their index is the number of their action; see
	// [keys.OwnAction].
	Commands []command.Command
	Notice   string // the initial notice in the bottom line

	// Input and Output are the terminal; nil means the process's own.
	Input  io.Reader
	Output io.Writer
	// Width and Height are the initial size of the terminal in cells, if Base is set. Later
	// sizes come as a tea.WindowSizeMsg.
	Width, Height int
	// Environ is the environment, KEY=value; nil means the process's own.
	Environ []string
	// Started, where it is set, is given the program before it runs.
	Started func(*tea.Program)
}

// Background is that of the terminal.
type Background uint8

// The backgrounds. Unless it is one of these, the terminal is asked.
const (
	Dark Background = iota + 1
	Light
)

// Ended is how the explorer ends by a signal.
type Ended struct{ Signal syscall.Signal }

func (e Ended) Error() string { return e.Signal.String() }

// Run explores until the user quits, or until a signal ends it: the error is Ended then.
// The terminal is left as it was however it ends.
func Run(ctx context.Context, o Options) error {
	if o.Environ == nil {
		o.Environ = os.Environ()
	}
	o.NoColor = o.NoColor || variable(o.Environ, "NO_COLOR") != ""
	if o.Base != nil {
		o.Commands = nil // they would run on the server
	} else {
		defer tune.AddProcessor()() // for the event loop
	}
	d := openDevice(o)
	ctx, stopWatching := context.WithCancel(ctx)
	defer stopWatching()
	m := newModel(ctx, o)
	m.device = d
	defer m.gc.Release()
	p := tea.NewProgram(m, programOptions(ctx, o, d)...)
	if o.Started != nil {
		o.Started(p)
	}
	m.began = time.Now()
	if d != nil {
		defer d.watch(p)()
		defer d.giveBack()
	}
	m.enter()
	_, err := p.Run()
	m.endRuns()
	m.leave()
	m.keepPlace()
	if d != nil && d.ending.Load() != 0 {
		return Ended{syscall.Signal(d.ending.Load())}
	}
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return nil
	}
	return err
}

func programOptions(ctx context.Context, o Options, d *device) []tea.ProgramOption {
	options := []tea.ProgramOption{
		tea.WithContext(ctx), tea.WithFPS(framesPerSecond), tea.WithEnvironment(o.Environ), tea.WithFilter(measureByCharacters),
	}
	if d != nil {
		return append(options, d.options(o)...)
	}
	switch {
	case o.NoColor:
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	case o.Base != nil:
		options = append(options, tea.WithColorProfile(colorprofile.Env(o.Environ)))
	}
	if o.Base != nil {
		options = append(options, tea.WithoutSignalHandler(), tea.WithWindowSize(o.Width, o.Height))
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
	for _, entry := range slices.Backward(environ) { // the last counts, as for os/exec
		if value, ok := strings.CutPrefix(entry, name+"="); ok {
			return value
		}
	}
	return ""
}

// guarded calls a function and returns a panic as an error. If the process is not shared by
// several explorers, the parent process reports the crash.
func guarded(isShared bool, what func() error) (err error) {
	if !isShared && keeper.Self.IsKept() {
		return what()
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v\n%s", r, debug.Stack())
		}
	}()
	return what()
}
