package tuitest_test

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"strings"
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

// chosenIn returns the first words of the line that is selected in a dialog.
func chosenIn(s *tuitest.Screen) string {
	_, line, _ := strings.Cut(s.Text(), "│ "+bar)
	words := strings.Fields(line)
	return strings.Join(words[:min(2, len(words))], " ")
}
