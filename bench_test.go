package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// BenchmarkFirstFrame times, from the start of the process to the last word of
// the first full frame, the built-in knowledge base and an empty Bubble Tea
// program, in turn, and prints the medians and their ratio:
//
//	go test -run '^$' -bench '^BenchmarkFirstFrame' -benchtime 21x .
func BenchmarkFirstFrame(b *testing.B) {
	dir := b.TempDir()
	ours, empty := build(b, dir, "rihla", "."), build(b, dir, "empty", "./tools/empty")
	var our, peer []float64
	for b.Loop() {
		our = append(our, untilShown(b, "aide", ours, "--lang", "fr"))
		peer = append(peer, untilShown(b, "ready", empty))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(our), "rihla-ms")
	b.ReportMetric(median(peer), "empty-ms")
	b.ReportMetric(median(our)/median(peer), "ratio")
}

func build(b *testing.B, dir, name, source string) string {
	b.Helper()
	program := filepath.Join(dir, name)
	if out, err := exec.Command("go", "build", "-o", program, source).CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return program
}

// untilShown starts a program in a terminal of its own and returns the
// milliseconds until a word has been drawn.
func untilShown(b *testing.B, word, program string, args ...string) float64 {
	b.Helper()
	e := explore(b, program, args...)
	defer e.end()
	return e.until(word)
}

// The size of the terminal.
const columns, rows = 120, 36

// explorer is a program that runs in a terminal of its own.
type explorer struct {
	b        *testing.B
	began    time.Time
	cmd      *exec.Cmd
	terminal *os.File
	seen     []byte
}

func explore(b *testing.B, program string, args ...string) *explorer {
	b.Helper()
	e := &explorer{b: b, cmd: exec.Command(program, args...)}
	e.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "RIHLA_KB=", "XDG_STATE_HOME="+os.DevNull)
	e.began = time.Now()
	var err error
	if e.terminal, err = pty.StartWithSize(e.cmd, &pty.Winsize{Rows: rows, Cols: columns}); err != nil {
		b.Fatal(err)
	}
	return e
}

// until waits for a word and returns the milliseconds since the start.
func (e *explorer) until(word string) float64 {
	e.b.Helper()
	return e.untilSeen(func() bool { return bytes.Contains(e.seen, []byte(word)) })
}

// untilShows waits until all words are on the screen: later frames draw no more
// than what changes.
func (e *explorer) untilShows(words ...string) float64 {
	e.b.Helper()
	screen, drawn := vt.NewEmulator(columns, rows), 0
	go func() { _, _ = io.Copy(io.Discard, screen) }()
	defer screen.Close()
	return e.untilSeen(func() bool {
		_, _ = screen.Write(e.seen[drawn:])
		drawn = len(e.seen)
		text := screen.String()
		return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
	})
}

// untilSeen waits for something in what the program writes.
func (e *explorer) untilSeen(shows func() bool) float64 {
	e.b.Helper()
	buf := make([]byte, 1<<16)
	for !shows() {
		n, err := e.terminal.Read(buf)
		e.seen = append(e.seen, buf[:n]...)
		if err != nil {
			e.b.Fatalf("the program ended before it showed what was waited for: %v\n%q", err, e.seen)
		}
	}
	return milliseconds(e.began)
}

func (e *explorer) types(keys string) {
	if _, err := e.terminal.WriteString(keys); err != nil {
		e.b.Fatal(err)
	}
}

func (e *explorer) end() {
	_ = e.cmd.Process.Kill()
	_ = e.cmd.Wait()
	e.terminal.Close()
}

func milliseconds(since time.Time) float64 {
	return float64(time.Since(since)) / float64(time.Millisecond)
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
