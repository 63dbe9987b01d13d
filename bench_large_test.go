package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
// frame of the list of a large knowledge base, and BurntSushi's decoding of its
// files one after the other, in turn; it prints the medians, their ratio, and
// the resident memory at the first frame as a multiple of the files:
//
//	RIHLA_BENCH=/tmp go test -run '^$' -bench LargeFirstFrame -benchtime 5x -timeout 1h .
func BenchmarkLargeFirstFrame(b *testing.B) {
	for _, name := range []string{"1k.toml", "10k.toml", "100k.toml", "7k-files", "1m.toml"} {
		b.Run(name, func(b *testing.B) {
			path := largeBase(b, name)
			dir := b.TempDir()
			ours, peer := build(b, dir, "rihla", "."), build(b, dir, "decode", "./testdata/decode")
			var our, their, memory []float64
			for b.Loop() {
				e := explore(b, ours, "--lang", "en", path)
				our = append(our, e.until("1/"))
				memory = append(memory, e.resident())
				e.end()
				their = append(their, printed(b, peer, path))
			}
			report(b, our, their)
			reportMemory(b, memory, path)
		})
	}
}

// BenchmarkLargeWhole times how long it takes until everything is decoded,
// linked, and the list answers a filter.
func BenchmarkLargeWhole(b *testing.B) {
	for _, name := range []string{"1k.toml", "10k.toml", "100k.toml"} {
		b.Run(name, func(b *testing.B) {
			path := largeBase(b, name)
			dir := b.TempDir()
			ours, peer := build(b, dir, "rihla", "."), build(b, dir, "decode", "./testdata/decode")
			var our, their, memory []float64
			for b.Loop() {
				e := explore(b, ours, "--lang", "en", path)
				b.Log(e.untilShows(" links"))
				e.types("/zetre")
				our = append(our, e.untilShows("/ zetre", "▌ Zé"))
				time.Sleep(2 * time.Second) // what is no longer needed is given back
				memory = append(memory, e.resident())
				e.end()
				their = append(their, printed(b, peer, path))
			}
			report(b, our, their)
			reportMemory(b, memory, path)
		})
	}
}

// BenchmarkLargeCommands times check and export, from start to end.
func BenchmarkLargeCommands(b *testing.B) {
	for name, args := range map[string][]string{"check": {"check"}, "export": {"export", "--format", "jsonl"}} {
		b.Run(name, func(b *testing.B) {
			path := largeBase(b, "100k.toml")
			dir := b.TempDir()
			ours, peer := build(b, dir, "rihla", "."), build(b, dir, "decode", "./testdata/decode")
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
func (e *explorer) resident() float64 {
	e.b.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", e.cmd.Process.Pid))
	if err != nil {
		e.b.Skip("no memory is told here:", err)
	}
	_, rest, _ := bytes.Cut(status, []byte("VmRSS:"))
	var kilobytes float64
	if _, err := fmt.Sscan(string(rest), &kilobytes); err != nil {
		e.b.Fatal(err)
	}
	return kilobytes * 1024
}
