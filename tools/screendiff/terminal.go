package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

const (
	silence = 70 * time.Millisecond // without output: a screen is complete
	longest = 3 * time.Second       // to wait for it
)

// terminal is a build that runs on a terminal of its own.
type terminal struct {
	cmd  *exec.Cmd
	file *os.File

	mu       sync.Mutex
	emulator *vt.Emulator
	size     size
	heard    time.Time // when output last came
	err      error
}

func start(program string, args []string, s size, env []string) (*terminal, error) {
	cmd := exec.Command(program, args...)
	cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "LC_ALL=C.UTF-8", "HOME=" + os.TempDir(), "XDG_STATE_HOME=" + os.TempDir()}, env...)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(s.width), Rows: uint16(s.height)})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", program, err)
	}
	t := &terminal{cmd: cmd, file: file, emulator: vt.NewEmulator(s.width, s.height), size: s, heard: time.Now()}
	go func() { _, _ = io.Copy(file, t.emulator) }()
	go t.read()
	return t, nil
}

func (t *terminal) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := t.file.Read(buffer)
		t.mu.Lock()
		_, _ = t.emulator.Write(buffer[:n])
		t.heard, t.err = time.Now(), err
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (t *terminal) press(key string) error {
	t.mu.Lock()
	err := t.err
	t.heard = time.Now()
	t.mu.Unlock()
	if err != nil {
		return fmt.Errorf("%s has ended: %w", t.cmd.Path, err)
	}
	_, err = t.file.WriteString(sequence(key))
	return err
}

// settle waits until neither terminal has had output for a while.
func settle(a, b *terminal) {
	deadline := time.Now().Add(longest)
	for time.Now().Before(deadline) {
		quiet := min(a.quiet(), b.quiet())
		if quiet >= silence {
			return
		}
		time.Sleep(silence - quiet)
	}
}

func (t *terminal) quiet() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	return time.Since(t.heard)
}

func (t *terminal) grid() uv.ScreenBuffer {
	t.mu.Lock()
	defer t.mu.Unlock()
	grid := uv.NewScreenBuffer(t.size.width, t.size.height)
	t.emulator.Draw(grid, grid.Bounds())
	return grid
}

func (t *terminal) close() {
	_ = t.cmd.Process.Kill()
	_ = t.cmd.Wait()
	_ = t.file.Close()
}

// sequence returns what a terminal sends for a key.
func sequence(key string) string {
	if s, ok := sequences[key]; ok {
		return s
	}
	return key
}

var sequences = map[string]string{
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
	"home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"shift+left": "\x1b[1;2D", "shift+right": "\x1b[1;2C", "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
	"enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "backspace": "\x7f", "space": " ",
	"ctrl+d": "\x04", "ctrl+u": "\x15",
}
