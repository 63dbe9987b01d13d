package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"
)

// BenchmarkFirstFrame times, from the start of the process to the last word of
// the first full frame, the built-in knowledge base and an empty Bubble Tea
// program, in turn, and prints the medians and their ratio:
//
//	go test -run '^$' -bench FirstFrame -benchtime 21x .
func BenchmarkFirstFrame(b *testing.B) {
	dir := b.TempDir()
	ours, empty := build(b, dir, "rihla", "."), build(b, dir, "empty", "./testdata/empty")
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
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "RIHLA_KB=")
	begin := time.Now()
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 36, Cols: 120})
	if err != nil {
		b.Fatal(err)
	}
	defer terminal.Close()
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}()
	var seen []byte
	buf := make([]byte, 1<<16)
	for {
		n, err := terminal.Read(buf)
		seen = append(seen, buf[:n]...)
		if bytes.Contains(seen, []byte(word)) {
			return float64(time.Since(begin)) / float64(time.Millisecond)
		}
		if err != nil {
			b.Fatalf("%s ended before it showed %q: %v\n%q", program, word, err, seen)
		}
	}
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
