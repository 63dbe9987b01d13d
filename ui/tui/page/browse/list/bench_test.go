package list

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rihla/model/generate"
	"rihla/model/query"
	"rihla/model/reader"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
)

// BenchmarkLetter times one more letter in the filter of the list of a million
// entities, and ripgrep counting the lines that hold the same letters in a file
// of the same text, in turn. It prints the medians and their ratio:
//
//	RIHLA_BENCH=/tmp go test -run '^$' -bench Letter -benchtime 9x -timeout 1h ./ui/tui/page/browse/list
func BenchmarkLetter(b *testing.B) {
	if _, err := exec.LookPath("rg"); err != nil {
		b.Skip(err)
	}
	dir := os.Getenv("RIHLA_BENCH")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, "1m.toml")
	if _, err := os.Stat(path); err != nil {
		if err := generate.Write(path, generate.Options{Seed: 1, Entities: 1_000_000}); err != nil {
			b.Fatal(err)
		}
	}
	k, err := reader.Open(context.Background(), path, reader.Options{})
	if err != nil {
		b.Fatal(err)
	}
	index := search.NewIndex(k)
	index.Build(context.Background())
	list, _ := New(present.NewVoice(k, "en"), index, new(page.Marks), Subject{Kind: k.Kind("company")})
	lines := filepath.Join(b.TempDir(), "texts")
	f, err := os.Create(lines)
	if err != nil {
		b.Fatal(err)
	}
	out := bufio.NewWriter(f)
	for _, e := range list.Kind.Entities {
		search.EachText(k, e, func(_, text string) { fmt.Fprint(out, query.Normalize(text), " ") })
		fmt.Fprintln(out)
	}
	if err := out.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	for _, word := range []string{"e", "z", "ze", "zet", "zetr", "zetre"} {
		b.Run(word, func(b *testing.B) {
			var our, their []float64
			for b.Loop() {
				pagetest.Settle(list.SetQuery(word[:len(word)-1]))
				began := time.Now()
				pagetest.Settle(list.SetQuery(word))
				our = append(our, float64(time.Since(began).Microseconds())/1e3)
				began = time.Now()
				if err := exec.Command("rg", "-ic", word, lines).Run(); err != nil {
					b.Fatal(err)
				}
				their = append(their, float64(time.Since(began).Microseconds())/1e3)
			}
			slices.Sort(our)
			slices.Sort(their)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(our[len(our)/2], "rihla-ms")
			b.ReportMetric(our[len(our)-1], "rihla-worst-ms")
			b.ReportMetric(their[len(their)/2], "rg-ms")
			b.ReportMetric(our[len(our)/2]/their[len(their)/2], "ratio")
			b.ReportMetric(float64(list.rows.len()), "rows")
		})
	}
}
