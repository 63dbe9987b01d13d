// Package tuitest lets a test sit at a terminal: it runs a Bubble Tea program
// in an emulator, types keys as a keyboard sends them, and sees the cells that
// a person would see. It knows nothing of what the program is.
package tuitest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// Terminal is what a program is given to run on.
type Terminal struct {
	Context context.Context
	Input   io.Reader
	Output  io.Writer
	Environ []string
	// Started is called with the program before it runs.
	Started func(*tea.Program)
}

// Options say what terminal it is. The zero value is 80×24, with every colour.
type Options struct {
	Width, Height int
	// Environ adds to the environment: KEY=value. Nothing of the test's own
	// environment is in it.
	Environ []string
	// Late is how much later than asked the terminal of a process answers.
	Late time.Duration
}

// Screen is a person before the terminal. Every method that acts waits until
// the screen is still.
type Screen struct {
	t         testing.TB
	mu        sync.Mutex // guards what the emulator shows
	emulator  *vt.Emulator
	hasCursor bool         // whether the emulator shows its cursor
	program   *tea.Program // nil where it runs in a process of its own
	process   *os.Process  // nil where it does not
	keyboard  io.Writer
	resize    func(width, height int)
	still     func()
	sent      log
	width     int
	height    int
	ended     chan struct{}
	err       error
	expected  bool // whether the story has asked for err
}

// log keeps what the program sent to the terminal.
type log struct {
	mu    sync.Mutex
	bytes bytes.Buffer
}

func (l *log) write(p []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.bytes.Write(p)
}

func (l *log) copy() []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	return bytes.Clone(l.bytes.Bytes())
}

// stillAfter is longer than a frame and longer than what an Esc alone is
// waited for. The time is virtual.
const stillAfter = 120 * time.Millisecond

// longestTimer is longer than any timer that a program leaves behind; virtual
// time ends only when none runs.
const longestTimer = time.Hour

// Run runs a program in virtual time while the story is told, and ends it.
// Nothing sleeps in truth.
func Run(t *testing.T, o Options, run func(Terminal) error, story func(*Screen)) {
	t.Helper()
	watchSignals()
	synctest.Test(t, func(t *testing.T) {
		s := begin(t, o, run)
		defer s.end()
		s.wait()
		story(s)
	})
}

// watchSignals has the runtime watch for signals from without the bubble of
// virtual time, which its watcher could not leave again.
var watchSignals = sync.OnceFunc(func() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP)
	signal.Stop(c)
})

func begin(t testing.TB, o Options, run func(Terminal) error) *Screen {
	keyboard := newQueue()
	s := newScreen(t, o)
	s.keyboard = keyboard
	s.still = func() { time.Sleep(stillAfter) }
	s.resize = func(width, height int) { s.program.Send(tea.WindowSizeMsg{Width: width, Height: height}) }
	go func() {
		_, _ = io.Copy(keyboard, s.emulator)
	}()
	started := make(chan struct{})
	go func() {
		defer close(s.ended)
		s.err = run(Terminal{
			Context: t.Context(),
			Input:   keyboard,
			Output:  output{s},
			Environ: append([]string{"CLICOLOR_FORCE=1", "TTY_FORCE=1"}, s.environ(o)...),
			Started: func(p *tea.Program) {
				s.program = p
				close(started)
			},
		})
	}()
	select {
	case <-started:
	case <-s.ended:
		t.Fatalf("it ended before it started: %v", s.err)
	}
	// Without a terminal's file the program first tells itself that it has no
	// size; the true one must come after.
	synctest.Wait()
	s.program.Send(tea.WindowSizeMsg{Width: s.width, Height: s.height})
	return s
}

func newScreen(t testing.TB, o Options) *Screen {
	if o.Width == 0 {
		o.Width, o.Height = 80, 24
	}
	s := &Screen{
		t: t, emulator: vt.NewEmulator(o.Width, o.Height),
		width: o.Width, height: o.Height, ended: make(chan struct{}),
	}
	s.emulator.SetCallbacks(vt.Callbacks{CursorVisibility: func(isShown bool) { s.hasCursor = isShown }})
	return s
}

func (s *Screen) environ(o Options) []string {
	env := []string{"TERM=xterm-256color", "COLORTERM=truecolor"}
	if o.Environ == nil {
		env = append(env, "EDITOR=none") // no program can be waited for in virtual time
	}
	return append(env, o.Environ...)
}

// output is the terminal's side of what the program writes.
type output struct{ s *Screen }

func (o output) Write(p []byte) (int, error) {
	o.s.sent.write(p)
	// No terminal driver stands between, so a line feed must return by itself.
	o.s.show(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), nil
}

// windowTitle sets the title of the window, which the emulator does not show. It
// takes the byte 9C in one for its end, as no terminal does that reads UTF-8.
var windowTitle = regexp.MustCompile("\x1b\\]2;[^\a\x1b]*\a")

func (s *Screen) show(p []byte) {
	p = []byte(ByCharacters(string(windowTitle.ReplaceAll(p, nil))))
	s.mu.Lock()
	defer s.mu.Unlock()
	_, _ = s.emulator.Write(p)
}

