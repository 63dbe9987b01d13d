package search_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/reader"
	"rihla/model/search"
)

// invented returns the path of an invented knowledge base, kept in $RIHLA_BENCH
// or else thrown away.
func invented(b *testing.B, name string, entities int) string {
	b.Helper()
	dir := os.Getenv("RIHLA_BENCH")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, name)
	if _, err := os.Stat(path); err != nil {
		if err := generate.Write(path, generate.Options{Seed: 1, Entities: entities}); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

func read(b *testing.B, path string) *kb.KB {
	b.Helper()
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return k
}

// linesOf writes all texts of a knowledge base, one line for each entity.
func linesOf(b *testing.B, k *kb.KB) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "lines")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	out := bufio.NewWriter(f)
	for _, e := range k.Entities {
		search.EachText(k, e, func(_, text string) { fmt.Fprint(out, query.Normalize(text), " ") })
		fmt.Fprintln(out)
	}
	if err := out.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func milliseconds(since time.Time) float64 { return float64(time.Since(since).Microseconds()) / 1e3 }

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

// BenchmarkQuery times the answer to a query, with the 200 best of what it
// finds, and, where it is of words alone, `fzf --filter` of the same words over
// the same texts, a line for each entity, in turn. It prints the medians and
// their ratio:
//
//	RIHLA_BENCH=/tmp go test -run '^$' -bench Query -benchtime 5x -timeout 1h ./model/search
func BenchmarkQuery(b *testing.B) {
	for _, base := range []struct {
		name     string
		entities int
	}{{"100k.toml", 100_000}, {"1m.toml", 1_000_000}} {
		b.Run(base.name, func(b *testing.B) {
			k := read(b, invented(b, base.name, base.entities))
			x := search.NewIndex(k)
			x.Build(context.Background())
			lines := linesOf(b, k)
			for _, text := range []string{
				"e", "ze", "zetre", "cloud", "cloud reseau", "cloud reseau ze", "cloud reseau ze ma", "energie reseau research zetre",
				`"reseau opens"`, `"e r"`, "-cloud -energie", "(cloud OR reseau) -ecole founded:>2000", "kind:company founded:1990..2000",
				"summary:cloud", "name:^zeb", "headquarters:e", "link:zebobora", "headquarters.summary:cloud themes:cloud", "source:e has:founded",
				"cluod", "researhc cluod", "xqyzv",
			} {
				b.Run(text, func(b *testing.B) { timeQuery(b, x, text, lines) })
			}
		})
	}
}

func timeQuery(b *testing.B, x *search.Index, text, lines string) {
	q, problem := x.Parse(text)
	if problem != nil {
		b.Fatalf("%+v", *problem)
	}
	ofWords := true
	q.Root.Each(func(t *query.Term, negated bool) {
		ofWords = ofWords && t.Condition == query.Words && !negated && t.Values[0].Operand.Written != "" && q.Text[t.From] != '"'
	})
	_, err := exec.LookPath("fzf")
	compared := ofWords && err == nil
	var our, their []float64
	found := 0
	for b.Loop() {
		began := time.Now()
		f := x.Find(q)
		f.Best(200)
		our = append(our, milliseconds(began))
		if found = f.Len(); compared && f.Edits == 0 {
			their = append(their, filtered(b, text, lines))
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(found), "found")
	b.ReportMetric(slices.Max(our), "worst-ms")
	b.ReportMetric(median(our), "rihla-ms")
	if len(their) > 0 {
		b.ReportMetric(median(their), "fzf-ms")
		b.ReportMetric(median(our)/median(their), "ratio")
	}
}

// filtered times fzf, which ends with 1 where nothing is found.
func filtered(b *testing.B, text, lines string) float64 {
	f, err := os.Open(lines)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	c := exec.Command("fzf", "--filter", text)
	c.Stdin = f
	began := time.Now()
	if err := c.Run(); err != nil && c.ProcessState.ExitCode() != 1 {
		b.Fatal(err)
	}
	return milliseconds(began)
}

// BenchmarkIndex times the building of the index against BurntSushi's decoding
// of the same file, in turn, and reports its size as a multiple of the file's:
//
//	RIHLA_BENCH=/tmp go test -run '^$' -bench Index -benchtime 5x -timeout 1h ./model/search
func BenchmarkIndex(b *testing.B) {
	path := invented(b, "100k.toml", 100_000)
	k := read(b, path)
	var our, their []float64
	var x *search.Index
	held := 0.0
	for b.Loop() {
		x = nil
		before := live()
		began := time.Now()
		x = search.NewIndex(k)
		x.Build(context.Background())
		our = append(our, milliseconds(began))
		held = live() - before
		began = time.Now()
		var all map[string]any
		if _, err := toml.DecodeFile(path, &all); err != nil {
			b.Fatal(err)
		}
		their = append(their, milliseconds(began))
	}
	runtime.KeepAlive(x)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(our), "rihla-ms")
	b.ReportMetric(median(their), "decoding-ms")
	b.ReportMetric(median(our)/median(their), "ratio")
	b.ReportMetric(held/1e6, "MB")
	b.ReportMetric(held/float64(k.Size()), "of-the-text")
}

func live() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}
