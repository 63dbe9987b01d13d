package tuitest_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/tui"
	"rihla/ui/tui/tuitest"
)

// watched is explore of files that are watched.
func watched(t *testing.T, path string, story func(*tuitest.Screen)) {
	t.Helper()
	tuitest.Run(t, wide, func(terminal tuitest.Terminal) error {
		return tui.Run(terminal.Context, tui.Options{
			Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.Open(ctx, path, o) },
			Watch: func(ctx context.Context) *watch.Watcher {
				return watch.New(ctx, path, watch.Options{PollOnly: true})
			},
			Path: path, Lang: "en",
			Input: terminal.Input, Output: terminal.Output, Environ: terminal.Environ, Started: terminal.Started,
		})
	}, func(s *tuitest.Screen) {
		s.Type("1").Wait(5 * time.Second)
		story(s)
	})
}

// twoFiles is a folder of two files.
func twoFiles(t *testing.T) (dir string, write func(name, text string)) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "kb")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	write = func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.toml", companies)
	write("b.toml", cities)
	return dir, write
}

const (
	companies = "[company.ada]\nname = \"Ada Ltd\"\ncity = \"austin\"\n[company.bo]\nname = \"Bo Ltd\"\n[company.cy]\nname = \"Cy Ltd\"\nfounded = 2001\n"
	cities    = "[city.austin]\nname = \"Austin\"\n[city.dallas]\nname = \"Dallas\"\n"
)

// shownWithin is how long a change may take until it is shown, in virtual time.
const shownWithin = 200 * time.Millisecond

func TestChangesAreShownAndThePlaceIsKept(t *testing.T) {
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "j").See("3/3")
		write("a.toml", strings.Replace(companies, `"Ada Ltd"`, `"Ada Limited"`, 1))
		s.Wait(shownWithin).See("Ada Limited", "3/3", "Files reloaded: 1 changed")
		write("a.toml", strings.Replace(companies, "[company.ada]", "[company.aa]\n[company.ada]", 1))
		s.Wait(shownWithin).See("Ada Ltd", "4/4", "1 added, 1 changed")
		s.Wait(5 * time.Second)
		still := s.Text()
		write("a.toml~", "x")
		write(".a.toml.swp", "x")
		s.Wait(time.Second).Same(still)
		write("b.toml", cities) // the same once more
		s.Wait(time.Second).Same(still)
	})
}

func TestABrokenVersionIsWaitedFor(t *testing.T) {
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j")
		write("a.toml", strings.Replace(companies, `"Bo Ltd"`, "", 1))
		s.Wait(shownWithin).See("Bo Ltd", "2/3", "a.toml:5:", "the version before is shown")
		write("b.toml", strings.Replace(cities, `"Austin"`, `"Austin, Texas"`, 1))
		s.Wait(shownWithin).See("1 changed").Wait(5*time.Second).See("Bo Ltd", "a.toml:5:")
		s.Type("2").See("Austin, Texas").Type("1")
		write("a.toml", strings.Replace(companies, `"Bo Ltd"`, `"Bo Limited"`, 1))
		s.Wait(shownWithin).See("Bo Limited", "2/3").Wait(5 * time.Second).Miss("is shown")

		// The key shows files as they are.
		write("a.toml", strings.Replace(companies, `"Bo Ltd"`, "", 1))
		s.Wait(shownWithin).See("the version before is shown")
		s.Type("R").Wait(time.Second).Miss("the version before is shown").See("1 error")
	})
}

func TestAHalfWrittenVersionIsWaitedFor(t *testing.T) {
	for _, rest := range []string{"", companies[:strings.Index(companies, "[company.bo]")], companies[:20]} {
		dir, write := twoFiles(t)
		watched(t, dir, func(s *tuitest.Screen) {
			s.Type("j", "j").See("3/3")
			write("a.toml", rest)
			s.Wait(shownWithin).See("Ada Ltd", "Bo Ltd", "Cy Ltd", "3/3", "a.toml")
			write("a.toml", companies)
			s.Wait(shownWithin).See("3/3").Wait(5*time.Second).See("Cy Ltd", "3/3").Miss("a.toml has")
		})
	}
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "j").See("3/3")
		write("a.toml", companies[:strings.Index(companies, "[company.cy]")])
		s.Wait(shownWithin).See("Cy Ltd", "a.toml is shorter: shown in a moment, unless it is still being written")
		s.Wait(3*time.Second).Miss("company/cy", "in a moment").See("Cy Ltd is gone; Bo Ltd is shown now.", "a.toml is shorter", "1 gone")
	})
}

