package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// BenchmarkLargeFindings has check find fault with nearly every entity, and says
// when the first finding is told and how much memory all of them take, beside a
// base without any.
func BenchmarkLargeFindings(b *testing.B) {
	clean := largeBase(b, "100k.toml")
	text, err := os.ReadFile(clean)
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	faulty := filepath.Join(dir, "faulty.toml")
	manifest := "[kb]\nformat = 1\n[kinds.company.fields]\nrevenue = { type = \"bool\" }\n"
	if err := os.WriteFile(faulty, append([]byte(manifest), text...), 0o644); err != nil {
		b.Fatal(err)
	}
	ours := build(b, dir, "rihla", ".")
	var first, all, memory, without []float64
	for b.Loop() {
		told, ended, peak := timeOutput(b, ours, "check", "--format", "json", faulty)
		first, all, memory = append(first, told), append(all, ended), append(memory, peak)
		_, _, peak = timeOutput(b, ours, "check", "--format", "json", clean)
		without = append(without, peak)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(first), "first-ms")
	b.ReportMetric(median(all), "all-ms")
	b.ReportMetric(median(memory), "peak-MB")
	b.ReportMetric(median(memory)/median(without), "peak/without")
}

// timeOutput runs a program and tells when its output begins and ends, and the
// most memory that it held, in megabytes.
func timeOutput(b *testing.B, program string, args ...string) (first, all, peak float64) {
	b.Helper()
	cmd := exec.Command(program, args...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	var one [1]byte
	if _, err := io.ReadFull(out, one[:]); err != nil {
		b.Fatal(err)
	}
	first = milliseconds(began)
	if _, err := io.Copy(io.Discard, out); err != nil {
		b.Fatal(err)
	}
	_ = cmd.Wait() // it ends with 1 where it finds errors
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.Skip("the system does not tell the memory")
	}
	return first, milliseconds(began), float64(usage.Maxrss) / 1e3
}
