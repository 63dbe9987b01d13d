package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/vt"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/tui"
)

const width, height = 100, 20

// screen is a terminal with the explorer in it.
type screen struct {
	mu       sync.Mutex
	emulator *vt.Emulator
	keyboard *io.PipeWriter
	program  *tea.Program
	ended    chan error
}

// open explores a folder.
func open(ctx context.Context, dir string) *screen {
	in, keyboard := io.Pipe()
	s := &screen{emulator: vt.NewEmulator(width, height), keyboard: keyboard, ended: make(chan error, 1)}
	go func() { _, _ = io.Copy(keyboard, s.emulator) }()
	started := make(chan *tea.Program, 1)
	go func() {
		s.ended <- tui.Run(ctx, tui.Options{
			Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.Open(ctx, dir, o) },
			Watch: func(ctx context.Context) *watch.Watcher {
				return watch.New(ctx, dir, watch.Options{Began: time.Now()})
			},
			Path: dir, Lang: "en", Input: in, Output: s,
			Environ: []string{"TERM=xterm-256color", "COLORTERM=truecolor", "CLICOLOR_FORCE=1", "TTY_FORCE=1"},
			Started: func(p *tea.Program) { started <- p },
		})
	}()
	s.program = <-started
	time.Sleep(100 * time.Millisecond)
	s.program.Send(tea.WindowSizeMsg{Width: width, Height: height})
	return s
}

// Write takes what the explorer writes.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, _ = s.emulator.Write([]byte(strings.ReplaceAll(string(p), "\n", "\r\n")))
	return len(p), nil
}

func (s *screen) close() error {
	s.program.Quit()
	err := <-s.ended
	if pipe, ok := s.emulator.InputPipe().(io.Closer); ok {
		_ = pipe.Close()
	}
	_ = s.keyboard.Close()
	return err
}

func (s *screen) press(keys string) { _, _ = io.WriteString(s.keyboard, keys) }

// lines returns the screen.
func (s *screen) lines() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]string, height)
	for y := range out {
		var b strings.Builder
		for x := range width {
			if cell := s.emulator.CellAt(x, y); cell != nil {
				b.WriteString(cell.Content)
			}
		}
		out[y] = b.String()
	}
	return out
}

// place is the line, from 0, on which the selected entity stands.
const place = 5

// shows reports whether a version is shown, and whether the entity is selected at its
// place.
func (s *screen) shows(version int) (isShown, isKept bool) {
	lines := s.lines()
	isKept = strings.HasPrefix(lines[place], "▌ "+selected+" ")
	return isKept && strings.Contains(lines[place], fmt.Sprintf(" %d.", version)), isKept
}

// waitFor waits until a version is shown, and returns how long that took.
func (s *screen) waitFor(version int) (time.Duration, error) {
	const patience = 10 * time.Second
	for began := time.Now(); ; time.Sleep(2 * time.Millisecond) {
		if isShown, _ := s.shows(version); isShown {
			return time.Since(began), nil
		}
		if time.Since(began) > patience {
			return 0, fmt.Errorf("version %d is not shown at its place:\n%s", version, strings.Join(s.lines(), "\n"))
		}
	}
}
