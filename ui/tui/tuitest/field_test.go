package tuitest_test

import (
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// fields are the keys that open each field that is typed in.
var fields = map[string][]string{
	"filter":  {"1", "/"},
	"palette": {":"},
	"chooser": {"1", "v", "p", "o"},
	"facets":  {"1", "f"},
	"columns": {"1", "c"},
	"sort":    {"1", "S"},
	"marked":  {"1", "space", "m"},
	"find":    {"1", "enter", "f"},
	"help":    {"?"},
	"day":     {"@"},
	"file":    {"1", "space", "m", "ctrl+s"},
	"view":    {"1", "/", "o", "enter", "V"},
}

func TestTheWordAfterTheCursorIsDeletedInEveryField(t *testing.T) {
	for name, open := range fields {
		for _, key := range []string{"alt+d", "alt+delete"} {
			t.Run(name+" "+key, func(t *testing.T) {
				explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
					s.Type(open...).Type("ctrl+u", key).Write("a").Type("left", key)
					if s.Ended() {
						t.Fatal(s.Err())
					}
					s.Paste("xyzzy plugh").Type("ctrl+a", key).See("plugh").Miss("xyzzy")
					s.Type("ctrl+a").Write("q").Type("ctrl+a", key).See("plugh").Miss("q plugh")
					s.Type(key).Miss("plugh").Write("é").See("é")
				})
			})
		}
	}
}

func TestTheCursorStandsAtTheCaretOfEveryField(t *testing.T) {
	for name, open := range fields {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
				s.Type(open...).Type("ctrl+u")
				begin, _ := s.Cursor()
				for _, c := range []struct {
					key   string
					cells int
				}{{"東", 2}, {"京", 4}, {"é", 5}, {"left", 4}, {"left", 2}, {"x", 3}, {"backspace", 2}} {
					s.Type(c.key)
					if x, y := s.Cursor(); x != begin+c.cells {
						t.Fatalf("after %s the cursor stands at %d,%d, not in column %d:\n%s", c.key, x, y, begin+c.cells, s.Text())
					}
				}
				if x, y := s.Cursor(); !strings.HasPrefix(cellsFrom(s, x, y), "京é") {
					t.Errorf("the cursor stands at %d,%d, not before %q:\n%s", x, y, "京é", s.Text())
				}
			})
		})
	}
}

func TestTheCursorFollowsTheSelection(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		at := func(text string) {
			t.Helper()
			if x, y := s.Cursor(); !strings.HasPrefix(cellsFrom(s, x, y), text) {
				t.Errorf("the cursor stands at %d,%d, not at %q:\n%s", x, y, text, s.Text())
			}
		}
		s.Type("1")
		at(bar + " Amazon")
		s.Type("j")
		at(bar + " Oracle")
		s.Type("enter", "tab")
		at("Redwood City")
		s.Type("esc", "v")
		at(bar + " g")
		s.Type("esc", "z", "right")
		at("Austin")
	})
}

// TestTheCursorStandsWhereReadingStarts has pages and dialogs where nothing is selected.
// TestTheCursorStandsInADetailWithoutLinks opens an entity of plain values beside the list.
func TestTheCursorStandsInADetailWithoutLinks(t *testing.T) {
	explore(t, file(t, "[city.austin]\nname = 'Austin'\nstaff = 7\n"), wide, func(s *tuitest.Screen) {
		s.Type("1", "enter")
		if x, y := s.Cursor(); !strings.HasPrefix(strings.TrimSpace(cellsFrom(s, x, y)), "Austin") || x < 20 {
			s.Fail("the cursor stands at %d,%d", x, y)
		}
	})
}

func TestTheCursorStandsWhereReadingStarts(t *testing.T) {
	for name, c := range map[string]struct {
		open []string
		at   string
	}{
		"an empty list that offers another filter": {[]string{"1", "/", "oracle xxyyzz", "click"}, "Sans «"},
		"an empty list":        {[]string{"1", "/", "xxyyzz", "click"}, "Aucun résultat"},
		"no problems":          {[]string{"!"}, "Problèmes"},
		"a map without places": {[]string{"1", "v", "m"}, "Aucun lieu"},
		"a question":           {[]string{"1", "space", "m", "ctrl+s", "enter", "1", "m", "ctrl+s", "enter"}, "marked.jsonl existe"},
	} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
				t.Chdir(t.TempDir())
				for _, key := range c.open {
					switch {
					case key == "click":
						s.Click(1, 0)
					case strings.Contains(key, " "), strings.HasPrefix(key, "xx"):
						s.Write(key)
					default:
						s.Type(key)
					}
				}
				if x, y := s.Cursor(); !s.HasCursor() || !strings.HasPrefix(cellsFrom(s, x, y), c.at) {
					s.Fail("the cursor stands at %d,%d, shown: %t, not at %q", x, y, s.HasCursor(), c.at)
				}
			})
		})
	}
	start(t, file(t, mission)+".none", narrow, func(s *tuitest.Screen) {
		if x, y := s.Cursor(); !s.HasCursor() {
			s.Fail("the cursor stands at %d,%d, and is hidden", x, y)
		}
	})
}

func TestTheCursorIsShownWhereSomethingIsSelected(t *testing.T) {
	for name, open := range map[string][]string{
		"overview": {"0"}, "list": {"1"}, "sheet": {"1", "z"}, "detail": {"1", "j", "enter", "tab"}, "inferences": {"1", "i"},
		"compare": {"1", "="}, "frequency": {"1", "j", "z", "right", "F"}, "brief": {"1", "j", "b"},
		"graph": {"1", "j", "v", "g"}, "path": {"1", "v", "p"}, "timeline": {"1", "v", "t"}, "matrix": {"1", "v", "x"},
		"views": {"1", "v"}, "copy": {"1", "y"}, "marked": {"1", "space", "m"}, "columns": {"1", "c"}, "sort": {"1", "S"}, "facets": {"1", "f"},
		"day": {"@"}, "palette": {":"}, "help": {"?"},
	} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
				s.Type(open...)
				if x, y := s.Cursor(); !s.HasCursor() || y == 0 || y == wide.Height-1 {
					t.Errorf("the cursor stands at %d,%d, shown: %t:\n%s", x, y, s.HasCursor(), s.Text())
				}
			})
		})
	}
}

// cellsFrom returns the text of a line from a cell on.
func cellsFrom(s *tuitest.Screen, x, y int) string {
	var b strings.Builder
	for width, _ := s.Size(); x < width; x++ {
		b.WriteString(s.Cell(x, y).Content)
	}
	return b.String()
}
