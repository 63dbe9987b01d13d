package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkLargeChange times, in the explorer, the first reading of a large knowledge
// base, from the start of the process until all is linked, and beside it a change of one
// table in it, from the end of the save until the screen shows it. It prints the medians and their
// ratio, and the resident memory after the first reading and after the changes:
//
//	RIHLA_BENCH=/tmp go test -run '^$' -bench LargeChange -benchtime 5x -timeout 1h .
func BenchmarkLargeChange(b *testing.B) {
	for name, below := range map[string]string{"7k-files": "part-000000.toml", "100k.toml": ""} {
		b.Run(name, func(b *testing.B) {
			path := copyOf(b, largeBase(b, name))
			file := filepath.Join(path, below)
			ours := build(b, b.TempDir(), "rihla", ".")
			text, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			before, rest, _ := bytes.Cut(text, []byte(`name = "`))
			_, rest, _ = bytes.Cut(rest, []byte(`"`))
			var first, changed, memory, afterwards []float64
			n := 0
			for b.Loop() {
				e := explore(b, ours, "--lang", "en", path)
				e.untilShows("1/")
				first = append(first, e.untilShows(" links"))
				time.Sleep(10 * time.Second) // it is indexed and checked, and memory is given back
				memory = append(memory, e.resident())
				for range 3 {
					n++
					name := fmt.Sprintf("Changed %d", n)
					if err := os.WriteFile(file, bytes.Join([][]byte{before, rest}, []byte(`name = "`+name+`"`)), 0o600); err != nil {
						b.Fatal(err)
					}
					began := time.Now()
					e.untilShows(name)
					changed = append(changed, milliseconds(began))
					time.Sleep(500 * time.Millisecond)
				}
				time.Sleep(20 * time.Second) // the whole is read
				afterwards = append(afterwards, e.resident())
				e.end()
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(first), "first-ms")
			b.ReportMetric(median(changed), "change-ms")
			b.ReportMetric(median(changed)/median(first), "ratio")
			b.ReportMetric(median(memory)/1e6, "resident-MB")
			b.ReportMetric(median(afterwards)/1e6, "resident-after-MB")
		})
	}
}

// copyOf returns a copy of a file or a folder that the benchmark may write to.
func copyOf(b *testing.B, path string) string {
	b.Helper()
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	if info.IsDir() {
		to := filepath.Join(b.TempDir(), "kb")
		if err := os.CopyFS(to, os.DirFS(path)); err != nil {
			b.Fatal(err)
		}
		return to
	}
	to := filepath.Join(b.TempDir(), filepath.Base(path))
	text, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(to, text, 0o600)
	}
	if err != nil {
		b.Fatal(err)
	}
	return to
}

// BenchmarkLargeEdit times, in the explorer of a large knowledge base in one file, a link
// that is added to an entity: from the last key of it until the form shows the line that it
// would write, and from ctrl-s until it is written, read and shown; and beside it the first
// reading, from the start of the process until all is linked. It prints the medians, and
// the resident memory after the first reading and after the edits:
//
//	RIHLA_BENCH=/tmp go test -run '^$' -bench LargeEdit -benchtime 3x -timeout 1h .
func BenchmarkLargeEdit(b *testing.B) {
	path := copyOf(b, largeBase(b, "100k.toml"))
	ours := build(b, b.TempDir(), "rihla", ".")
	var first, previewed, written, memory, afterwards []float64
	for b.Loop() {
		e := explore(b, ours, "--lang", "en", path)
		e.untilShows("1/")
		first = append(first, e.untilShows(" links"))
		time.Sleep(10 * time.Second) // it is indexed and checked, and memory is given back
		memory = append(memory, e.resident())
		for range 3 {
			e.types("ja")
			e.untilShows("Add to")
			e.types("parent\tnouned-data-")
			began := time.Now()
			e.types("0")
			e.untilShows("+ parent = ")
			previewed = append(previewed, milliseconds(began))
			began = time.Now()
			e.types("\x13") // ctrl-s
			e.untilShows("Wrote")
			written = append(written, milliseconds(began))
			time.Sleep(20 * time.Second) // the whole is read
		}
		afterwards = append(afterwards, e.resident())
		e.end()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(first), "first-ms")
	b.ReportMetric(median(previewed), "preview-ms")
	b.ReportMetric(median(written), "written-ms")
	b.ReportMetric(median(memory)/1e6, "resident-MB")
	b.ReportMetric(median(afterwards)/1e6, "resident-after-MB")
}
