package tuitest_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/ui/theme"
	"rihla/ui/tui/tuitest"
)

// everyPage is the keys that lead from the first frame to each page.
var everyPage = map[string][]string{
	"overview": {"0"}, "list": {"1"}, "sheet": {"1", "z"}, "detail": {"1", "j", "enter"}, "graph": {"1", "v", "g"}, "path": {"1", "j", "v", "p", "enter"},
	"timeline": {"1", "v", "t"}, "map": {"1", "v", "m"}, "matrix": {"1", "v", "x"}, "gaps": {"1", "v", "l"}, "suggestions": {"v", "s"},
	"problems": {"!"}, "brief": {"1", "b"}, "retraction": {"t", "end", "enter", "x"}, "inference": {"i"}, "frequency": {"1", "F", "enter"},
	"compare": {"1", "space", "j", "space", "j", "space", "="},
}

// TestMarksSayWhereThePageGoesOn scrolls each page at random, at sizes and of bases at
// random, in both languages: there is a mark at an edge exactly where the wheel finds
// more, and keys go to both ends. One session goes from page to page: to begin one costs
// more than a page of it.
func TestMarksSayWhereThePageGoesOn(t *testing.T) {
	for seed := range uint64(kbtest.Rounds(3)) {
		r := rand.New(rand.NewPCG(seed, 19))
		text := newRandomBase(seed, 1+r.IntN(4), 1+r.IntN(50))
		start(t, file(t, text), wide, func(s *tuitest.Screen) {
			for _, name := range slices.Sorted(maps.Keys(everyPage)) {
				if name == "graph" || name == "map" {
					continue // their wheel selects or zooms: see TestTheWheelReachesBothEndsOfAPicture
				}
				s.Resize(wide.Width, wide.Height).Type("0").Type(everyPage[name]...)
				for range kbtest.Rounds(5) {
					scrollPage(s, r, name)
				}
				if name == "sheet" {
					s.Type("z")
				}
			}
		})
	}
}

// scrollPage looks at the marks of a page at a random size.
func scrollPage(s *tuitest.Screen, r *rand.Rand, name string) {
	low := 12
	if name == "path" {
		low = 20 // else what is said below the last entity takes a page, and that entity stays seen
	}
	s.Resize(40+r.IntN(121), low+r.IntN(25)) // a drawn cell is what the test costs
	for range 4 {
		s.Type([]string{"g", "G", "pgdown", "pgup", "j", "k"}[r.IntN(6)])
		checkEdge(s, -1, theme.MoreAbove)
		checkEdge(s, 1, theme.MoreBelow)
	}
	if name == "list" {
		return // keys move the list, and the marks are of the detail beside it
	}
	for key, mark := range map[string]string{"g": theme.MoreAbove, "G": theme.MoreBelow} {
		if marks := edgeMarks(s.Type(key)); strings.Contains(marks, mark) || strings.Contains(marks, theme.MoreBoth) {
			s.Fail("%s leaves the mark %s", key, mark)
		}
	}
	s.Type("L")
}

// TestTheWheelReachesBothEndsOfAPicture turns the wheel over graphs, where it goes from
// entity to entity, and over maps, where it zooms, until nothing changes: a graph has no
// mark at an end that was reached, and at the top one below exactly where it has one above
// at the bottom; a map says that places are beyond its edges when it was zoomed into a
// corner, and no longer when all of the world is seen.
func TestTheWheelReachesBothEndsOfAPicture(t *testing.T) {
	const beyond = "hors du cadre"
	turn := func(s *tuitest.Screen, steps int) string {
		width, height := s.Size()
		for before := ""; before != s.Text(); {
			before = s.Text()
			s.Wheel(width-2, height*2/3, steps)
		}
		return edgeMarks(s)
	}
	isMarked := func(marks, mark string) bool {
		return strings.Contains(marks, mark) || strings.Contains(marks, theme.MoreBoth)
	}
	scrolled := 0
	for seed := range uint64(kbtest.Rounds(3)) {
		r := rand.New(rand.NewPCG(seed, 20))
		text := newRandomBase(seed, 2+r.IntN(3), 4+r.IntN(20))
		start(t, file(t, text), tuitest.Options{Width: 50, Height: 16}, func(s *tuitest.Screen) {
			s.Type(everyPage["graph"]...)
			for range 2 {
				s.Resize(40+r.IntN(80), 10+r.IntN(14))
				down := turn(s, 4)
				up := turn(s, -4)
				if isMarked(down, theme.MoreBelow) || isMarked(up, theme.MoreAbove) || isMarked(down, theme.MoreAbove) != isMarked(up, theme.MoreBelow) {
					s.Fail("the graph has the marks %q at the top, and had %q at the bottom", up, down)
				}
				if isMarked(up, theme.MoreBelow) {
					scrolled++
				}
			}
			s.Type("esc").Type(everyPage["map"]...)
			s.Resize(60+r.IntN(80), 18+r.IntN(12)) // lower ones have no heading that says so
			if turn(s, -8); !strings.Contains(s.Text(), beyond) {
				s.Fail("no place is beyond the edges of a corner")
			}
			if turn(s, 8); strings.Contains(s.Text(), beyond) {
				s.Fail("a place is beyond the edges of the world")
			}
		})
	}
	if scrolled == 0 && !kbtest.IsRaced() {
		t.Error("no graph is higher than its page")
	}
}

// checkEdge turns the wheel over the right part of a page, below the axis of a timeline,
// and back: it moves the lines
// exactly if a mark says that they go on.
func checkEdge(s *tuitest.Screen, steps int, mark string) {
	width, height := s.Size()
	marks, before := edgeMarks(s), body(s)
	has := strings.Contains(marks, mark) || strings.Contains(marks, theme.MoreBoth)
	moves := body(s.Wheel(width-2, height*2/3, steps)) != before
	if moves {
		s.Wheel(width-2, height*2/3, -steps)
	}
	if moves != has {
		s.Fail("the wheel finds more: %v; the marks are %q", moves, marks)
	}
}

// edgeMarks returns the marks in the last column of the page.
func edgeMarks(s *tuitest.Screen) string {
	width, height := s.Size()
	var out strings.Builder
	for y := 1; y < height-1; y++ {
		switch c := s.Cell(width-1, y).Content; c {
		case theme.MoreAbove, theme.MoreBelow, theme.MoreBoth:
			out.WriteString(c)
		}
	}
	return out.String()
}

// body returns the lines between the tabs and the bottom line, without what selects.
func body(s *tuitest.Screen) string {
	lines := strings.Split(s.Text(), "\n")
	lines = slices.Clone(lines[2 : len(lines)-2])
	return strings.ReplaceAll(strings.Join(lines, "\n"), bar, " ")
}
