package tuitest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// largeFile is a folder with a file that is large enough for what changed in it to be
// read by itself, and a small one.
func largeFile(t *testing.T) (dir, text string, write func(name, text string)) {
	t.Helper()
	dir, write = twoFiles(t)
	var out strings.Builder
	for n := range 6000 {
		fmt.Fprintf(&out, "[company.c%04d]\nname = \"Firm %04d\"\ncity = \"austin\"\nnote = \"%s\"\n\n", n, n, strings.Repeat("x", 150))
	}
	text = out.String()
	write("a.toml", text)
	return dir, text, write
}

func TestWhatChangedInALargeFileIsShownAndThePlaceIsKept(t *testing.T) {
	dir, text, write := largeFile(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "j").See("3/6,000", "Firm 0001")
		write("a.toml", strings.Replace(text, `"Firm 0001"`, `"Firm One"`, 1))
		s.Wait(shownWithin).See("Firm One", "3/6,000", "Files reloaded: 1 changed")
		s.Wait(5*time.Second).See("Firm One", "3/6,000").Miss("reloaded")

		// One more, in between; another file; one less.
		write("a.toml", strings.Replace(text, "[company.c0001]", "[company.c0000b]\nname = \"Firm Zero\"\ncity = \"dallas\"\n\n[company.c0001]", 1))
		s.Wait(shownWithin).See("Firm Zero", "Firm 0001", "/6,001", "1 added, 1 changed")
		write("b.toml", strings.Replace(cities, `"Austin"`, `"Austin, Texas"`, 1))
		s.Wait(shownWithin).See("1 changed").Type("2").See("Austin, Texas").Type("1")
		write("a.toml", text)
		s.Wait(shownWithin).Miss("Firm Zero").See("3/6,000")
		s.Wait(20*time.Second).See("3/6,000", "Firm 0001")
	})
}

func TestAFileThatIsAddedOrRemovedBesideALargeOneIsShownAtOnce(t *testing.T) {
	dir, _, write := largeFile(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "j").See("3/6,000")
		write("c.toml", "[city.fez]\nname = \"Fes\"\n")
		s.Wait(shownWithin).See("3/6,000", "Files reloaded: 1 added").Type("2").See("Fes", "Dallas")
		s.Wait(10 * time.Second).See("Fes")
		if err := os.Rename(filepath.Join(dir, "c.toml"), filepath.Join(dir, "d.toml")); err != nil {
			t.Fatal(err)
		}
		s.Wait(time.Second).See("Fes").Type("0").See("Files 3", "a.toml, b.toml, d.toml").Type("2")
		if err := os.Remove(filepath.Join(dir, "d.toml")); err != nil {
			t.Fatal(err)
		}
		s.Wait(shownWithin).See("1 gone", "Dallas").Miss("Fes").Type("0").See("Files 2", "a.toml, b.toml").Miss("d.toml")
	})
}

// What follows from a change elsewhere is shown when the files have been quiet: a
// reference that named nothing.
func TestWhatFollowsFromAChangeIsShownAfterIt(t *testing.T) {
	dir, text, write := largeFile(t)
	text = strings.Replace(text, "city = \"austin\"", "city = \"fez\"", 1)
	write("a.toml", text)
	watched(t, dir, func(s *tuitest.Screen) {
		s.See("fez").Miss("→ fez")
		write("b.toml", cities+"[city.fez]\nname = \"Fes\"\n")
		s.Wait(shownWithin).See("1 added", "fez")
		s.Wait(10 * time.Second).Miss("fez").See("Fes")
	})
}

func TestWhatChangesWhileAPartOrTheWholeIsReadIsShown(t *testing.T) {
	dir, text, write := largeFile(t)
	watched(t, dir, func(s *tuitest.Screen) {
		for n := range 30 {
			write("a.toml", strings.Replace(text, `"Firm 0001"`, fmt.Sprintf(`"Firm One %d"`, n), 1))
			s.Wait(time.Duration(n) * 100 * time.Millisecond)
		}
		s.Wait(shownWithin).See("Firm One 29").Wait(10 * time.Second).See("Firm One 29")
	})
}

func TestAPartThatIsBrokenIsWaitedFor(t *testing.T) {
	dir, text, write := largeFile(t)
	watched(t, dir, func(s *tuitest.Screen) {
		write("a.toml", strings.Replace(text, `"Firm 0001"`, "", 1))
		s.Wait(shownWithin).See("Firm 0001", "a.toml:7:", "the version before is shown")
		write("b.toml", strings.Replace(cities, `"Austin"`, `"Austin, Texas"`, 1))
		s.Wait(shownWithin).See("1 changed").Wait(5*time.Second).See("Firm 0001", "a.toml:7:")
		write("a.toml", strings.Replace(text, `"Firm 0001"`, `"Firm One"`, 1))
		s.Wait(shownWithin).See("Firm One").Wait(5 * time.Second).See("Firm One").Miss("is shown")
		if err := os.Remove(filepath.Join(dir, "b.toml")); err != nil {
			t.Fatal(err)
		}
		s.Wait(time.Second).Miss("Austin")
	})
}

func TestAPartIsShownWhenTheDialogCloses(t *testing.T) {
	dir, text, write := largeFile(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("?")
		write("a.toml", strings.Replace(text, `"Firm 0001"`, `"Firm One"`, 1))
		s.Wait(shownWithin).Miss("Firm One")
		write("a.toml", strings.Replace(text, `"Firm 0001"`, `"Firm Two"`, 1))
		s.Wait(shownWithin).Miss("Firm Two")
		write("b.toml", strings.Replace(cities, `"Austin"`, `"Austin, Texas"`, 1))
		s.Wait(5 * time.Second)
		s.Type("esc").See("Firm Two", "Austin, Texas")
	})
}

func TestWhatTheExplorerWritesToALargeFileIsShownAtOnce(t *testing.T) {
	dir, text, _ := largeFile(t)
	explore(t, dir, wide, func(s *tuitest.Screen) {
		s.Type("1").Wait(5 * time.Second)
		s.Type("j", "a").Write("founded").Type("enter").Write("1984").Type("ctrl+s").See("a.toml:", "1984", "2/6")
		s.Wait(10*time.Second).See("1984", "2/6")
		if got := read(t, filepath.Join(dir, "a.toml")); len(got) != len(text)+len("founded = 1984\n") {
			s.Fail("%d bytes were written", len(got)-len(text))
		}
		s.Type("u").Miss("1984").See("2/6").Wait(10 * time.Second).Miss("1984")
	})
}
