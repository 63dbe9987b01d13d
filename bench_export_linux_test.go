package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// BenchmarkLargeExport times the export of a large knowledge base in every format, from
// start to end, and in turn BurntSushi's decoding of its file. It prints the medians, their
// ratio, and the most memory that the export holds as a multiple of that of a check:
//
//	RIHLA_BENCH=/tmp go test -run '^$' -bench LargeExport -benchtime 5x -timeout 1h .
//
// The exports are written to a folder below $TMPDIR.
func BenchmarkLargeExport(b *testing.B) {
	dir := b.TempDir()
	ours, peer := build(b, dir, "rihla", "."), build(b, dir, "decode", "./tools/decode")
	path := largeBase(b, "100k.toml")
	for _, format := range []string{
		"csv", "tsv", "json", "jsonl", "graphml", "turtle", "dot", "mermaid", "svg", "bibtex", "csl-json", "ical", "geojson", "ftm", "ftm-entities",
		"sqlite", "html", "markdown",
	} {
		b.Run(format, func(b *testing.B) {
			var our, their, memory, check []float64
			for b.Loop() {
				to := filepath.Join(dir, "export")
				took, most := measured(b, ours, "export", "--kb", path, "--format", format, "-o", to)
				our, memory = append(our, took), append(memory, most)
				_, most = measured(b, ours, "check", "--quiet", path)
				their, check = append(their, printed(b, peer, path)), append(check, most)
				if err := os.RemoveAll(to); err != nil {
					b.Fatal(err)
				}
			}
			report(b, our, their)
			b.ReportMetric(median(memory)/median(check), "memory/check")
		})
	}
}

// measured runs a program, and returns how long it took in milliseconds, and the most memory
// that it held in kilobytes.
func measured(b *testing.B, program string, args ...string) (took, most float64) {
	b.Helper()
	began := time.Now()
	cmd := exec.Command(program, args...)
	if err := cmd.Run(); err != nil {
		b.Fatal(err)
	}
	return milliseconds(began), float64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
}
