package tui

import (
	"cmp"
	"io"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"rihla/ui/keeper"
)

// device is the terminal of the process. What is taken of it is known at any moment, to
// the process that keeps the terminal too.
type device struct {
	keyboard *os.File
	screen   *os.File
	before   *term.State
	signals  chan os.Signal // that are handled

	mu    sync.Mutex
	taken keeper.Modes
	mute  bool // output is dropped: the terminal has been given back already

	guest    atomic.Pointer[os.Process] // the program that has the terminal
	stopping atomic.Bool                // the job is being stopped
	ending   atomic.Int32               // the signal that ends the explorer, or 0
	lost     atomic.Bool                // there is no terminal any more
}

// Write writes to the screen.
func (d *device) Write(text []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.mute {
		return len(text), nil
	}
	after, ever := d.taken.After(text)
	keeper.Self.Note(ever)
	n, err := d.screen.Write(text)
	if err != nil {
		d.lose()
	}
	d.taken = after
	keeper.Self.Note(after)
	return n, err
}

// lose notes that the terminal has vanished: a signal does not always say so.
func (d *device) lose() {
	if d.lost.CompareAndSwap(false, true) {
		d.tell(syscall.SIGHUP)
	}
}

// tell handles a signal that the system does not send.
func (d *device) tell(s syscall.Signal) {
	select {
	case d.signals <- s:
	default:
	}
}

// take notes that the terminal is about to be used.
func (d *device) take() { d.note(keeper.Raw) }

// giveBack resets the modes of the terminal that are in effect.
func (d *device) giveBack() {
	_ = term.Restore(int(d.keyboard.Fd()), d.before)
	d.mu.Lock()
	left := d.taken &^ (keeper.Raw | keeper.Away)
	d.mu.Unlock()
	if left != 0 {
		_, _ = io.WriteString(d, left.GivingBack())
	}
	d.note(0)
}

// yield leaves the alternate screen before the shell, which owns the terminal again, reports
// the end of its job: on the alternate screen, the report would be lost.
func (d *device) yield() {
	d.lost.Store(true)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.mute || d.taken&keeper.Away != 0 {
		return
	}
	_, _ = io.WriteString(d.screen, d.taken.GivingBack())
	d.taken, d.mute = d.taken&keeper.Raw, true
}

func (d *device) note(m keeper.Modes) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.taken = m
	keeper.Self.Note(m)
}

// setMute has output dropped, or written again.
func (d *device) setMute(mute bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.mute = mute
}

// size returns the size of the terminal, as far as it is used.
func (d *device) size() (width, height int) {
	width, height, _ = term.GetSize(int(d.screen.Fd()))
	return clamp(width, height)
}

// clamp returns the part of a size that is used. What a terminal may announce beyond
// costs memory for nothing.
func clamp(width, height int) (int, int) {
	width, height = min(width, mostSide), min(height, mostSide)
	if width > 0 && width*height > mostCells {
		height = mostCells / width
	}
	return width, height
}

// The largest size that is drawn.
const (
	mostCells = 1 << 18
	mostSide  = 2048
)

// The size of a terminal that tells none, nor does the environment.
const (
	usualWidth  = 80
	usualHeight = 24
)

// typed is the keyboard of a device.
type typed struct {
	*os.File
	*device
}

// Read reads input.
func (k typed) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	if n <= 0 {
		k.lose()
	}
	return n, err
}

// Write is that of the file: nothing writes to a keyboard.
func (k typed) Write(p []byte) (int, error) { return k.File.Write(p) }

// options are those with which a program runs on the device.
func (d *device) options(o Options) []tea.ProgramOption {
	width, height := d.size()
	if width <= 0 {
		width, _ = strconv.Atoi(variable(o.Environ, "COLUMNS"))
	}
	if height <= 0 {
		height, _ = strconv.Atoi(variable(o.Environ, "LINES"))
	}
	width, height = clamp(cmp.Or(max(width, 0), usualWidth), cmp.Or(max(height, 0), usualHeight))
	profile := colorprofile.ASCII
	if !o.NoColor {
		profile = colorprofile.Detect(d.screen, o.Environ)
	}
	options := []tea.ProgramOption{
		tea.WithInput(typed{d.keyboard, d}), tea.WithOutput(d), tea.WithWindowSize(width, height), tea.WithColorProfile(profile),
		tea.WithoutSignalHandler(),
	}
	if keeper.Self.IsKept() {
		options = append(options, tea.WithoutCatchPanics()) // the parent says what has happened
	}
	return options
}