func TestWhatIsMissingForAMomentComesBack(t *testing.T) {
	for name, lose := range map[string]func(dir string) error{
		"the folder": os.RemoveAll,
		"the file":   func(dir string) error { return os.Remove(filepath.Join(dir, "a.toml")) },
		"all files": func(dir string) error {
			_ = os.Remove(filepath.Join(dir, "b.toml"))
			return os.Remove(filepath.Join(dir, "a.toml"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, write := twoFiles(t)
			watched(t, dir, func(s *tuitest.Screen) {
				s.Type("space", "j", "j", "space", "k").See("2/3", "•Ada Ltd", "•Cy Ltd")
				if err := lose(dir); err != nil {
					t.Fatal(err)
				}
				s.Wait(3 * time.Second)
				if err := os.MkdirAll(dir, 0o700); err != nil {
					t.Fatal(err)
				}
				write("a.toml", companies)
				write("b.toml", cities)
				s.Wait(shownWithin).See("2/3", "•Ada Ltd", "•Cy Ltd").Type("m").See("Ada Ltd", "Cy Ltd")
			})
		})
	}
}

// What changed has a sign in its list, in its detail and on its tab, until the user has
// gone there and on; the bottom line explains it.
func TestWhatChangedIsMarkedUntilItIsSeen(t *testing.T) {
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		changed := strings.Replace(companies, `"Bo Ltd"`, `"Bo Limited"`, 1) + "[company.di]\nname = \"Di Ltd\"\n"
		write("a.toml", changed)
		write("b.toml", strings.Replace(cities, `"Austin"`, `"Austin, Texas"`, 1))
		s.Wait(shownWithin).Wait(5*time.Second).See("*Company 4", "*City 2", "* Bo Limited", "* Di Ltd", "* 2 new or changed").Miss("* Ada", "* Cy")
		s.Type("j").See("* changed", "* Di Ltd", "* 2 new or changed").Type("j").Miss("* Bo Limited").See("* Di Ltd", "* 1 new or changed")
		s.Type("j").See("* new").Type("R").Wait(5*time.Second).See("* new", "*Company 4").Type("k").Miss("*Company", "new or changed").See("*City 2")
		s.Type("2").See("* changed").Type("j").Miss("*")
		write("a.toml", strings.Replace(changed, "founded = 2001", "founded = 2002", 1))
		s.Type("1").Wait(5*time.Second).See("* changed", "* founded  2002")
		s.Type("?").See("* new or changed in the files, not seen yet").Type("esc", "k", "?").Miss("not seen yet")
	})
}

// A base that cannot be read at first is shown once it can.
func TestABaseThatCannotBeReadAtFirst(t *testing.T) {
	dir, write := twoFiles(t)
	var isReadable atomic.Bool
	tuitest.Run(t, wide, func(terminal tuitest.Terminal) error {
		return tui.Run(terminal.Context, tui.Options{
			Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) {
				if !isReadable.Load() {
					return nil, os.ErrPermission
				}
				return reader.Open(ctx, dir, o)
			},
			Watch: func(ctx context.Context) *watch.Watcher { return watch.New(ctx, dir, watch.Options{PollOnly: true}) },
			Path:  dir, Lang: "en",
			Input: terminal.Input, Output: terminal.Output, Environ: terminal.Environ, Started: terminal.Started,
		})
	}, func(s *tuitest.Screen) {
		s.See("permission denied")
		isReadable.Store(true)
		write("b.toml", cities+"\n")
		s.Wait(shownWithin).See("Ada Ltd").Miss("permission denied")
	})
}

// What is typed is never lost: what changes meanwhile is said, and shown afterwards.
func TestChangesWhileSomethingIsTyped(t *testing.T) {
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("/").Write("cy").See("1/1")
		write("a.toml", strings.Replace(companies, `"Cy Ltd"`, `"Cy Limited"`, 1))
		s.Wait(shownWithin).See("Cy Ltd", "1 changed (shown once this is closed)")
		s.Write(" l").See("cy l").Type("enter").Wait(time.Second).See("Cy Limited").Wait(5 * time.Second).See("cy l")
		s.Type("esc", "?")
		help := s.Text()
		write("a.toml", companies)
		s.Wait(shownWithin).Wait(5 * time.Second).Same(help)
		s.Type("esc").Wait(time.Second).See("Cy Ltd")
	})
}

// TestTabsKeepTheirNumbersWhileFilesChange makes a kind outgrow the first, and adds another:
// the key `2` still opens the same tab. A restart reorders the tabs.
func TestTabsKeepTheirNumbersWhileFilesChange(t *testing.T) {
	dir, write := twoFiles(t)
	write("kb.toml", "[views.early]\nquery = \"founded:<2010\"\n")
	const more = "[city.a]\n[city.b]\n[city.c]\n[city.d]\n"
	watched(t, dir, func(s *tuitest.Screen) {
		s.See("1 Company", "2 City", "3 early")
		write("b.toml", cities+more)
		write("c.toml", "[area.a]\nname = \"A\"\n")
		s.Wait(shownWithin).See("1 Company 3", "2 *City 6", "3 early 1", "4 *Area 1").Type("2").See("Dallas")
	})
	watched(t, dir, func(s *tuitest.Screen) { s.See("1 City", "2 Company", "4 early") })
}

// TestMoreWarningsAreSaidAfterAReload says them once they are found, and not again.
func TestMoreWarningsAreSaidAfterAReload(t *testing.T) {
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Wait(2 * time.Second).Miss("warning")
		dangling := strings.NewReplacer("Ltd\"\n[", "Ltd\"\ncity = \"dallas\"\n[", "2001", "2001\ncity = \"dalas\"").Replace(companies)
		write("a.toml", dangling)
		s.Wait(2*time.Second).See("2 changed", "; 1 warning more (!)").Wait(10 * time.Second)
		write("a.toml", dangling+"tier = 1\n")
		s.Wait(2 * time.Second).See("1 changed").Miss("more (").Wait(10 * time.Second)
		write("a.toml", companies)
		s.Wait(2 * time.Second).See("2 changed").Miss("more (")
	})
}
