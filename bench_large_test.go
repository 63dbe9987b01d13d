package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rihla/model/generate"
)

// large are the knowledge bases of the benchmarks, invented when they are first
// needed and kept in $RIHLA_BENCH, or else thrown away.
var large = map[string]generate.Options{
	"1k.toml":   {Seed: 1, Entities: 1_000},
	"10k.toml":  {Seed: 1, Entities: 10_000},
	"100k.toml": {Seed: 1, Entities: 100_000},
	"1m.toml":   {Seed: 1, Entities: 1_000_000},
	"7k-files":  {Seed: 1, Entities: 50_000, Files: 7_000},
}

func largeBase(b *testing.B, name string) string {
	b.Helper()
	dir := os.Getenv("RIHLA_BENCH")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		if err := generate.Write(path, large[name]); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

// BenchmarkLargeFirstFrame times, from the start of the process, the first full
// frame of the list of a large knowledge base, and in turn two peers: BurntSushi's
// decoding of its files one after the other, and the floor, which is the first
// frame of an empty Bubble Tea program and then the reading of the bytes. It prints
// the medians, their ratios, and the resident memory at the first frame as a
// multiple of the files:
//
//	RIHLA_BENCH=/tmp go test -run '^$' -bench LargeFirstFrame -benchtime 5x -timeout 1h .
//
// With RIHLA_BENCH_FLOOR=1 it leaves out the decoding, which takes most of the
// time.
func BenchmarkLargeFirstFrame(b *testing.B) {
	for _, name := range []string{"1k.toml", "10k.toml", "100k.toml", "7k-files", "1m.toml"} {
		b.Run(name, func(b *testing.B) {
			path := largeBase(b, name)
			dir := b.TempDir()
			ours, empty, peer := build(b, dir, "rihla", "."), build(b, dir, "empty", "./tools/empty"), build(b, dir, "decode", "./tools/decode")
			var our, least, reading, their, memory []float64
			for b.Loop() {
				e := explore(b, ours, "--lang", "en", path)
				our = append(our, e.until("1/"))
				memory = append(memory, e.resident())
				e.end()
				least = append(least, untilShown(b, "ready", empty))
				reading = append(reading, readBytes(b, path))
				if os.Getenv("RIHLA_BENCH_FLOOR") == "" {
					their = append(their, printed(b, peer, path))
				}
			}
			if len(their) > 0 {
				report(b, our, their)
			}
			floor := median(least) + median(reading)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(median(our), "rihla-ms")
			b.ReportMetric(floor, "floor-ms")
			b.ReportMetric(median(our)/floor, "floor-ratio")
			reportMemory(b, memory, path)
		})
	}
}

// readBytes returns the milliseconds that it takes to read a file, or all files
// below a folder, through a buffer that is used again and again.
func readBytes(b *testing.B, path string) float64 {
	b.Helper()
	buffer := make([]byte, 1<<20)
	began := time.Now()
	err := filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		for {
			if _, err := f.Read(buffer); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	return milliseconds(began)
}

// BenchmarkLargeWhole times how long it takes until everything is decoded,
// linked, and the list answers a filter.
func BenchmarkLargeWhole(b *testing.B) {
	for _, name := range []string{"1k.toml", "10k.toml", "100k.toml"} {
		b.Run(name, func(b *testing.B) {
			path := largeBase(b, name)
			dir := b.TempDir()
			ours, peer := build(b, dir, "rihla", "."), build(b, dir, "decode", "./tools/decode")
			var our, their, memory, peak []float64
			for b.Loop() {
				e := explore(b, ours, "--lang", "en", path)
				e.untilShows(" links")
				e.types("/zetre")
				our = append(our, e.untilShows("/ zetre", "▌ Zé"))
				time.Sleep(2 * time.Second) // what is no longer needed is given back
				memory, peak = append(memory, e.resident()), append(peak, e.status("VmHWM:"))
				e.end()
				their = append(their, printed(b, peer, path))
			}
			report(b, our, their)
			reportMemory(b, memory, path)
			b.ReportMetric(median(peak)/1e6, "peak-MB")
		})
	}
}

// BenchmarkLargeLetters times, on a million entities that have all been read,
// from a letter of the filter being typed to it being drawn, and to the last of
// what it changes.
func BenchmarkLargeLetters(b *testing.B) {
	path := largeBase(b, "1m.toml")
	ours := build(b, b.TempDir(), "rihla", ".")
	e := explore(b, ours, "--lang", "en", path)
	defer e.end()
	b.Log("linked after", e.untilShows(" links"), "ms")
	time.Sleep(40 * time.Second) // the index is made, and what is no longer needed is given back
	memory, peak := e.resident(), e.status("VmHWM:")
	drawn := make(chan time.Time, 1<<16)
	go func() {
		buf := make([]byte, 1<<16)
		for {
			if _, err := e.terminal.Read(buf); err != nil {
				return
			}
			drawn <- time.Now()
		}
	}()
	e.types("/")
	var took, settled []float64
	for b.Loop() {
		for _, letter := range []string{"e", "\x7f", "z", "e", "t", "r", "e", "\x15"} {
			time.Sleep(300 * time.Millisecond)
			for len(drawn) > 0 {
				<-drawn
			}
			began := time.Now()
			e.types(letter)
			first := <-drawn
			time.Sleep(200 * time.Millisecond)
			last := first
			for len(drawn) > 0 {
				last = <-drawn
			}
			took = append(took, float64(first.Sub(began).Microseconds())/1e3)
			settled = append(settled, float64(last.Sub(began).Microseconds())/1e3)
		}
	}
	b.ReportMetric(median(took), "draw-ms")
	b.ReportMetric(slices.Max(took), "worst-draw-ms")
	b.ReportMetric(median(settled), "answer-ms")
	b.ReportMetric(slices.Max(settled), "worst-answer-ms")
	reportMemory(b, []float64{memory}, path)
	b.ReportMetric(peak/1e6, "peak-MB")
}

// hostile are files of shapes that nobody means to write.
var hostile = map[string]func(w *bufio.Writer){
	"a-million-tiny.toml": func(w *bufio.Writer) {
		for i := range 1_000_000 {
			fmt.Fprintf(w, "[t.%d]\n", i)
		}
	},
	"a-million-links-to-one.toml": func(w *bufio.Writer) {
		fmt.Fprintln(w, "[city.hub]\nname = \"Hub\"")
		for i := range 1_000_000 {
			fmt.Fprintf(w, "[company.c%d]\nseat = \"hub\"\n", i)
		}
	},
	"100000-kinds.toml": func(w *bufio.Writer) {
		for i := range 100_000 {
			fmt.Fprintf(w, "[k%d.only]\nname = \"Only %d\"\n", i, i)
		}
	},
	"one-line.toml": func(w *bufio.Writer) {
		fmt.Fprintf(w, "x = [%s1]", strings.Repeat("1, ", 33_000_000))
	},
	"one-entity.toml": func(w *bufio.Writer) {
		fmt.Fprintln(w, "[thing.one]")
		for i := range 5_000_000 {
			fmt.Fprintf(w, "key%d = \"the value of the key %d\"\n", i, i)
		}
	},
	"one-text.toml": func(w *bufio.Writer) {
		fmt.Fprintf(w, "[thing.one]\nbody = \"\"\"\n%s\"\"\"\n", strings.Repeat("The same line, again and again.\n", 6_500_000))
	},
}

// BenchmarkLargeHostile times the first frame of hostile files, and how long it
// takes and how much memory until all of them has been read.
func BenchmarkLargeHostile(b *testing.B) {
	ours := build(b, b.TempDir(), "rihla", ".")
	for name, write := range hostile {
		b.Run(name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), name)
			if dir := os.Getenv("RIHLA_BENCH"); dir != "" {
				path = filepath.Join(dir, name)
			}
			if _, err := os.Stat(path); err != nil {
				f, err := os.Create(path)
				if err != nil {
					b.Fatal(err)
				}
				w := bufio.NewWriter(f)
				write(w)
				if err := cmp.Or(w.Flush(), f.Close()); err != nil {
					b.Fatal(err)
				}
			}
			for b.Loop() {
				e := explore(b, ours, "--lang", "en", path)
				b.ReportMetric(e.until("1/"), "first-frame-ms")
				b.ReportMetric(e.untilShows(" links"), "linked-ms")
				time.Sleep(2 * time.Second)
				b.ReportMetric(e.status("VmHWM:")/1e6, "peak-MB")
				reportMemory(b, []float64{e.resident()}, path)
				e.end()
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkLargeCommands times commands that go through everything, from start
// to end.
func BenchmarkLargeCommands(b *testing.B) {
	for name, args := range map[string][]string{
		"check": {"check"}, "export": {"export", "--format", "jsonl"}, "gaps": {"gaps", "company", "theme"},
		"retract": {"retract"}, "suggest": {"suggest"},
	} {
		b.Run(name, func(b *testing.B) {
			path := largeBase(b, "100k.toml")
			if name == "retract" {
				args = append(args, firstSource(b, path))
			}
			dir := b.TempDir()
			ours, peer := build(b, dir, "rihla", "."), build(b, dir, "decode", "./tools/decode")
			var our, their []float64
			for b.Loop() {
				began := time.Now()
				cmd := exec.Command(ours, append(args, "--kb", path)...)
				if err := cmd.Run(); err != nil {
					b.Fatal(err)
				}
				our = append(our, milliseconds(began))
				their = append(their, printed(b, peer, path))
			}
			report(b, our, their)
		})
	}
}

// firstSource returns the address of the first source of a base.
func firstSource(b *testing.B, path string) string {
	b.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	_, rest, found := strings.Cut(string(text), "\n[source.")
	key, _, ends := strings.Cut(rest, "]")
	if !found || !ends {
		b.Fatal("there is no source")
	}
	return "source/" + strings.Trim(key, `"`)
}

func report(b *testing.B, our, their []float64) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(our), "rihla-ms")
	b.ReportMetric(median(their), "decode-ms")
	b.ReportMetric(median(our)/median(their), "ratio")
}

func reportMemory(b *testing.B, memory []float64, path string) {
	b.ReportMetric(median(memory)/1e6, "resident-MB")
	b.ReportMetric(median(memory)/bytesOf(b, path), "memory/files")
}

// printed runs a program and returns the number that it prints.
func printed(b *testing.B, program string, args ...string) float64 {
	b.Helper()
	out, err := exec.Command(program, args...).Output()
	if err != nil {
		b.Fatal(err)
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// bytesOf returns the size of a file, or of all files below a folder.
func bytesOf(b *testing.B, path string) float64 {
	b.Helper()
	total := int64(0)
	err := filepath.Walk(path, func(_ string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			total += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return float64(total)
}

// resident returns the bytes that the program holds in memory.
func (e *explorer) resident() float64 { return e.status("VmRSS:") }

// status returns a number of bytes that the system tells of the program.
func (e *explorer) status(name string) float64 {
	e.b.Helper()
	pid := fmt.Sprint(e.cmd.Process.Pid)
	// The explorer is the child of the process that keeps its terminal.
	if child, err := os.ReadFile("/proc/" + pid + "/task/" + pid + "/children"); err == nil && len(child) > 0 {
		pid = strings.TrimSpace(string(child))
	}
	status, err := os.ReadFile("/proc/" + pid + "/status")
	if err != nil {
		e.b.Skip("no memory is told here:", err)
	}
	_, rest, _ := bytes.Cut(status, []byte(name))
	var kilobytes float64
	if _, err := fmt.Sscan(string(rest), &kilobytes); err != nil {
		e.b.Fatal(err)
	}
	return kilobytes * 1024
}