func (s *Screen) end() {
	if !s.Ended() {
		s.program.Quit()
	}
	<-s.ended
	s.sayHowItEnded()
	if q, ok := s.keyboard.(*queue); ok {
		q.close()
	}
	s.closeEmulator()
	time.Sleep(longestTimer)
}

func (s *Screen) sayHowItEnded() {
	if s.err != nil && !s.expected {
		s.t.Errorf("it ended with %v, having sent %q", s.err, tail(s.Sent(), 4000))
	}
}

// closeEmulator closes the pipe of the emulator's answers, which ends its readers.
// Closing the emulator itself would race with them.
func (s *Screen) closeEmulator() {
	if pipe, ok := s.emulator.InputPipe().(io.Closer); ok {
		_ = pipe.Close()
	}
}

func tail(p []byte, n int) []byte { return p[max(0, len(p)-n):] }

func (s *Screen) wait() { s.still() }

// Ended reports whether the program has ended.
func (s *Screen) Ended() bool {
	select {
	case <-s.ended:
		return true
	default:
		return false
	}
}

// Err returns what the program ended with.
func (s *Screen) Err() error {
	<-s.ended
	s.expected = true
	return s.err
}

// Sent returns every byte that the program has sent to the terminal.
func (s *Screen) Sent() []byte { return s.sent.copy() }

// SentSince returns what the program has sent to the terminal after its first n bytes.
func (s *Screen) SentSince(n int) []byte {
	s.sent.mu.Lock()
	defer s.sent.mu.Unlock()
	return bytes.Clone(s.sent.bytes.Bytes()[n:])
}

// Wait lets time pass.
func (s *Screen) Wait(d time.Duration) *Screen {
	time.Sleep(d)
	return s
}

// Settle waits until the screen is still.
func (s *Screen) Settle() *Screen {
	s.wait()
	return s
}

// AtOnce acts so fast that no time passes: each method returns when the program, which
// runs in virtual time, has dealt with what was done, and has perhaps not drawn it yet.
func (s *Screen) AtOnce(act func()) *Screen {
	still := s.still
	s.still = synctest.Wait
	act()
	s.still = still
	return s
}

// Resize gives the terminal another size.
func (s *Screen) Resize(width, height int) *Screen {
	s.width, s.height = width, height
	s.mu.Lock()
	s.emulator.Resize(width, height)
	s.mu.Unlock()
	s.resize(width, height)
	s.wait()
	return s
}

// Size returns the terminal's size in cells.
func (s *Screen) Size() (width, height int) { return s.width, s.height }

// Cell returns what stands in a cell, counted from 0.
func (s *Screen) Cell(x, y int) uv.Cell {
	s.mu.Lock()
	defer s.mu.Unlock()
	if cell := s.emulator.CellAt(x, y); cell != nil {
		return *cell
	}
	return uv.EmptyCell
}

// HasCursor reports whether the terminal's cursor is shown.
func (s *Screen) HasCursor() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hasCursor
}

// Cursor returns the cell in which the terminal's cursor stands.
func (s *Screen) Cursor() (x, y int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.emulator.CursorPosition()
	return at.X, at.Y
}

// Grid returns every cell of the screen as it is now.
func (s *Screen) Grid() uv.ScreenBuffer {
	s.mu.Lock()
	defer s.mu.Unlock()
	grid := uv.NewScreenBuffer(s.width, s.height)
	s.emulator.Draw(grid, grid.Bounds())
	return grid
}

// Line returns the text of a line, without spaces at its end.
func (s *Screen) Line(y int) string {
	var b strings.Builder
	for x := 0; x < s.width; {
		cell := s.Cell(x, y)
		if cell.Content == "" {
			b.WriteByte(' ')
		} else {
			b.WriteString(cell.Content)
		}
		x += max(1, cell.Width)
	}
	return strings.TrimRight(b.String(), " ")
}

// Text returns the whole screen, a line for each row.
func (s *Screen) Text() string {
	lines := make([]string, s.height)
	for y := range lines {
		lines[y] = s.Line(y)
	}
	return strings.Join(lines, "\n")
}

// Looks returns the whole screen with its colours and with where its cursor stands, a
// line for each row, of which the first is the cursor's.
func (s *Screen) Looks() string {
	x, y := s.Cursor()
	return fmt.Sprintf("%d,%d,%v\n%s", x, y, s.HasCursor(), s.Grid().Render())
}

// Title returns the last window title that was sent, or nothing.
func (s *Screen) Title() string {
	title := ""
	for _, seq := range Sequences(s.Sent()) {
		if text, ok := strings.CutPrefix(seq, "\x1b]2;"); ok {
			title = strings.TrimRight(text, "\x07\x1b\\")
		}
	}
	return title
}

// Find returns the cell where a text begins, the topmost and leftmost if it
// stands there more than once.
func (s *Screen) Find(text string) (x, y int, ok bool) {
	for y := range s.height {
		line := s.Line(y)
		if before, _, ok := strings.Cut(line, text); ok {
			return ansi.StringWidthWc(before), y, true
		}
	}
	return 0, 0, false
}
