package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// frameEndsAt expects the right border of a dialog's frame in a column, on every line.
func frameEndsAt(t *testing.T, s *tuitest.Screen, x int) {
	t.Helper()
	_, height := s.Size()
	lines := 0
	for y := range height {
		switch s.Cell(x, y).Content {
		case "╮", "│", "╯", "┤", "┃":
			lines++
		}
	}
	if lines < height/2 {
		t.Errorf("%d of %d lines end with the frame:\n%s", lines, height, s.Text())
	}
}

func TestJoinedEmojiAreAsWideAsTheTerminalDrawsThem(t *testing.T) {
	exploreMorocco(t, tuitest.Options{Width: 129, Height: 30}, func(s *tuitest.Screen) {
		s.Type("1", ":").Paste("👨\u200d👩\u200d👧 x").See("👨👩👧 x")
		_, y, _ := s.Find("👨👩👧 x")
		frameEndsAt(t, s, 128)
		if got := s.Cell(128, y).Content; got != "│" {
			t.Errorf("the line of the emoji ends with %q:\n%s", got, s.Text())
		}
	})
}

func TestFacetsKeepTheirFrameBesideAList(t *testing.T) {
	exploreMorocco(t, tuitest.Options{Width: 110, Height: 30}, func(s *tuitest.Screen) {
		s.Type("2", "f")
		frameEndsAt(t, s, 109)
	})
}
