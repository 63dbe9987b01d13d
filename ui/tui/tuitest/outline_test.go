package tuitest_test

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/reader"
	"rihla/ui/tui/tuitest"
)

// whileReading tells a story of a large knowledge base of which, for a minute,
// only the headers have been read.
func whileReading(t *testing.T, o generate.Options, story func(*tuitest.Screen)) {
	t.Helper()
	o.Entities = 4000
	path := filepath.Join(t.TempDir(), "large")
	if err := generate.Write(path, o); err != nil {
		t.Fatal(err)
	}
	whileReadingFile(t, path, story)
}

// whileReadingFile is whileReading for a knowledge base that is there.
func whileReadingFile(t *testing.T, path string, story func(*tuitest.Screen)) {
	t.Helper()
	open := func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		outlined := o.OnOutline
		if outlined == nil {
			return reader.Open(ctx, path, o)
		}
		o.OnOutline = func(k *kb.KB) {
			outlined(k)
			select {
			case <-time.After(time.Minute):
			case <-ctx.Done():
			}
		}
		return reader.Open(ctx, path, o)
	}
	exploreBy(t, open, path, wide, story)
}

func TestALargeKnowledgeBaseIsSeenWhileItIsRead(t *testing.T) {
	shapes := []generate.Shape{generate.KeyedTables, generate.ArrayElements, generate.WholeFile}
	for _, shape := range shapes[:kbtest.Rounds(len(shapes))] {
		t.Run(fmt.Sprint(shape), func(t *testing.T) {
			whileReading(t, generate.Options{Shape: shape}, func(s *tuitest.Screen) {
				s.Wait(time.Second).See("Company 3", " Lecture  ", bar, "Les liens s’affichent une fois tous les fichiers lus").Miss("liens ·")
				s.Type("G").See("/3").Type("enter").See("company/").Type("S").Type("esc")
				s.Type("S").See("Disponible une fois tous les fichiers lus")
				s.Type("g").Type("/").Write("capital").Wait(time.Second).See("Company", "/ capital")
				s.Type("down", "down")
				name := len("▌ Orguin V") // the columns may widen when more has been read
				selected := s.Marked(bar)[:name]
				s.Wait(2*time.Minute).See("/ capital", "liens ·").Miss("Les liens s’affichent", "Lecture")
				if got := s.Marked(bar)[:name]; got != selected {
					t.Errorf("%q was selected, and now %q:\n%s", selected, got, s.Text())
				}
				s.Write(" ").Type("enter", "enter").See("company/", "parent")
			})
		})
	}
}

func TestWhatIsThereStaysWhenReadingIsStopped(t *testing.T) {
	whileReading(t, generate.Options{}, func(s *tuitest.Screen) {
		s.Wait(time.Second).See("Lecture").Type("esc").See("Arrêté").Miss("Lecture")
		s.Wait(2*time.Minute).See("Les liens s’affichent").Type("j", "G", "enter").See("company/")
		s.Type("esc", "R").Wait(3 * time.Minute).See("liens ·").Miss("Les liens s’affichent")
	})
}

// TestStoppingTheFirstLoadLeavesTheCollectorAsItWas stops a read whose own
// request for the collector ends after the explorer's.
func TestStoppingTheFirstLoadLeavesTheCollectorAsItWas(t *testing.T) {
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	before := percent()
	whileReading(t, generate.Options{}, func(s *tuitest.Screen) {
		s.Wait(time.Second).See("Lecture").Type("esc").See("Arrêté").Wait(2 * time.Minute)
		if got := percent(); got != before {
			t.Errorf("garbage is collected at %d percent, not at %d as before", got, before)
		}
	})
}

func TestThePaletteAsksAgainWhenEverythingHasBeenRead(t *testing.T) {
	whileReading(t, generate.Options{}, func(s *tuitest.Screen) {
		s.Wait(time.Second).Type(":").Write("capital").Wait(time.Second).See("Company ", "Chercher partout").Type("down", "down")
		selected := chosenIn(s)
		s.Wait(2*time.Minute).See("Chercher partout", "liens ·", "Source ").Miss("Les liens s’affichent")
		if got := chosenIn(s); got != selected || selected == "" {
			t.Errorf("%q was selected, and now %q:\n%s", selected, got, s.Text())
		}
	})
}

// TestWorkersLoadNothingOfAnOutline tries every key while only the headers have been read.
// Loading an entity changes names and fields that the event loop reads.
func TestWorkersLoadNothingOfAnOutline(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large")
	if err := generate.Write(path, generate.Options{Entities: 4000}); err != nil {
		t.Fatal(err)
	}
	var stray atomic.Pointer[string]
	load := func(*kb.Entity) *kb.Record {
		if stack := string(debug.Stack()); !strings.Contains(stack, "(*Program).Run(") {
			stray.Store(&stack)
		}
		return new(kb.Record)
	}
	peek := func(e *kb.Entity) string { return e.Key + "\ncapital" }
	open := func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		outlined := o.OnOutline
		o.OnOutline = func(k *kb.KB) {
			k.SetLoader(load, peek, func([]*kb.Entity) {})
			outlined(k)
			<-ctx.Done()
		}
		return reader.Open(ctx, path, o)
	}
	exploreBy(t, open, path, wide, func(s *tuitest.Screen) {
		s.Wait(time.Second).Type(":").Write("capital").Wait(time.Second).See("Chercher partout", "Company").Type("down", "esc")
		s.Type("/").Write("capital").Wait(time.Second).See("/ capital").Type("enter")
		for key := '!'; key <= '~'; key++ {
			if key != 'q' && key != 'R' {
				s.Type(string(key)).Wait(time.Second).Write("a").Wait(time.Second).Type("esc", "esc")
			}
		}
		s.See("Company 3,760")
	})
	if stack := stray.Load(); stack != nil {
		t.Errorf("a worker loads an entity:\n%s", *stack)
	}
}

// chosenIn returns the first words of the line that is selected in a dialog.
func chosenIn(s *tuitest.Screen) string {
	_, line, _ := strings.Cut(s.Text(), "│ "+bar)
	words := strings.Fields(line)
	return strings.Join(words[:min(2, len(words))], " ")
}
