// Saves plays the ways in which files are saved under a running explorer, in a terminal
// of its own, and prints how long it takes until each is shown at the place that was
// selected. Then it saves in all ways, one right after the other, and prints what memory,
// goroutines and descriptors come to.
//
//	go run ./tools/saves -tries 20 -soak 10000
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"
)

func main() {
	tries := flag.Int("tries", 20, "how often each style is played")
	soak := flag.Int("soak", 10000, "how many saves follow one another")
	seed := flag.Uint64("seed", 1, "of the order of the styles")
	flag.Parse()
	dir, err := os.MkdirTemp("", "saves")
	if err != nil {
		log.Fatal(err)
	}
	err = play(context.Background(), os.Stdout, dir, *tries, *soak, *seed)
	if removed := os.RemoveAll(dir); err == nil {
		err = removed
	}
	if err != nil {
		log.Fatal(err)
	}
}

// play plays all styles in a folder, and prints tables.
func play(ctx context.Context, out io.Writer, dir string, tries, soak int, seed uint64) error {
	b := &base{dir: filepath.Join(dir, "kb")}
	version := 0
	if err := b.write(b.dir, version); err != nil {
		return err
	}
	s := open(ctx, b.dir)
	defer func() { _ = s.close() }()
	time.Sleep(500 * time.Millisecond)
	s.press("1j")
	if _, err := s.waitFor(version); err != nil {
		return err
	}
	_, _ = fmt.Fprintf(out, "%-28s %5s  %9s %9s\n", "save", "tries", "median", "longest")
	for _, style := range styles {
		var took []time.Duration
		for range tries {
			version++
			if err := style.save(b, version); err != nil {
				return fmt.Errorf("%s: %w", style.name, err)
			}
			after, err := s.waitFor(version)
			if err != nil {
				return fmt.Errorf("%s: %w", style.name, err)
			}
			took = append(took, after)
		}
		slices.Sort(took)
		_, _ = fmt.Fprintf(out, "%-28s %5d  %6d ms %6d ms\n", style.name, tries, took[len(took)/2].Milliseconds(), took[len(took)-1].Milliseconds())
	}
	return soaked(out, b, s, version, soak, seed)
}

// perCheck is how many saves follow one another before the screen is looked at.
const perCheck = 50

// soaked saves in random styles, without waiting.
func soaked(out io.Writer, b *base, s *screen, version, saves int, seed uint64) error {
	random := rand.New(rand.NewPCG(seed, seed))
	var was usage
	_, _ = fmt.Fprintf(out, "\n%-28s %s\n", "saves", header)
	for n := range saves {
		version++
		style := styles[random.IntN(len(styles))]
		if err := style.save(b, version); err != nil {
			return fmt.Errorf("save %d, %s: %w", n, style.name, err)
		}
		time.Sleep(time.Duration(random.IntN(10)) * time.Millisecond)
		if (n+1)%perCheck == 0 || n == saves-1 {
			if _, err := s.waitFor(version); err != nil {
				return fmt.Errorf("seed %d, save %d, %s: %w", seed, n, style.name, err)
			}
		}
		if every := max(perCheck, saves/10/perCheck*perCheck); (n+1)%every == 0 {
			now := settled(was)
			_, _ = fmt.Fprintf(out, "%-28d %s\n", n+1, now)
			if was == (usage{}) {
				was = now
			}
			if err := now.grownSince(was); err != nil {
				return err
			}
		}
	}
	return nil
}

// usage is what the process holds.
type usage struct {
	heap                    uint64 // bytes that are still needed
	goroutines, descriptors int
}

const header = "heap MB  goroutines  descriptors"

func (u usage) String() string {
	return fmt.Sprintf("%7.1f  %10d  %11d", float64(u.heap)/1e6, u.goroutines, u.descriptors)
}

// mostSettling is how long goroutines that have not had their turn are waited for.
const mostSettling = 20 * time.Second

// settled returns what is held once it is no more than before, or still is after a while.
func settled(before usage) usage {
	for end := time.Now().Add(mostSettling); ; time.Sleep(100 * time.Millisecond) {
		if now := used(); before == (usage{}) || now.grownSince(before) == nil || time.Now().After(end) {
			return now
		}
	}
}

func used() usage {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	u := usage{heap: m.HeapAlloc, goroutines: runtime.NumGoroutine()}
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		u.descriptors = len(open)
	}
	return u
}

// grownSince returns an error where more is held than a moment may explain.
func (u usage) grownSince(before usage) error {
	if u.heap > before.heap+8e6 || u.goroutines > before.goroutines+20 || u.descriptors > before.descriptors+10 {
		return fmt.Errorf("held at first:\n%s\nand now:\n%s", before, u)
	}
	return nil
}
