package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// A file that is broken while it is shown is an error as at a start on the same files: in the
// header, first on the problems page, in the overview; until it is mended.
func TestAFileThatBreaksIsAnError(t *testing.T) {
	dir, write := twoFiles(t)
	write("kb.toml", "[kb]\nformat = 1\n[kinds.company]\n[kinds.city]\n")
	broken := strings.Replace(companies, `"Bo Ltd"`, `"Bo Ltd`, 1)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j").Miss("! 1 error")
		s.Type("!").See("no links to or from").Miss("error")
		write("a.toml", broken)
		s.Wait(shownWithin).See("a.toml", "! 1 error", "5:15", "[syntax]", "The version before is shown.")
		s.Type("0").See("1 error", "a.toml:5:15").Miss("no problems found")
		s.Type("1").See("Bo Ltd", "! 1 error")
		s.Type("!", "g", "e").See("No editor").Type("enter").See("a.toml:5:15", "The version before is shown.").Type("esc")

		// An error elsewhere comes after it, and the count is of both.
		write("b.toml", cities+"[city.dallas]\nname = \"Dallas\"\n")
		s.Wait(shownWithin).Wait(5*time.Second).See("! 2 errors", "a.toml", "b.toml")
		_, first, _ := s.Find("a.toml  1 error")
		_, then, _ := s.Find("b.toml  1 error")
		if first < 0 || first > then {
			s.Fail("the broken file does not come first")
		}
		write("b.toml", cities)
		s.Wait(shownWithin).Wait(5 * time.Second)
		write("a.toml", companies)
		s.Wait(shownWithin).Wait(5*time.Second).See("no links to or from").Miss("error", "The version before")
	})
	write("a.toml", broken)
	watched(t, dir, func(s *tuitest.Screen) {
		s.See("! 1 error").Type("!").See("5:15", "[syntax]").Miss("The version before")
	})
}

// A form that is refused for a file that broke says why, and the version before stays.
func TestARefusedFormKeepsTheVersionBefore(t *testing.T) {
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		write("a.toml", strings.Replace(companies, `"Bo Ltd"`, `"Bo Ltd`, 1))
		s.Wait(shownWithin).Wait(5 * time.Second).See("! 1 error").Type("a").See("╭").Write("size").Type("tab").Write("9").Type("ctrl+s").Wait(5 * time.Second)
		s.See("a.toml:5:15", "fix this first; nothing was written", "9").Miss("Files reloaded", "were reloaded")
		s.Type("esc", "esc").Wait(time.Second).See("Bo Ltd", "5 entities · 1 link", "! 1 error")
	})
}

// The editor opens at the place where the file cannot be read, and a form mends it there.
func TestAFileThatBreaksIsMendedWhereItBroke(t *testing.T) {
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		write("a.toml", "# one\n"+strings.Replace(companies, `"Bo Ltd"`, `"Bo Ltd`, 1))
		s.Wait(shownWithin).Wait(5*time.Second).Type("!", "c").See("a.toml:6", `+ name = "Bo Ltd"`).Type("ctrl+s").Wait(time.Second).See("Wrote a.toml:6").Miss("1 error")
		if text, err := os.ReadFile(filepath.Join(dir, "a.toml")); err != nil || string(text) != "# one\n"+companies {
			s.Fail("%v: the file is\n%s", err, text)
		}
	})
}
