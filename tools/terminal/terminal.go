// Package terminal runs an executable on a terminal of its own, types keys into it
// and returns the cells that it shows.
package terminal

import (
	"fmt"
	"image/color"
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

// Size is that of a terminal, in cells.
type Size struct{ Width, Height int }

// ParseSize reads a size written as 80x24.
func ParseSize(text string) (Size, error) {
	var s Size
	if _, err := fmt.Sscanf(text, "%dx%d", &s.Width, &s.Height); err != nil || s.Width <= 0 || s.Height <= 0 {
		return s, fmt.Errorf("size %q: write it as 80x24", text)
	}
	return s, nil
}

// Options say what terminal it is.
type Options struct {
	Size       Size
	Env        []string    // what is added to the environment: KEY=value
	Background color.Color // what the terminal says when it is asked, nil for black
}

// Terminal is an executable that runs.
type Terminal struct {
	cmd  *exec.Cmd
	file *os.File

	mu       sync.Mutex
	emulator *vt.Emulator
	size     Size
	heard    time.Time // when output last came
	spoke    bool      // whether any has come
	err      error
}

// Start runs a program. Its home is the folder of temporary files.
func Start(program string, args []string, o Options) (*Terminal, error) {
	s := o.Size
	cmd := exec.Command(program, args...)
	cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "LC_ALL=C.UTF-8", "HOME=" + os.TempDir(), "XDG_STATE_HOME=" + os.DevNull, "RIHLA_CONFIG=" + os.DevNull}, o.Env...)
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(s.Width), Rows: uint16(s.Height)})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", program, err)
	}
	t := &Terminal{cmd: cmd, file: file, emulator: vt.NewEmulator(s.Width, s.Height), size: s, heard: time.Now()}
	if o.Background != nil {
		t.emulator.SetDefaultBackgroundColor(o.Background)
	}
	go func() { _, _ = io.Copy(file, t.emulator) }()
	go t.read()
	return t, nil
}

func (t *Terminal) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := t.file.Read(buffer)
		t.mu.Lock()
		_, _ = t.emulator.Write(buffer[:n])
		t.heard, t.err, t.spoke = time.Now(), err, true
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Press types a key: a character, or the name of a key such as "shift+tab".
func (t *Terminal) Press(key string) error {
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

// Settle waits until none of the terminals has had output for a while.
func Settle(all ...*Terminal) {
	deadline := time.Now().Add(longest)
	for time.Now().Before(deadline) {
		quiet := silence
		for _, t := range all {
			quiet = min(quiet, t.quiet())
		}
		if quiet >= silence {
			return
		}
		time.Sleep(max(silence-quiet, 1))
	}
}

func (t *Terminal) quiet() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.spoke {
		return 0
	}
	return time.Since(t.heard)
}

// Grid returns a copy of the cells.
func (t *Terminal) Grid() uv.ScreenBuffer {
	t.mu.Lock()
	defer t.mu.Unlock()
	grid := uv.NewScreenBuffer(t.size.Width, t.size.Height)
	t.emulator.Draw(grid, grid.Bounds())
	return grid
}

// Close kills the program.
func (t *Terminal) Close() {
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
	"ctrl+d": "\x04", "ctrl+o": "\x0f", "ctrl+s": "\x13", "ctrl+u": "\x15", "ctrl+y": "\x19",
}
